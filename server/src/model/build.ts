import type { AppModel, CiAgent, Policy, SecretFormat, SecretLiteral, SourceFile, Span } from '@leashlint/rules';
import type { Program, ProgramFile } from '../program/program.js';
import { createSolver } from '../taint/create-solver.js';
import { bodyLimits } from './flow/body-limits.js';
import { approvalsOf } from './approval/approvals.js';
import type { CatalogueIndex } from './catalogue/catalogue-index.js';
import { configurationsOf, type KindsOf } from './config/configurations.js';
import { agentSteps } from './ci/agent-steps.js';
import { clientsOf } from './agents/clients.js';
import { buildConduct } from './effects/conduct.js';
import { linkAgents } from './agents/delegation.js';
import { delegationsOf } from './agents/delegations.js';
import { endpointsOf } from './agents/endpoints.js';
import type { ModelCallEntry, ModelContext, ToolEntry } from './entries.js';
import { assumeEntryPoints } from './flow/entry-points.js';
import { buildExposure } from './exposure/build-exposure.js';
import { buildFlows } from './flow/flows.js';
import { resolveGates } from './approval/gates.js';
import { guardrailsOf } from './agents/guardrails.js';
import { createMarks } from './flow/marks.js';
import { unboundedLoop } from './agents/model-loops.js';
import { byPlace } from './places.js';
import { callsOutside } from './policy/calls-outside.js';
import { providerUses } from './policy/provider-uses.js';
import { secretScanner } from './secrets/secret-scan.js';
import { scanText, secretsIn } from './secrets/secrets.js';
import { createSemantics } from './flow/semantics.js';
import { serversOf } from './tools/servers.js';
import { settingsOf } from './catalogue/settings.js';
import { storedSettings } from './catalogue/stored-settings.js';
import { sightings } from './catalogue/sightings.js';
import type { Sighting } from './catalogue/sightings.js';
import type { Sink } from './flow/sinks.js';
import { plainFile, sourceFile } from './source-file.js';
import { toolClasses } from './tools/tool-classes.js';
import { reachEffects } from './effects/tool-effects.js';
import { storesOf } from './stores/stores.js';
import { variableSinks } from './prompts/template-variables.js';
import { createToolTable } from './tools/tools.js';
import { type AdvisoryTable, riskyDependencies } from './supply/advisories/risky-dependencies.js';
import { buildSupply } from './supply/build-supply.js';
import { createUserTable } from './agents/users.js';
import { createWiring } from './agents/wiring.js';

export interface BuildOptions {
  readonly secretFormats: readonly SecretFormat[];
  /** Configuration files mean nothing if absent. */
  readonly configKindsOf?: KindsOf;
  readonly ciAgents?: readonly CiAgent[];
  /** Files that are not code (`.env`, JSON, YAML): scanned for keys only. */
  readonly texts?: readonly { readonly path: string; readonly text: string }[];
  /** Told the places from which a search for sources was cut off. */
  readonly onBounds?: (places: readonly Span[]) => void;
  /** No dependency has known flaws if absent. */
  readonly advisories?: AdvisoryTable;
  /** Nothing special is allowed if absent. */
  readonly policy?: Policy;
}

/**
 * The application model of the files that are loaded when it is called; files that they lead to are loaded on the way.
 * Deterministic: lists are sorted by file and offset.
 */
export function buildModel(program: Program, catalogue: CatalogueIndex, options: BuildOptions): AppModel {
  const context: ModelContext = { program, catalogue };
  const roots = [...program.files()];
  assumeEntryPoints(program, catalogue);
  const calls = sightings(context, roots);

  const table = createToolTable(context);
  for (const entry of toolClasses(context, roots)) table.add(entry);
  // Agents get tools that are declared after them.
  for (const { ref } of calls) table.declaredBy(ref);
  const users = createUserTable(context, createWiring(context, table));
  for (const { ref } of calls) users.agentAt(ref);
  const modelCalls = calls.flatMap((call) => users.modelCallsAt(call) ?? []);
  const { servers, dispatched } = serversOf(context, calls, table.entries());
  const tools = [...table.entries(), ...dispatched];
  linkAgents(context, users, tools);
  resolveGates(context, calls, tools, [...users.agents(), ...modelCalls]);
  for (const call of modelCalls) call.entry.unboundedLoop = unboundedLoop(context, call);

  const { supply, sinks } = buildSupply(context, calls);
  const agentSlots = users.agents().flatMap((agent) => agent.slots);
  const { flows, endpoints, stores } = flowsOf(
    context,
    calls,
    tools,
    modelCalls,
    agentSlots,
    sinks,
    new Set(roots),
    options.onBounds,
  );
  const exposure = buildExposure(context, { modelCalls, tools });
  const conduct = buildConduct(context, { calls, tools, users: [...users.agents(), ...modelCalls], flows });
  const clients = clientsOf(context, calls);
  const files = sourceFiles(program, options);
  const scan = secretScanner(options.secretFormats);
  const configurations = configurationsOf(program, options.configKindsOf, scan);
  const secrets: readonly SecretLiteral[] = [
    ...secretsIn(program, scan, roots, clients),
    ...(options.texts ?? []).flatMap(({ path, text }) => scanText(scan, path, text)),
  ];
  const texts = new Map((options.texts ?? []).map(({ path, text }) => [path, text]));
  return {
    policy: options.policy ?? { allowOpenWeb: false },
    files,
    agents: sorted(users.agents().map((agent) => agent.entry)),
    delegations: sorted(delegationsOf(context, users, modelCalls)),
    tools: sorted(tools.map((entry) => entry.tool)),
    modelCalls: sorted(modelCalls.map((call) => call.entry)),
    clients: sorted(clients.map((entry) => entry.client)),
    endpoints: sorted(endpoints),
    guardrails: sorted(guardrailsOf(context, calls, modelCalls)),
    secrets: sorted(secrets),
    settings: sorted([
      ...settingsOf(context, calls, tools, (file) => files.get(file)?.runtime ?? 'unknown'),
      ...storedSettings(context, roots),
      ...configurations.settings,
    ]),
    approvals: sorted(approvalsOf(context, calls)),
    mcpServers: sorted(servers),
    configuredServers: sorted(configurations.servers),
    instructionFiles: sorted(configurations.instructions),
    agentSteps: sorted(agentSteps(program, options.ciAgents ?? [])),
    ...conduct,
    ...supply,
    ...exposure,
    providerUses: providerUses({
      clients: clients.map(({ client }) => client),
      endpoints,
      modelNames: supply.modelNames,
    }),
    ungatedCalls: callsOutside(modelCalls, options.policy?.project?.gateway?.values),
    riskyDependencies: sorted(riskyDependencies(context, options.advisories)),
    stores: sorted(stores),
    flows,
    text: ({ file, start, end }) => (program.file(file)?.text ?? texts.get(file) ?? '').slice(start, end),
  };
}

/** Effects first, because flows are labelled by tools; the solver answers with marks for both. */
function flowsOf(
  context: ModelContext,
  calls: readonly Sighting[],
  tools: readonly ToolEntry[],
  modelCalls: readonly ModelCallEntry[],
  agentSlots: ModelCallEntry['slots'],
  deserialized: readonly Sink[],
  roots: ReadonlySet<ProgramFile>,
  onBounds: BuildOptions['onBounds'],
): Pick<AppModel, 'flows' | 'endpoints' | 'stores'> {
  const { program, catalogue } = context;
  reachEffects(context, tools);
  const marks = createMarks(
    tools,
    modelCalls.flatMap((call) => call.outputs),
  );
  const solver = createSolver(program, createSemantics(program, catalogue, marks, roots));
  const slots = [...modelCalls.flatMap((call) => call.slots), ...agentSlots];
  const endpoints = endpointsOf(context, calls, solver);
  const stores = storesOf(context, calls);
  const others = [...endpoints.flatMap(({ sink }) => sink ?? []), ...stores.sinks, ...deserialized];
  const flows = buildFlows(program, catalogue, solver, {
    tools,
    slots,
    variables: variableSinks(program, modelCalls),
    roots,
    others,
    limited: bodyLimits(context, calls),
  });
  if (solver.bounds.length > 0) onBounds?.(solver.bounds);
  return { flows, endpoints: endpoints.map(({ endpoint }) => endpoint), stores: stores.uses };
}

function sourceFiles(program: Program, options: BuildOptions): ReadonlyMap<string, SourceFile> {
  const files = [
    ...program.files().map((file) => sourceFile(file, program.packageFolder(file.path))),
    ...(options.texts ?? []).map(({ path, text }) => plainFile(path, text, program.packageFolder(path))),
  ];
  return new Map(files.sort((left, right) => (left.path < right.path ? -1 : 1)).map((file) => [file.path, file]));
}

function sorted<T extends { readonly span: Span }>(entries: readonly T[]): readonly T[] {
  return entries.toSorted((left, right) => byPlace(left.span, right.span));
}
