import { describe, expect, it } from 'vitest';
import { appendItem, removeItem } from '../../src/fix/list-edit.js';
import { pythonCode } from '../../src/fix/python-code.js';
import type { TextEdit } from '../../src/model/finding.js';

/** Applies edits to a literal of which `inner` is what stands between the brackets. */
function apply(literal: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((text, { span, text: inserted }) => text.slice(0, span.start) + inserted + text.slice(span.end), literal);
}

const style = (eol: string) => ({ eol, padded: true, skip: undefined });

const inner = (literal: string) => ({ file: 'a.ts', start: 1, end: literal.length - 1 });

describe('appendItem', () => {
  it.each([
    ['{}', '{ x: 1 }'],
    ['{ }', '{ x: 1 }'],
    ['{ a }', '{ a, x: 1 }'],
    ['{a: 1}', '{a: 1, x: 1}'],
    ['{ a: 1, }', '{ a: 1, x: 1 }'],
    ['{\n  a: 1,\n}', '{\n  a: 1,\n  x: 1,\n}'],
    ['{\n  a: 1\n}', '{\n  a: 1,\n  x: 1\n}'],
    ['{\n  a: 1, // why\n}', '{\n  a: 1, // why\n  x: 1,\n}'],
    ['{\n  a: 1 // why\n}', '{\n  a: 1, // why\n  x: 1\n}'],
    ['{\n\ta: { b: 2 },\n\tc,\n}', '{\n\ta: { b: 2 },\n\tc,\n\tx: 1,\n}'],
    ["{\n  a: '// no comment',\n}", "{\n  a: '// no comment',\n  x: 1,\n}"],
    ['{\n  ...rest,\n}', '{\n  ...rest,\n  x: 1,\n}'],
    ['{ a: `,` }', '{ a: `,`, x: 1 }'],
  ])('%j', (before, after) => {
    expect(apply(before, appendItem(inner(before), before.slice(1, -1), 'x: 1', style('\n')))).toBe(after);
  });

  it.each([
    ['{ a: 1 }', '{ a: 1, x: [1, 2], y: 3 }'],
    ['{\n  a: 1,\n}', '{\n  a: 1,\n  x: [1, 2],\n  y: 3,\n}'],
    ['{\n  a: 1\n}', '{\n  a: 1,\n  x: [1, 2],\n  y: 3\n}'],
  ])('several at %j', (before, after) => {
    expect(apply(before, appendItem(inner(before), before.slice(1, -1), 'x: [1, 2], y: 3', style('\n')))).toBe(after);
  });

  it('keeps the line breaks of the file', () => {
    const before = '{\r\n  a: 1,\r\n}';
    const edits = appendItem(inner(before), before.slice(1, -1), 'x: 1', style('\r\n'));
    expect(apply(before, edits)).toBe('{\r\n  a: 1,\r\n  x: 1,\r\n}');
  });
});

describe('appendItem in Python', () => {
  it.each([
    ['()', '(x=1)'],
    ['(a)', '(a, x=1)'],
    ['(a, b=2,)', '(a, b=2, x=1)'],
    ['(\n    a,\n    b=2,\n)', '(\n    a,\n    b=2,\n    x=1,\n)'],
    ['(\n    a,\n    b=2,  # why, (and\n)', '(\n    a,\n    b=2,  # why, (and\n    x=1,\n)'],
    ['(\n    a,\n    b=2  # why\n)', '(\n    a,\n    b=2,  # why\n    x=1\n)'],
    ['(\n    "# no comment",\n)', '(\n    "# no comment",\n    x=1,\n)'],
    ['(f"{d["a"]} # no comment")', '(f"{d["a"]} # no comment", x=1)'],
    ['("""a\n# b""")', '("""a\n# b""", x=1)'],
    ['(**given)', '(**given, x=1)'],
  ])('%j', (before, after) => {
    const python = { eol: '\n', padded: false, skip: pythonCode('').skip };
    expect(apply(before, appendItem(inner(before), before.slice(1, -1), 'x=1', python))).toBe(after);
  });
});

describe('removeItem', () => {
  it.each([
    ['{ x: 1 }', '{}'],
    ['{ x: 1, a }', '{ a }'],
    ['{ a, x: 1 }', '{ a }'],
    ['{ a, x: 1, b }', '{ a, b }'],
    ['{\n  a,\n  x: 1,\n  b,\n}', '{\n  a,\n  b,\n}'],
    ['{\n  a,\n  x: 1,\n}', '{\n  a,\n}'],
    ['{\n  a,\n  x: 1\n}', '{\n  a\n}'],
    ['{\r\n  x: 1,\r\n  b,\r\n}', '{\r\n  b,\r\n}'],
  ])('%j', (before, after) => {
    const start = before.indexOf('x: 1');
    const item = { file: 'a.ts', start, end: start + 4 };
    expect(apply(before, [removeItem(inner(before), before.slice(1, -1), item)])).toBe(after);
  });
});
