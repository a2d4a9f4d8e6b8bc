import { expect, test } from 'vitest';
import { isSettingsFile } from '../../src/workspace/text-files.js';

test.each([
  '.env',
  'app/.env.local',
  '.env.production',
  'config/app.json',
  'a.yaml',
  'b.yml',
  'settings.toml',
  'x.properties',
  '.mcp.json',
])('%s may hold settings', (file) => {
  expect(isSettingsFile(file)).toBe(true);
});

test.each([
  '.env.example',
  '.env.local.sample',
  'config.template.json',
  'package.json',
  'package-lock.json',
  'pnpm-lock.yaml',
  'tsconfig.build.json',
  'app.schema.json',
  'a.ts',
  'README.md',
  'environment',
])('%s is no place for keys', (file) => {
  expect(isSettingsFile(file)).toBe(false);
});
