import type { SettingRow } from '../setting-rows.js';

/** Thresholds of Gemini that let everything pass. */
export const noBlocking = {
  meaning: 'safety-disabled',
  values: ['BLOCK_NONE', 'OFF', 'Member[HarmBlockThreshold].Member[BLOCK_NONE,OFF]'],
  replacement: "'BLOCK_MEDIUM_AND_ABOVE'",
  severity: 'warning',
} as const satisfies Partial<SettingRow>;
