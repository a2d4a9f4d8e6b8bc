export type * from './model/app.js';
export type * from './model/finding.js';
export type * from './model/rule.js';
export type * from './model/site.js';
export type * from './model/span.js';
export type * from './catalogue/framework.js';

export { catalogue } from './catalogue/index.js';
export { SANDBOX_MODULES, optionsWithoutValue, shellCommandFlags, shellPrograms } from './catalogue/runtime/shells.js';
export type { SecretFormat } from './catalogue/secrets/secret-format.js';
export { secretFormats } from './catalogue/secrets/secret-formats.js';
export { rules } from './rules/index.js';
