import type { Agent, AgentRow, FrameworkRef, ModelCall, ModelCallRow, RelativePath } from '@leashlint/rules';
import { chainLinks } from '../../program/chain-links.js';
import type { Origin, Ref } from '../../program/program.js';
import type { Match } from '../catalogue/catalogue-index.js';
import type { OutputDraft, SlotDraft } from '../drafts.js';
import { parsePath, parseToken, tokenCovers } from '../catalogue/access-path.js';
import type { Building, ModelCallEntry, ModelContext, ToolEntry, UserEntry } from '../entries.js';
import { outputDrafts } from './outputs.js';
import { follow, followTokens } from '../catalogue/relative.js';
import { find, heldBy, provenanceOf, textOf } from '../catalogue/row-values.js';
import type { Sighting } from '../catalogue/sightings.js';
import { calleeName, optionsSite } from '../catalogue/sites.js';
import { slotDrafts } from './slots.js';
import { limitsOf } from './limits.js';
import { modelRequestAt } from './model-requests.js';
import { supplyAt } from '../tools/tool-supplies.js';
import type { SupplyDraft } from '../tools/tool-supplies.js';
import type { Wired, Wiring } from './wiring.js';

/** Agents and model calls with the tools that they get. */
export interface UserTable {
  agentAt(call: Ref): UserEntry<Agent> | undefined;
  readonly agents: () => readonly UserEntry<Agent>[];
  modelCallsAt(sighting: Sighting): ModelCallEntry | undefined;
}

export function createUserTable(context: ModelContext, wiring: Wiring): UserTable {
  const { program, catalogue } = context;
  const agents = new Map<Ref, UserEntry<Agent> | undefined>();

  function agentAt(call: Ref): UserEntry<Agent> | undefined {
    if (agents.has(call)) return agents.get(call);
    const value = program.value(call);
    const file = program.fileOf(call);
    const matches =
      value.kind === 'call' ? catalogue.match('agents', file, program.origins(program.ref(file, value.callee))) : [];
    const entry = matches.length === 0 ? undefined : createAgent(call, matches);
    agents.set(call, entry);
    return entry;
  }

  function createAgent(call: Ref, matches: readonly Match<'agents'>[]): UserEntry<Agent> | undefined {
    const [first] = matches;
    if (first === undefined) return undefined;
    const provenance = provenanceOf(first.framework, first.ref);
    const rows: readonly AgentRow[] = matches.map((match) => match.row);
    const [base] = rows.flatMap((row) => agentsIn(call, row.base));
    const given = wire(call, rows, first);
    const own = { ...given, tools: [...new Set([...given.tools, ...wiring.joined(call)])] };
    const inherits = base !== undefined && !rows.some((row) => isGiven(call, row.tools));
    const wired = inherits ? { ...base, known: own.known && base.entry.toolsKnown } : own;
    const agent: Building<Agent> = {
      name: textOf(
        program,
        rows.map((row) => find(program, call, row.name, 'text').value?.ref).find((ref) => ref !== undefined),
      ),
      framework: first.ref,
      span: program.span(call),
      options: optionsAt(call),
      slots: [],
      tools: wired.tools.map((entry) => entry.tool),
      toolsKnown: wired.known,
      handoffs: [],
      gates: [],
      limits: [],
    };
    const slots = slotDrafts(
      program,
      call,
      rows.flatMap((row) => heldBy(row.slots, provenance)),
      agent,
    );
    agent.slots = slots.map((draft) => draft.slot);
    const limits = rows.flatMap((row) => heldBy(row.limits, provenance));
    agent.limits = limitsOf(context, call, limits, wired, first.ref);
    const gateRows = rows.flatMap((row) => heldBy(row.gates, provenance));
    return {
      entry: agent,
      ref: call,
      provenance,
      gateRows,
      tools: [...wired.tools],
      supplies: wired.supplies,
      runs: base === undefined ? [] : [base],
      slots,
    };
  }

  function isGiven(call: Ref, path: RelativePath | undefined): boolean {
    return path !== undefined && follow(program, call, path).values.length > 0;
  }

  function wire(
    call: Ref,
    rows: readonly Pick<ModelCallRow, 'tools' | 'servers' | 'active'>[],
    match: { readonly framework: Match<'calls'>['framework']; readonly ref: FrameworkRef },
  ): Wired {
    const parts = rows.flatMap((row): readonly Wired[] => {
      if (row.tools === undefined) return [];
      const { values, open } = follow(program, call, row.tools);
      const held = values.map((value) => wiring.collection(value.ref, match.framework, match.ref));
      return [...held, { tools: [], known: !open, supplies: [] }];
    });
    const active = rows.map((row) => activeNames(call, row.active)).find((names) => names !== undefined);
    const tools = [...new Set(parts.flatMap((part) => part.tools))];
    return {
      tools:
        active === undefined ? tools : tools.filter(({ tool }) => tool.name === undefined || active.has(tool.name)),
      known: parts.every((part) => part.known),
      supplies: [...parts.flatMap((part) => part.supplies), ...rows.flatMap((row) => serversAt(call, row.servers))],
    };
  }

  /** Names in a list of literals; undefined where anything else may be in it. */
  function activeNames(call: Ref, path: RelativePath | undefined): ReadonlySet<string> | undefined {
    const [list, ...others] = path === undefined ? [] : follow(program, call, path).values;
    if (list === undefined || others.length > 0) return undefined;
    const { values, open } = followTokens(program, list.ref, [{ kind: 'ArrayElement' }]);
    const names = values.map(({ ref }) => program.literals(ref)?.[0]);
    const known = names.filter((name) => typeof name === 'string');
    return open || known.length < names.length || known.length === 0 ? undefined : new Set(known);
  }

  /** MCP servers in a list of the options. */
  function serversAt(call: Ref, path: RelativePath | undefined): readonly SupplyDraft[] {
    if (path === undefined) return [];
    return follow(program, call, path).values.flatMap(({ ref }) =>
      program.origins(ref).flatMap((origin) => supplyAt(context, origin.at) ?? []),
    );
  }

  function optionsAt(call: Ref): Agent['options'] {
    const value = program.value(call);
    if (value.kind !== 'call') return undefined;
    const file = program.fileOf(call);
    const objects = value.arguments.map((given) =>
      given.spread ? undefined : program.object(program.ref(file, given.value)),
    );
    const object = objects.find((candidate) => candidate !== undefined);
    return optionsSite(program, call) ?? (object === undefined ? undefined : optionsSite(program, object));
  }

  function modelCallsAt(sighting: Sighting): ModelCallEntry | undefined {
    const matches = catalogue.match('calls', sighting.file, sighting.callee);
    const [first] = matches;
    if (first)
      return createCall(
        sighting,
        matches.map(({ row }) => (isChained(sighting) ? { ...row, slots: [] } : row)),
        first.ref,
        provenanceOf(first.framework, first.ref),
        first.framework,
      );
    return runOfAgent(sighting) ?? requestTo(sighting);
  }

  /** `requests.post('https://api.openai.com/v1/chat/completions', json=body)`. */
  function requestTo(sighting: Sighting): ModelCallEntry | undefined {
    const request = modelRequestAt(context, sighting);
    if (request === undefined) return undefined;
    const { match, row, bodies } = request;
    const provenance = provenanceOf(match.framework, match.ref);
    const call = createCall(sighting, [row], match.ref, provenance, match.framework, bodies);
    if (call !== undefined) call.entry.name = calleeName(program, sighting.ref);
    return call;
  }

  /** `(prompt | model).invoke(…)`: what the call passes goes to the first link, not to the model. */
  function isChained({ ref, file }: Sighting): boolean {
    const value = program.value(ref);
    const callee = value.kind === 'call' ? program.value(program.ref(file, value.callee)) : undefined;
    if (callee?.kind !== 'member') return false;
    return program.origins(program.ref(file, callee.object)).some(({ at }) => chainLinks(program, at).length > 0);
  }

  /** `agent.generate({ prompt })`: a method of a value that an agent row creates. */
  function runOfAgent(sighting: Sighting): ModelCallEntry | undefined {
    for (const origin of sighting.callee) {
      if (origin.kind !== 'api') continue;
      for (let index = origin.path.length - 2; index > 0; index -= 1) {
        const made = origin.path[index];
        if (made !== 'Instance' && made !== 'ReturnValue') continue;
        const prefix: Origin = { ...origin, path: origin.path.slice(0, index) };
        for (const match of catalogue.match('agents', sighting.file, [prefix])) {
          const run = match.row.runs?.find((candidate) => isPath(candidate.call, origin.path.slice(index + 1)));
          if (run === undefined) continue;
          const row: ModelCallRow = { ...run, agent: 'Receiver' };
          return createCall(sighting, [row], match.ref, provenanceOf(match.framework, match.ref), match.framework);
        }
      }
    }
    return undefined;
  }

  function createCall(
    sighting: Sighting,
    rows: readonly ModelCallRow[],
    ref: FrameworkRef,
    provenance: UserEntry['provenance'],
    framework: Match<'calls'>['framework'],
    /** Where the paths of slots start. */
    asked: readonly Ref[] = [sighting.ref],
  ): ModelCallEntry | undefined {
    const call = sighting.ref;
    const value = program.value(call);
    if (value.kind !== 'call') return undefined;
    const wired = wire(call, rows, { framework, ref });
    const agentRows = rows.filter((row) => row.agent !== undefined);
    const runs = agentRows.flatMap((row) => agentsIn(call, row.agent));
    const tools = [...new Set<ToolEntry>([...wired.tools, ...runs.flatMap((agent) => agent.tools)])];
    const known =
      wired.known && runs.every((agent) => agent.entry.toolsKnown) && (agentRows.length === 0 || runs.length > 0);
    const entry: Building<ModelCall> = {
      framework: ref,
      name: callName(sighting.callee),
      span: program.span(call),
      calleeSpan: program.spanOfRange(sighting.file, value.calleeRange),
      options: optionsAt(call),
      slots: [],
      tools: tools.map((tool) => tool.tool),
      toolsKnown: known,
      gates: [],
      limits: [],
      unboundedLoop: undefined,
    };
    const slotRows = rows.flatMap((row) => heldBy(row.slots, provenance));
    const slots: readonly SlotDraft[] = asked.flatMap((start) => slotDrafts(program, start, slotRows, entry));
    entry.slots = slots.map((draft) => draft.slot);
    entry.limits = limitsOf(
      context,
      call,
      rows.flatMap((row) => heldBy(row.limits, provenance)),
      { tools, known, supplies: [] },
      ref,
    );
    const gateRows = rows.flatMap((row) => heldBy(row.gates, provenance));
    const outputs: readonly OutputDraft[] = outputDrafts(
      program,
      call,
      rows.flatMap((row) => row.outputs),
      entry,
    );
    const prepares = rows.every((row) => row.prepares === true);
    return { entry, ref: call, provenance, gateRows, tools, supplies: wired.supplies, runs, slots, outputs, prepares };
  }

  function agentsIn(call: Ref, path: RelativePath | undefined): readonly UserEntry<Agent>[] {
    if (path === undefined) return [];
    const refs = follow(program, call, path).values.flatMap(({ ref }) => program.origins(ref));
    return [...new Set(refs.flatMap((origin) => (origin.kind === 'module' ? [] : (agentAt(origin.at) ?? []))))];
  }

  return {
    agentAt,
    agents: () => [...agents.values()].filter((entry) => entry !== undefined),
    modelCallsAt,
  };
}

function isPath(row: RelativePath, concrete: readonly string[]): boolean {
  const tokens = parsePath(row);
  const path = concrete.map(parseToken);
  return (
    tokens.length === path.length &&
    tokens.every((token, index) => {
      const other = path[index];
      return other !== undefined && tokenCovers(token, other);
    })
  );
}

/** `chat.completions.create`: the members after the client, or the function's own name. Modules before a class do not count. */
function callName(callee: readonly Origin[]): string {
  const origin = callee.find((candidate) => candidate.kind === 'api');
  if (origin?.kind !== 'api') return '';
  const start = Math.max(origin.path.lastIndexOf('Instance'), origin.path.lastIndexOf('ReturnValue')) + 1;
  const names = origin.path.slice(start).flatMap((token) => /^Member\[(.+)\]$/.exec(token)?.[1] ?? []);
  // `ai.prompt('summary')` gives a function that is called by itself.
  const type = start === 0 ? names.findIndex((name) => /^[A-Z]/.test(name)) : 0;
  if (type > 0) return names.slice(type).join('.');
  const written =
    names.length > 0 ? names : origin.path.flatMap((token) => /^Member\[(.+)\]$/.exec(token)?.[1] ?? []).slice(-1);
  return written.filter((name) => name !== 'default').join('.');
}
