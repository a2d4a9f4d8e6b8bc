import type { CallValue } from '../../facts.js';
import type { Origin, Program, Ref } from '../../program/program.js';
import { memberName } from '../catalogue/access-path.js';
import type { ModelCallEntry, ModelContext } from '../entries.js';
import { follow } from '../catalogue/relative.js';
import { calleeName } from '../catalogue/sites.js';
import type { Transports } from './mcp-transports.js';
import type { Target } from './request-reach.js';

/** What of consequence a call does: runs a model, serves MCP, hands requests to agents, uses a credential that may do anything. */
export function createTargets(
  context: ModelContext,
  modelCalls: readonly ModelCallEntry[],
  transports: Transports,
): (call: Ref) => readonly Target[] {
  const { program, catalogue } = context;
  const calls = new Map(modelCalls.filter(({ prepares }) => !prepares).map((entry) => [entry.ref, entry.entry]));
  return (call) => {
    const found: Target[] = [];
    const base = { span: program.span(call), at: call, modelCall: undefined, effect: undefined } as const;
    const modelCall = calls.get(call);
    if (modelCall !== undefined) found.push({ ...base, kind: 'model-call', label: modelCall.name, modelCall });
    const transport = transports.at(call);
    if (transport !== undefined) found.push({ ...base, at: transport.ref, kind: 'mcp', label: transport.name });
    const value = program.value(call);
    if (value.kind !== 'call') return found;
    const file = program.fileOf(call);
    const origins = program.origins(program.ref(file, value.callee));
    if (!origins.some((origin) => origin.kind === 'api' && catalogue.knowsModule(origin.module))) return found;
    const [route] = catalogue.match('agentRoutes', file, origins);
    if (route !== undefined && !isSet(program, call, route.row.authentication ?? [])) {
      found.push({ ...base, kind: 'agent', label: route.row.label });
    }
    if (answersApproval(context, call, origins))
      found.push({ ...base, kind: 'approval', label: calleeName(program, call) });
    const privilege = usedPrivilege(context, call, value);
    if (privilege !== undefined) found.push({ ...base, kind: 'privilege', label: privilege });
    return found;
  };
}

/** A call that answers a pending approval: an approving method, or a command that resumes a graph. */
function answersApproval({ program, catalogue }: ModelContext, call: Ref, origins: readonly Origin[]): boolean {
  const matches = catalogue.match('approvals', program.fileOf(call), origins);
  if (matches.some(({ row }) => row.approves !== undefined)) return true;
  const resumes = catalogue.match('resumes', program.fileOf(call), origins);
  return resumes.some(({ row }) => follow(program, call, row.answer).values.length > 0);
}

/** `admin.from('profiles')`: the label of a privileged client that a call uses. */
function usedPrivilege({ program, catalogue }: ModelContext, call: Ref, value: CallValue): string | undefined {
  const file = program.fileOf(call);
  let callee = file.facts.values[value.callee];
  while (callee?.kind === 'member') {
    const object = program.ref(file, callee.object);
    for (const origin of program.origins(object)) {
      if (origin.kind !== 'api' || origin.path.at(-1) !== 'ReturnValue') continue;
      const [match] = catalogue.match('privileges', file, [{ ...origin, path: origin.path.slice(0, -1) }]);
      if (match?.row.uses.includes(callee.key) !== true) continue;
      return isPrivileged(program, origin.at, match.row.key, match.row.variables) ? match.row.label : undefined;
    }
    callee = file.facts.values[callee.object];
  }
  return undefined;
}

/** Whether an option is given, or may be. */
function isSet(program: Program, call: Ref, paths: readonly string[]): boolean {
  return paths.some((path) => {
    const { values, open } = follow(program, call, path);
    return open || values.length > 0;
  });
}

/** The key is read from a variable that by its documented name holds the privileged one. */
function isPrivileged(
  program: Program,
  call: Ref,
  key: string | undefined,
  variables: readonly string[] | undefined,
): boolean {
  if (key === undefined || variables === undefined) return true;
  return follow(program, call, key).values.some(({ ref }) =>
    program.origins(ref).some((origin) => {
      if (origin.kind !== 'api' || origin.module !== 'global') return false;
      const name = memberName(origin.path.at(-1));
      return name !== undefined && variables.includes(name);
    }),
  );
}
