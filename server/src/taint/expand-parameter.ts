import type { Span } from '@leashlint/rules';
import type { ParameterFacts, ParameterValue } from '../facts.js';
import { handedFunctions } from '../program/handed-functions.js';
import { passedFor, tagArguments } from '../program/passed-arguments.js';
import type { Reach } from '../program/callers.js';
import type { FunctionRef, Program, Ref } from '../program/program.js';
import { callbackSource } from './builtin-methods.js';
import { emittedTo } from './emitters.js';
import type { Step } from './expand.js';
import { type Frame, MAX_FRAMES, type State } from './state.js';

/**
 * A parameter's inputs: the argument of the call that the walk came through, else what every known caller passes, else
 * what the built-in method gives its callback.
 */
export function expandParameter(
  program: Program,
  state: State,
  value: ParameterValue,
  reach: Reach,
  onBound: () => void,
): readonly Step[] {
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
    return argumentSteps(program, state, frame.call, value.index, parameter).map((step) => ({
      ...step,
      ...leave(frame),
      note: { span: argumentSpan(program, frame.call, step.ref), message: passed(facts.name, name) },
    }));
  }
  // Whoever renders a component is not looked for: pages render each other without end.
  const rendered = value.index === 0 ? renderedWith(program, state, fn) : [];
  const steps: Step[] = [];
  for (const call of program.callers(fn, rendered.length > 0 ? 'loaded' : reach)) {
    const callValue = program.value(call);
    const id = callValue.kind === 'call' ? callValue.condition : -1;
    const conditions = { file: program.fileOf(call), id, outer: undefined };
    const through = receivedAt(program, state, fn, call);
    for (const step of argumentSteps(program, state, call, value.index, parameter)) {
      steps.push({
        ...step,
        leavesFrame: true,
        ...(through !== undefined && { frame: through }),
        conditions,
        note: { span: argumentSpan(program, call, step.ref), message: passed(facts.name, name) },
      });
    }
  }
  if (reach === 'everywhere' && program.hasMoreCallers(fn)) onBound();
  return [...steps, ...callbackSteps(program, state, fn, value.index, reach, onBound), ...rendered];
}

/** The innermost frame of the function: a closure's captured parameter belongs to a frame further out. */
export function frameOf(frame: Frame | undefined, fn: FunctionRef): Frame | undefined {
  for (let at = frame; at !== undefined; at = at.outer) if (at.callee === fn) return at;
  return undefined;
}

/**
 * The frame of a function that calls a callback, where it got the callback from one place of the code: `each(list, fn)`
 * gives `fn` elements of that `list` and no other.
 */
function receivedAt(program: Program, state: State, callback: FunctionRef, call: Ref): Frame | undefined {
  const depth = (state.frame?.depth ?? 0) + 1;
  const uses = program.uses(callback).filter((use) => use.kind === 'argument');
  const [use] = uses;
  if (use === undefined || uses.length > 1 || depth > MAX_FRAMES) return undefined;
  const file = program.fileOfFunction(callback);
  const site = program.ref(file, use.call);
  const at = program.value(site);
  const within = program.fileOf(call);
  for (const callee of program.callees(site)) {
    if (program.fileOfFunction(callee) !== within) continue;
    for (
      let id: number | undefined = program.value(call).fn;
      id !== undefined;
      id = within.facts.functions[id]?.parent
    ) {
      if (program.functionRef(within, id) !== callee) continue;
      const conditions = at.kind === 'call' ? { file, id: at.condition, outer: undefined } : undefined;
      return { call: site, callee, outer: state.frame, conditions, depth, inputs: undefined };
    }
  }
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

function argumentSteps(
  program: Program,
  state: State,
  call: Ref,
  index: number,
  parameter: ParameterFacts | undefined,
): readonly Step[] {
  const value = program.value(call);
  const rest = parameter?.rest === true;
  if (value.kind === 'template') {
    const [key, ...keys] = state.keys;
    const all = tagArguments(program, call).slice(Math.max(0, index - 1));
    const asked = rest && key !== undefined && key !== '*' ? all.slice(Number(key), Number(key) + 1) : all;
    return (rest ? asked : all.slice(0, index === 0 ? 0 : 1)).map((ref) => ({ ref, keys: rest ? keys : state.keys }));
  }
  if (value.kind !== 'call') return [];
  const file = program.fileOf(call);
  if (parameter?.keywords === true) return keywordSteps(program, state, call);
  if (rest) {
    const [key, ...keys] = state.keys;
    const positional = value.arguments.filter(({ name }) => name === undefined);
    return positional.slice(index).flatMap((argument, at): Step[] => {
      if (argument.spread === true) return [{ ref: program.ref(file, argument.value), keys: state.keys }];
      if (key !== undefined && key !== '*' && key !== String(at)) return [];
      return [{ ref: program.ref(file, argument.value), keys }];
    });
  }
  const passed = passedFor(program, call, index, parameter?.name);
  if (passed !== undefined) return [{ ref: passed.ref, keys: [...passed.keys, ...state.keys] }];
  const spread = value.arguments.slice(0, index + 1).find((candidate) => candidate.spread === true);
  return spread === undefined ? [] : [{ ref: program.ref(file, spread.value), keys: ['*', ...state.keys] }];
}

/** What `**options` of a function gets: the arguments with names. */
function keywordSteps(program: Program, state: State, call: Ref): readonly Step[] {
  const value = program.value(call);
  const file = program.fileOf(call);
  const [key, ...keys] = state.keys;
  return (value.kind === 'call' ? value.arguments : []).flatMap(({ name, spread, value: given }): Step[] => {
    const ref = program.ref(file, given);
    if (name === undefined) return [];
    if (spread === true) return [{ ref, keys: state.keys }];
    return key === undefined || key === '*' || key === name ? [{ ref, keys, partial: key === undefined }] : [];
  });
}

/** `list.forEach((item) => …)`, `promise.then((result) => …)`, `stream.on('data', (chunk) => …)`. */
function callbackSteps(
  program: Program,
  state: State,
  fn: FunctionRef,
  index: number,
  reach: Reach,
  onBound: () => void,
): readonly Step[] {
  return program.handedTo(fn).flatMap(({ call: site }): readonly Step[] => {
    const file = program.fileOf(site);
    const call = program.value(site);
    const run = handedFunctions(program, site);
    const input = run?.functions.includes(fn) === true ? run.inputs[index] : undefined;
    if (input !== undefined && call.kind === 'call') {
      const conditions = { file, id: call.condition, outer: undefined };
      const frame = enclosing(program, state.frame, site);
      return [{ ref: input.value, keys: state.keys, frame, leavesFrame: true, conditions }];
    }
    const callee = call.kind === 'call' ? program.value(program.ref(file, call.callee)) : undefined;
    if (call.kind !== 'call' || callee?.kind !== 'member') return [];
    const source = callbackSource(callee.key, index);
    const emitted = emittedTo(program, state, site, callee, index, reach, onBound);
    if (source === undefined) return emitted;
    const receiver = program.ref(file, callee.object);
    const keys = source === 'element' ? ['*', ...state.keys] : state.keys;
    const conditions = { file, id: call.condition, outer: undefined };
    const frame = enclosing(program, state.frame, site);
    return [...emitted, { ref: receiver, keys, frame, leavesFrame: true, conditions }];
  });
}

/** The frame of the function in which a value stands: a promise that a function waits for is what its caller passed. */
function enclosing(program: Program, frame: Frame | undefined, at: Ref): Frame | undefined {
  const file = program.fileOf(at);
  for (let id: number | undefined = program.value(at).fn; id !== undefined; id = file.facts.functions[id]?.parent) {
    const own = frameOf(frame, program.functionRef(file, id));
    if (own !== undefined) return own;
  }
  return undefined;
}

/** What the elements that render a component give it: its properties are the attributes and the children. */
function renderedWith(program: Program, state: State, component: FunctionRef): readonly Step[] {
  const [key, ...rest] = state.keys;
  return program.renderings(component).flatMap((element): readonly Step[] => {
    const value = program.value(element);
    if (value.kind !== 'jsx' || key === undefined) return [];
    const file = program.fileOf(element);
    const given = value.attributes.flatMap((entry): Step[] => {
      if ('spread' in entry) return [{ ref: program.ref(file, entry.spread), keys: state.keys }];
      return 'key' in entry && entry.key === key ? [{ ref: program.ref(file, entry.value), keys: rest }] : [];
    });
    const children =
      key === 'children' ? value.children.map((child) => ({ ref: program.ref(file, child), keys: [] })) : [];
    const note = { span: program.span(element), message: passed(program.function(component).name, key) };
    return [...given, ...children].map((step) => ({ ...step, leavesFrame: true, conditions: undefined, note }));
  });
}
