import type { ApprovalDecision, ApprovalRow, FrameworkRef, Span } from '@leashlint/rules';
import type { CallValue, ConditionId } from '../../facts.js';
import type { FunctionRef, Origin, Program, ProgramFile, Ref } from '../../program/program.js';
import type { ModelContext } from '../entries.js';
import { parsePath, parseToken, tokenCovers, tokenText } from '../catalogue/access-path.js';
import type { PathToken } from '../catalogue/access-path.js';
import { neededImport } from '../catalogue/needed-import.js';
import { reachesPerson } from './person.js';
import { pythonPlace } from '../catalogue/python-paths.js';
import { follow, followTokens, ownKeys } from '../catalogue/relative.js';
import { functionsOf } from '../catalogue/row-values.js';
import type { Sighting } from '../catalogue/sightings.js';

/** Code that answers approval requests: callbacks of the catalogue, and calls that approve. */
export function approvalsOf(context: ModelContext, calls: readonly Sighting[]): readonly ApprovalDecision[] {
  const paths = callbackPaths(context);
  return calls.flatMap((call) => [
    ...paths.flatMap((path) => callbacksAt(context, call, path)),
    ...approvingCalls(context, call),
  ]);
}

interface CallbackPath {
  /** Last step of the callee: `Member[query]`. */
  readonly callee: PathToken;
  /** From the call to the callback: `Argument[0].Member[options].Member[canUseTool]`. */
  readonly suffix: string;
}

function callbackPaths({ catalogue }: ModelContext): readonly CallbackPath[] {
  const rows = catalogue.frameworks.flatMap((framework): readonly ApprovalRow[] => framework.approvals ?? []);
  const paths = rows.flatMap((row): readonly CallbackPath[] => {
    const [, head = '', suffix = ''] = /^(.*?)\.(Argument\[.*)$/.exec(row.callback ?? '') ?? [];
    const callee = parsePath(head).at(-1);
    return callee === undefined ? [] : [{ callee, suffix }];
  });
  return [...new Map(paths.map((path) => [`${JSON.stringify(path.callee)} ${path.suffix}`, path])).values()];
}

function callbacksAt(context: ModelContext, call: Sighting, path: CallbackPath): readonly ApprovalDecision[] {
  const { program, catalogue } = context;
  const steps = parsePath(path.suffix).map(tokenText);
  const origins = call.callee.flatMap((origin): readonly Origin[] => {
    const last = origin.kind === 'api' ? origin.path.at(-1) : undefined;
    if (origin.kind !== 'api' || last === undefined || !tokenCovers(path.callee, parseToken(last))) return [];
    return [{ ...origin, path: [...origin.path, ...steps] }];
  });
  if (origins.length === 0) return [];
  return catalogue
    .match('approvals', call.file, origins)
    .flatMap(({ row, ref }) =>
      follow(program, call.ref, path.suffix).values.map((value) => callbackDecision(context, value.ref, row, ref)),
    );
}

function callbackDecision(
  context: ModelContext,
  callback: Ref,
  row: ApprovalRow,
  framework: FrameworkRef,
): ApprovalDecision {
  const { program } = context;
  const functions = functionsOf(program, callback);
  const outcomes = functions.map((fn) => {
    const outcome = functionOutcome(program, fn, row);
    return outcome === 'unknown' && reachesPerson(context, fn) ? 'decides' : outcome;
  });
  const [fn] = functions;
  const file = fn === undefined ? undefined : program.fileOfFunction(fn);
  const granting = functions.flatMap((candidate) => grantingReturns(program, candidate, row))[0];
  return {
    framework,
    mechanism: row.name,
    span: program.span(callback),
    outcome:
      outcomes.length > 0 && outcomes.every((outcome) => outcome === 'grants')
        ? 'grants'
        : outcomes.includes('decides')
          ? 'decides'
          : 'unknown',
    body:
      file && fn !== undefined
        ? program.spanOfRange(file, program.function(fn).bodyRange ?? program.function(fn).range)
        : undefined,
    denial: granting && denialOf(row, framework, granting),
  };
}

function denialOf(
  { denial, denialImport }: ApprovalRow,
  framework: FrameworkRef,
  replace: Span,
): ApprovalDecision['denial'] {
  if (denial === undefined) return undefined;
  return {
    replace,
    text: denial,
    ...(denialImport !== undefined && { import: neededImport(denialImport, framework.package) }),
  };
}

type Verdict = 'grants' | 'denies' | 'unknown';

function functionOutcome(program: Program, fn: FunctionRef, row: ApprovalRow): ApprovalDecision['outcome'] {
  const facts = program.function(fn);
  const file = program.fileOfFunction(fn);
  const verdicts = facts.returns.map((exit): Verdict =>
    exit.value === -1 ? 'denies' : verdictOf(program, program.ref(file, exit.value), row),
  );
  if (verdicts.length > 0 && verdicts.every((verdict) => verdict === 'grants'))
    return facts.throws.length > 0 ? 'decides' : 'grants';
  return verdicts.includes('denies') || facts.throws.length > 0 ? 'decides' : 'unknown';
}

/** What a returned value answers: a literal, or a property of the returned object. */
function verdictOf(program: Program, value: Ref, row: ApprovalRow): Verdict {
  const { grants } = row;
  if (grants === undefined) return 'unknown';
  const verdicts = program.origins(value).map((origin): Verdict => {
    if (origin.kind === 'api') return isInstanceOf(origin.path, grants.values) ? 'grants' : 'unknown';
    if (origin.kind !== 'value') return 'unknown';
    const answer = program.value(origin.at);
    if (grants.property === undefined)
      return answer.kind === 'literal' ? literalVerdict(answer.value, grants.values) : 'unknown';
    if (answer.kind !== 'object') return answer.kind === 'literal' ? 'denies' : 'unknown';
    const held = program.property(origin.at, grants.property).values;
    const literals = held.length === 1 && held[0] !== undefined ? program.literals(held[0]) : undefined;
    return literals?.length === 1 ? literalVerdict(literals[0], grants.values) : 'unknown';
  });
  if (verdicts.includes('denies')) return 'denies';
  return verdicts.length > 0 && verdicts.every((verdict) => verdict === 'grants') ? 'grants' : 'unknown';
}

function isInstanceOf(path: readonly string[], granting: readonly (string | boolean)[]): boolean {
  const made = path.filter((token) => token !== 'Awaited').join('.');
  return granting.some((value) => typeof value === 'string' && made === `${value}.ReturnValue`);
}

function literalVerdict(literal: unknown, granting: readonly (string | boolean)[]): Verdict {
  return granting.some((value) => value === literal) ? 'grants' : 'denies';
}

function grantingReturns(program: Program, fn: FunctionRef, row: ApprovalRow): readonly Span[] {
  const file = program.fileOfFunction(fn);
  return program.function(fn).returns.flatMap((exit) => {
    if (exit.value === -1) return [];
    const ref = program.ref(file, exit.value);
    const span = program.span(ref);
    const [start, end] = program.function(fn).range;
    // An answer that is kept in a variable elsewhere cannot be replaced where it is returned.
    const written = span.start >= start && span.end <= end;
    return written && verdictOf(program, ref, row) === 'grants' ? [span] : [];
  });
}

/** `state.approve(item)`, `new Command({ resume: { … approve } })`. */
function approvingCalls(context: ModelContext, { ref, file, callee }: Sighting): readonly ApprovalDecision[] {
  const { program, catalogue } = context;
  const call = program.value(ref);
  if (call.kind !== 'call') return [];
  return catalogue.match('approvals', file, callee).flatMap((match): readonly ApprovalDecision[] => {
    const { row } = match;
    if (row.approves === undefined) return [];
    if (row.grants !== undefined && !holdsGrant(program, ref, row.grants)) return [];
    const fn = program.functionOf(ref);
    const facts = program.function(fn);
    return [
      {
        framework: match.ref,
        mechanism: row.name,
        span: program.span(ref),
        outcome: isDecided(context, file, call, fn) ? 'decides' : 'grants',
        body: program.spanOfRange(file, facts.bodyRange ?? facts.range),
        denial: row.denial === undefined ? undefined : methodReplacement(program, file, call, row.denial),
      },
    ];
  });
}

/** The name of the method in `state.approve(item)`: the denial takes the same arguments. */
function methodReplacement(
  program: Program,
  file: ProgramFile,
  call: CallValue,
  denial: string,
): ApprovalDecision['denial'] {
  const callee = file.facts.values[call.callee];
  const [, end] = call.calleeRange;
  if (callee?.kind !== 'member' || file.text.slice(end - callee.key.length, end) !== callee.key) return undefined;
  return { replace: program.spanOfRange(file, [end - callee.key.length, end]), text: denial };
}

/** Whether an argument holds the granting property with a granting literal, at any depth. */
function holdsGrant(program: Program, call: Ref, grants: NonNullable<ApprovalRow['grants']>): boolean {
  return follow(program, call, 'Argument[0..]').values.some(({ ref }) => search(ref, 0));

  function search(value: Ref, depth: number): boolean {
    if (depth > 6) return false;
    if (grants.property === undefined) return isGranting(value);
    const object = program.object(value);
    if (object === undefined) {
      return followTokens(program, value, [{ kind: 'ArrayElement' }]).values.some((element) =>
        search(element.ref, depth + 1),
      );
    }
    return ownKeys(program, object).some((key) =>
      program
        .property(object, key)
        .values.some((held) => (key === grants.property && isGranting(held)) || search(held, depth + 1)),
    );
  }

  function isGranting(value: Ref): boolean {
    const literals = program.literals(value);
    return (
      literals !== undefined &&
      literals.length > 0 &&
      literals.every((literal) => grants.values.some((granting) => granting === literal))
    );
  }
}

/**
 * Whether something besides "there is a request" decides about the approval: a question to a person, a policy, a denial on
 * another way, or a function that is called for each decision.
 */
function isDecided(context: ModelContext, file: ProgramFile, call: CallValue, fn: FunctionRef): boolean {
  const { program } = context;
  const facts = program.function(fn);
  if (reachesPerson(context, fn)) return true;
  const callee = file.facts.values[call.callee];
  const rejects = facts.calls.some((other) => {
    const value = file.facts.values[other];
    const target = value?.kind === 'call' ? file.facts.values[value.callee] : undefined;
    return (
      target?.kind === 'member' &&
      callee?.kind === 'member' &&
      target.object === callee.object &&
      target.key !== callee.key &&
      target.key.startsWith('reject')
    );
  });
  if (rejects) return true;
  return (
    conditionsOf(file, call.condition, facts.condition).some((test) => !isPresenceTest(program, file, test)) ||
    isAnswerOfRequest(context, fn)
  );
}

function conditionsOf(file: ProgramFile, from: ConditionId, until: ConditionId): readonly number[] {
  const tests: number[] = [];
  for (let id = from; id >= 0 && id !== until;) {
    const condition = file.facts.conditions[id];
    if (condition === undefined) break;
    if ('test' in condition) tests.push(condition.test);
    id = condition.parent;
  }
  return tests;
}

/** `interruptions.length > 0`, `result.interruptions`, `state.hasInterruptions()`: tells that there is something to answer. */
function isPresenceTest(program: Program, file: ProgramFile, test: number, depth = 0): boolean {
  const value = file.facts.values[test];
  if (value === undefined || depth > 8) return false;
  switch (value.kind) {
    case 'literal':
      return true;
    case 'member':
      return (
        value.key === 'length' || /interrupt/i.test(value.key) || isPresenceTest(program, file, value.object, depth + 1)
      );
    case 'call': {
      const callee = file.facts.values[value.callee];
      return callee?.kind === 'member' && value.arguments.length === 0 && /interrupt/i.test(callee.key);
    }
    case 'operation':
      return value.inputs.every((input) => isPresenceTest(program, file, input, depth + 1));
    case 'phi':
      return value.inputs.every((input) => isPresenceTest(program, file, input, depth + 1));
    case 'await':
      return isPresenceTest(program, file, value.value, depth + 1);
    default:
      return false;
  }
}

/**
 * A handler of requests approves because somebody sent the request: its parameters come from a framework. A parameter of an
 * SDK's own type, such as the agent to run, is no request.
 */
function isAnswerOfRequest({ catalogue, program }: ModelContext, fn: FunctionRef): boolean {
  const file = program.fileOfFunction(fn);
  const sdks = catalogue.frameworks
    .filter(({ ai }) => ai)
    .flatMap(({ language, modules }) =>
      language === 'python' ? modules.map((module) => pythonPlace(module, []).module) : modules,
    );
  const isSdk = (module: string): boolean =>
    sdks.some((sdk) => (sdk.endsWith('/*') ? module.startsWith(sdk.slice(0, -1)) : module === sdk));
  return program
    .function(fn)
    .parameters.some((parameter) =>
      program
        .origins(program.ref(file, parameter.value))
        .some((origin) => origin.kind === 'api' && !isSdk(origin.module)),
    );
}
