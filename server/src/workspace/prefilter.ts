import type { Framework } from '@leashlint/rules';
import { literalPrefixes } from './literal-prefixes.js';

/** Why a file is worth parsing, judged by its text alone. */
export type Trigger = 'ai' | 'secret';

export interface Prefilter {
  /** The first reason to look into a file; undefined if there is none. */
  trigger(text: string): Trigger | undefined;
  /** Whether a file that uses project code that touches a model may do something of consequence with it. */
  mayActOnModel(text: string): boolean;
}

/** Sinks that nearly every file has, or that only AI files have. */
const UNTELLING_SINKS: ReadonlySet<string> = new Set([
  'log',
  'prompt-system',
  'prompt-user',
  'prompt-messages',
  'prompt-role',
]);

/**
 * Compiles the prefilter from data: module specifiers of AI frameworks, the constant beginnings of key formats, and the
 * names of sinks and effects.
 */
export function createPrefilter(frameworks: readonly Framework[], secretPatterns: readonly string[]): Prefilter {
  const modules = new Set<string>();
  const names = new Set<string>();
  for (const framework of frameworks) {
    if (framework.ai) for (const module of framework.modules) modules.add(module.replace(/\/?\*$/, ''));
    for (const name of actionNames(framework)) names.add(name);
  }
  const prefixes = new Set(secretPatterns.flatMap((pattern) => literalPrefixes(pattern) ?? []));
  const ai = `['"\`](?:${alternatives(modules)})(?:/[^'"\`\\s]*)?['"\`]`;
  const secret = `(?<![\\w-])(?:${alternatives(prefixes)})[\\w.-]{8}`;
  const trigger = new RegExp(
    [...(modules.size > 0 ? [ai] : []), ...(prefixes.size > 0 ? [`(${secret})`] : [])].join('|') || '$.',
  );
  const aiOnly = new RegExp(modules.size > 0 ? ai : '$.');
  const action = new RegExp(names.size > 0 ? `(?<![\\w$])(?:${alternatives(names)})(?![\\w$])` : '$.');
  return {
    trigger(text) {
      const match = trigger.exec(text);
      if (match === null) return undefined;
      return match[1] === undefined || aiOnly.test(text) ? 'ai' : 'secret';
    },
    mayActOnModel: (text) => action.test(text),
  };
}

function actionNames(framework: Framework): string[] {
  const out: string[] = [];
  for (const sink of framework.sinks ?? []) {
    if (!UNTELLING_SINKS.has(sink.kind)) out.push(...(sink.store ?? lastNames(sink.call)));
  }
  for (const effect of framework.effects ?? []) out.push(...lastNames(effect.call));
  return out;
}

/** Names of the last `Member[…]` of an access path that is not a wildcard. */
function lastNames(path: string): string[] {
  const members = [...path.matchAll(/Member\[([^\]]+)\]/g)].map((match) => match[1] ?? '');
  const last = members.findLast((member) => member !== '*' && member !== 'default');
  return last === undefined ? [] : last.split(',').filter((name) => /^[\w$]+$/.test(name));
}

function alternatives(words: Iterable<string>): string {
  return [...words]
    .sort()
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('|');
}
