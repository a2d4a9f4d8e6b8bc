import { describe, expect, it } from 'vitest';
import { follow } from '../../src/model/catalogue/relative.js';
import type { Program, Ref } from '../../src/program/program.js';
import { projectOf } from './flow-project.js';

/** The call of `f`, an undeclared function. */
function callOf(program: Program): Ref {
  for (const file of program.files()) {
    for (const [id, value] of file.facts.values.entries()) {
      const callee = value.kind === 'call' ? file.facts.values[value.callee] : undefined;
      if (callee?.kind === 'global' && callee.name === 'f') return program.ref(file, id);
    }
  }
  throw new Error('no call of f');
}

const cases: readonly [name: string, code: string, path: string, values: readonly string[], open: boolean][] = [
  ['an argument', `f(1, 'x')`, 'Argument[1]', [`'x'`], false],
  ['a missing argument', `f(1)`, 'Argument[1]', [], false],
  ['arguments from an index on', `f(1, 2, 3)`, 'Argument[1..]', ['2', '3'], false],
  ['the last argument', `f(1, 2, 3)`, 'Argument[N-1]', ['3'], false],
  ['arguments after an unknown spread', `f(...args)`, 'Argument[1]', [], true],
  ['arguments after a known spread', `const a = [1, 2]; f(...a, 3)`, 'Argument[2]', ['3'], false],
  ['an option', `f({ a: 1, b: 2 })`, 'Argument[0].Member[b]', ['2'], false],
  ['alternatives', `f({ a: 1, b: 2 })`, 'Argument[0].Member[b,a]', ['2', '1'], false],
  ['any option', `f({ a: 1, ...{ b: 2 } })`, 'Argument[0].Member[*]', ['1', '2'], false],
  ['a missing option', `f({ a: 1 })`, 'Argument[0].Member[b]', [], false],
  ['an option behind an unknown spread', `f({ a: 1, ...rest })`, 'Argument[0].Member[b]', [], true],
  ['an option before an unknown spread', `f({ b: 1, ...rest })`, 'Argument[0].Member[b]', ['1'], true],
  ['an option after an unknown spread', `f({ ...rest, b: 1 })`, 'Argument[0].Member[b]', ['1'], false],
  ['an option of a known spread', `const o = { b: 1 }; f({ ...o })`, 'Argument[0].Member[b]', ['1'], false],
  ['an option that is written later', `const o = {}; o.b = 5; f(o)`, 'Argument[0].Member[b]', ['5'], false],
  ['options that nobody knows', `f(options)`, 'Argument[0].Member[b]', [], true],
  ['an option of a text', `f('x')`, 'Argument[0].Member[b]', [], false],
  [
    'options through a variable and a function',
    `const o = make(); f(o); function make() { return { b: 3 }; }`,
    'Argument[0].Member[b]',
    ['3'],
    false,
  ],
  ['elements', `f([1, ...[2]])`, 'Argument[0].ArrayElement', ['1', '2'], false],
  ['elements of an unknown spread', `f([1, ...more])`, 'Argument[0].ArrayElement', ['1'], true],
  ['pushed elements', `const list = [1]; list.push(2, 3); f(list)`, 'Argument[0].ArrayElement', ['1', '2', '3'], false],
  ['concatenated elements', `f([1].concat([2], [3]))`, 'Argument[0].ArrayElement', ['1', '2', '3'], false],
  [
    'mapped elements',
    `f(xs.map((x) => ({ role: 'user' })))`,
    'Argument[0].ArrayElement.Member[role]',
    [`'user'`],
    false,
  ],
  [
    'content of messages',
    `f({ messages: [{ content: 'a' }, { content: 'b' }] })`,
    'Argument[0].Member[messages].ArrayElement.Member[content]',
    [`'a'`, `'b'`],
    false,
  ],
  ['a branch', `f(x ? { b: 1 } : { b: 2 })`, 'Argument[0].Member[b]', ['1', '2'], false],
  [
    'a parameter of a handler',
    `f({ run: (input) => input })`,
    'Argument[0].Member[run].Parameter[0]',
    ['input'],
    false,
  ],
  ['what a handler gives', `f(() => 7)`, 'Argument[0].ReturnValue', ['7'], false],
  ['the call itself', `f(1)`, 'ReturnValue', ['f(1)'], false],
];

describe('follow', () => {
  it.each(cases)('%s', (_, code, path, values, open) => {
    const program = projectOf({ 'a.ts': code });
    const followed = follow(program, callOf(program), path);
    const texts = followed.values.map(({ ref }) => {
      const { start, end } = program.span(ref);
      return code.slice(start, end);
    });
    expect({ texts, open: followed.open }).toEqual({ texts: values, open });
  });

  it('gives the receiver of a method call', () => {
    const program = projectOf({ 'a.ts': 'client.query(1)' });
    const [file] = program.files();
    const call = file?.facts.values.findIndex((value) => value.kind === 'call') ?? -1;
    if (file === undefined) throw new Error('no file');
    const [receiver] = follow(program, program.ref(file, call), 'Receiver').values;
    expect(receiver && program.value(receiver.ref)).toMatchObject({ kind: 'global', name: 'client' });
  });

  it('names the object that holds a property, through spreads', () => {
    const program = projectOf({ 'a.ts': 'const base = { b: 1 }; f({ ...base, a: 2 });' });
    const [value] = follow(program, callOf(program), 'Argument[0].Member[b]').values;
    expect(value?.holder?.key).toBe('b');
    expect(value?.holder && program.span(value.holder.object)).toEqual({ file: 'a.ts', start: 13, end: 21 });
  });
});
