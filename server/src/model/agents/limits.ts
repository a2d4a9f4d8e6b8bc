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
  const { values, open } = follow(program, start, row.at);
  const name = optionName(row.at);
  const [value] = values;
  if (value === undefined || values.every(({ ref }) => isUndefined(context, ref))) {
    const absent = open ? 'unknown' : byDefault(row);
    return {
      kind: row.kind,
      name,
      state: absent,
      value: !open && typeof row.default === 'number' ? row.default : undefined,
      span: undefined,
      property: undefined,
      offer: absent === 'unbounded' ? offerAt(context, start, row, framework) : undefined,
    };
  }
  const states = values.map((candidate) => stateOf(context, candidate.ref, row));
  const state =
    states.find((candidate) => candidate.state === 'unbounded') ??
    states.find((candidate) => candidate.state === 'unknown') ??
    states[0];
  const property = value.holder && propertySite(program, value.holder.object, value.holder.key);
  return {
    kind: row.kind,
    name,
    state: state?.state ?? 'unknown',
    value: state?.value,
    span: siteSpan(program, value),
    property,
    offer: state?.state === 'unbounded' ? offerBeside(context, value, row, framework) : undefined,
  };
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
