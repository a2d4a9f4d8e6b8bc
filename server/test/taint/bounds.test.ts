import { describe, expect, it } from 'vitest';
import { solveAll } from './source-to-sink.js';

type Files = Readonly<Record<string, string>>;

/** Texts made of many numbered parts. */
const many = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join('\n');

const main = (text: string): Files => ({ 'main.ts': text });

const callerFiles = (files: number, callers: number): Files => ({
  'main.ts': 'export function run(x) { sink(x); }',
  ...Object.fromEntries(
    Array.from({ length: files }, (_, file) => [
      `f${String(file)}.ts`,
      `import { run } from './main'; ${many(callers, (at) => `export function c${String(at)}() { run('a${String(file)}'); }`)}`,
    ]),
  ),
});

const cyclicFiles = (count: number): Files => ({
  'main.ts': `import { g0 } from './m0'; sink(g0(source()));`,
  ...Object.fromEntries(
    Array.from({ length: count }, (_, at) => {
      const next = String((at + 1) % count);
      return [
        `m${String(at)}.ts`,
        `export * from './m${next}'; import { g${next} } from './m${next}'; export const g${String(at)} = (x) => c ? x : g${next}(x);`,
      ];
    }),
  ),
});

/** Generated code, what is found in it, and whether the search was cut off. */
const cases: readonly [title: string, files: Files, found: number, cut: boolean][] = [
  [
    'recursion',
    main(
      `function a(x, n) { return n ? b(x, n - 1) : x; } function b(x, n) { return a(b(x, n - 2), n); } sink(a(source(), 9));`,
    ),
    1,
    false,
  ],
  [
    'calls inside calls inside calls',
    main(
      `${many(2000, (at) => `function f${String(at)}(x) { return f${String(at + 1)}(x); }`)} function f2000(x) { return x; } sink(f0(source()));`,
    ),
    0,
    true,
  ],
  [
    'a value passed on by 2000 functions',
    main(
      `${many(2000, (at) => `function f${String(at)}(x) { f${String(at + 1)}(x); }`)} function f2000(x) { sink(x); } f0(source());`,
    ),
    1,
    false,
  ],
  [
    'functions that all call each other',
    main(
      `${many(40, (at) => `function f${String(at)}(x) { ${many(40, (other) => `if (c${String(other)}) return f${String(other)}(x);`)} return x; }`)} sink(f0(source()));`,
    ),
    1,
    true,
  ],
  [
    '10,000 statements',
    main(`function f(x) { let a = x; ${many(10_000, (at) => `a = a + 'x${String(at)}';`)} sink(a); } f(source());`),
    0,
    true,
  ],
  [
    '10,000 branches',
    main(
      `function f(x) { let a = x; ${many(10_000, (at) => `if (c${String(at)}) a = g${String(at)}(a);`)} sink(a); } f(source());`,
    ),
    0,
    true,
  ],
  [
    '3,000 writes to one object',
    main(`const o = {}; ${many(3000, (at) => `o.k${String(at)} = 'x';`)} o.k = source(); sink(o.k);`),
    1,
    false,
  ],
  [
    '5,000 callers',
    main(`function run(x) { sink(x); } ${many(5000, (at) => `function c${String(at)}() { run('a${String(at)}'); }`)}`),
    0,
    true,
  ],
  ['callers in 300 files', callerFiles(300, 4), 0, true],
  ['imports in a circle', cyclicFiles(200), 1, true],
  [
    '200 classes above each other',
    main(
      `class A0 { run(x) { sink(x); } } ${many(200, (at) => `class A${String(at + 1)} extends A${String(at)} { run(x) { super.run(x); } }`)} new A200().run(source());`,
    ),
    1,
    true,
  ],
  [
    '100 classes that override a method',
    main(
      `abstract class A { abstract run(x); go(x) { this.run(x); } } ${many(100, (at) => `class B${String(at)} extends A { run(x) { log(x); } }`)} class C extends A { run(x) { sink(x); } } new C().go(source());`,
    ),
    0,
    true,
  ],
  [
    '2,000 objects spread into each other',
    main(
      `const o0 = { k: source() }; ${many(2000, (at) => `const o${String(at + 1)} = { ...o${String(at)}, x: 1 };`)} sink(o2000.k);`,
    ),
    1,
    false,
  ],
  [
    'events that emit events',
    main(
      `import { EventEmitter } from 'events'; const b = new EventEmitter(); ${many(300, (at) => `b.on('e${String(at)}', (x) => b.emit('e${String(at + 1)}', x));`)} b.on('e300', (x) => sink(x)); b.emit('e0', source());`,
    ),
    1,
    false,
  ],
  [
    'containers made of themselves',
    main(
      `let list = []; const m = new Map(); ${many(100, (at) => `list = [...list, ...Object.values(Object.fromEntries(list.map((x) => [x.n, m.get(x)])))]; m.set(list[${String(at)}], list.map((x) => x.run));`)} sink(m.get('a').x);`,
    ),
    0,
    true,
  ],
];

describe('a walk ends within its bounds and says when it was cut off', () => {
  it.each(cases)(
    '%s',
    (_title, files, found, cut) => {
      const { answers, solver } = solveAll(files);
      expect([answers.length, solver.bounds.length > 0]).toEqual([found, cut]);
    },
    60_000,
  );
});
