import type { FrameworkRef, Limit, LimitOffer, LimitRow } from '@leashlint/rules';
import type { Ref } from '../../program/program.js';
import type { ModelContext } from '../entries.js';
import { parsePath, parseToken, tokenCovers } from '../catalogue/access-path.js';
import type { FollowedValue } from '../catalogue/relative.js';
import { neededImport } from '../catalogue/needed-import.js';
import { optionHolder } from '../catalogue/option-holder.js';
import { follow, followTokens } from '../catalogue/relative.js';
import { siteSpan } from '../catalogue/row-values.js';
import { optionName } from './slots.js';
import { optionsSite, propertySite } from '../catalogue/sites.js';
import { isTest } from '../source-file.js';
import type { Wired } from './wiring.js';

/** Bounds of a call or agent, set or by default. `wired` tells whether a bound of steps matters. */
export function limitsOf(
  context: ModelContext,
  start: Ref,
  rows: readonly LimitRow[],
  wired: Wired,
  framework: FrameworkRef,
): readonly Limit[] {
  return rows
    .filter((row) => row.needsTools !== true || wired.tools.length > 0 || !wired.known)
    .map((row) => limitOf(context, start, row, framework));
}

function limitOf(context: ModelContext, start: Ref, row: LimitRow, framework: FrameworkRef): Limit {
  const { program } = context;
  const { values: found, open } = follow(program, start, row.at);
  const values = inEarnest(context, start, found);
  const name = optionName(row.at);
  if (values.length === 0 && found.length > 0) return { ...ABSENT, kind: row.kind, name, state: 'unknown' };
  const [first, ...others] = values.map((value) => ({ value, state: stateOf(context, value.ref, row) }));
  if (first === undefined || values.every(({ ref }) => isUndefined(context, ref))) {
    const state = open ? 'unknown' : byDefault(row);
    return {
      ...ABSENT,
      kind: row.kind,
      name,
      state,
      value: !open && typeof row.default === 'number' ? row.default : undefined,
      offer: state === 'unbounded' ? offerAt(context, start, row, framework) : undefined,
    };
  }
  const { value, state } = decisive(first, others);
  return {
    kind: row.kind,
    name,
    state: state.state,
    value: state.value,
    span: siteSpan(program, value),
    property: value.holder && propertySite(program, value.holder.object, value.holder.key),
    offer: state.state === 'unbounded' ? offerBeside(context, value, row, framework) : undefined,
  };
}

const ABSENT = { value: undefined, span: undefined, property: undefined, offer: undefined } as const;

interface Candidate {
  readonly value: FollowedValue;
  readonly state: State;
}

/** Of what the option may be, the one that removes the bound, or may. */
function decisive(first: Candidate, others: readonly Candidate[]): Candidate {
  const weights: readonly Limit['state'][] = ['unbounded', 'unknown', 'bounded'];
  return others.reduce(
    (worst, other) => (weights.indexOf(other.state.state) < weights.indexOf(worst.state.state) ? other : worst),
    first,
  );
}

/** What only tests set is nothing that the application runs with. Values of callers are told apart. */
function inEarnest({ program }: ModelContext, start: Ref, values: readonly FollowedValue[]): readonly FollowedValue[] {
  const inTest = (ref: Ref) => isTest(program.fileOf(ref).path);
  const single = values.flatMap((value) => {
    const origins = program.origins(value.ref);
    return origins.length < 2 ? [value] : origins.map(({ at }) => ({ ...value, ref: at }));
  });
  return inTest(start) ? single : single.filter(({ ref }) => !inTest(ref));
}

function isUndefined(context: ModelContext, ref: Ref): boolean {
  return context.program.literals(ref)?.every((literal) => literal === undefined) === true;
}

function byDefault(row: LimitRow): Limit['state'] {
  if (row.default === 'unknown') return 'unknown';
  if (row.default === 'unbounded') return 'unbounded';
  return isAbsurd(row, row.default) ? 'unbounded' : 'bounded';
}

function isAbsurd(row: LimitRow, value: number): boolean {
  return !Number.isFinite(value) || (row.absurdAbove !== undefined && value > row.absurdAbove);
}

interface State {
  readonly state: Limit['state'];
  readonly value: number | undefined;
}

/** Conditions in conditions; a variable that a loop assigns may stand in its own value. */
const MOST_NESTED = 8;

function stateOf(context: ModelContext, ref: Ref, row: LimitRow, depth = 0): State {
  if (depth > MOST_NESTED) return UNRESOLVED;
  const { program } = context;
  const literals = program.literals(ref);
  if (literals) {
    const removed = literals.some((literal) =>
      literal === null ? row.unbounded?.includes(null) : isRemoving(row, literal),
    );
    const numbers = literals.filter((literal) => typeof literal === 'number');
    const value = numbers.length > 0 ? Math.max(...numbers) : undefined;
    if (removed || (value !== undefined && isAbsurd(row, value))) return { state: 'unbounded', value };
    return { state: value === undefined ? 'unknown' : 'bounded', value };
  }
  const states = program.origins(ref).map((origin): State => {
    if (origin.kind === 'module') return UNRESOLVED;
    if (origin.kind === 'api') return ofApi(context, origin.at, origin.module, origin.path, row, depth);
    const value = program.value(origin.at);
    if (value.kind === 'literal') return stateOf(context, origin.at, row, depth + 1);
    if (value.kind === 'array') return ofAlternatives(context, origin.at, row, depth);
    return UNRESOLVED;
  });
  return (
    states.find((state) => state.state === 'unbounded') ??
    states.find((state) => state.state === 'unknown') ??
    states[0] ??
    UNRESOLVED
  );
}

const UNRESOLVED: State = { state: 'unknown', value: undefined };
const INFINITE = new Set([
  'Member[Infinity]',
  'Member[Number].Member[POSITIVE_INFINITY]',
  'Member[Number].Member[MAX_SAFE_INTEGER]',
  'Member[Number].Member[MAX_VALUE]',
]);

function isRemoving(row: LimitRow, literal: unknown): boolean {
  return (typeof literal === 'number' || typeof literal === 'string') && row.unbounded?.includes(literal) === true;
}

/** `isLoopFinished()` removes the bound; `stepCountIs(5)`, `isStepCount(5)` set it; other conditions are the author's own. */
function ofApi(
  context: ModelContext,
  at: Ref,
  module: string,
  path: readonly string[],
  row: LimitRow,
  depth: number,
): State {
  if (module === 'global' && INFINITE.has(path.join('.'))) return { state: 'unbounded', value: undefined };
  const callee = path.filter((token) => token !== 'ReturnValue' && token !== 'Instance');
  const removes = row.unbounded?.some(
    (entry) => typeof entry === 'string' && entry.startsWith('Member[') && samePath(entry, callee),
  );
  if (removes) return { state: 'unbounded', value: undefined };
  const call = context.program.value(at);
  const [argument] = call.kind === 'call' ? call.arguments : [];
  if (argument === undefined) return UNRESOLVED;
  const count = stateOf(context, context.program.ref(context.program.fileOf(at), argument.value), row, depth + 1);
  return count.value === undefined && count.state === 'bounded' ? UNRESOLVED : count;
}

function samePath(row: string, concrete: readonly string[]): boolean {
  const tokens = parsePath(row);
  return (
    tokens.length === concrete.length &&
    tokens.every((token, index) => tokenCovers(token, parseToken(concrete[index] ?? '')))
  );
}

/** A list of stop conditions: the first that holds stops. */
function ofAlternatives(context: ModelContext, list: Ref, row: LimitRow, depth: number): State {
  const { values, open } = followTokens(context.program, list, [{ kind: 'ArrayElement' }]);
  const states = values.map((value) => stateOf(context, value.ref, row, depth + 1));
  const bounded = states.find((state) => state.state === 'bounded');
  if (bounded) return bounded;
  if (open || states.some((state) => state.state === 'unknown')) return UNRESOLVED;
  return states[0] ?? UNRESOLVED;
}

/** Where the missing option would stand: the object that the path leads to, if it is a literal without unknown parts. */
function offerAt(context: ModelContext, start: Ref, row: LimitRow, framework: FrameworkRef): LimitOffer | undefined {
  if (row.insert === undefined) return undefined;
  const object = optionHolder(context.program, start, row.at);
  return object === undefined ? undefined : offer(context, object, row, framework);
}

function offerBeside(
  context: ModelContext,
  value: FollowedValue,
  row: LimitRow,
  framework: FrameworkRef,
): LimitOffer | undefined {
  if (row.insert === undefined || value.holder === undefined) return undefined;
  return offer(context, value.holder.object, row, framework);
}

function offer(context: ModelContext, object: Ref, row: LimitRow, framework: FrameworkRef): LimitOffer | undefined {
  const options = optionsSite(context.program, object);
  if (options === undefined || row.insert === undefined) return undefined;
  return {
    property: row.insert,
    options,
    import: row.insertImport === undefined ? undefined : neededImport(row.insertImport, framework.package),
  };
}
