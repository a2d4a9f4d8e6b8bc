import type { AppModel, WorkspaceModel } from '@leashlint/rules';
import { emptyModel } from './empty-model.js';

/** What is kept of the model of a part for rules about the whole. */
export function sharedWithWorkspace({ agents, mcpTransports, policy, riskyDependencies }: AppModel): WorkspaceModel {
  return { agents, mcpTransports, policy, riskyDependencies };
}

/** The parts put together; nothing but what they share is in it. */
export function workspaceModel(parts: readonly WorkspaceModel[]): AppModel {
  return {
    ...emptyModel,
    policy: parts[0]?.policy ?? emptyModel.policy,
    agents: parts.flatMap(({ agents }) => agents),
    mcpTransports: parts.flatMap(({ mcpTransports }) => mcpTransports),
    riskyDependencies: parts.flatMap(({ riskyDependencies }) => riskyDependencies),
  };
}
