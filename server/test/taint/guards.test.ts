import { describe, expect, it } from 'vitest';
import type { SinkKind } from '@leashlint/rules';
import { solveAll } from './source-to-sink.js';

type Case = readonly [title: string, sink: SinkKind, code: string];

const PATH = `import path from 'node:path'; const p = source(); const ROOT = path.resolve('data');`;
const URLS = `const u = source(); const HOSTS = new Set(['api.example.com']);`;

const FILTER = `const v = source();`;

const clean: readonly Case[] = [
  [
    'a way from the root without `..`',
    'path',
    `${PATH} const f = path.resolve(ROOT, p); if (path.relative(ROOT, f).includes('..')) throw 1; sink(f);`,
  ],
  [
    'first step of the way from the root',
    'path',
    `${PATH} const f = path.resolve(ROOT, p); if (path.relative(ROOT, f).split(path.sep)[0] === '..') throw 1; sink(f);`,
  ],
  ['no `..` in what is joined to a folder', 'path', `${PATH} if (p.includes('..')) throw 1; sink(path.join(ROOT, p));`],
  [
    'no `..` in what stands under a folder',
    'path',
    `${PATH} if (p.includes('..')) throw 1; sink(\`\${ROOT}/\${p}.json\`);`,
  ],
  ['no part that is `..`', 'path', `${PATH} if (p.split('/').includes('..')) throw 1; sink(path.join(ROOT, p));`],
  [
    'relative and without `..`',
    'path',
    `${PATH} if (path.isAbsolute(p) || p.includes('..')) throw 1; sink(path.resolve(ROOT, p));`,
  ],
  [
    'relative by a function that is imported',
    'path',
    `import { isAbsolute, join } from 'node:path'; const p = source(); if (isAbsolute(p) || p.includes('..')) throw 1; sink(join('/srv', p));`,
  ],
  ['the last piece of a path', 'path', `${PATH} sink(path.join(ROOT, p.split('/').pop()));`],
  ['the last piece at either separator', 'path', `${PATH} sink(path.join(ROOT, p.split(/[\\\\/]/).at(-1)));`],
  [
    'an extension',
    'path',
    `${PATH} const make = (extension) => \`text-1.\${extension}\`; sink(path.join(ROOT, make(p.split('.').pop().toLowerCase())));`,
  ],
  [
    'none of the parts is `..`',
    'path',
    `${PATH} const bad = (x) => x.split(/[\\\\/]+/).some((part) => part === '.' || part === '..'); if (bad(p) || path.isAbsolute(p)) throw 1; sink(path.join(ROOT, p));`,
  ],
  [
    'a name without separators',
    'path',
    `${PATH} if (p === '..' || p.includes('/') || p.includes('\\\\')) throw 1; sink(path.join(ROOT, p));`,
  ],
  [
    'a name without separators and without `..`',
    'path',
    `${PATH} if (p.includes('/') || p.includes('..')) throw 1; sink(path.resolve(ROOT, p));`,
  ],
  [
    'relative and without `..`, in two tests',
    'path',
    `${PATH} if (p.startsWith('/')) throw 1; if (/\\.\\./.test(p)) throw 1; sink(path.resolve(ROOT, p));`,
  ],
  [
    'relative and without `..`, in a function',
    'path',
    `${PATH} function safe(x) { if (path.isAbsolute(x)) return false; return !x.includes('..'); } if (!safe(p)) throw 1; sink(path.resolve(ROOT, p));`,
  ],
  [
    'leading `..` of a normalised path removed',
    'path',
    `${PATH} const q = path.normalize(p).replace(/^(\\.\\.(\\/|\\\\|$))+/, ''); sink(path.join(ROOT, q));`,
  ],
  [
    'root with a separator where it had none',
    'path',
    `${PATH} const base = ROOT.endsWith(path.sep) ? ROOT : ROOT + path.sep; const f = path.resolve(base, p); if (!f.startsWith(base)) throw 1; sink(f);`,
  ],
  ['found in a list by index', 'shell', `const x = source(); if (['a', 'b'].indexOf(x) === -1) throw 1; sink(x);`],
  ['index from zero on', 'shell', `const x = source(); if (['a', 'b'].indexOf(x) >= 0) sink(x);`],
  [
    'subdomain of a listed host',
    'url',
    `${URLS} const h = new URL(u).hostname; if (![...HOSTS].some((d) => h === d || h.endsWith('.' + d))) throw 1; sink(u);`,
  ],
  [
    'anchored pattern of the host',
    'url',
    `${URLS} if (!/^[a-z]+\\.example\\.com$/.test(new URL(u).hostname)) throw 1; sink(u);`,
  ],
  [
    'pattern of a host and what is below it',
    'url',
    `${URLS} if (!/(^|\\.)example\\.com$/.test(new URL(u).hostname)) throw 1; sink(u);`,
  ],
  ['path behind a host', 'url', `${URLS} if (!u.startsWith('/')) throw 1; sink('https://api.example.com' + u);`],
  [
    'no leading dash',
    'process-arguments',
    `const x = source(); if (x.startsWith('-')) throw 1; sink(['checkout', x]);`,
  ],
];

const RESULT = `${PATH} function check(x) { const f = path.resolve(ROOT, x); if (!f.startsWith(ROOT + path.sep)) return { ok: false, reason: 'outside' }; return { ok: true, full: f }; }`;

const results: readonly Case[] = [
  ['told in a property', 'path', `${RESULT} const r = check(p); if (!r.ok) throw 1; sink(path.resolve(ROOT, p));`],
  [
    'told in a destructured property',
    'path',
    `${RESULT} const { ok } = check(p); if (ok) sink(path.resolve(ROOT, p));`,
  ],
  ['told in a property, its path used', 'path', `${RESULT} const r = check(p); if (!r.ok) throw 1; sink(r.full);`],
  [
    'told by a function around it',
    'path',
    `${RESULT} async function outer(x) { return check(x); } const r = await outer(p); if (r.ok === false) throw 1; sink(path.resolve(ROOT, p));`,
  ],
  [
    'an error that is not there',
    'path',
    `${PATH} function check(x) { const f = path.resolve(ROOT, x); if (!f.startsWith(ROOT + path.sep)) return { error: 'outside' }; return {}; } const { error } = check(p); if (error) throw 1; sink(path.resolve(ROOT, p));`,
  ],
  ['objects refused', 'query-filter', `${FILTER} if (v !== null && typeof v === 'object') throw 1; sink({ v });`],
  ['objects refused in between', 'query-filter', `${FILTER} if (typeof v === 'object') throw 1; else sink({ v });`],
  ['a text', 'query-filter', `${FILTER} if (typeof v === 'string') sink({ v });`],
  ['one of two known values', 'query-filter', `${FILTER} if (v === null || typeof v !== 'object') sink({ v });`],
  [
    'objects refused where it is written',
    'query-filter',
    `const q = {}; Object.entries(source()).forEach(([k, v]) => { if (typeof v === 'object') throw 1; q[k] = v; }); sink(q);`,
  ],
  [
    'refused where it is added',
    'shell',
    `const x = source(); const a = []; if (x === 'ls') a.push(x); sink(a.join(' '));`,
  ],
  ['refused where it is written', 'shell', `const x = source(); const o = {}; if (x === 'ls') o.x = x; sink(o.x);`],
];

const weak: readonly (readonly [...Case, reason: string])[] = [
  [
    'a list of roots that allows everything while it is empty',
    'path',
    `${PATH} const ROOTS = config.roots; async function inside(f) { if (ROOTS.length === 0) return true; return ROOTS.some((r) => f === r || f.startsWith(r + path.sep)); } const f = path.resolve(p); if (!(await inside(f))) throw 1; sink(f);`,
    'without looking',
  ],
  [
    'no `..` in an absolute path',
    'path',
    `${PATH} if (p.includes('..')) throw 1; sink(p);`,
    'an absolute path needs none',
  ],
  [
    'no `..`, resolved',
    'path',
    `${PATH} if (p.includes('..')) throw 1; sink(path.resolve(ROOT, p));`,
    'an absolute path needs none',
  ],
  [
    'relative only',
    'path',
    `${PATH} if (path.isAbsolute(p)) throw 1; sink(path.join(ROOT, p));`,
    'leaves its folder through `..`',
  ],
  [
    'one separator only',
    'path',
    `${PATH} if (p.includes('/')) throw 1; sink(path.join(ROOT, p));`,
    'refuses a few words',
  ],
  [
    'some part is `..` and something else holds',
    'path',
    `${PATH} if (p.split('/').some((part) => part === '..' && strict) || path.isAbsolute(p)) throw 1; sink(path.join(ROOT, p));`,
    'leaves its folder through `..`',
  ],
  [
    'one of both',
    'path',
    `${PATH} if (path.isAbsolute(p) && p.includes('..')) throw 1; sink(path.resolve(ROOT, p));`,
    'a relative path',
  ],
  [
    'not found in a list',
    'shell',
    `const x = source(); if (['a', 'b'].indexOf(x) >= 0) throw 1; sink(x);`,
    'refused values',
  ],
  [
    'text has no semicolon',
    'shell',
    `const x = source(); if (x.indexOf(';') !== -1) throw 1; sink(x);`,
    'refuses a few words',
  ],
  [
    'pattern of a host without a dot',
    'url',
    `${URLS} if (!/example\\.com$/.test(new URL(u).hostname)) throw 1; sink(u);`,
    'other hosts',
  ],
  [
    'pattern somewhere in the host',
    'url',
    `${URLS} if (!/example\\.com/.test(new URL(u).hostname)) throw 1; sink(u);`,
    'not anchored',
  ],
];

const none: readonly Case[] = [
  ['told in a property that nobody asks', 'path', `${RESULT} const r = check(p); sink(path.resolve(ROOT, p));`],
  [
    'told in another property',
    'path',
    `${RESULT} const r = check(p); if (!r.reason) throw 1; sink(path.resolve(ROOT, p));`,
  ],
  ['told of another value', 'path', `${RESULT} const r = check('x'); if (!r.ok) throw 1; sink(path.resolve(ROOT, p));`],
  ['slash in front of a whole address', 'url', `${URLS} if (!u.startsWith('/')) throw 1; sink(u);`],
  ['a text only on the other way', 'query-filter', `${FILTER} if (typeof v !== 'string') sink({ v });`],
  ['something there', 'query-filter', `${FILTER} if (v !== null) sink({ v });`],
  ['a text, which is no guard elsewhere', 'shell', `const x = source(); if (typeof x === 'string') sink(x);`],
  [
    'asked where another value is written',
    'shell',
    `const x = source(); const o = {}; if (x === 'ls') o.y = 1; o.x = x; sink(o.x);`,
  ],
  ['first number of a text', 'shell', `const x = source(); if (isNaN(parseInt(x))) throw 1; sink(x);`],
];

describe('guards that count', () => {
  it.each([...clean, ...results])('%s (%s)', (_, sink, code) => {
    expect(solveAll({ 'main.ts': code }, sink).answers).toEqual([]);
  });
});

describe('guards that do not count', () => {
  it.each(weak)('%s (%s)', (_, sink, code, reason) => {
    const [answer, ...others] = solveAll({ 'main.ts': code }, sink).answers;
    expect(others).toEqual([]);
    expect(answer?.weakGuards[0]?.reason).toContain(reason);
  });

  it.each(none)('%s (%s)', (_, sink, code) => {
    expect(solveAll({ 'main.ts': code }, sink).answers).toHaveLength(1);
  });
});
