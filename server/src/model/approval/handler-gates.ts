import type { Gate } from '@leashlint/rules';
import type { FunctionRef, Program, Ref } from '../../program/program.js';
import type { ModelContext } from '../entries.js';
import { follow } from '../catalogue/relative.js';
import { calleeName } from '../catalogue/sites.js';

export interface HandlerGates {
  /** Questions to a person that the handler reaches. */
  readonly gates: readonly Gate[];
  /** Code that cannot be seen decides whether the handler goes on; it may ask a person. */
  readonly unresolvedQuestion: boolean;
}

const MAX_FUNCTIONS = 120;
const ASKING_LEVELS = new Set(['in-handler', 'elicitation', 'interrupt']);

/** Looks for elicitation, interrupts and prompts in handlers and in the project functions that they call. */
export function handlerGates(context: ModelContext, handlers: readonly FunctionRef[]): HandlerGates {
  const { program } = context;
  const gates: Gate[] = [];
  for (const fn of reachableFunctions(program, handlers)) {
    const file = program.fileOfFunction(fn);
    for (const call of program.function(fn).calls) {
      const gate = askingCall(context, program.ref(file, call));
      if (gate) gates.push(gate);
    }
  }
  return { gates, unresolvedQuestion: gates.length === 0 && handlers.some((fn) => dependsOnUnseenAnswer(context, fn)) };
}

/** A call that asks a person, by the catalogue. */
export function askingCall(context: ModelContext, call: Ref): Gate | undefined {
  const { program, catalogue } = context;
  const value = program.value(call);
  if (value.kind !== 'call') return undefined;
  const file = program.fileOf(call);
  const match = catalogue
    .match('gates', file, program.origins(program.ref(file, value.callee)))
    .find(({ row }) => ASKING_LEVELS.has(row.level) && isSet(program, call, row.covers?.at));
  if (match === undefined) return undefined;
  return {
    level: match.row.level === 'elicitation' ? 'elicitation' : 'interrupt',
    state: 'asks',
    name: calleeName(program, call),
    span: program.span(call),
  };
}

/** Whether the option that switches the question on is there: `interrupt_before=['tools']`. */
function isSet(program: Program, call: Ref, option: string | undefined): boolean {
  if (option === undefined) return true;
  const { values, open } = follow(program, call, option);
  return open || values.length > 0;
}

/** The functions and everything that they call or define, nearest first. */
export function reachableFunctions(program: Program, start: readonly FunctionRef[]): readonly FunctionRef[] {
  const found = new Set<FunctionRef>(start);
  for (const fn of found) {
    if (found.size > MAX_FUNCTIONS) break;
    const file = program.fileOfFunction(fn);
    for (const call of program.function(fn).calls) {
      const ref = program.ref(file, call);
      for (const callee of program.callees(ref)) found.add(callee);
      const value = program.value(ref);
      if (value.kind !== 'call') continue;
      for (const argument of value.arguments) {
        const given = program.value(program.ref(file, argument.value));
        if (given.kind === 'function') found.add(program.functionRef(file, given.function));
      }
    }
  }
  return [...found];
}

/** `if (!(await confirm(…))) return`, where `confirm` comes from code outside of the program or from a parameter. */
function dependsOnUnseenAnswer(context: ModelContext, fn: FunctionRef): boolean {
  const { program } = context;
  const file = program.fileOfFunction(fn);
  const unseen = new Set(program.function(fn).calls.filter((call) => isUnseen(context, program.ref(file, call))));
  if (unseen.size === 0) return false;
  return file.facts.conditions.some((condition) => 'test' in condition && decides(condition.test, 0));

  function decides(id: number, depth: number): boolean {
    if (unseen.has(id)) return true;
    const value = file.facts.values[id];
    if (value === undefined || depth > 4) return false;
    switch (value.kind) {
      case 'await':
        return decides(value.value, depth + 1);
      case 'member':
        return decides(value.object, depth + 1);
      case 'operation':
        return value.inputs.some((input) => decides(input, depth + 1));
      default:
        return false;
    }
  }
}

/**
 * A call of code that the program does not contain. Methods of unknown values (`text.includes(…)`, `db.find(…)`) and
 * packages of the catalogue are data access far more often than questions.
 */
function isUnseen({ program, catalogue }: ModelContext, call: Ref): boolean {
  const value = program.value(call);
  if (value.kind !== 'call') return false;
  const origins = program.origins(program.ref(program.fileOf(call), value.callee));
  return (
    origins.length > 0 &&
    origins.every((origin) => {
      if (origin.kind === 'unknown') return program.value(origin.at).kind !== 'member';
      const own = origin.kind === 'api' && origin.path.length <= 1 && !catalogue.knowsModule(origin.module);
      return own && (origin.module.startsWith('.') || isAwaited(program, call));
    })
  );
}

function isAwaited(program: Program, call: Ref): boolean {
  const file = program.fileOf(call);
  return file.facts.values.some((value) => value.kind === 'await' && program.ref(file, value.value) === call);
}
