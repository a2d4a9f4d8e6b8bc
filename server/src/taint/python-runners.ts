import type { CallValue } from '../facts.js';
import type { FunctionRef, Program, Ref } from '../program/program.js';
import { calledName } from './python-paths.js';
import type { CallbackInput } from './state.js';

/** Functions that run a function in another thread or later: name → place of the function; its arguments follow. */
const RUNNERS: ReadonlyMap<string, number> = new Map([
  ['to_thread', 0],
  ['submit', 0],
  ['run_sync', 0],
  ['run_in_threadpool', 0],
  ['sync_to_async', 0],
  ['partial', 0],
  ['run_in_executor', 1],
]);
const THREADS: ReadonlySet<string> = new Set(['Thread', 'Process', 'Timer']);

export interface Run {
  readonly functions: readonly FunctionRef[];
  readonly inputs: readonly CallbackInput[];
}

/** What `asyncio.to_thread(fn, x)` and the like run, and with which arguments; undefined for other calls. */
export function runInPython(program: Program, call: Ref): Run | undefined {
  const value = program.value(call);
  if (value.kind !== 'call' || program.fileOf(call).facts.language !== 'python') return undefined;
  const name = calledName(program, call);
  if (THREADS.has(name)) return threadOf(program, call, value);
  const at = RUNNERS.get(name);
  const given = at === undefined ? undefined : value.arguments[at];
  if (at === undefined || given === undefined || given.spread === true) return undefined;
  const local = (id: number): Ref => program.ref(program.fileOf(call), id);
  const functions = program.functions(local(given.value));
  if (functions.length === 0) return undefined;
  const passed = value.arguments
    .slice(at + 1)
    .filter((argument) => argument.name === undefined && argument.spread !== true);
  return { functions, inputs: passed.map((argument) => ({ value: local(argument.value), keys: [] })) };
}

/** `Thread(target=fn, args=(x,))`. */
function threadOf(program: Program, call: Ref, value: CallValue): Run | undefined {
  const named = (name: string): Ref | undefined => {
    const argument = value.arguments.find((each) => each.name === name);
    return argument === undefined ? undefined : program.ref(program.fileOf(call), argument.value);
  };
  const [target, list] = [named('target'), named('args')];
  const functions = target === undefined ? [] : program.functions(target);
  const items = list === undefined ? undefined : program.value(list);
  if (functions.length === 0 || list === undefined || items?.kind !== 'array') return undefined;
  const inputs = items.items.flatMap((item) =>
    'value' in item ? [{ value: program.ref(program.fileOf(list), item.value), keys: [] }] : [],
  );
  return { functions, inputs };
}
