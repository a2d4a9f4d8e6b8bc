import { rules } from '@leashlint/rules';
import { Ajv } from 'ajv';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { configJsonSchema } from '../../src/config/json-schema.js';
import { version } from '../../src/version.js';

const root = path.join(import.meta.dirname, '../../..');
const published = readFileSync(path.join(root, 'schema/leashlint.config.schema.json'), 'utf8');

test('the published schema is that of the code (npm run generate)', () => {
  expect(JSON.parse(published)).toEqual(JSON.parse(JSON.stringify(configJsonSchema(rules.map(({ meta }) => meta)))));
});

test('the published schema accepts what the loader accepts, and names what is wrong', () => {
  const validate = new Ajv({ strict: false }).compile(JSON.parse(published) as object);
  expect(validate({ $schema: 'x', preset: 'strict', rules: { 'exec-tool-shell': 'off' }, sanitizers: ['a#b'] })).toBe(
    true,
  );
  expect(validate({ presets: 'strict' })).toBe(false);
  expect(validate({ rules: { 'no-such-rule': 'off' } })).toBe(false);
  expect(validate({ allow: [{ rule: 'exec-tool-shell' }] })).toBe(false);
});

test('the version is that of the manifest', () => {
  const manifest = JSON.parse(readFileSync(path.join(root, 'server/package.json'), 'utf8')) as { version: string };
  expect(version).toBe(manifest.version);
});
