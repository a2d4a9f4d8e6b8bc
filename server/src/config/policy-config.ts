import { isAbsolute } from 'node:path';
import type { Span } from '@leashlint/rules';
import type { CapabilityConfig, PolicyConfig } from './config.js';
import type { DocumentPath } from './parse-document.js';
import type { ConfigFile } from './schema.js';

const LISTS = ['allowedProviders', 'allowedModels', 'allowedEndpoints', 'firstPartyMcp', 'modelGateway'] as const;

type CapabilityEntry = NonNullable<NonNullable<ConfigFile['policy']>['forbid']>[number];

/** What a configuration file allows and forbids; undefined if it says nothing of that kind. */
export function policyOf(file: ConfigFile): PolicyConfig | undefined {
  if (file.policy === undefined && file.agents === undefined && LISTS.every((key) => file[key] === undefined)) {
    return undefined;
  }
  return {
    allowedProviders: file.allowedProviders,
    allowedModels: file.allowedModels,
    allowedEndpoints: file.allowedEndpoints,
    firstPartyMcp: file.firstPartyMcp,
    modelGateway: file.modelGateway,
    forbid: (file.policy?.forbid ?? []).map(capabilityRule),
    requireApproval: (file.policy?.requireApproval ?? []).map(capabilityRule),
    allowTools: file.policy?.allowTools ?? {},
    agents: Object.fromEntries(
      Object.entries(file.agents ?? {}).map(([name, { owner, purpose, reviewBy }]) => [
        name,
        { owner, purpose, reviewBy },
      ]),
    ),
  };
}

function capabilityRule({ agents, capabilities, reason, tools }: CapabilityEntry): CapabilityConfig {
  return { agents, capabilities: capabilities ?? [], tools: tools ?? [], reason };
}

/** Where lines of the policy stand, by their keys joined with dots; nothing for a file above the workspace. */
export function policyPlaces(
  file: ConfigFile,
  path: string,
  rangeOf: (keys: DocumentPath) => readonly [number, number],
): Readonly<Record<string, Span>> {
  if (path.startsWith('../') || isAbsolute(path)) return {};
  const { allowTools = {}, forbid = [], requireApproval = [] } = file.policy ?? {};
  const keys: DocumentPath[] = [
    ...LISTS.filter((key) => file[key] !== undefined).map((key) => [key]),
    ...forbid.map((_, index) => ['policy', 'forbid', index]),
    ...requireApproval.map((_, index) => ['policy', 'requireApproval', index]),
    ...Object.keys(allowTools).map((agent) => ['policy', 'allowTools', agent]),
    ...Object.keys(file.agents ?? {}).map((agent) => ['agents', agent, 'reviewBy']),
  ];
  return Object.fromEntries(
    keys.map((each) => {
      const [start, end] = rangeOf(each);
      return [each.join('.'), { file: path, start, end }];
    }),
  );
}

/** Keys that are known at a path inside of the policy, for suggestions. */
export function policyKeys(path: DocumentPath): readonly string[] | undefined {
  if (path[0] === 'agents') return ['owner', 'purpose', 'reviewBy'];
  if (path[0] !== 'policy') return undefined;
  return path.length === 1
    ? ['forbid', 'requireApproval', 'allowTools']
    : ['agents', 'capabilities', 'tools', 'reason'];
}
