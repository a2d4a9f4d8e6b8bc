import type { ArgumentFacts, CallValue } from '../facts.js';
import type { FunctionRef, Origin, Program, Ref } from './program.js';
import { PYTHON } from './resolve-python-module.js';

/** Where a call that runs another function has it, and where that one's arguments are. */
interface Runner {
  /** Place of the function; those of its arguments that are given by place come after it. */
  readonly at: number;
  /** Name under which the function may be given. */
  readonly name?: string;
  /** Name and place of a list of the arguments: `Thread(target=run, args=(task,))`. */
  readonly list?: { readonly name: string; readonly at: number };
}

const FIRST: Runner = { at: 0 };
const SECOND: Runner = { at: 1 };
const THREAD: Runner = { at: 1, name: 'target', list: { name: 'args', at: 3 } };

/** Functions and classes of packages, by their full names. */
const FUNCTIONS: Readonly<Record<string, Runner>> = {
  'asyncio.to_thread': FIRST,
  'asyncio.run_coroutine_threadsafe': FIRST,
  'fastapi.concurrency.run_in_threadpool': FIRST,
  'starlette.concurrency.run_in_threadpool': FIRST,
  'trio.to_thread.run_sync': FIRST,
  'anyio.to_thread.run_sync': FIRST,
  'anyio.from_thread.run': FIRST,
  'asgiref.sync.sync_to_async': FIRST,
  'functools.partial': FIRST,
  'gevent.spawn': FIRST,
  'eventlet.spawn': FIRST,
  '_thread.start_new_thread': { at: 0, list: { name: 'args', at: 1 } },
  'threading.Thread': THREAD,
  'threading.Timer': { at: 1, name: 'function', list: { name: 'args', at: 2 } },
  'multiprocessing.Process': THREAD,
  'multiprocessing.context.Process': THREAD,
};

/** Methods of objects of packages that are handed around, so that it is often not known which object it is. */
const METHODS: Readonly<Record<string, { readonly of: RegExp; readonly runner: Runner }>> = {
  submit: { of: /^(?:concurrent\.futures|multiprocessing|joblib|distributed|dask|ray|loky)\b/, runner: FIRST },
  apply_async: { of: /^(?:multiprocessing|joblib)\b/, runner: { at: 0, name: 'func', list: { name: 'args', at: 1 } } },
  run_in_executor: { of: /^(?:asyncio|uvloop)\b/, runner: SECOND },
  call_soon: { of: /^(?:asyncio|uvloop)\b/, runner: FIRST },
  call_soon_threadsafe: { of: /^(?:asyncio|uvloop)\b/, runner: FIRST },
  call_later: { of: /^(?:asyncio|uvloop|twisted)\b/, runner: SECOND },
  start_soon: { of: /^(?:anyio|trio)\b/, runner: FIRST },
  add_task: { of: /^(?:fastapi|starlette|asyncio)\b/, runner: { at: 0, name: 'func' } },
  start_background_task: { of: /^(?:socketio|flask_socketio)\b/, runner: { at: 0, name: 'target' } },
};

export interface Handed {
  readonly functions: readonly FunctionRef[];
  /** Values that the functions get, by the place of the parameter. */
  readonly inputs: readonly { readonly value: Ref; readonly keys: readonly string[] }[];
}

type Linked = Pick<Program, 'value' | 'ref' | 'fileOf' | 'functions' | 'origins' | 'callees'>;

/**
 * Functions of the project that a call of a Python package runs in a thread, a process or later, and with what:
 * `Thread(target=run, args=(task,))`, `pool.submit(run, task)`. Undefined for other calls. An object that nobody knows
 * counts by its method, one of another package or of the project does not.
 */
export function handedFunctions(program: Linked, call: Ref): Handed | undefined {
  const value = program.value(call);
  const file = program.fileOf(call);
  if (value.kind !== 'call' || file.facts.language !== 'python') return undefined;
  const runner = runnerOf(program, call, value);
  if (runner === undefined || program.callees(call).length > 0) return undefined;
  const given = argumentOf(value, runner.name, runner.at);
  const functions = given === undefined ? [] : program.functions(program.ref(file, given.value));
  if (functions.length === 0) return undefined;
  return { functions, inputs: inputsOf(program, call, value, runner) };
}

function runnerOf(program: Linked, call: Ref, value: CallValue): Runner | undefined {
  const file = program.fileOf(call);
  const callee = program.value(program.ref(file, value.callee));
  const method = callee.kind === 'member' && Object.hasOwn(METHODS, callee.key) ? METHODS[callee.key] : undefined;
  // Nothing else is worth the search for where a name comes from.
  if (method === undefined && !value.arguments.some(({ value: id }) => mayBeFunction(file.facts.values[id]?.kind)))
    return undefined;
  const origins = program.origins(program.ref(file, value.callee));
  for (const origin of origins) {
    const name = origin.kind === 'api' ? fullName(origin) : undefined;
    if (name === undefined) continue;
    if (Object.hasOwn(FUNCTIONS, name)) return FUNCTIONS[name];
    if (method?.of.test(name) === true) return method.runner;
  }
  const isUnknown = origins.every(({ kind }) => kind === 'unknown');
  return isUnknown ? method?.runner : undefined;
}

function mayBeFunction(kind: string | undefined): boolean {
  return kind !== undefined && kind !== 'literal' && kind !== 'template';
}

/** `concurrent.futures.ThreadPoolExecutor.submit`, whatever makes the object. */
function fullName({ module, path }: Extract<Origin, { kind: 'api' }>): string | undefined {
  if (!module.startsWith(PYTHON)) return undefined;
  const members = path.flatMap((step) => /^Member\[(.+)\]$/.exec(step)?.[1] ?? []);
  return [module.slice(PYTHON.length), ...members].join('.');
}

/** What is given by name, or else by place. */
function argumentOf({ arguments: given }: CallValue, name: string | undefined, at: number): ArgumentFacts | undefined {
  const named = name === undefined ? undefined : given.find((argument) => argument.name === name);
  if (named !== undefined) return named;
  const before = given.slice(0, at + 1);
  const placed = before.length > at ? before[at] : undefined;
  return before.some(({ spread }) => spread === true) || placed?.name !== undefined ? undefined : placed;
}

function inputsOf(program: Linked, call: Ref, value: CallValue, runner: Runner): Handed['inputs'] {
  const file = program.fileOf(call);
  if (runner.list === undefined) {
    return value.arguments
      .slice(runner.at + 1)
      .filter(({ name, spread }) => name === undefined && spread !== true)
      .map((argument) => ({ value: program.ref(file, argument.value), keys: [] }));
  }
  const list = argumentOf(value, runner.list.name, runner.list.at);
  const items = list === undefined ? undefined : file.facts.values[list.value];
  if (items?.kind !== 'array') return [];
  return items.items.flatMap((item) => ('value' in item ? [{ value: program.ref(file, item.value), keys: [] }] : []));
}
