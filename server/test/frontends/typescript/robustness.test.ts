import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tooDeep } from '../../../src/frontends/shared/depth.js';
import { internalError } from '../../../src/frontends/frontend.js';
import { typescriptFrontEnd } from '../../../src/frontends/typescript/front-end.js';
import { unreadable } from '../../../src/frontends/typescript/isolate.js';
import { dump } from './dump.js';
import { cutTexts, noisyText } from '../mutilated.js';

const samples = [
  `import { exec } from 'child_process';
export async function run({ cmd, opts: { cwd = '/tmp' }, ...rest }, n = 3) {
  if (!cmd || cmd.includes('rm')) throw new Error('no' + cmd);
  for (let i = 0; i < n; i++) { if (i === 2) continue; await exec(\`ls \${cmd}\`); }
  switch (rest.kind) { case 'a': case 'b': return 1; default: break }
  try { check(cwd) } catch (e) { return } finally { done() }
  return rest?.a?.[0] ?? helper(...cmd);
}
label: do { while (x) { break label } } while (y);
`,
  `'use client';
export default class Box<T extends string> extends Base implements I {
  static #n = 0; private readonly a?: Map<string, T[]> = new Map();
  constructor(private x: X, @Inject() y?: Y) { super(); this.z = y!; }
  get size(): number { return Box.#n }
  static { init(this) }
  async *gen() { yield* other(); yield 1 }
}
enum E { A = 1, B } namespace N { export const q = <T,>(v: T) => v }
type R = { a: R } | 'x'; abstract class Q { abstract m(): void }
export { E as F }; export * as ns from './b';
`,
  `const React = require('react');
module.exports = function Page({ html, ...props }) {
  const [s, setS] = React.useState(null);
  return <div {...props} dangerouslySetInnerHTML={{ __html: html }}>{s && <p key={s.id}>hi {s.name}</p>}<></></div>;
};
exports.other = (a, b) => { var c = a, d; [c, d] = [b, c]; return (({ c }), d) };
`,
];

function inside(range: readonly [number, number] | undefined, text: string): boolean {
  return range === undefined || (range[0] >= 0 && range[0] <= range[1] && range[1] <= text.length);
}

/** Lowering worked, and every reference and range leads somewhere. */
function checkTotal(text: string): void {
  for (const path of ['a.tsx', 'b.js']) {
    const found = dump(text, path);
    const { facts, problems } = found;
    expect(facts.imports.filter((each) => typeof each.module !== 'string')).toEqual([]);
    expect([...found.calls, ...found.exports, ...found.stores].filter((line) => line.includes('no value'))).toEqual([]);
    expect(problems.filter((message) => message.startsWith(internalError))).toEqual([]);
    expect(facts.values.filter((value) => !inside(value.range, text))).toEqual([]);
    expect(facts.functions.filter((fn) => !inside(fn.range, text))).toEqual([]);
    expect(facts.importOffset).toBeLessThanOrEqual(text.length);
  }
}

describe('broken code', () => {
  it.each(samples)('sample %# is whole', (text) => {
    expect(dump(text, 'a.tsx').problems).toEqual([]);
    checkTotal(text);
  });

  it('lowers whatever is left of a text', () => {
    fc.assert(
      fc.property(cutTexts(samples), (texts) => {
        texts.forEach(checkTotal);
      }),
      { numRuns: 150, seed: 1 },
    );
  });

  it('lowers texts with something put in', () => {
    const noise = [
      '{',
      '}',
      '(',
      ')',
      '`',
      '${',
      '<',
      '>',
      '...',
      '=>',
      'await ',
      'class ',
      '?.',
      '#',
      '@',
      '\0',
      '/*',
      '"',
      ': ',
      'case ',
      'export ',
      'import ',
    ];
    fc.assert(fc.property(noisyText(samples, noise), checkTotal), { numRuns: 150, seed: 2 });
  });

  it('lowers what is no code at all', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), checkTotal), { numRuns: 100, seed: 3 });
  });

  it('takes out what the converter does not understand', () => {
    const { calls, problems } = dump('f(1); function g() { h(2); class Box<');
    expect(calls).toEqual(['f(1)', 'h(2)']);
    expect(problems).toContain(unreadable);
  });

  it('keeps what stands before an error', () => {
    const { calls, problems } = dump('const a = g(); f(a); const b = ');
    expect(calls).toEqual(['= g()', 'f(g())']);
    expect(problems).toEqual(['Expression expected.']);
  });
});

describe('deep code', () => {
  it.each([
    ['a concatenation', `f(${Array<string>(5000).fill('a').join(' + ')}, 'b')`],
    ['a chain of ||', `f(${Array<string>(5000).fill('a').join(' || ')}, 'b')`],
    ['statements', Array<string>(5000).fill('f(a, "b");').join('\n')],
  ])('%s is lowered whole', (_, text) => {
    const { facts, problems } = dump(text);
    expect(problems).toEqual([]);
    const call = facts.values[facts.functions[0]?.calls.at(-1) ?? -1];
    expect(call?.kind === 'call' && facts.values[call.arguments[1]?.value ?? -1]).toMatchObject({ value: 'b' });
  });

  it.each([
    ['parentheses', `f(); x = ${'('.repeat(2000)}1${')'.repeat(2000)}`],
    ['blocks', `f(); ${'{'.repeat(2000)}${'}'.repeat(2000)}`],
    ['calls', `f(); x${'.a()'.repeat(2000)}`],
    ['else if', `f(); ${Array<string>(2000).fill('if (a) {}').join(' else ')}`],
    ['arrows', `f(); x = ${'() => '.repeat(2000)}1`],
    ['functions', `f(); ${'g(() => {'.repeat(300)}${'})'.repeat(300)}`],
  ])('%s that nest too deeply are reported', (_, text) => {
    const { problems } = typescriptFrontEnd.lower('a.ts', text);
    expect(problems.map((problem) => problem.message)).toContain(tooDeep);
  });

  it('keeps the statements around a deep one', () => {
    const { calls, problems } = dump(`f(1); function g() { h(2); x = ${'['.repeat(900)}${']'.repeat(900)}; h(3) }`);
    expect(calls).toEqual(['f(1)', 'h(2)', 'h(3)']);
    expect(problems).toEqual([tooDeep]);
  });
});
