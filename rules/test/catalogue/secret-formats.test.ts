import { describe, expect, it } from 'vitest';
import { namedFormats } from '../../src/catalogue/secrets/named-formats.js';
import { prefixedFormats } from '../../src/catalogue/secrets/prefixed-formats.js';
import { secretFormats } from '../../src/catalogue/secrets/secret-formats.js';
import { sampleOf } from './pattern-sample.js';

function matched(pattern: string, text: string): string | undefined {
  return new RegExp(pattern).exec(text)?.[0];
}

/** Things that stand in code and are no keys: identifiers, hashes, ids, paths, model names. */
const ordinary = [
  'sk-learn is a library',
  'const skipToken = process.env.SKIP_TOKEN',
  'key_value_pairs_are_fine',
  'https://registry.npmjs.org/npm-run-all/-/npm-run-all-4.1.5.tgz',
  'gpt-4.1-2025-04-14',
  'claude-haiku-4-5-20251001',
  'hf_hub_download(repo_id, filename)',
  'pa-thological case',
  'fc-match --format=%{family}',
  'xoxb is a prefix',
  'SG.message',
  '0123456789abcdef',
  'import { createHash } from "node:crypto"',
];

describe('key formats', () => {
  it('has one row per id, each with a variable to offer', () => {
    const ids = secretFormats.map((format) => format.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(secretFormats.filter((format) => format.envVariables.length === 0).map((format) => format.id)).toEqual([
      'sourcegraph-cody',
    ]);
    expect(secretFormats.length).toBeGreaterThanOrEqual(95);
  });

  it.each(secretFormats.map((format) => [format.id, format] as const))('%s matches a key of its shape', (_, format) => {
    const sample = sampleOf(format.pattern);
    expect(matched(format.pattern, `const key = "${sample}";`)).toBe(sample);
  });

  it.each(prefixedFormats.map((format) => [format.id, format] as const))('%s matches no ordinary text', (_, format) => {
    expect(ordinary.map((text) => matched(format.pattern, text)).filter((hit) => hit !== undefined)).toEqual([]);
  });

  it.each(prefixedFormats.map((format) => [format.id, format] as const))('%s needs its whole length', (_, format) => {
    const sample = sampleOf(format.pattern);
    expect(matched(format.pattern, `"${sample.slice(0, Math.ceil(sample.length / 3))}"`)).toBeUndefined();
  });

  it.each(prefixedFormats.map((format) => [format.id, format] as const))(
    '%s is found before other formats',
    (_, format) => {
      const sample = sampleOf(format.pattern);
      const first = prefixedFormats.find((each) => matched(each.pattern, sample) !== undefined);
      expect(first?.id).toBe(format.id);
    },
  );

  it('knows the words that stand near a key without a shape of its own', () => {
    expect(namedFormats.filter((format) => format.words.length === 0)).toEqual([]);
    expect(namedFormats.flatMap((format) => format.words).filter((word) => !/^[a-z0-9]+$/.test(word))).toEqual([]);
  });

  it.each([
    ['openai-legacy-key', 'OpenAI'],
    ['anthropic-api-key', 'Anthropic'],
    ['github-classic', 'GitHub'],
    ['stripe-secret', 'Stripe'],
  ])('%s names its service', (id, service) => {
    expect(secretFormats.find((format) => format.id === id)?.title).toContain(service);
  });
});
