import type { ConditionId } from '../../facts.js';
import type { FunctionRef, Program, ProgramFile } from '../../program/program.js';
import { derivesFrom, madeFrom } from './derives-from.js';
import { OPEN, type Verdict } from './verdict.js';

/** An answer that refuses, at a value of a function: whom it refuses; `optional` when that depends on how the application is configured. */
export function refusal(program: Program, file: ProgramFile, id: number, fn: FunctionRef): Verdict {
  const owner = program.function(fn);
  const parameters = new Set([...owner.parameters.map((parameter) => parameter.value), ...importedRequests(file)]);
  const tests = testsOf(file, conditionAt(program, file, id, fn), owner.condition);
  const asked = askedParts(file, tests, parameters);
  if (asked.size > 0 && !asked.has('other')) return { ...OPEN, host: asked.has('origin') ? 'yes' : 'no' };
  const configured = tests.some((test) => readsEnvironment(file, test) && !derivesFrom(file, test, parameters));
  const span = program.span(program.ref(file, id));
  const state = configured ? 'optional' : 'yes';
  return { ...OPEN, state, evidence: [{ span, message: 'refuses strangers' }] };
}

/** Whether a function hands on every request, whatever it carries, when the application is configured so. */
export function passesAnybody(program: Program, fn: FunctionRef): boolean {
  const file = program.fileOfFunction(fn);
  const { calls, condition, parameters } = program.function(fn);
  const names = new Set(parameters.map((parameter) => parameter.value));
  return calls.some((id) => {
    const call = file.facts.values[id];
    if (call?.kind !== 'call' || !names.has(call.callee)) return false;
    const tests = testsOf(file, call.condition, condition);
    return tests.length > 0 && tests.every((test) => !derivesFrom(file, test, names));
  });
}

/** What holds where a value is written: the condition of a call around it. */
function conditionAt(program: Program, file: ProgramFile, id: number, fn: FunctionRef): ConditionId {
  const [start, end] = file.facts.values[id]?.range ?? [0, 0];
  for (const candidate of program.function(fn).calls) {
    const call = file.facts.values[candidate];
    if (call?.kind === 'call' && call.range[0] <= start && end <= call.range[1]) return call.condition;
  }
  return program.function(fn).condition;
}

/** Tests that hold at a place, up to where its function begins. */
function testsOf(file: ProgramFile, from: ConditionId, until: ConditionId): readonly number[] {
  const tests: number[] = [];
  for (let id = from; id >= 0 && id !== until;) {
    const condition = file.facts.conditions[id];
    if (condition === undefined) break;
    if ('test' in condition) tests.push(condition.test);
    id = condition.parent;
  }
  return tests;
}

type Part = 'origin' | 'address' | 'other';

/** What tests look at of the request: where it comes from and what it asks for say nothing about who sends it. */
function askedParts(file: ProgramFile, tests: readonly number[], request: ReadonlySet<number>): ReadonlySet<Part> {
  const parts = new Set<Part>();
  for (const test of tests) {
    const made = madeFrom(file, test);
    if (![...request].some((parameter) => made.has(parameter))) continue;
    const telling = [...made].flatMap((id) => nameRead(file, id)).filter((name) => !MERE_WAY.test(name));
    if (telling.length === 0) parts.add('other');
    for (const name of telling) parts.add(partOf(name));
  }
  return parts;
}

/** Names on the way to what is looked at. */
const MERE_WAY =
  /^(?:headers?|get|getHeader|raw|req|request|nextUrl|includes|startsWith|endsWith|has|some|toLowerCase|toUpperCase)$/;

function partOf(name: string): Part {
  if (/^(?:host|hostname|origin|referer|sec-fetch-\w+)$/i.test(name)) return 'origin';
  return /^(?:method|url|path|pathname|originalUrl|content-type)$/i.test(name) ? 'address' : 'other';
}

function nameRead({ facts }: ProgramFile, id: number): readonly string[] {
  const value = facts.values[id];
  if (value?.kind === 'member') return [value.key];
  if (value?.kind === 'element') {
    const key = facts.values[value.key];
    return [key?.kind === 'literal' ? String(key.value) : '?'];
  }
  if (value?.kind !== 'call') return [];
  const [first] = value.arguments;
  const literal = first === undefined ? undefined : facts.values[first.value];
  return literal?.kind === 'literal' && typeof literal.value === 'string' ? [literal.value] : [];
}

function readsEnvironment(file: ProgramFile, test: number): boolean {
  return [...madeFrom(file, test)].some((id) => {
    const value = file.facts.values[id];
    if (value?.kind === 'import') return value.module === 'os' && file.facts.language === 'python';
    return value?.kind === 'global' && (value.name === 'process' || value.name === 'env');
  });
}

/** In Flask the request is imported. */
function importedRequests({ facts }: ProgramFile): readonly number[] {
  if (facts.language !== 'python') return [];
  return facts.values.flatMap((value, id) =>
    value.kind === 'import' && (value.name === 'request' || value.name === 'session') ? [id] : [],
  );
}
