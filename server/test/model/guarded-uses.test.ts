import { catalogue } from '@leashlint/rules';
import { describe, expect, it } from 'vitest';
import { frameworks as small } from './flow-frameworks.js';
import { flowProject } from './flow-project.js';

const frameworks = [...small, ...catalogue.filter(({ id }) => ['pg', 'address-checks'].includes(id))];

function kinds(body: string, imports = ''): readonly string[] {
  const text = `
    import { tool } from 'sdk'; import { Pool } from 'pg'; ${imports}
    const pool = new Pool();
    tool({ name: 'run', execute: async ({ sql, url }) => { ${body} } });`;
  return flowProject({ 'main.ts': text }, frameworks).flows.map(({ sink }) => sink.kind);
}

describe('free SQL', () => {
  const open = `const c = await pool.connect(); await c.query('BEGIN TRANSACTION READ ONLY');`;

  it('is fine as one prepared statement in a read-only transaction', () => {
    expect(kinds(`${open} await c.query({ name: 'q', text: sql, values: [] });`)).toEqual([]);
  });

  it('can leave a read-only transaction with a second statement', () => {
    expect(kinds(`${open} await c.query(sql);`)).toEqual(['sql']);
  });

  it('can write where nothing is read-only', () => {
    expect(kinds(`const c = await pool.connect(); await c.query({ name: 'q', text: sql, values: [] });`)).toEqual([
      'sql',
    ]);
  });
});

describe('a check of the address', () => {
  const check = `if (isPrivate(new URL(url).hostname)) throw new Error('private');`;
  const imports = `import isPrivate from 'private-ip';`;

  it('counts where no redirect is followed', () => {
    expect(kinds(`${check} await fetch(url, { redirect: 'error' });`, imports)).toEqual([]);
  });

  it('counts where the address that answered is looked at', () => {
    expect(kinds(`${check} const r = await fetch(url); check(r.url);`, imports)).toEqual([]);
  });

  it('does not count where redirects are followed', () => {
    expect(kinds(`${check} await fetch(url);`, imports)).toEqual(['url']);
  });

  it('does not count on the whole URL', () => {
    expect(kinds(`if (isPrivate(url)) throw 1; await fetch(url, { redirect: 'error' });`, imports)).toEqual(['url']);
  });
});
