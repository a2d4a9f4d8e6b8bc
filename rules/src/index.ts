export type * from './model/agent.js';
export type * from './model/app.js';
export type * from './model/artifact.js';
export type * from './model/dependency.js';
export type * from './model/exposure.js';
export type * from './model/flow.js';
export type * from './model/framework-ref.js';
export type * from './model/policy.js';
export type * from './model/setting.js';
export type * from './model/store.js';
export type * from './model/tool.js';
export type * from './model/conduct.js';
export type * from './model/configuration.js';
export type * from './model/workflow.js';
export type * from './model/finding.js';
export type * from './model/rule.js';
export type * from './model/site.js';
export type * from './model/span.js';
export type * from './catalogue/access-path.js';
export type * from './catalogue/agent-rows.js';
export type * from './catalogue/flow-rows.js';
export type * from './catalogue/framework.js';
export type * from './catalogue/setting-rows.js';
export type * from './catalogue/supply-rows.js';
export type * from './catalogue/store-rows.js';
export type * from './catalogue/tool-rows.js';
export type * from './catalogue/web-rows.js';
export type * from './catalogue/ci-agent.js';
export type * from './catalogue/config-file.js';

export { ciAgents } from './catalogue/config/ci-agents.js';
export { configFiles } from './catalogue/config/config-files.js';
export { downloadAndRun } from './catalogue/config/risky-commands.js';
export { catalogue } from './catalogue/index.js';
export { isModelAddress, modelAddressPattern } from './catalogue/models/model-addresses.js';
export { hostOf, modelProviders } from './catalogue/models/providers.js';
export { advisories, unmaintainedPackages } from './catalogue/supply/advisories.js';
export {
  commandTags,
  SANDBOX_MODULES,
  interpreterPrograms,
  optionsWithoutValue,
  shellCommandFlags,
  shellPrograms,
} from './catalogue/runtime/shells.js';
export type { SecretFormat } from './catalogue/secrets/secret-format.js';
export { secretFormats } from './catalogue/secrets/secret-formats.js';
export { rules } from './rules/index.js';
