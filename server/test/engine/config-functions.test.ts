import { describe, expect, test } from 'vitest';
import type { EffectiveConfig } from '../../src/config/config.js';
import { defaultConfig } from '../../src/config/defaults.js';
import { createEngine } from '../../src/engine/create-engine.js';
import { defaultParts } from '../../src/engine/default-parts.js';
import { createMemoryHost } from '../../src/workspace/memory-host.js';

function shellFindings(
  body: string,
  config: Partial<EffectiveConfig>,
  files: Readonly<Record<string, string>> = {},
): number {
  const host = createMemoryHost({
    'package.json': '{ "dependencies": { "ai": "^6.0.0" } }',
    'tool.ts': `import { tool } from 'ai';
import { z } from 'zod';
import { execSync } from 'node:child_process';
import { wash } from 'washing';
import { clean, isFine } from './safe.js';
export const run = tool({
  description: 'Run',
  inputSchema: z.object({ name: z.string() }),
  execute: async ({ name }) => { ${body} },
});
`,
    'safe.ts': `import { unknown } from 'elsewhere';
export function clean(text: string): string { return unknown(text); }
export const isFine = (text: string): boolean => unknown(text);
`,
    ...files,
  });
  const report = createEngine(host, defaultParts).analyse({
    config: { ...defaultConfig, ...config, only: ['exec-tool-shell'] },
  });
  expect(report?.problems).toEqual([]);
  return report?.findings.length ?? -1;
}

describe('functions that the configuration names', () => {
  const all = 'all' as const;

  test.each([
    [
      'a sanitizer of the project',
      'execSync(`ls ${clean(name)}`)',
      { sanitizers: [{ name: 'safe.ts#clean', cleans: all }] },
    ],
    [
      'a sanitizer of a package',
      'execSync(`ls ${wash(name)}`)',
      { sanitizers: [{ name: 'washing#wash', cleans: ['shell'] }] },
    ],
    [
      'a guard of the project',
      'if (isFine(name)) execSync(`ls ${name}`)',
      { guards: [{ name: './safe.ts#isFine', cleans: all, how: 'truthy' as const }] },
    ],
    [
      'a guard that throws',
      'isFine(name); execSync(`ls ${name}`)',
      { guards: [{ name: 'safe.ts#isFine', cleans: all, how: 'completes' as const }] },
    ],
  ])('%s', (_, body, config) => {
    expect(shellFindings(body, {})).toBe(1);
    expect(shellFindings(body, config)).toBe(0);
  });

  test('clean for the sinks that are named only', () => {
    const config = { sanitizers: [{ name: 'safe.ts#clean', cleans: ['path'] }] };
    expect(shellFindings('execSync(`ls ${clean(name)}`)', config)).toBe(1);
  });

  test('are nothing when they do not exist', () => {
    const config = {
      sanitizers: [
        { name: 'safe.ts#none', cleans: all },
        { name: 'none.ts#clean', cleans: all },
      ],
    };
    expect(shellFindings('execSync(`ls ${clean(name)}`)', config)).toBe(1);
  });
});
