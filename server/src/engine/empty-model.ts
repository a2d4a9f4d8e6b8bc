import type { AppModel } from '@leashlint/rules';

/** The model of nothing: what rules see when there is no program. */
export const emptyModel: AppModel = {
  policy: { allowOpenWeb: false },
  files: new Map(),
  agents: [],
  tools: [],
  modelCalls: [],
  clients: [],
  endpoints: [],
  guardrails: [],
  secrets: [],
  settings: [],
  approvals: [],
  mcpServers: [],
  configuredServers: [],
  instructionFiles: [],
  agentSteps: [],
  supplies: [],
  modelDecisions: [],
  suppliedSubjects: [],
  toolCredentials: [],
  routes: [],
  mcpTransports: [],
  tokenForwards: [],
  flows: [],
  text: () => '',
};
