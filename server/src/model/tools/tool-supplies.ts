import type { GateOffer, ToolSupply, ToolSupplyRow } from '@leashlint/rules';
import type { Program, Ref } from '../../program/program.js';
import type { Match } from '../catalogue/catalogue-index.js';
import type { ModelContext, UserEntry } from '../entries.js';
import { gateState } from '../approval/gate-values.js';
import { follow } from '../catalogue/relative.js';
import { namedServer } from './server-address.js';
import type { NamedServer } from './server-address.js';
import { neededImport } from '../catalogue/needed-import.js';
import { optionsSite } from '../catalogue/sites.js';
import { receiverOf } from '../flow/way-back.js';

/** A call that gives an agent or model call the tools of MCP servers. */
export interface SupplyDraft {
  readonly call: Ref;
  readonly match: Match<'supplies'>;
}

/** The supply that a call is, by the catalogue. */
export function supplyAt({ program, catalogue }: ModelContext, call: Ref): SupplyDraft | undefined {
  const value = program.value(call);
  if (value.kind !== 'call') return undefined;
  const file = program.fileOf(call);
  const [match] = catalogue.match('supplies', file, program.origins(program.ref(file, value.callee)));
  return match && { call, match };
}

/** Servers whose tools agents and calls get as they come, one entry per server and supply. */
export function toolSupplies({ program }: ModelContext, users: readonly UserEntry[]): readonly ToolSupply[] {
  const drafts = new Map<Ref, SupplyDraft>();
  for (const user of users) for (const draft of user.supplies) drafts.set(draft.call, draft);
  return [...drafts.values()].flatMap((draft) => {
    const holders = users.filter((user) => user.supplies.some(({ call }) => call === draft.call));
    const asked = holders.map(asks);
    const own = ownGate(program, draft);
    const gated = own !== 'no' ? own : asked.includes('no') ? 'no' : asked.includes('unknown') ? 'unknown' : 'yes';
    return serversOf(program, draft).map((server) => ({
      framework: draft.match.ref,
      span: program.span(draft.call),
      serverSpan: server.span,
      server: server.server,
      party: server.party,
      given: given(program, draft),
      gated,
      offer: offerOf(program, draft),
      users: holders.map((user) => user.entry.span),
    }));
  });
}

/** Whether the agent or call asks before tools whose names it does not know. */
function asks(user: UserEntry): ToolSupply['gated'] {
  const gates = [...user.entry.gates, ...user.runs.flatMap((run) => run.entry.gates)];
  const states = gates.map((gate) => gate.state);
  if (states.includes('asks')) return 'yes';
  return states.some((state) => state !== 'never') ? 'unknown' : 'no';
}

function ownGate(program: Program, { call, match }: SupplyDraft): ToolSupply['gated'] {
  const states = (match.row.gates ?? []).flatMap((row) =>
    follow(program, call, row.at).values.map(({ ref }) => gateState(program, ref, row, undefined) ?? 'never'),
  );
  if (states.includes('asks') || states.includes('conditional')) return 'yes';
  return states.includes('unknown') ? 'unknown' : 'no';
}

function given(program: Program, { call, match }: SupplyDraft): ToolSupply['given'] {
  let unresolved = false;
  for (const path of match.row.allow ?? []) {
    const { values, open } = follow(program, call, path);
    if (values.some(({ ref }) => !program.literals(ref)?.every((literal) => literal === undefined))) return 'some';
    unresolved ||= open;
  }
  return unresolved ? 'unknown' : 'all';
}

function serversOf(program: Program, { call, match }: SupplyDraft): readonly NamedServer[] {
  const start = match.row.of === 'receiver' ? maker(program, call) : call;
  if (start === undefined) return [];
  const servers = match.row.servers.flatMap((path) =>
    follow(program, start, path).values.flatMap(({ ref }) => namedServer(program, ref) ?? []),
  );
  return [...new Map(servers.map((server) => [`${server.span.file}:${String(server.span.start)}`, server])).values()];
}

/** The call that made the object of a method call. */
function maker(program: Program, call: Ref): Ref | undefined {
  const receiver = receiverOf(program, call);
  const made = receiver === undefined ? [] : program.origins(receiver);
  const [first] = made;
  return made.length === 1 && first !== undefined && program.value(first.at).kind === 'call' ? first.at : undefined;
}

function offerOf(program: Program, { call, match }: SupplyDraft): GateOffer | undefined {
  const { insert, insertImport } = match.row satisfies ToolSupplyRow;
  const [option] = insert === undefined ? [] : follow(program, call, 'Argument[0]').values;
  const object = option && program.object(option.ref);
  const options = optionsSite(program, call) ?? (object === undefined ? undefined : optionsSite(program, object));
  if (insert === undefined || options === undefined || options.open) return undefined;
  return {
    property: insert,
    options,
    title: 'Add an allow-list of tools',
    ...(insertImport !== undefined && { import: neededImport(insertImport, match.ref.package) }),
  };
}
