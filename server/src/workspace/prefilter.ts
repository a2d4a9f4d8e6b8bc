import { modelAddressPattern, type Framework } from '@leashlint/rules';
import { alternatives, exportedNames, keyPattern, NEVER, sinkPaths, tellingSinks } from './prefilter-patterns.js';

/**
 * Why a file is worth parsing, judged by its text alone. `loader`: it makes objects of bytes that may choose what code runs, which
 * matters where something of AI is near. `everything`: the prefilter is off.
 */
export type Trigger = 'ai' | 'secret' | 'privilege' | 'loader' | 'configuration' | 'everything';

export interface Prefilter {
  /** The first reason to look into a file; undefined if there is none. */
  trigger(text: string): Trigger | undefined;
  /** Whether a text may hold a key. */
  mayHoldKey(text: string): boolean;
  /** Whether a file may do something of consequence with what a model wrote: it imports a module with a sink, or uses a global one. */
  mayAct(text: string): boolean;
  isAiModule(specifier: string): boolean;
  /** Whether a file uses a name that some AI framework exports, wherever it gets it from. */
  usesAiName(text: string): boolean;
}

/**
 * Compiles the prefilter from data: module specifiers of AI frameworks, variables of privileged keys, the constant
 * beginnings of key formats, and the modules and global names of sinks and effects.
 */
export function createPrefilter(frameworks: readonly Framework[], secretPatterns: readonly string[]): Prefilter {
  const javascript = frameworks.filter(({ language }) => language === 'javascript');
  const ai = javascript.filter((framework) => framework.ai);
  const aiSpecifier = quoted(ai.flatMap(({ modules }) => modules));
  const secret = keyPattern(secretPatterns);
  const variables = frameworks.flatMap(({ privileges }) => privileges ?? []).flatMap((row) => row.variables ?? []);
  const privilege = variables.length === 0 ? NEVER : `(?<![\\w$])(?:${alternatives(variables)})(?![\\w$])`;
  const trigger = new RegExp(`(${aiSpecifier}|${modelAddressPattern}|${TOOL_SCHEMA})|(${privilege})|${secret}`);
  const aiOnly = new RegExp(aiSpecifier);
  const modelAddress = new RegExp(`${modelAddressPattern}|${TOOL_SCHEMA}`);
  const keyOnly = new RegExp(secret);
  const action = new RegExp(javascript.flatMap(actionPatterns).join('|') || NEVER);
  const aiNames = new RegExp(`(?<![\\w$])(?:${alternatives(ai.flatMap(frameworkNames)) || NEVER})(?![\\w$])`);
  return {
    trigger(text) {
      const match = trigger.exec(text);
      if (match === null) return undefined;
      if (match[1] !== undefined || aiOnly.test(text) || modelAddress.test(text)) return 'ai';
      return match[2] === undefined || keyOnly.test(text) ? 'secret' : 'privilege';
    },
    mayHoldKey: (text) => keyOnly.test(text),
    mayAct: (text) => action.test(text),
    isAiModule: (specifier) => aiOnly.test(`'${specifier}'`),
    usesAiName: (text) => aiNames.test(text),
  };
}

/** What an object that is a tool of the project's own tells a model: `parameters: { type: 'object', … }`. */
const TOOL_SCHEMA = `\\b(?:parameters|input_?[sS]chema):\\s*\\{\\s*(?:\\$schema:[^,]*,\\s*)?type:\\s*['"]object['"]`;

function actionPatterns(framework: Framework): string[] {
  const calls = sinkPaths(framework);
  const stores = tellingSinks(framework).flatMap(({ store }) => store ?? []);
  const out: string[] = [];
  if (stores.length > 0) out.push(`(?<![\\w$])(?:${alternatives(stores)})(?![\\w$])`);
  if (calls.length === 0) return out;
  const modules = framework.modules.filter((module) => module !== 'global');
  if (modules.length > 0) out.push(quoted(modules));
  if (!framework.modules.includes('global')) return out;
  // A row may hold for the global of a framework that also has modules.
  const names = calls.flatMap(lastNames).filter((name) => name.length > 3);
  if (names.length > 0) out.push(`(?<![\\w$])(?:${alternatives(names)})\\s*\\(`);
  return out;
}

/** A module specifier in quotes, with or without a subpath. */
function quoted(modules: readonly string[]): string {
  const names = alternatives(modules.map((module) => module.replace(/\/?\*$/, '').replace(/^node:/, '')));
  return names === '' ? NEVER : `['"\`](?:node:)?(?:${names})(?:/[^'"\`\\s]*)?['"\`]`;
}

/** Names of the last `Member[…]` of an access path that is not a wildcard. */
function lastNames(path: string): string[] {
  const members = [...path.matchAll(/Member\[([^\]]+)\]/g)].map((match) => match[1] ?? '');
  const last = members.findLast((member) => member !== '*' && member !== 'default');
  return last === undefined ? [] : last.split(',').filter((name) => /^[\w$]+$/.test(name));
}

/** What a framework's rows call of its modules directly. */
function frameworkNames(framework: Framework): string[] {
  const { calls = [], agents = [], tools = [], clients = [], hosted = [], gates = [] } = framework;
  return [...calls, ...agents, ...tools, ...clients, ...hosted, ...gates].flatMap(({ call }) => exportedNames(call));
}
