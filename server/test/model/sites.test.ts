import { describe, expect, it } from 'vitest';
import { callSite, optionsSite, propertySite } from '../../src/model/catalogue/sites.js';
import type { Program, Ref } from '../../src/program/program.js';
import { projectOf } from './flow-project.js';

function first(program: Program, kind: 'call' | 'object'): Ref {
  const file = program.file('a.ts');
  const id = file?.facts.values.findIndex((value) => value.kind === kind) ?? -1;
  if (file === undefined || id < 0) throw new Error(`no ${kind}`);
  return program.ref(file, id);
}

describe('callSite', () => {
  it('describes callee, arguments and what becomes of the result', () => {
    const code =
      "import { exec } from 'node:child_process';\nasync function f(dir) { await exec(`ls ${dir} -l`, { cwd: dir }); }";
    const program = projectOf({ 'a.ts': code });
    const site = callSite(program, first(program, 'call'));
    const text = (span: { start: number; end: number } | undefined): string => code.slice(span?.start, span?.end);
    expect(site).toMatchObject({ callee: 'child_process.exec', awaited: true });
    expect(text(site?.calleeSpan)).toBe('exec');
    expect(site?.arguments.map((argument) => text(argument.span))).toEqual(['`ls ${dir} -l`', '{ cwd: dir }']);
    const parts = site?.arguments[0]?.template?.map((part) => (typeof part === 'string' ? part : text(part)));
    expect(parts).toEqual(['ls ', 'dir', ' -l']);
    expect(site?.arguments[1]?.options?.properties.map(({ name }) => name)).toEqual(['cwd']);
  });

  it('has no template for one that stands elsewhere', () => {
    const program = projectOf({ 'a.ts': 'const line = `ls ${dir}`; f(line);' });
    expect(callSite(program, first(program, 'call'))?.arguments[0]?.template).toBeUndefined();
  });

  it('names a callee that nobody knows by its text', () => {
    const program = projectOf({ 'a.ts': 'thing\n  .run(1);' });
    expect(callSite(program, first(program, 'call'))).toMatchObject({
      callee: 'thing.run',
      unused: true,
      awaited: false,
    });
  });
});

const properties: readonly [code: string, key: string, span: string, value: string, literal: unknown][] = [
  ['({ a: 1, b: "x" })', 'b', 'b: "x"', '"x"', 'x'],
  ['({ a /* , */ : /* 2 */ 1 })', 'a', 'a /* , */ : /* 2 */ 1', '1', 1],
  ['const a = true; ({ a })', 'a', 'a', 'a', true],
  ['const limit = 5; ({ a: limit })', 'a', 'a: limit', 'limit', 5],
  ['({ "a-b": null })', 'a-b', '"a-b": null', 'null', null],
  ['({ a: 1, a: f() })', 'a', 'a: f()', 'f()', undefined],
];

describe('propertySite', () => {
  it.each(properties)('%s', (code, key, span, value, literal) => {
    const program = projectOf({ 'a.ts': code });
    const site = propertySite(program, first(program, 'object'), key);
    expect(
      site && [code.slice(site.span.start, site.span.end), code.slice(site.valueSpan.start, site.valueSpan.end)],
    ).toEqual([span, value]);
    expect(site?.literal).toBe(literal);
  });

  it('is undefined for a property that the literal does not have', () => {
    const program = projectOf({ 'a.ts': '({ a: 1 })' });
    expect(propertySite(program, first(program, 'object'), 'b')).toBeUndefined();
  });
});

const options: readonly [code: string, names: readonly string[], open: boolean][] = [
  ['({ a: 1, b: 2 })', ['a', 'b'], false],
  ['({ a: 1, ...rest })', ['a'], true],
  ['({ a: 1, [key]: 2 })', ['a'], true],
  ['({ ["a"]: 1, b: 2 })', ['a', 'b'], false],
];

describe('optionsSite', () => {
  it.each(options)('%s', (code, names, open) => {
    const program = projectOf({ 'a.ts': code });
    const site = optionsSite(program, first(program, 'object'));
    expect(site?.properties.map(({ name }) => name).sort()).toEqual([...names].sort());
    expect(site?.open).toBe(open);
  });
});
