import type { SettingRow } from '../framework.js';

/** The whole environment at an option that may be left out: what is started then gets a few harmless variables. */
export const wholeEnvironment = {
  meaning: 'env-passthrough',
  holds: 'environment',
  removable: true,
  severity: 'warning',
} as const satisfies Partial<SettingRow>;
