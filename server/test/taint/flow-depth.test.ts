import { describe, expect, it } from 'vitest';
import { solveAll } from './source-to-sink.js';

type Files = Readonly<Record<string, string>>;
type Case = readonly [title: string, main: string, others?: Files];

/** Each has exactly one way from a `source()` to a `sink(…)`. */
const found: readonly Case[] = [
  // Generators and streams
  ['async generator', `async function* g() { yield source(); } for await (const x of g()) sink(x);`],
  [
    'generator that passes its input on',
    `async function* lines(input) { for await (const l of input) yield l.trim(); } for await (const l of lines(source())) sink(l);`,
  ],
  [
    'yield of another generator',
    `function* a() { yield source(); } function* b() { yield* a(); } for (const x of b()) sink(x);`,
  ],
  [
    'generator method',
    `class A { async *run() { yield { text: source() }; } } for await (const x of new A().run()) sink(x.text);`,
  ],
  [
    'async iterator of an object',
    `const s = { async *[Symbol.asyncIterator]() { yield source(); } }; for await (const x of s) sink(x);`,
  ],
  ['stream in chunks', `let all = ''; for await (const c of source()) { all += c.delta; } sink(all);`],
  ['spread generator', `function* g() { yield source(); } sink([...g()].join(' '));`],
  ['Array.from of a generator', `function* g() { yield source(); } sink(Array.from(g())[0]);`],
  [
    'stream data callback',
    `const s = source(); let all = ''; s.on('data', (c) => { all += c; }); s.on('end', () => sink(all));`,
  ],
  ['next() of a generator', `function* g() { yield source(); } sink(g().next().value);`],
  // Emitters
  [
    'emitter in one file',
    `import { EventEmitter } from 'node:events'; const bus = new EventEmitter(); bus.on('cmd', (x) => sink(x)); bus.emit('cmd', source());`,
  ],
  [
    'emitter across files',
    `import { bus } from './bus'; bus.emit('cmd', { line: source() });`,
    {
      'bus.ts': `import { EventEmitter } from 'events'; export const bus = new EventEmitter();`,
      'listen.ts': `import { bus } from './bus'; bus.on('cmd', ({ line }) => sink(line));`,
    },
  ],
  [
    'emitter subclass',
    `import EventEmitter from 'events'; class Bus extends EventEmitter { start() { this.emit('cmd', source()); } } const b = new Bus(); b.on('cmd', (x) => sink(x));`,
  ],
  [
    'emitter in a field',
    `import { EventEmitter } from 'events'; class A { private bus = new EventEmitter(); constructor() { this.bus.on('x', this.handle.bind(this)); } handle(v) { sink(v); } fire() { this.bus.emit('x', source()); } }`,
  ],
  // Callbacks
  ['callback of a project function', `function load(cb) { cb(source()); } load((x) => sink(x));`],
  ['callback in options', `function load({ onDone }) { onDone(source()); } load({ onDone: (x) => sink(x) });`],
  [
    'callback in options, whole object',
    `function load(options) { options.onDone(source()); } load({ onDone(x) { sink(x); } });`,
  ],
  [
    'callback kept in a field',
    `class A { constructor(cb) { this.cb = cb; } run() { this.cb(source()); } } new A((x) => sink(x)).run();`,
  ],
  ['callback through two functions', `const a = (cb) => b(cb); const b = (cb) => cb(source()); a((x) => sink(x));`],
  ['result of a callback', `function wrap(fn) { return fn(); } sink(wrap(() => source()));`],
  [
    'result of an awaited callback',
    `async function retry(fn) { for (;;) { try { return await fn(); } catch {} } } sink(await retry(async () => source()));`,
  ],
  ['curried', `const make = (x) => (y) => sink(x + y); make(source())('a');`],
  ['new Promise', `const v = await new Promise((resolve) => resolve(source())); sink(v);`],
  [
    'new Promise with a callback inside',
    `const read = () => new Promise((resolve, reject) => { load((e, d) => { if (e) reject(e); else resolve(source()); }); }); sink(await read());`,
  ],
  ['Promise.all', `const [a, b] = await Promise.all([one(), source()]); sink(b);`],
  ['Promise.all of map', `const all = await Promise.all(['a'].map(async (x) => source())); sink(all[0]);`],
  [
    'higher-order wrapper',
    `const logged = (fn) => (...args) => { log(args); return fn(...args); }; const run = logged((x) => sink(x)); run(source());`,
  ],
  ['call and apply', `function run(a, b) { sink(b); } run.call(null, 'a', source());`],
  ['apply', `function run(a, b) { sink(b); } run.apply(null, ['a', source()]);`],
  ['bind with arguments', `function run(a, b) { sink(a); } const r = run.bind(null, source()); r('b');`],
  ['setTimeout callback arguments', `const f = (x) => sink(x); setTimeout(() => f(source()), 10);`],
  // Classes
  [
    'super method',
    `class A { run(x) { sink(x); } } class B extends A { run(x) { super.run(x); } } new B().run(source());`,
  ],
  [
    'super constructor',
    `class A { constructor(x) { this.x = x; } } class B extends A { constructor(x) { super(x); } go() { sink(this.x); } } new B(source()).go();`,
  ],
  [
    'super constructor, implicit',
    `class A { constructor(x) { this.x = x; } } class B extends A { go() { sink(this.x); } } new B(source()).go();`,
  ],
  [
    'imported base',
    `import { Base } from './base'; class B extends Base { go() { this.run(source()); } }`,
    { 'base.ts': `export class Base { run(x) { sink(x); } }` },
  ],
  [
    'abstract method',
    `abstract class A { abstract run(x); go() { this.run(source()); } } class B extends A { run(x) { sink(x); } } new B().go();`,
  ],
  [
    'abstract method in another file',
    `import { A } from './base'; export class B extends A { async run(x) { sink(x); } }`,
    { 'base.ts': `export abstract class A { abstract run(x); go() { return this.run(source()); } }` },
  ],
  [
    'overridden method',
    `class A { get() { return 'a'; } go() { sink(this.get()); } } class B extends A { get() { return source(); } }`,
  ],
  [
    'interface typed field',
    `interface R { run(x: string): void } class Impl implements R { run(x: string) { sink(x); } } class S { constructor(private r: R) {} go() { this.r.run(source()); } } new S(new Impl()).go();`,
  ],
  ['field initialiser', `class A { x = source(); go() { sink(this.x); } }`],
  [
    'field set in method',
    `class A { set(v) { this.x = v; } go() { sink(this.x); } } const a = new A(); a.set(source()); a.go();`,
  ],
  ['getter', `class A { get v() { return source(); } go() { sink(this.v); } }`],
  ['getter from outside', `class A { get v() { return source(); } } sink(new A().v);`],
  ['private field', `class A { #x; constructor(x) { this.#x = x; } go() { sink(this.#x); } } new A(source()).go();`],
  ['static field', `class A { static x = source(); } sink(A.x);`],
  [
    'field object',
    `class A { state = {}; set(v) { this.state.v = v; } go() { sink(this.state.v); } } new A().set(source());`,
  ],
  [
    'field array',
    `class A { list = []; add(v) { this.list.push(v); } go() { for (const x of this.list) sink(x); } } new A().add(source());`,
  ],
  [
    'field map',
    `class A { m = new Map(); add(k, v) { this.m.set(k, v); } go(k) { sink(this.m.get(k)); } } new A().add('k', source());`,
  ],
  [
    'instance in a variable, field of a field',
    `class In { constructor(v) { this.v = v; } } class Out { constructor(v) { this.in = new In(v); } go() { sink(this.in.v); } } new Out(source()).go();`,
  ],
  ['arrow field', `class A { run = async (x) => { sink(x); }; } new A().run(source());`],
  ['class expression', `const A = class { run(x) { sink(x); } }; new A().run(source());`],
  [
    'mixin',
    `const M = (B) => class extends B { run(x) { sink(x); } }; class C extends M(Object) {} new C().run(source());`,
  ],
  [
    'singleton',
    `class A { static i; static get() { return (A.i ??= new A()); } run(x) { sink(x); } } A.get().run(source());`,
  ],
  [
    'fluent builder',
    `class B { cmd = ''; with(x) { this.cmd = x; return this; } build() { return this.cmd; } } sink(new B().with(source()).build());`,
  ],
  // Parameters
  ['default parameter', `function run(x = source()) { sink(x); } run();`],
  ['default of a destructured parameter', `function run({ a = source() } = {}) { sink(a); } run();`],
  ['rest forwarded', `const a = (...args) => b(...args); const b = (x, y) => sink(y); a('x', source());`],
  ['rest after spread', `function b(x, y) { sink(y); } const args = ['x', source()]; b(...args);`],
  // Objects
  [
    'options built by the caller',
    `function call(options) { sink(options.cmd); } const o = { cmd: source(), cwd: '/' }; call(o);`,
  ],
  [
    'options with a spread',
    `function call(options) { const o = { shell: true, ...options }; sink(o.cmd); } call({ cmd: source() });`,
  ],
  ['Object.assign', `const o = Object.assign({ a: 1 }, { cmd: source() }); sink(o.cmd);`],
  [
    'Object.assign into this',
    `class A { constructor(o) { Object.assign(this, o); } go() { sink(this.cmd); } } new A({ cmd: source() }).go();`,
  ],
  ['structuredClone', `const o = structuredClone({ cmd: source() }); sink(o.cmd);`],
  ['Object.entries', `for (const [k, v] of Object.entries(source())) sink(v);`],
  ['Object.values', `for (const v of Object.values({ a: source() })) sink(v);`],
  ['Object.fromEntries', `const o = Object.fromEntries([['a', source()]]); sink(o.a);`],
  ['Object.fromEntries of map', `const o = Object.fromEntries(['a'].map((k) => [k, source()])); sink(o.a);`],
  ['new Map of entries', `const m = new Map([['a', source()]]); sink(m.get('a'));`],
  ['new Set', `const s = new Set([source()]); for (const x of s) sink(x);`],
  ['written in a loop', `const o = {}; for (const k of keys) o[k] = source(); sink(o.a);`],
  ['pushed in a callback', `const list = []; xs.forEach((x) => list.push(source())); sink(list[0]);`],
  ['reduce into an object', `const o = xs.reduce((all, x) => { all[x] = source(); return all; }, {}); sink(o.a);`],
  ['reduce into a list', `const l = xs.reduce((all, x) => [...all, source()], []); sink(l[0]);`],
  ['getter of an object literal', `const o = { get v() { return source(); } }; sink(o.v);`],
  ['for in', `const t = source(); for (const k in t) sink(t[k]);`],
  ['optional chaining', `const o = source(); sink(o?.a?.b);`],
  ['JSON round trip of an object', `const o = { a: source() }; sink(JSON.parse(JSON.stringify(o)).a);`],
  ['array destructuring with rest', `const [a, ...more] = source().split(' '); sink(more.join(' '));`],
  ['swap', `let a = 'x', b = source(); [a, b] = [b, a]; sink(a);`],
  ['nested write', `const o = { a: { b: '' } }; o.a.b = source(); sink(o.a.b);`],
  ['object built in a function', `function make(x) { const o = {}; o.cmd = x; return o; } sink(make(source()).cmd);`],
  ['object filled by a function', `function fill(o, x) { o.cmd = x; } const o = {}; fill(o, source()); sink(o.cmd);`],
  [
    'list filled by a function',
    `function fill(l, x) { l.push(x); } const l = []; fill(l, source()); sink(l.join(' '));`,
  ],
  ['array index write', `const a = []; a[0] = source(); sink(a.join(' '));`],
  ['concat', `const a = ['x'].concat(source()); sink(a[1]);`],
  [
    'tagged template of the project',
    'const sh = (strings, ...values) => sink(strings[0] + values[0]); sh`ls ${source()}`;',
  ],
  ['template map join', 'sink(`a ${source().map((x) => `-${x}`).join(" ")}`);'],
  ['WeakMap', `const m = new WeakMap(); m.set(k, source()); sink(m.get(k));`],
  [
    'closure state of a factory',
    `function make() { let v = ''; return { set(x) { v = x; }, go() { sink(v); } }; } const m = make(); m.set(source()); m.go();`,
  ],
  [
    'module state',
    `import { set } from './state'; set(source());`,
    { 'state.ts': `let v = ''; export function set(x) { v = x; } export function go() { sink(v); }` },
  ],
  // Dispatch
  [
    'switch on the name',
    `const args = source(); async function handle(name, args) { switch (name) { case 'run': return run(args); default: throw 1; } } function run({ command }) { sink(command); } handle(n, args);`,
  ],
  ['table of handlers', `const table = { run: (a) => sink(a.command), other: (a) => a }; table[name](source());`],
  ['map of handlers', `const m = new Map(); m.set('run', (a) => sink(a)); m.get(name)(source());`],
  ['map of handlers from entries', `const m = new Map([['run', (a) => sink(a)]]); m.get(name)?.(source());`],
  [
    'list of handlers',
    `const list = [{ name: 'run', handler: (a) => sink(a) }]; const t = list.find((x) => x.name === n); await t.handler(source());`,
  ],
  ['list of instances', `class A { run(x) { sink(x); } } const all = [new A()]; for (const a of all) a.run(source());`],
  [
    'handlers from another file',
    `import * as handlers from './handlers'; handlers[name](source());`,
    { 'handlers.ts': `export function run(x) { sink(x); }` },
  ],
  [
    'handlers spread from another file',
    `import { more } from './more'; const all = { ...more }; all[name](source());`,
    { 'more.ts': `export const more = { run: (x) => sink(x) };` },
  ],
  [
    'registry class',
    `class R { tools = new Map(); register(t) { this.tools.set(t.name, t); } call(n, a) { return this.tools.get(n).execute(a); } } const r = new R(); r.register({ name: 'x', execute: (a) => sink(a) }); r.call('x', source());`,
  ],
  [
    'handlers by Object.fromEntries',
    `const list = [{ name: 'a', run: (x) => sink(x) }]; const t = Object.fromEntries(list.map((e) => [e.name, e.run])); t[n](source());`,
  ],
  // Modules
  [
    '.js means .ts',
    `import { run } from './run.js'; run(source());`,
    { 'run.ts': `export const run = (x) => sink(x);` },
  ],
  [
    'dynamic import',
    `const { run } = await import('./run.js'); run(source());`,
    { 'run.ts': `export const run = (x) => sink(x);` },
  ],
  [
    'namespace import',
    `import * as r from './run'; r.run(source());`,
    { 'run.ts': `export const run = (x) => sink(x);` },
  ],
  [
    'workspace package',
    `import { run } from '@acme/shell'; run(source());`,
    {
      'packages/shell/package.json': '{"name":"@acme/shell","main":"dist/index.js"}',
      'packages/shell/src/index.ts': `export * from './run.js';`,
      'packages/shell/src/run.ts': `export const run = (x) => sink(x);`,
    },
  ],
  [
    'workspace subpath export',
    `import { run } from '@acme/shell/run'; run(source());`,
    {
      'packages/shell/package.json':
        '{"name":"@acme/shell","exports":{"./run":{"types":"./dist/run.d.ts","import":"./dist/run.js"}}}',
      'packages/shell/src/run.ts': `export const run = (x) => sink(x);`,
    },
  ],
  [
    'tsconfig paths',
    `import { run } from '@/lib/run'; run(source());`,
    {
      'tsconfig.json': '{"compilerOptions":{"baseUrl":".","paths":{"@/*":["./src/*"]}}}',
      'src/lib/run.ts': `export const run = (x) => sink(x);`,
    },
  ],
  [
    'package imports',
    `import { run } from '#lib/run.js'; run(source());`,
    {
      'package.json': '{"name":"app","imports":{"#lib/*":"./src/lib/*"}}',
      'src/lib/run.ts': `export const run = (x) => sink(x);`,
    },
  ],
  [
    'commonjs class',
    `const Shell = require('./shell'); new Shell().run(source());`,
    { 'shell.js': `class Shell { run(x) { sink(x); } } module.exports = Shell;` },
  ],
  [
    'default export object',
    `import tools from './tools'; tools.run(source());`,
    { 'tools.ts': `export default { run(x) { sink(x); } };` },
  ],
  [
    'instance exported',
    `import { shell } from './shell'; shell.run(source());`,
    { 'shell.ts': `class Shell { run(x) { sink(x); } } export const shell = new Shell();` },
  ],
  [
    'constant in another file',
    `import { value } from './value'; sink(value);`,
    { 'value.ts': `export const value = source();` },
  ],
  // JSX
  ['component property', `function Show({ html }) { return sink(html); } const x = <Show html={source()} />;`],
  ['component children', `function Show({ children }) { return sink(children); } const x = <Show>{source()}</Show>;`],
  // Try, finally, and others
  ['assigned in try', `let x; try { x = source(); } catch { x = 'a'; } sink(x);`],
  ['comma and assignment expression', `let x; if ((x = source())) sink(x);`],
  ['nullish assignment', `let x; x ??= source(); sink(x);`],
  ['logical and', `const x = ok && source(); sink(x);`],
  ['recursion', `function walk(n) { sink(n.text); for (const c of n.children) walk(c); } walk(source());`],
  ['immediately invoked', `sink((() => source())());`],
  ['async iife', `(async () => { const x = await source(); sink(x); })();`],
  ['labelled loop', `outer: for (const a of source()) { for (const b of a) { if (other) continue outer; sink(b); } }`],
  ['non-null and casts', `const x = source()! as unknown as string; sink(x satisfies string);`],
  ['array method chain', `sink(source().filter(Boolean).map((x) => x.cmd).slice(1).join(' && '));`],
  ['flatMap', `const l = source().flatMap((x) => x.items); sink(l[0]);`],
  ['string raw', 'sink(String.raw`ls ${source()}`);'],
  ['Array.prototype.at', `sink(source().at(-1));`],
  [
    'object that is spread on condition',
    `const cmd = source(); const o = { dry: true, ...(cmd && { cmd }) }; sink(o.cmd);`,
  ],
  [
    'promise of this caller',
    `function inTime(task) { return new Promise((resolve) => { task.then((done) => resolve(done)); }); } inTime(other()); sink(await inTime(source()));`,
  ],
  ['groupBy', `const g = Object.groupBy(source(), (x) => x.kind); sink(g.a[0].text);`],
];

describe('the solver follows', () => {
  it.each(found)('%s', (_title, main, others = {}) => {
    expect(solveAll({ 'main.tsx': main, ...others }).answers).toHaveLength(1);
  });
});
