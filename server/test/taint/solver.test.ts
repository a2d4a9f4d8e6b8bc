import { describe, expect, it } from 'vitest';
import type { SinkKind } from '@leashlint/rules';
import { solveAll } from './source-to-sink.js';

const flows: readonly [title: string, main: string, others?: Record<string, string>][] = [
  ['directly', `sink(source());`],
  ['variable', `const x = source(); sink(x);`],
  ['template', 'const x = source(); sink(`ls ${x}`);'],
  ['concatenation', `sink('ls ' + source() + ' -l');`],
  ['destructuring', `const { a: { b }, ...rest } = source(); sink(b);`],
  ['rest of a pattern', `const { a, ...rest } = source(); sink(rest.c);`],
  ['array pattern', `const [a] = source(); sink(a);`],
  ['await', `sink(await source());`],
  ['branch', `let x = 'a'; if (c) x = source(); sink(x);`],
  ['loop', `let x = ''; for (const p of source()) x += p; sink(x);`],
  ['while loop', `let x = 'a'; while (c) { sink(x); x = source(); }`],
  ['default value', `const x = source() ?? 'a'; sink(x);`],
  ['ternary', `sink(c ? source() : 'a');`],
  ['parameter', `function run(cmd) { sink(cmd); } run(source());`],
  ['arrow parameter', `const run = (cmd) => sink(cmd); run(source());`],
  ['options object', `function run({ cmd, n = 1 }) { sink(cmd); } run({ cmd: source() });`],
  ['return', `function make() { return source(); } sink(make());`],
  ['through two functions', `const a = (x) => b(x); const b = (y) => sink(y); a(source());`],
  ['identity', `const id = (x) => x; sink(id(source()));`],
  ['other file', `import { run } from './run'; run(source());`, { 'run.ts': `export function run(x) { sink(x); }` }],
  [
    'wrapper in another file',
    `import { wrap } from './wrap.js'; sink(wrap(source()));`,
    { 'wrap.ts': 'export const wrap = (x: string) => `a ${x}`;' },
  ],
  [
    'default export',
    `import wrap from './wrap'; sink(wrap(source()));`,
    { 'wrap.ts': 'export default function (x) { return x; }' },
  ],
  [
    'commonjs',
    `const { wrap } = require('./wrap'); sink(wrap(source()));`,
    { 'wrap.js': 'module.exports = { wrap(x) { return x; } };' },
  ],
  ['method', `class A { run(x) { sink(x); } } new A().run(source());`],
  ['static method', `class A { static run(x) { sink(x); } } A.run(source());`],
  ['inherited method', `class A { run(x) { sink(x); } } class B extends A {} new B().run(source());`],
  ['field', `class A { constructor() { this.c = source(); } run() { sink(this.c); } }`],
  ['field through constructor', `class A { constructor(private c) {} run() { sink(this.c); } } new A(source()).run();`],
  ['field read from outside', `class A { constructor(x) { this.c = x; } } const a = new A(source()); sink(a.c);`],
  ['object field', `const o = { k: source() }; sink(o.k);`],
  ['object method', `const o = { run(x) { sink(x); } }; o.run(source());`],
  ['assigned property', `const o = {}; o.k = source(); sink(o.k);`],
  ['whole object', `const o = {}; o.k = source(); sink(o);`],
  ['spread', `const o = { ...source() }; sink(o.k);`],
  ['pushed', `const list = ['a']; list.push(source()); sink(list.join(' '));`],
  ['map callback', `sink(source().map((x) => 'a' + x));`],
  ['callback parameter', `source().forEach((x) => sink(x));`],
  ['promise callback', `source().then((x) => sink(x));`],
  ['reduce', `sink(source().reduce((all, x) => all + x, ''));`],
  ['string methods', `sink(source().trim().split(' ')[0].toLowerCase());`],
  ['closure', `const x = source(); function go() { sink(x); } go();`],
  ['reassigned captured variable', `let x = 'a'; function set() { x = source(); } set(); sink(x);`],
  ['function passed by name', `function handler(x) { sink(x); } function call(f) { f(source()); } call(handler);`],
  ['generator', `function* g() { yield source(); } for (const x of g()) sink(x);`],
  ['rest parameter', `function run(first, ...more) { sink(more[0]); } run('a', source());`],
  ['rest parameter joined', `function run(...args) { sink(args.join(' ')); } run('a', source());`],
  ['spread argument', `function run(a, b) { sink(b); } run(...source());`],
  ['look-up with a tainted table', `const t = source(); sink(t[k]);`],
  ['JSON round trip', `sink(JSON.parse(source()).a);`],
  ['unknown function keeps it', `import { f } from 'some-package'; sink(f(source()));`],
  ['handler table', `const handlers = { a: (x) => sink(x) }; handlers[name](source());`],
  [
    're-export',
    `import { run } from './index'; run(source());`,
    { 'index.ts': `export { go as run } from './run';`, 'run.ts': `export function go(x) { sink(x); }` },
  ],
  [
    'assigned after check of another value',
    `const x = source(); const y = source(); if (!/^a+$/.test(y)) throw 1; sink(x);`,
  ],
];

const silent: readonly [title: string, main: string, sink?: SinkKind][] = [
  ['constant', `sink('ls');`],
  ['other caller is tainted', `const id = (x) => x; id(source()); sink(id('a'));`],
  ['other field is tainted', `const o = { k: source(), l: 'a' }; sink(o.l);`],
  ['overwritten', `let x = source(); x = 'a'; sink(x);`],
  ['sanitised', `sink(clean(source()));`],
  ['number', `sink(Number(source()));`],
  ['comparison', `sink(source() === 'a');`],
  ['length', `sink('a'.repeat(3) + source().length);`, 'log'],
  ['key of a constant table', `const t = { a: 'x' }; sink(t[source()]);`],
  ['result of a service', `import { db } from 'db'; sink(await db.find(source()));`],
  [
    'anchored pattern with early exit',
    `const x = source(); if (!/^[a-z0-9-]+$/.test(x)) throw new Error('bad'); sink(x);`,
  ],
  ['anchored pattern', `const x = source(); if (/^[a-z]+$/.test(x)) sink(x);`],
  ['pattern of everything else', `const x = source(); if (/[^a-z0-9]/.test(x)) return; sink(x);`],
  ['allow-list array', `const x = source(); if (!['a', 'b'].includes(x)) return; sink(x);`],
  ['allow-list set', `const ok = new Set(['a']); const x = source(); if (ok.has(x)) sink(x);`],
  ['allow-list in an expression', `const x = source(); ok.has(x) && sink(x);`],
  ['equality', `const x = source(); if (x === 'a' || x === 'b') sink(x);`],
  ['switch', `const x = source(); switch (x) { case 'a': sink(x); break; }`],
  ['in a constant table', `const t = { a: 1 }; const x = source(); if (x in t) sink(x);`],
  ['typeof', `const x = source(); if (typeof x !== 'number') throw 1; sink(x);`],
  ['predicate', `const ok = (x) => /^[a-z]+$/.test(x); const x = source(); if (!ok(x)) throw 1; sink(x);`],
  [
    'predicate with early false',
    `function ok(x) { if (x.length > 9) return false; return /^\\w+$/.test(x); } const x = source(); if (ok(x)) sink(x);`,
  ],
  ['assertion', `function check(x) { if (!/^[a-z]+$/.test(x)) throw 1; } const x = source(); check(x); sink(x);`],
  ['validator returns', `function checked(x) { if (!/^[a-z]+$/.test(x)) throw 1; return x; } sink(checked(source()));`],
  [
    'async validator',
    `async function checked(x) { if (!/^[a-z]+$/.test(x)) throw 1; return x; } sink(await checked(source()));`,
  ],
  ['property of the input', `const { a } = source(); if (!/^[a-z]+$/.test(a)) throw 1; sink(a);`],
  ['property tested and read again', `const o = source(); if (!/^[a-z]+$/.test(o.a)) throw 1; sink(o.a);`],
  ['captured after a check', `const x = source(); if (!/^[a-z]+$/.test(x)) throw 1; list.forEach(() => sink(x));`],
  ['filtered elements', `const ok = new Set(['a']); sink(source().filter((x) => ok.has(x)).join(' '));`],
  [
    'contained path',
    `import path from 'path'; const p = path.resolve(root, source()); if (!p.startsWith(root + path.sep)) throw 1; sink(p);`,
    'path',
  ],
  [
    'contained path or the root',
    `import path from 'path'; const p = path.resolve(root, source()); if (p !== root && !p.startsWith(root + path.sep)) throw 1; sink(p);`,
    'path',
  ],
  [
    'relative path',
    `import path from 'path'; const p = path.resolve(root, source()); const r = path.relative(root, p); if (r.startsWith('..') || path.isAbsolute(r)) throw 1; sink(p);`,
    'path',
  ],
  [
    'relative path, or the root itself',
    `import path from 'path'; const p = path.resolve(root, source()); const r = path.relative(root, p); const inside = r === '' || (!r.startsWith('..') && !path.isAbsolute(r)); if (!inside) throw 1; sink(p);`,
    'path',
  ],
  [
    'relative path in a predicate that asks for an empty one first',
    `import path from 'path'; const p = path.resolve(root, source()); function within(dir, file) { const r = path.relative(dir, file); return !r || (!r.startsWith('..') && !path.isAbsolute(r)); } if (!within(root, p)) throw 1; sink(p);`,
    'path',
  ],
  [
    'some root contains it',
    `import path from 'path'; const p = path.resolve(source()); if (!roots.some((dir) => p.startsWith(dir + path.sep))) throw 1; sink(p);`,
    'path',
  ],
  [
    'host comparison',
    `const u = source(); const h = new URL(u).hostname; if (h !== 'a.example') throw 1; sink(u);`,
    'url',
  ],
  ['host list', `const u = new URL(source()); if (!allowed.has(u.hostname)) throw 1; sink(u);`, 'url'],
  [
    'host suffix with a dot',
    `const u = new URL(source()); if (!u.hostname.endsWith('.example.com')) throw 1; sink(u.href);`,
    'url',
  ],
  [
    'URL prefix with the host',
    `const u = source(); if (!u.startsWith('https://api.example.com/')) throw 1; sink(u);`,
    'url',
  ],
];

const PREDICATE = `import path from 'path';
export function inside(file, roots) {
  if (typeof file !== 'string' || !Array.isArray(roots)) return false;
  let p;
  try { p = path.resolve(path.normalize(file)); } catch { return false; }
  return roots.some((dir) => {
    let root;
    try { root = path.resolve(dir); } catch { return false; }
    if (p === root) return true;
    if (root === path.sep) return p.startsWith(path.sep);
    if (path.sep === '\\\\' && root.match(/^[A-Za-z]:\\\\?$/)) {
      return p.charAt(0).toLowerCase() === root.charAt(0).toLowerCase() && p.startsWith(root.replace(/\\\\?$/, '\\\\'));
    }
    return p.startsWith(root + path.sep);
  });
}`;

const silentFiles: readonly [title: string, files: Record<string, string>, sink: SinkKind][] = [
  [
    'containment predicate in another file',
    {
      'main.ts': `import { inside } from './inside'; const p = source(); if (!inside(p, roots)) throw 1; sink(p);`,
      'inside.ts': PREDICATE,
    },
    'path',
  ],
  [
    'validator that resolves links',
    {
      'main.ts': `import path from 'path'; import fs from 'fs/promises'; import { inside } from './inside'; async function check(x) { const a = path.resolve(x); const ok = inside(a, roots); if (!ok) throw 1; try { const r = await fs.realpath(a); if (!inside(r, roots)) throw 2; return r; } catch (e) { const d = path.dirname(a); const rd = await fs.realpath(d); if (!inside(rd, roots)) throw 3; return a; } } const p = await check(source()); sink(p);`,
      'inside.ts': PREDICATE,
    },
    'path',
  ],
  [
    'static method that throws',
    {
      'main.ts': `import dns from 'dns/promises'; class F { static async check(u) { const { address } = await dns.lookup(new URL(u).hostname); if (bad(address)) throw 1; } static async get(u) { await this.check(u); sink(u); } } F.get(source());`,
    },
    'url',
  ],
];

const weak: readonly [title: string, main: string, sink: SinkKind, reason: RegExp][] = [
  ['unanchored pattern', `const x = source(); if (!/[a-z]+/.test(x)) throw 1; sink(x);`, 'shell', /anchored/],
  ['pattern with free text', `const x = source(); if (!/^a.*$/.test(x)) throw 1; sink(x);`, 'shell', /free text/],
  ['refused pattern', `const x = source(); if (/[;&|]/.test(x)) throw 1; sink(x);`, 'shell', /refused/],
  ['includes on the text', `const u = source(); if (!u.includes('example.com')) throw 1; sink(u);`, 'url', /includes/],
  ['refused words', `const p = source(); if (p.includes('..')) throw 1; sink(p);`, 'path', /includes/],
  ['raw path prefix', `const p = source(); if (!p.startsWith('/data/')) throw 1; sink(p);`, 'path', /startsWith/],
  [
    'prefix without separator',
    `import path from 'path'; const p = path.resolve(source()); if (!p.startsWith(root)) throw 1; sink(p);`,
    'path',
    /sibling/,
  ],
  [
    'host prefix without slash',
    `const u = source(); if (!u.startsWith('https://example.com')) throw 1; sink(u);`,
    'url',
    /slash/,
  ],
  [
    'host suffix without dot',
    `const u = new URL(source()); if (!u.hostname.endsWith('example.com')) throw 1; sink(u.href);`,
    'url',
    /dot/,
  ],
  [
    'path pattern lets dots through',
    `const p = source(); if (!/^[\\w./-]+$/.test(p)) throw 1; sink(p);`,
    'path',
    /\.\./,
  ],
];

describe('solver finds', () => {
  it.each(flows)('%s', (_title, main, others = {}) => {
    expect(solveAll({ 'main.ts': main, ...others }).answers).toHaveLength(1);
  });
});

describe('solver stays silent', () => {
  it.each(silent)('%s', (_title, main, sink = 'shell') => {
    const wrapped = /\breturn\b/.test(main) && !main.includes('function') ? `function main() { ${main} }` : main;
    expect(solveAll({ 'main.ts': wrapped }, sink).answers).toEqual([]);
  });
});

describe('solver stays silent across files', () => {
  it.each(silentFiles)('%s', (_title, files, sink) => {
    expect(solveAll(files, sink).answers).toEqual([]);
  });
});

describe('solver names guards that do not count', () => {
  it.each(weak)('%s', (_title, main, sink, reason) => {
    const [answer] = solveAll({ 'main.ts': main }, sink).answers;
    expect(answer?.weakGuards.map((guard) => guard.reason).join('; ')).toMatch(reason);
  });
});

describe('how sure a way is', () => {
  const evidenceOf = (code: string): readonly string[] =>
    solveAll({ 'main.ts': code }).answers.map(({ evidence }) => evidence);
  /** A value that goes through some functions, each of which is two steps. */
  const through = (value: string, count: number): string => {
    const names = Array.from({ length: count }, (_, index) => `f${String(index)}`);
    const functions = names.map((name) => `function ${name}(x) { return x; }`).join('\n');
    return `${functions}\nsink(${names.reduce((inner, name) => `${name}(${inner})`, value)});`;
  };

  it('is proven without a doubtful step, however long', () => {
    expect(evidenceOf('sink(source());')).toEqual(['proven']);
    expect(evidenceOf(through('source()', 9))).toEqual(['proven']);
  });

  it('is likely where a table is written under one key and read under another that only a run shows', () => {
    expect(evidenceOf('const t = {}; t[a] = source(); sink(t[b]);')).toEqual(['likely']);
    expect(evidenceOf('const t = {}; t.a = source(); sink(t.a);')).toEqual(['proven']);
  });

  it('is a guess where such a step is one of very many', () => {
    const table = 'const t = {}; t[a] = source();';
    expect(evidenceOf(table + through('t[b]', 2))).toEqual(['likely']);
    expect(evidenceOf(table + through('t[b]', 9))).toEqual(['heuristic']);
  });
});
