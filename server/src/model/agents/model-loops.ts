import type { EndlessLoop } from '@leashlint/rules';
import type { CallValue, ConditionId, LoopId } from '../../facts.js';
import type { FunctionRef, Program, ProgramFile, Ref } from '../../program/program.js';
import type { ModelCallEntry, ModelContext } from '../entries.js';
import { asksPerson, reachesPerson } from '../approval/person.js';
import { bareBound } from './optional-bounds.js';

/**
 * The loop around a model call that only the model's own answers end: `while (true)` or `for (;;)` without a counter, a
 * deadline, an abort signal, an exit on anything else, or a person who is asked on each turn.
 */
export function unboundedLoop(
  context: ModelContext,
  { ref, entry, prepares }: ModelCallEntry,
): EndlessLoop | undefined {
  if (prepares) return undefined;
  if (entry.limits.some((limit) => limit.kind === 'time' && limit.span !== undefined)) return undefined;
  return loopAround(context, ref, 0);
}

/** Callers of the function that holds the call count too: `while (true) await step()`. */
const MAX_CALLERS_DEPTH = 2;

function loopAround(context: ModelContext, call: Ref, depth: number): EndlessLoop | undefined {
  const { program } = context;
  const value = program.value(call);
  if (value.kind !== 'call') return undefined;
  const file = program.fileOf(call);
  for (let id = value.loop; id >= 0; id = file.facts.loops[id]?.parent ?? -1) {
    const loop = file.facts.loops[id];
    if (loop === undefined || loop.fn !== value.fn) break;
    if (!isEndless(file, id)) continue;
    if (waitsForInput(context, file, id, call)) return undefined;
    const bound = boundOf(program, file, id, call);
    if (bound !== 'bound') return { span: program.spanOfRange(file, loop.range), leftOff: bound?.leftOff };
  }
  if (depth >= MAX_CALLERS_DEPTH) return undefined;
  const fn = program.functionOf(call);
  if (program.function(fn).kind === 'module') return undefined;
  for (const caller of program.callers(fn, 'loaded')) {
    const found = loopAround(context, caller, depth + 1);
    if (found) return found;
  }
  return undefined;
}

function isEndless(file: ProgramFile, id: LoopId): boolean {
  const loop = file.facts.loops[id];
  if (loop === undefined || loop.kind === 'of' || loop.kind === 'in') return false;
  if (loop.test === undefined) return true;
  const test = file.facts.values[loop.test];
  return test?.kind === 'literal' && Boolean(test.value);
}

/**
 * Whether an exit depends on something that the model does not decide, and that may be otherwise on another turn; `leftOff` is
 * the parameter that would bound the loop if every caller gave it.
 */
function boundOf(
  program: Program,
  file: ProgramFile,
  id: LoopId,
  call: Ref,
): 'bound' | { readonly leftOff: string } | undefined {
  const loop = file.facts.loops[id];
  if (loop === undefined) return undefined;
  const start = outerCondition(file, id);
  const [from, to] = program.value(call).range;
  // That the call fails is no bound of calls that do not.
  const failures = (loop.failures ?? []).filter(({ range }) => from < range[0] || to > range[1]);
  let leftOff: string | undefined;
  for (const exit of [...loop.exits, ...failures.map(({ condition }) => condition)]) {
    const tests = testsBetween(file, exit, start);
    if (tests.length > 0 && tests.every((test) => isFixed(file, test.value, new Set()))) continue;
    if (!tests.every((test) => isIndependent(program, file, test, call - program.ref(file, 0)))) continue;
    const bare = bareBound(program, file, tests);
    if (bare === undefined) return 'bound';
    leftOff = bare;
  }
  return leftOff === undefined ? undefined : { leftOff };
}

/** Whether a test says the same on every turn: made of parameters, literals and names of modules alone. */
function isFixed(file: ProgramFile, id: number, on: ReadonlySet<number>): boolean {
  const value = file.facts.values[id];
  // What a turn makes of what the one before made comes back to itself.
  if (value === undefined || on.has(id)) return false;
  const all = (ids: readonly number[]): boolean => ids.every((next) => isFixed(file, next, new Set([...on, id])));
  switch (value.kind) {
    case 'literal':
    case 'parameter':
    case 'import':
    case 'class':
      return true;
    case 'member': {
      const object = file.facts.values[value.object];
      return object?.kind === 'import' || object?.kind === 'class';
    }
    case 'operation':
    case 'phi':
      return all(value.inputs);
    default:
      return false;
  }
}

/** What holds around the loop: conditions of its own calls minus those of its body are not recorded, so take the function's. */
function outerCondition(file: ProgramFile, id: LoopId): ConditionId {
  const loop = file.facts.loops[id];
  return loop === undefined ? -1 : (file.facts.functions[loop.fn]?.condition ?? -1);
}

interface Test {
  readonly value: number;
  readonly holds: boolean;
}

function testsBetween(file: ProgramFile, from: ConditionId, until: ConditionId): readonly Test[] {
  const tests: Test[] = [];
  for (let id = from; id >= 0 && id !== until;) {
    const condition = file.facts.conditions[id];
    if (condition === undefined) break;
    if ('test' in condition) tests.push({ value: condition.test, holds: condition.holds });
    id = condition.parent;
  }
  return tests;
}

/** `steps > 10 || done` leaves the loop for either reason: one that the model does not decide is enough. */
function isIndependent(program: Program, file: ProgramFile, { value: test, holds }: Test, call: number): boolean {
  const value = file.facts.values[test];
  if (value?.kind === 'operation') {
    if (value.operator === 'not')
      return value.inputs.every((input) => isIndependent(program, file, { value: input, holds: !holds }, call));
    if (value.operator === (holds ? 'or' : 'and'))
      return value.inputs.some((input) => isIndependent(program, file, { value: input, holds }, call));
    if (value.operator === (holds ? 'and' : 'or'))
      return value.inputs.every((input) => isIndependent(program, file, { value: input, holds }, call));
  }
  return !dependsOn(program, file, test, call, new Set());
}

/** Whether a value is made from the call's result, in the same file. */
function dependsOn(program: Program, file: ProgramFile, id: number, call: number, seen: Set<number>): boolean {
  if (id === call) return true;
  const value = file.facts.values[id];
  if (value === undefined || seen.has(id)) return false;
  seen.add(id);
  const any = (ids: readonly number[]): boolean => ids.some((next) => dependsOn(program, file, next, call, seen));
  switch (value.kind) {
    case 'member':
      return any([value.object]);
    case 'element':
      return any([value.object, value.key]);
    case 'await':
      return any([value.value]);
    case 'iteration':
    case 'rest':
      return any([value.of]);
    case 'operation':
    case 'phi':
    case 'unknown':
      return any(value.inputs);
    case 'cell':
      return any(value.writes);
    case 'template':
      return any(value.parts.filter((part) => typeof part === 'number'));
    case 'array':
      return (
        any(value.items.map((item) => ('value' in item ? item.value : item.spread))) ||
        program
          .additions(program.ref(file, id))
          .some((addition) => any(decidersOf(file, addition - program.ref(file, 0))))
      );
    case 'object':
      return any(value.entries.map((entry) => ('spread' in entry ? entry.spread : entry.value)));
    case 'call':
      return any([value.callee, ...value.arguments.map((argument) => argument.value)]);
    case 'function':
      return any((file.facts.functions[value.function]?.returns ?? []).map((exit) => exit.value));
    default:
      return false;
  }
}

/** What decides whether a call that adds to a list runs, and what it adds: its arguments, the loops that it is in. */
function decidersOf(file: ProgramFile, id: number): readonly number[] {
  const value = file.facts.values[id];
  if (value?.kind !== 'call') return [];
  const deciders = value.arguments.map((argument) => argument.value);
  for (let loop = file.facts.loops[value.loop]; loop; loop = file.facts.loops[loop.parent]) {
    if (loop.of !== undefined) deciders.push(loop.of);
  }
  return deciders;
}

/** Each turn waits for a person, or works on what something outside of the model delivers. */
function waitsForInput(context: ModelContext, file: ProgramFile, id: LoopId, call: Ref): boolean {
  const { program } = context;
  const base = program.ref(file, 0);
  const inLoop = callsIn(file, id);
  if (inLoop.some((other) => asksPerson(context, base + other) || callsPerson(context, base + other))) return true;
  const awaited = new Set(file.facts.values.flatMap((value) => (value.kind === 'await' ? [value.value] : [])));
  const model = call - base;
  const deliveries = inLoop.filter(
    (other) => other !== model && awaited.has(other) && !dependsOn(program, file, other, model, new Set()),
  );
  const value = program.value(call) as CallValue;
  return value.arguments.some((argument) =>
    deliveries.some((other) => dependsOn(program, file, argument.value, other, new Set())),
  );
}

function callsPerson(context: ModelContext, call: Ref): boolean {
  const callees: readonly FunctionRef[] = context.program.callees(call);
  return callees.some((fn) => reachesPerson(context, fn));
}

function callsIn(file: ProgramFile, id: LoopId): readonly number[] {
  return file.facts.values.flatMap((value, index) => {
    if (value.kind !== 'call') return [];
    for (let loop = value.loop; loop >= 0; loop = file.facts.loops[loop]?.parent ?? -1) if (loop === id) return [index];
    return [];
  });
}
