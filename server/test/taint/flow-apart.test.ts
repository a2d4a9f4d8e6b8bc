import { describe, expect, it } from 'vitest';
import { solveAll } from './source-to-sink.js';

type Case = readonly [title: string, main: string];

const silent: readonly Case[] = [
  [
    'another event',
    `import { EventEmitter } from 'events'; const b = new EventEmitter(); b.on('a', (x) => sink(x)); b.emit('b', source());`,
  ],
  [
    'another emitter',
    `import { EventEmitter } from 'events'; const a = new EventEmitter(); const b = new EventEmitter(); a.on('x', (v) => sink(v)); b.emit('x', source());`,
  ],
  [
    'another argument of the event',
    `import { EventEmitter } from 'events'; const b = new EventEmitter(); b.on('a', (x, y) => sink(x)); b.emit('a', 'k', source());`,
  ],
  ['another key of the options', `function call(o) { sink(o.cwd); } call({ cmd: source(), cwd: '/' });`],
  [
    'another caller of a wrapper',
    `const wrap = (o) => ({ cmd: o.cmd }); wrap({ cmd: source() }); sink(wrap({ cmd: 'ls' }).cmd);`,
  ],
  [
    'another instance',
    `class A { constructor(x) { this.x = x; } get() { return this.x; } } new A(source()); sink(new A('a').get());`,
  ],
  ['overwritten by a later spread key', `const o = { ...source(), cmd: 'ls' }; sink(o.cmd);`],
  [
    'another subclass',
    `class A { get() { return ''; } } class B extends A { get() { return source(); } } class C extends A { get() { return 'c'; } } sink(new C().get());`,
  ],
  ['another tool of the table', `const table = { run: (a) => sink('x'), other: (a) => a }; table[name](source());`],
  ['another tainted caller two levels up', `const f = (x) => g(x); const g = (x) => x; f(source()); sink(f('a'));`],
  [
    'callback of another caller',
    `function each(l, f) { for (const x of l) f(x); } each(source(), (x) => x); each(['a'], (x) => sink(x));`,
  ],
  [
    'resolve of another promise',
    `const p = new Promise((r) => r('a')); const q = new Promise((r) => r(source())); sink(await p);`,
  ],
  ['another result of Promise.all', `const [a, b] = await Promise.all([one(), source()]); sink(a);`],
  ['another value of fromEntries', `const o = { a: source(), b: 'x' }; sink(o.b);`],
  ['argument bound to another position', `function run(a, b) { sink(b); } const r = run.bind(null, source()); r('b');`],
  ['swapped away', `let a = 'x', b = source(); [a, b] = [b, a]; sink(b);`],
  [
    'another key of a filled object',
    `function fill(o, x) { o.cmd = x; } const o = {}; fill(o, source()); sink(o.cwd);`,
  ],
  [
    'object filled by another caller',
    `function fill(o, x) { o.cmd = x; } const o = {}; const p = {}; fill(p, source()); fill(o, 'a'); sink(o.cmd);`,
  ],
  [
    'what is there when an object is spread on condition',
    `const headers = {}; for (const [k, v] of source()) headers[k] = v; const o = { ...(headers && { headers }) }; sink(o.cmd);`,
  ],
  [
    'promise of another caller',
    `function inTime(task) { return new Promise((resolve) => { task.then((done) => resolve(done)); }); } inTime(source()); sink(await inTime(other()));`,
  ],
];

describe('the solver keeps apart', () => {
  it.each(silent)('%s', (_title, main) => {
    expect(solveAll({ 'main.tsx': main }).answers).toEqual([]);
  });
});
