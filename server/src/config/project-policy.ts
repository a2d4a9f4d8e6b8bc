import type { PolicyList, ProjectPolicy, Span } from '@leashlint/rules';
import type { EffectiveConfig } from './config.js';

/** The policy of the configuration with the places of its lines; undefined if there is none. `today` is an ISO date. */
export function projectPolicy(config: EffectiveConfig, today: string): ProjectPolicy | undefined {
  const { policy } = config;
  if (policy === undefined) return undefined;
  const span = (path: string): Span | undefined => config.places[path];
  const list = (values: readonly string[] | undefined, path: string): PolicyList | undefined =>
    values === undefined ? undefined : { values, span: span(path) };
  return {
    providers: list(policy.allowedProviders, 'allowedProviders'),
    models: list(policy.allowedModels, 'allowedModels'),
    servers: list(policy.firstPartyMcp, 'firstPartyMcp'),
    hosts: list(policy.allowedEndpoints, 'allowedEndpoints'),
    gateway: list(policy.modelGateway, 'modelGateway'),
    forbidden: policy.forbid.map((entry, index) => ({ ...entry, span: span(`policy.forbid.${String(index)}`) })),
    approvals: policy.requireApproval.map((entry, index) => ({
      ...entry,
      span: span(`policy.requireApproval.${String(index)}`),
    })),
    toolLists: Object.entries(policy.allowTools).map(([agent, values]) => ({
      agent,
      values,
      span: span(`policy.allowTools.${agent}`),
    })),
    reviews: Object.entries(policy.agents).flatMap(([agent, { owner, reviewBy }]) =>
      reviewBy === undefined
        ? []
        : [{ agent, owner, reviewBy, overdue: reviewBy < today, span: span(`agents.${agent}.reviewBy`) }],
    ),
  };
}
