import type { Fix, TextEdit } from '@leashlint/rules';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits, applyFixes, chooseFixes, fileEdits } from '../../src/engine/apply-fixes.js';
import { finding } from './parts.js';

const edit = (start: number, end: number, text: string, file = 'a.ts'): TextEdit => ({
  span: { file, start, end },
  text,
});
const fix = (edits: readonly TextEdit[], more: Partial<Fix> = {}): Fix => ({
  title: 'Do it',
  kind: 'safe',
  edits,
  ...more,
});

function apply(files: Readonly<Record<string, string>>, ...fixes: readonly Fix[]): Record<string, string> {
  return Object.fromEntries(applyFixes(fixes, (file) => files[file]).files);
}

describe('applyFixes', () => {
  test('applies edits of several fixes and files', () => {
    const files = { 'a.ts': 'one two three', 'b.ts': 'four' };
    const result = apply(
      files,
      fix([edit(8, 13, 'THREE'), edit(0, 3, 'ONE')]),
      fix([edit(4, 7, 'TWO'), edit(0, 4, 'FOUR', 'b.ts')]),
    );
    expect(result).toEqual({ 'a.ts': 'ONE TWO THREE', 'b.ts': 'FOUR' });
  });

  test('leaves a fix out as a whole that overlaps an earlier one', () => {
    const files = { 'a.ts': 'one two three', 'b.ts': 'four' };
    const late = fix([edit(2, 5, 'x'), edit(0, 4, 'FOUR', 'b.ts')]);
    const { files: texts, fixes } = applyFixes([fix([edit(0, 3, 'ONE')]), late], (file) => files[file as 'a.ts']);
    expect(Object.fromEntries(texts)).toEqual({ 'a.ts': 'ONE two three' });
    expect(fixes).toHaveLength(1);
  });

  test('neighbours do not overlap', () => {
    expect(apply({ 'a.ts': 'abcd' }, fix([edit(0, 2, 'X')]), fix([edit(2, 4, 'Y')]))).toEqual({ 'a.ts': 'XY' });
  });

  test('two insertions at one place would be in a guessed order', () => {
    expect(apply({ 'a.ts': 'ab' }, fix([edit(1, 1, 'X')]), fix([edit(1, 1, 'Y')]))).toEqual({ 'a.ts': 'aXb' });
  });

  test('whole lines at one place are fine, and an edit that fixes share is made once', () => {
    const line = (name: string): TextEdit => edit(0, 0, `import ${name};\n`);
    const result = apply(
      { 'a.ts': 'x y z' },
      fix([line('a'), edit(0, 1, 'X')]),
      fix([line('a'), edit(2, 3, 'Y')]),
      fix([line('b'), edit(4, 5, 'Z')]),
    );
    expect(result).toEqual({ 'a.ts': 'import a;\nimport b;\nX Y Z' });
  });

  test('a fix whose own edits overlap is not applied', () => {
    expect(apply({ 'a.ts': 'abcdef' }, fix([edit(0, 3, 'X'), edit(2, 4, 'Y')]))).toEqual({});
  });

  test('line breaks follow the file', () => {
    expect(apply({ 'a.ts': 'a\r\nb\r\n' }, fix([edit(3, 3, 'x\ny\r\n')]))).toEqual({ 'a.ts': 'a\r\nx\r\ny\r\nb\r\n' });
    expect(apply({ 'a.ts': 'a\nb\n' }, fix([edit(2, 2, 'x\n')]))).toEqual({ 'a.ts': 'a\nx\nb\n' });
  });

  test('a fix that changes nothing writes nothing', () => {
    expect(apply({ 'a.ts': 'abc' }, fix([edit(0, 1, 'a')]))).toEqual({});
  });
});

describe('lines to append', () => {
  const append = (line: string): Fix => fix([], { appends: [{ file: '.env.example', line }] });

  test.each([
    ['a file that is not there', undefined, 'KEY=\n'],
    ['an empty file', '', 'KEY=\n'],
    ['a file with a last line break', 'A=\n', 'A=\nKEY=\n'],
    ['a file without one', 'A=', 'A=\nKEY=\n'],
    ['a file with CRLF', 'A=\r\n', 'A=\r\nKEY=\r\n'],
  ])('go to %s', (_, before, after) => {
    expect(apply(before === undefined ? {} : { '.env.example': before }, append('KEY='))).toEqual({
      '.env.example': after,
    });
  });

  test('are there once', () => {
    expect(apply({ '.env.example': 'KEY=\n' }, append('KEY='))).toEqual({});
    expect(apply({ '.env.example': 'KEY=\r\nB=\r\n' }, append('KEY='))).toEqual({});
    expect(apply({}, append('KEY='), append('KEY='), append('B='))).toEqual({ '.env.example': 'KEY=\nB=\n' });
  });

  test('a file that has the line already is no edit', () => {
    expect([...fileEdits(append('KEY='), () => 'KEY=')]).toEqual([]);
  });
});

describe('chooseFixes', () => {
  const safe = fix([], { title: 'safe' });
  const suggested = fix([], { title: 'suggested', kind: 'suggest' });

  test('takes safe fixes, and on request the first of any kind', () => {
    const findings = [finding({ fixes: [suggested, safe] }), finding({ fixes: [suggested] }), finding()];
    expect(chooseFixes(findings, 'safe').map(({ title }) => title)).toEqual(['safe']);
    expect(chooseFixes(findings, 'suggest').map(({ title }) => title)).toEqual(['safe', 'suggested']);
  });
});

test('edits that do not overlap give the same text in any order', () => {
  const cases = fc.tuple(
    fc.string({ minLength: 1, maxLength: 40 }),
    fc.array(fc.nat(40), { maxLength: 8 }),
    fc.array(fc.string(), { maxLength: 4 }),
  );
  fc.assert(
    fc.property(cases, ([text, offsets, inserts]) => {
      const points = [...new Set(offsets.map((offset) => offset % (text.length + 1)))].sort((a, b) => a - b);
      const edits = inserts.flatMap((inserted, index) => {
        const [start, end] = points.slice(2 * index, 2 * index + 2);
        return start === undefined || end === undefined ? [] : [{ start, end, text: inserted }];
      });
      const byHand = [...edits]
        .reverse()
        .reduce((out, one) => out.slice(0, one.start) + one.text + out.slice(one.end), text);
      expect(applyEdits(text, edits)).toBe(byHand);
      expect(applyEdits(text, [...edits].reverse())).toBe(byHand);
    }),
  );
});
