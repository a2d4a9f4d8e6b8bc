import type { Agent, Delegation, Span } from '@leashlint/rules';
import type { Program, Ref } from '../../program/program.js';
import { agentsAt, calleeOrigins, members } from './delegation.js';
import type { ModelCallEntry, ModelContext, UserEntry } from '../entries.js';
import { follow } from '../catalogue/relative.js';
import type { UserTable } from './users.js';

type AgentEntry = UserEntry<Agent>;

/** Options of a handoff that leave something out, or decide whether it happens. */
const RESTRICTIONS: ReadonlySet<string> = new Set(['inputFilter', 'input_filter', 'isEnabled', 'is_enabled']);

/** Who may give work to whom. Call when agents are linked and gates resolved. */
export function delegationsOf(
  context: ModelContext,
  users: UserTable,
  modelCalls: readonly ModelCallEntry[],
): readonly Delegation[] {
  const found = users.agents().flatMap((agent) => [...handoffs(agent), ...tools(agent)]);
  return found.filter(({ from, to }) => from !== to);

  function delegation(from: AgentEntry, to: Agent, rest: Pick<Delegation, 'span' | 'how' | 'restricted'>): Delegation {
    const runs = modelCalls.filter((call) => call.runs.includes(from)).map(({ entry }) => entry);
    return { from: from.entry, to, ...rest, runs };
  }

  /** An agent without a prompt of its own is a team, whose members give work to each other if they are told that they may. */
  function handoffs(agent: AgentEntry): readonly Delegation[] {
    const { program } = context;
    const lists = rowsOf(agent).flatMap(({ handoffs: path }) =>
      path === undefined ? [] : follow(program, agent.ref, path).values.map(({ ref }) => ref),
    );
    const entries = lists.flatMap((list) =>
      members(program, list).flatMap((ref) =>
        agentsAt(program, users, ref).map((entry) => ({ entry, ref, span: itemSpan(program, list, ref) })),
      ),
    );
    if (agent.entry.slots.length > 0)
      return entries.map(({ entry, ref, span }) =>
        delegation(agent, entry.entry, { span, how: 'handoff', restricted: isRestricted(ref) }),
      );
    return entries
      .filter(({ entry }) => mayDelegate(entry))
      .flatMap(({ entry: from }) =>
        entries
          .filter(({ entry }) => entry !== from)
          .map(({ entry }) => delegation(from, entry.entry, { span: from.entry.span, how: 'team', restricted: false })),
      );
  }

  function tools(agent: AgentEntry): readonly Delegation[] {
    return agent.entry.tools.flatMap(({ agent: to, gated, nameSpan: span }) =>
      to === undefined ? [] : [delegation(agent, to, { span, how: 'tool', restricted: gated !== 'no' })],
    );
  }

  function rowsOf(agent: AgentEntry) {
    const { program, catalogue } = context;
    return catalogue
      .match('agents', program.fileOf(agent.ref), calleeOrigins(program, agent.ref))
      .map(({ row }) => row);
  }

  function mayDelegate(agent: AgentEntry): boolean {
    return rowsOf(agent).some(
      ({ delegates }) =>
        delegates !== undefined &&
        follow(context.program, agent.ref, delegates).values.some(
          ({ ref }) => context.program.literals(ref)?.every((literal) => literal === true) === true,
        ),
    );
  }

  /** `handoff(agent, { inputFilter })` */
  function isRestricted(ref: Ref): boolean {
    const { program } = context;
    return program.origins(ref).some((origin) => {
      const value = program.value(origin.at);
      if (value.kind !== 'call' || users.agentAt(origin.at) !== undefined) return false;
      const file = program.fileOf(origin.at);
      return value.arguments.some((argument) => {
        if (argument.spread === true || RESTRICTIONS.has(argument.name ?? '')) return true;
        const object = program.object(program.ref(file, argument.value));
        const facts = object === undefined ? undefined : program.value(object);
        return (
          facts?.kind === 'object' && facts.entries.some((entry) => !('key' in entry) || RESTRICTIONS.has(entry.key))
        );
      });
    });
  }
}

/** Where an element is written in a list; the list, or what it stands for, if it is written nowhere. */
function itemSpan(program: Program, list: Ref, element: Ref): Span {
  const [origin] = program.origins(list);
  const value = origin === undefined ? undefined : program.value(origin.at);
  if (origin === undefined || value?.kind !== 'array') return program.span(list);
  const file = program.fileOf(origin.at);
  const item = value.items.find((one) => 'value' in one && program.ref(file, one.value) === element);
  return item?.range === undefined ? program.span(origin.at) : program.spanOfRange(file, item.range);
}
