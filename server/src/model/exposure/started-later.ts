import type { FunctionRef, Program, Ref } from '../../program/program.js';
import { calleeName } from '../catalogue/sites.js';

/** What starts a function in a thread, a process or after the answer: names → where the function stands. */
const STARTERS: Readonly<Record<string, { readonly at: number; readonly name?: string }>> = {
  Thread: { at: 1, name: 'target' },
  Process: { at: 1, name: 'target' },
  Timer: { at: 1, name: 'function' },
  add_task: { at: 0, name: 'func' },
  start_background_task: { at: 0, name: 'target' },
  start_new_thread: { at: 0 },
  call_soon: { at: 0 },
  call_soon_threadsafe: { at: 0 },
  call_later: { at: 1 },
  spawn: { at: 0 },
  apply_async: { at: 0, name: 'func' },
  submit: { at: 0 },
};

/** Functions of the project that a call of a Python package starts: `Thread(target=run, args=(task,))`, `tasks.add_task(run, task)`. */
export function startedLater(program: Program, call: Ref): readonly FunctionRef[] {
  const value = program.value(call);
  const file = program.fileOf(call);
  if (value.kind !== 'call' || file.facts.language !== 'python') return [];
  const starter = STARTERS[calleeName(program, call).split('.').at(-1) ?? ''];
  if (starter === undefined || program.callees(call).length > 0) return [];
  const byName = value.arguments.find(({ name }) => name !== undefined && name === starter.name);
  const given =
    byName ??
    value.arguments
      .slice(0, starter.at + 1)
      .find((argument, index) => index === starter.at && argument.name === undefined);
  return given === undefined || given.spread === true ? [] : program.functions(program.ref(file, given.value));
}
