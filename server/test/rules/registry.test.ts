import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rules } from '@leashlint/rules';
import { pages } from '@leashlint/rules/pages';
import { describe, expect, it } from 'vitest';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../..');

describe('the rule registry', () => {
  it('is what the generator writes', () => {
    expect(() =>
      execFileSync(process.execPath, ['scripts/generate-registry.mjs', '--check'], { cwd: root }),
    ).not.toThrow();
  });

  it('has a page for every rule', () => {
    expect(Object.keys(pages).sort()).toEqual(rules.map(({ meta }) => meta.id).sort());
  });

  it('names rules after their family', () => {
    for (const { meta } of rules) expect(meta.id.startsWith(`${meta.family}-`)).toBe(true);
  });
});
