import { secretFormats } from '@leashlint/rules';
import { describe, expect, test } from 'vitest';
import { literalPrefixes } from '../../src/workspace/literal-prefixes.js';

describe('literalPrefixes', () => {
  test.each([
    [String.raw`\bsk-ant-api\d+-`, ['sk-ant-api']],
    [String.raw`\b(?:AKIA|ASIA)[A-Z0-9]{16}`, ['AKIA', 'ASIA']],
    [String.raw`\bsk-(?:proj|admin)-(?:a|b)[A-Za-z]+`, ['sk-proj-a', 'sk-proj-b', 'sk-admin-a', 'sk-admin-b']],
    [String.raw`(?<![\w-])gsk_[A-Za-z0-9]{52}`, ['gsk_']],
    [String.raw`https://hooks\.slack\.com/services/T\w+`, ['https://hooks.slack.com/services/T']],
    [String.raw`xox[bp]-\d+`, ['xoxb-', 'xoxp-']],
    [String.raw`\b(?:apk_[a-z]{9}|cog_(?:a|b))x`, ['apk_', 'cog_a', 'cog_b']],
    [String.raw`hf_a?[A-Za-z]{34}`, ['hf_']],
  ])('%s starts with %j', (pattern, prefixes) => {
    expect(literalPrefixes(pattern)).toEqual(prefixes);
  });

  test.each([String.raw`[a-f0-9]{32}`, String.raw`a{32}`, String.raw`sk[-_]\w+`, ''])(
    '%s starts with nothing telling',
    (pattern) => {
      expect(literalPrefixes(pattern)).toBeUndefined();
    },
  );

  test('most formats whose shape is enough have one', () => {
    const strong = secretFormats.filter(({ needsContext }) => !needsContext);
    const without = strong.filter(({ pattern }) => literalPrefixes(pattern) === undefined).map(({ id }) => id);
    expect(without).toEqual([]);
  });
});
