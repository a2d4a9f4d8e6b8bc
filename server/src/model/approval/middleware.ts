import type { Gate, GateRow } from '@leashlint/rules';
import type { Program, Ref } from '../../program/program.js';
import type { ModelContext, UserEntry } from '../entries.js';
import { gateState, optionState } from './gate-values.js';
import { follow, followTokens, ownKeys } from '../catalogue/relative.js';

export interface Middleware {
  readonly call: Ref;
  readonly row: GateRow;
}

const attached = new WeakMap<UserEntry, readonly Middleware[]>();

/** Middleware and callbacks of the catalogue that stand in the options, directly or in a list. Asked for every tool of the user. */
export function attachedMiddleware(context: ModelContext, user: UserEntry): readonly Middleware[] {
  let known = attached.get(user);
  if (known === undefined) {
    known = optionValues(context, user).flatMap((value) => middlewareAt(context, value));
    attached.set(user, known);
  }
  return known;
}

function optionValues({ program }: ModelContext, user: UserEntry): readonly Ref[] {
  const call = program.value(user.ref);
  if (call.kind !== 'call') return [];
  const file = program.fileOf(user.ref);
  return call.arguments.flatMap((given) => {
    const value = program.ref(file, given.value);
    if (given.name !== undefined && given.spread !== true) return [value, ...listed(program, value)];
    const object = given.spread ? undefined : program.object(value);
    if (object === undefined) return [];
    return ownKeys(program, object).flatMap((key) =>
      program.property(object, key).values.flatMap((value) => [value, ...listed(program, value)]),
    );
  });
}

function listed(program: Program, value: Ref): readonly Ref[] {
  return program.value(value).kind === 'literal'
    ? []
    : followTokens(program, value, [{ kind: 'ArrayElement' }]).values.map((element) => element.ref);
}

function middlewareAt({ program, catalogue }: ModelContext, value: Ref): readonly Middleware[] {
  return program.origins(value).flatMap((origin) => {
    if (origin.kind !== 'api') return [];
    const call = program.value(origin.at);
    if (call.kind !== 'call') return [];
    const file = program.fileOf(origin.at);
    return catalogue
      .match('gates', file, program.origins(program.ref(file, call.callee)))
      .filter((match) => match.row.level === 'middleware' || match.row.level === 'callback')
      .map((match) => ({ call: origin.at, row: match.row }));
  });
}

/** The gate that a middleware is for a tool; for `undefined` as a whole. */
export function middlewareGate(
  context: ModelContext,
  middleware: Middleware,
  tool: string | undefined,
): Gate | undefined {
  const { program } = context;
  const gate = (state: Gate['state']): Gate => {
    const value = program.value(middleware.call);
    const file = program.fileOf(middleware.call);
    const span = value.kind === 'call' ? program.spanOfRange(file, value.calleeRange) : program.span(middleware.call);
    return { level: 'middleware', state, name: program.fileOf(middleware.call).text.slice(span.start, span.end), span };
  };
  const { covers } = middleware.row;
  if (covers === undefined) return gate('asks');
  const { values, open } = follow(program, middleware.call, covers.at);
  const [value] = values;
  if (value === undefined) return open ? gate('unknown') : undefined;
  if (tool === undefined) return gate(optionState(program, value.ref, covers));
  const state = gateState(program, value.ref, covers, tool === '' ? undefined : tool);
  return state && gate(state);
}
