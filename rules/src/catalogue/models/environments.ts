import type { SettingRow } from '../setting-rows.js';

/** The whole environment at an option that may be left out: what is started then gets a few harmless variables. */
export const wholeEnvironment = {
  meaning: 'env-passthrough',
  holds: 'environment',
  removable: true,
  severity: 'warning',
} as const satisfies Partial<SettingRow>;

/** The same for what starts one MCP server. A script of the project may know what the project knows. */
export const environmentOfServer = {
  ...wholeEnvironment,
  noteIf: {
    at: 'Argument[0].Member[command]',
    values: ['Member[process].Member[execPath]', 'node', 'tsx', 'ts-node', 'bun', 'deno', 'npm', 'pnpm', 'yarn'],
  },
} as const satisfies Partial<SettingRow>;
