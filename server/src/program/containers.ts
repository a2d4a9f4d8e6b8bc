import type { Value } from '../facts.js';
import type { Origin, Program, Ref } from './program.js';

type Linked = Pick<Program, 'value' | 'ref' | 'fileOf'>;

/** Methods whose result is one of the receiver's elements. */
const ELEMENT_METHODS: ReadonlySet<string> = new Set(['get', 'find', 'findLast', 'at', 'pop', 'shift']);

/** Methods whose result is a list made of the receiver's elements. */
const LIST_METHODS: ReadonlySet<string> = new Set([
  'map',
  'flatMap',
  'filter',
  'slice',
  'concat',
  'sort',
  'toSorted',
  'reverse',
  'toReversed',
  'flat',
  'values',
  'entries',
]);

/** Methods that call back with each element. */
const CALLBACK_METHODS: ReadonlySet<string> = new Set([
  'map',
  'flatMap',
  'filter',
  'forEach',
  'find',
  'findLast',
  'some',
  'every',
]);

/** Methods that call back with what happens. */
const EVENT_METHODS: ReadonlySet<string> = new Set([
  'on',
  'once',
  'addListener',
  'prependListener',
  'addEventListener',
  'subscribe',
  'then',
]);

const MAPS: ReadonlySet<string> = new Set(['Member[Map].Instance', 'Member[WeakMap].Instance']);

/** Functions of the language whose result is a list or table of the elements of what they get. */
const LIST_FUNCTIONS: ReadonlySet<string> = new Set([
  'Member[Set].Instance',
  'Member[Object].Member[values].ReturnValue',
  'Member[Object].Member[entries].ReturnValue',
  'Member[Object].Member[fromEntries].ReturnValue',
  'Member[Array].Member[from].ReturnValue',
]);

/** What a call does that makes a list or takes an element of one. */
export function methodOf(program: Linked, call: Ref): { readonly receiver: Ref; readonly key: string } | undefined {
  const value = program.value(call);
  if (value.kind !== 'call' || value.construct) return undefined;
  const file = program.fileOf(call);
  const callee = program.value(program.ref(file, value.callee));
  return callee.kind === 'member' ? { receiver: program.ref(file, callee.object), key: callee.key } : undefined;
}

/** Functions of Python that run a function in another thread, process or later. */
const RUNNERS: ReadonlySet<string> = new Set([
  'to_thread',
  'submit',
  'run_sync',
  'run_in_threadpool',
  'sync_to_async',
  'partial',
  'run_in_executor',
  'Thread',
  'Process',
  'Timer',
]);

/** Whether a method of lists, events and promises, or a function with threads, calls a function that it gets. */
export const callsBack = (method: string): boolean =>
  CALLBACK_METHODS.has(method) || EVENT_METHODS.has(method) || RUNNERS.has(method);
export const takesElement = (key: string): boolean => ELEMENT_METHODS.has(key);
export const makesList = (key: string): boolean => LIST_METHODS.has(key);

/** Whether a resolved value holds elements that `elementsOf` finds: lists, maps, sets and what is made of them. */
export function isContainer(program: Linked, origin: Origin): boolean {
  if (origin.kind === 'value') {
    const value = program.value(origin.at);
    return value.kind === 'array' || (value.kind === 'call' && !value.construct);
  }
  return isMap(program, origin) || languageList(program, origin) !== undefined;
}

export function isMap(program: Linked, origin: Origin): boolean {
  return (
    origin.kind === 'api' && origin.module === 'global' && MAPS.has(origin.path.join('.')) && isCall(program, origin.at)
  );
}

/** `Object.values(table)`: the name of the function and the call; undefined for anything else. */
export function languageList(program: Linked, origin: Origin): string | undefined {
  if (origin.kind !== 'api' || origin.module !== 'global' || !isCall(program, origin.at)) return undefined;
  const path = origin.path.join('.');
  return LIST_FUNCTIONS.has(path) ? path : undefined;
}

/** Whether the elements of a resolved value are pairs of a key and a value. */
export function isPairs(program: Linked, origin: Origin): boolean {
  if (isMap(program, origin)) return true;
  if (origin.kind === 'value') return methodOf(program, origin.at)?.key === 'entries';
  return languageList(program, origin) === 'Member[Object].Member[entries].ReturnValue';
}

/** What an element was taken from: the list of a loop, or the receiver of `map` and the like for their callback's parameter. */
export function takenFrom(
  program: Pick<Program, 'value' | 'ref' | 'fileOf' | 'functionRef' | 'uses'>,
  element: Ref,
): Ref | undefined {
  const file = program.fileOf(element);
  const value: Value = program.value(element);
  if (value.kind === 'iteration') return program.ref(file, value.of);
  if (value.kind !== 'parameter' || value.index !== 0) return undefined;
  for (const use of program.uses(program.functionRef(file, value.function))) {
    if (use.kind !== 'argument' || use.index !== 0) continue;
    const method = methodOf(program, program.ref(file, use.call));
    if (method !== undefined && CALLBACK_METHODS.has(method.key)) return method.receiver;
  }
  return undefined;
}

function isCall(program: Linked, at: Ref): boolean {
  return program.value(at).kind === 'call';
}
