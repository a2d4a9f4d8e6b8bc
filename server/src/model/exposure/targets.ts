import type { Effect } from '@leashlint/rules';
import type { Program, Ref } from '../../program/program.js';
import { memberName } from '../access-path.js';
import type { ModelCallEntry, ModelContext } from '../entries.js';
import { follow } from '../relative.js';
import type { Transports } from './mcp-transports.js';
import type { Target } from './request-reach.js';

/** What of consequence a call does: runs a model, serves MCP, hands requests to agents, uses a credential that may do anything. */
export function createTargets(
  context: ModelContext,
  modelCalls: readonly ModelCallEntry[],
  transports: Transports,
): (call: Ref) => readonly Target[] {
  const { program } = context;
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
    if (!origins.some((origin) => origin.kind === 'api' && context.catalogue.knowsModule(origin.module))) return found;
    const [route] = context.catalogue.match('agentRoutes', file, origins);
    if (route !== undefined && !isSet(program, call, route.row.authentication ?? [])) {
      found.push({ ...base, kind: 'agent', label: route.row.label });
    }
    const [privilege] = context.catalogue.match('privileges', file, origins);
    if (privilege !== undefined && isPrivileged(program, call, privilege.row.key, privilege.row.variables)) {
      found.push({ ...base, kind: 'privilege', label: privilege.row.label });
    }
    return found;
  };
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

/** An effect as something that a handler reaches. */
export function effectTarget(effect: Effect, at: Ref): Target {
  return { kind: 'effect', label: effect.callee, span: effect.span, at, modelCall: undefined, effect };
}
