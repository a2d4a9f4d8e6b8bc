import { expect, test } from 'vitest';
import { analyseFiles } from './analyse-files.js';

// In two parts, so that no scanner takes the test for a leak.
const key = ['sk-proj-', 'qN7rT2vX9bL4mK8wZ3cJ5hG6fD1sA0pY'].join('');
const code = `import OpenAI from 'openai';
export const client = new OpenAI({ apiKey: '${key}' });
`;

test.each<[string, Readonly<Record<string, string>>, string, string]>([
  ['no manifest', {}, 'src/client.ts', '.env.example'],
  ['a manifest at the root', { 'package.json': '{}' }, 'src/client.ts', '.env.example'],
  [
    'a package of a workspace',
    { 'package.json': '{}', 'packages/api/package.json': '{}' },
    'packages/api/src/client.ts',
    'packages/api/.env.example',
  ],
  [
    'a file beside packages',
    { 'package.json': '{}', 'packages/api/package.json': '{}' },
    'packages/client.ts',
    '.env.example',
  ],
])('the variable is named in the example file of the package: %s', (_, manifests, file, example) => {
  const { findings } = analyseFiles({ ...manifests, [file]: code });
  const fixes = findings.filter(({ rule }) => rule === 'secret-hardcoded').flatMap((finding) => finding.fixes);
  expect(fixes.map(({ appends }) => appends)).toEqual([
    [{ file: example, line: 'OPENAI_API_KEY=' }],
    [{ file: example, line: 'OPENAI_API_KEY=' }],
  ]);
});
