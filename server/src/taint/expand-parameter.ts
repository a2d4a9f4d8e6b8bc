import type { Span } from '@leashlint/rules';
import type { ParameterValue } from '../facts.js';
import { argumentAt } from '../program/origins.js';
import type { Reach } from '../program/callers.js';
import type { FunctionRef, Program, Ref } from '../program/program.js';
import { callbackSource } from './builtin-methods.js';
import type { Step } from './expand.js';
import type { Frame, State } from './state.js';

/**
 * A parameter's inputs: the argument of the call that the walk came through, else what every known caller passes, else
 * what the built-in method gives its callback.
 */
export function expandParameter(program: Program, state: State, value: ParameterValue, reach: Reach): readonly Step[] {
  const file = program.fileOf(state.ref);
  const fn = program.functionRef(file, value.function);
  const facts = program.function(fn);
  const parameter = facts.parameters[value.index];
  const name = parameter?.name;
  const frame = frameOf(state.frame, fn);
  if (frame !== undefined) {
    const input = frame.inputs?.[value.index];
    if (frame.inputs !== undefined) {
      if (input === undefined) return [];
      return [{ ref: input.value, keys: [...input.keys, ...state.keys], ...leave(frame) }];
    }
    return argumentSteps(program, state, frame.call, value.index, parameter?.rest === true).map((step) => ({
      ...step,
      ...leave(frame),
      note: { span: argumentSpan(program, frame.call, step.ref), message: passed(facts.name, name) },
    }));
  }
  const steps: Step[] = [];
  for (const call of program.callers(fn, reach)) {
    const callValue = program.value(call);
    if (callValue.kind !== 'call') continue;
    const conditions = { file: program.fileOf(call), id: callValue.condition, outer: undefined };
    for (const step of argumentSteps(program, state, call, value.index, parameter?.rest === true)) {
      steps.push({
        ...step,
        leavesFrame: true,
        conditions,
        note: { span: argumentSpan(program, call, step.ref), message: passed(facts.name, name) },
      });
    }
  }
  return [...steps, ...callbackSteps(program, state, fn, value.index)];
}

/** The innermost frame of the function: a closure's captured parameter belongs to a frame further out. */
function frameOf(frame: Frame | undefined, fn: FunctionRef): Frame | undefined {
  for (let at = frame; at !== undefined; at = at.outer) if (at.callee === fn) return at;
  return undefined;
}

const leave = (frame: Frame) => ({ frame: frame.outer, leavesFrame: true, conditions: frame.conditions }) as const;

function passed(callee: string | undefined, parameter: string | undefined): string {
  if (callee === undefined) return 'is passed on';
  return parameter === undefined ? `is passed to \`${callee}\`` : `is passed to \`${callee}\` as \`${parameter}\``;
}

/** Where the argument is written: a variable's value has its range where it was made. */
function argumentSpan(program: Program, call: Ref, argument: Ref): Span {
  const value = program.value(call);
  const file = program.fileOf(call);
  const written =
    value.kind === 'call' ? value.arguments.find((entry) => program.ref(file, entry.value) === argument) : undefined;
  return written === undefined ? program.span(argument) : program.spanOfRange(file, written.range);
}

function argumentSteps(program: Program, state: State, call: Ref, index: number, rest: boolean): readonly Step[] {
  const value = program.value(call);
  if (value.kind !== 'call') return [];
  const file = program.fileOf(call);
  if (rest) {
    const [key, ...keys] = state.keys;
    return value.arguments.slice(index).flatMap((argument, at): Step[] => {
      if (argument.spread === true) return [{ ref: program.ref(file, argument.value), keys: state.keys }];
      if (key !== undefined && key !== '*' && key !== String(at)) return [];
      return [{ ref: program.ref(file, argument.value), keys }];
    });
  }
  const argument = argumentAt(program, call, index);
  if (argument !== undefined) return [{ ref: argument, keys: state.keys }];
  const spread = value.arguments.slice(0, index + 1).find((candidate) => candidate.spread === true);
  return spread === undefined ? [] : [{ ref: program.ref(file, spread.value), keys: ['*', ...state.keys] }];
}

/** `list.forEach((item) => …)`, `promise.then((result) => …)`, `stream.on('data', (chunk) => …)`. */
function callbackSteps(program: Program, state: State, fn: FunctionRef, index: number): readonly Step[] {
  const file = program.fileOfFunction(fn);
  return program.uses(fn).flatMap((use): Step[] => {
    if (use.kind !== 'argument') return [];
    const call = program.value(program.ref(file, use.call));
    const callee = call.kind === 'call' ? program.value(program.ref(file, call.callee)) : undefined;
    if (call.kind !== 'call' || callee?.kind !== 'member') return [];
    const source = callbackSource(callee.key, index);
    if (source === undefined) return [];
    const receiver = program.ref(file, callee.object);
    const keys = source === 'element' ? ['*', ...state.keys] : state.keys;
    return [
      {
        ref: receiver,
        keys,
        leavesFrame: true,
        conditions: { file, id: call.condition, outer: undefined },
      },
    ];
  });
}
