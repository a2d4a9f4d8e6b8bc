import type { GuardrailCall } from '@leashlint/rules';
import type { CallValue, ConditionId, HandlerFacts, Range } from '../../facts.js';
import type { FunctionRef, Program, Ref } from '../../program/program.js';
import type { ModelCallEntry, ModelContext } from '../entries.js';
import type { Sighting } from '../catalogue/sightings.js';
import { calleeName } from '../catalogue/sites.js';

/** Functions of the project between a guardrail or a model and the code that uses it. */
const MAX_WRAPPERS = 3;

interface Check {
  readonly call: Ref;
  readonly verdict: 'result' | 'throws';
  /** What a project function that wraps the check returns when the check has failed; undefined: it throws on. */
  readonly onFailure: readonly boolean[] | undefined;
  /** The handler inside of the wrapper. */
  readonly handler: Range | undefined;
}

/** Guardrail calls with what happens when they fail, project functions that wrap one included. */
export function guardrailsOf(
  context: ModelContext,
  calls: readonly Sighting[],
  modelCalls: readonly ModelCallEntry[],
): readonly GuardrailCall[] {
  const { program, catalogue } = context;
  const direct = calls.flatMap(({ ref, file, callee }): readonly Check[] => {
    const [match] = catalogue.match('guardrails', file, callee);
    return match === undefined
      ? []
      : [{ call: ref, verdict: match.row.verdict, onFailure: undefined, handler: undefined }];
  });
  if (direct.length === 0) return [];
  const models = callsThatReach(
    program,
    modelCalls.filter(({ prepares }) => !prepares).map(({ ref }) => ref),
  );
  const found: GuardrailCall[] = [];
  let checks = direct;
  for (let depth = 0; depth < MAX_WRAPPERS && checks.length > 0; depth++) {
    found.push(...checks.map((check) => judge(program, check, models)));
    checks = checks.flatMap((check) => wrappersOf(program, check));
  }
  return found;
}

/** Calls in each function that run a model, directly or through functions of the project, in order of the code. */
function callsThatReach(program: Program, targets: readonly Ref[]): ReadonlyMap<FunctionRef, readonly Ref[]> {
  const found = new Map<FunctionRef, Ref[]>();
  let calls = targets;
  for (let depth = 0; depth <= MAX_WRAPPERS && calls.length > 0; depth++) {
    const next = new Set<FunctionRef>();
    for (const call of calls) {
      const fn = program.functionOf(call);
      const known = found.get(fn);
      if (known === undefined) {
        found.set(fn, [call]);
        next.add(fn);
      } else if (!known.includes(call)) known.push(call);
    }
    calls = [...next].flatMap((fn) => program.callers(fn, 'loaded'));
  }
  return found;
}

function judge(
  program: Program,
  { call, verdict, onFailure, handler: inside }: Check,
  models: ReadonlyMap<FunctionRef, readonly Ref[]>,
): GuardrailCall {
  const value = program.value(call) as CallValue & { readonly range: Range };
  const file = program.fileOf(call);
  const fn = program.functionOf(call);
  const handler = handlerAround(program, fn, value.range);
  const swallowing = handler?.continues === true ? handler : undefined;
  const after = (models.get(fn) ?? []).filter((model) =>
    startsAfter(program, model, swallowing?.handler ?? value.range),
  );
  const found = (failure: GuardrailCall['failure'], reaches?: Ref, caught?: Range): GuardrailCall => ({
    name: calleeName(program, call),
    span: program.span(call),
    failure,
    handler: caught === undefined ? undefined : program.spanOfRange(file, caught),
    reaches: reaches === undefined ? undefined : program.span(reaches),
  });
  if (after.length === 0) return found('unknown');
  if (value.unused && verdict === 'result' && onFailure === undefined) return found('unread', after[0]);
  if (swallowing !== undefined) {
    const reached = after.find((model) => mayFollow(program, model, swallowing));
    if (reached !== undefined) return found('swallowed', reached, swallowing.handler);
  }
  if (onFailure !== undefined && inside !== undefined) {
    const reached = after.find((model) => onFailure.some((truthy) => allows(program, model, call, truthy)));
    if (reached !== undefined) return { ...found('swallowed', reached), handler: undefined };
  }
  return found('handled');
}

function handlerAround(program: Program, fn: FunctionRef, range: Range): HandlerFacts | undefined {
  return program
    .function(fn)
    .handlers?.filter(({ guarded }) => guarded[0] <= range[0] && range[1] <= guarded[1])
    .sort((a, b) => b.guarded[0] - a.guarded[0] || Number(b.continues) - Number(a.continues))[0];
}

function startsAfter(program: Program, call: Ref, [, end]: Range): boolean {
  return program.value(call).range[0] >= end;
}

/** Whether the call can run after the handler: no test of something that the handler or the code before it set forbids it. */
function mayFollow(program: Program, call: Ref, { guarded }: HandlerFacts): boolean {
  for (const { test, holds, completed } of conditionsOf(program, call)) {
    if (test === undefined) {
      if (completed !== undefined && within(program.value(completed).range, guarded)) return false;
      continue;
    }
    const value = program.value(test);
    if (value.kind === 'phi' && literalInputs(program, test).some((literal) => Boolean(literal) !== holds))
      return false;
    if (within(value.range, guarded)) return false;
  }
  return true;
}

function within([start, end]: Range, [from, to]: Range): boolean {
  return from <= start && end <= to;
}

interface Known {
  readonly test: Ref | undefined;
  readonly holds: boolean;
  readonly completed: Ref | undefined;
}

function conditionsOf(program: Program, call: Ref): readonly Known[] {
  const value = program.value(call);
  if (value.kind !== 'call') return [];
  const file = program.fileOf(call);
  const found: Known[] = [];
  let id: ConditionId = value.condition;
  for (let condition = file.facts.conditions[id]; condition !== undefined; condition = file.facts.conditions[id]) {
    if ('completed' in condition)
      found.push({ test: undefined, holds: true, completed: program.ref(file, condition.completed) });
    else if ('test' in condition)
      found.push({ test: program.ref(file, condition.test), holds: condition.holds, completed: undefined });
    id = condition.parent;
  }
  return found;
}

function literalInputs(program: Program, phi: Ref, depth = 0): readonly unknown[] {
  const value = program.value(phi);
  const file = program.fileOf(phi);
  if (value.kind === 'literal') return [value.value];
  if (value.kind !== 'phi' || depth > MAX_WRAPPERS) return [];
  return value.inputs.flatMap((input) => literalInputs(program, program.ref(file, input), depth + 1));
}

/** Whether a model call runs when the check gave a truthy or falsy value. Without a test of it, it always does. */
function allows(program: Program, model: Ref, check: Ref, truthy: boolean): boolean {
  const tests = conditionsOf(program, model).filter(({ test }) => test !== undefined && isResult(program, test, check));
  return tests.length > 0 && tests.every(({ holds }) => holds === truthy);
}

function isResult(program: Program, test: Ref, check: Ref): boolean {
  const value = program.value(test);
  if (value.kind === 'await') return isResult(program, program.ref(program.fileOf(test), value.value), check);
  return test === check;
}

/** Calls of the project function that makes the check, with what they get when it fails. */
function wrappersOf(program: Program, check: Check): readonly Check[] {
  const fn = program.functionOf(check.call);
  if (program.function(fn).kind === 'module') return [];
  const { range } = program.value(check.call);
  const handler = handlerAround(program, fn, range);
  const onFailure = handler === undefined ? check.onFailure : returnedBy(program, fn, handler);
  return program.callers(fn, 'loaded').map((call) => ({
    call,
    // The function may throw for a bad text itself.
    verdict: 'throws',
    onFailure,
    handler: handler?.handler ?? check.handler,
  }));
}

/** Truth values of the literals that a handler returns. */
function returnedBy(program: Program, fn: FunctionRef, { handler }: HandlerFacts): readonly boolean[] {
  const file = program.fileOfFunction(fn);
  return program.function(fn).returns.flatMap(({ value }) => {
    const facts = file.facts.values[value];
    return facts?.kind === 'literal' && within(facts.range, handler) ? [Boolean(facts.value)] : [];
  });
}
