import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { LocatedFix } from '../../src/lsp/analysis/analyst.js';
import { ignoreRemoval } from '../../src/lsp/analysis/ignore-removal.js';
import { lineIndex } from '../../src/lsp/analysis/line-index.js';
import { combineSafeFixes } from '../../src/lsp/edits/fix-all.js';
import { ignoreLine } from '../../src/lsp/edits/ignore-comment.js';
import { lexicalState } from '../../src/lsp/edits/lexical-state.js';

/** `§` marks the place. */
function marked(text: string): readonly [text: string, offset: number] {
  return [text.replace('§', ''), text.indexOf('§')];
}

describe('the state of a place in code', () => {
  it.each([
    ['const a = 1; §b', 'code'],
    ['const a = "x§"', 'string'],
    ["const a = 'it\\'s §'", 'string'],
    ['// a §comment', 'comment'],
    ['/* a §comment */', 'comment'],
    ['// a `comment\n§x', 'code'],
    ['`a\n§b`', 'template'],
    ['`a ${b} §c`', 'template'],
    ['`a ${§b} c`', 'code'],
    ['`a ${`${§b}`} c`', 'code'],
    ['`a ${{ b: 1 }.b} §c`', 'template'],
    ['`a` + §b', 'code'],
    ['`\\`§`', 'template'],
    ['/[`"]/.test(a); §b', 'code'],
    ['a = b / c; `x§`', 'template'],
    ["<p>Don’t and don't</p>\n§b", 'code'],
  ])('%s is %s', (source, state) => {
    expect(lexicalState(...marked(source))).toBe(state);
  });
});

describe('an ignore comment', () => {
  const place = (uri: string, source: string) => {
    const [text, offset] = marked(source);
    const document = TextDocument.create(uri, 'typescript', 1, text);
    const at = document.positionAt(offset);
    const comment = ignoreLine(document, 'r', { start: at, end: at });
    return comment && TextDocument.applyEdits(document, [{ range: comment.range, newText: comment.plain }]);
  };
  const reason = 'TODO: say why this is safe';

  it.each([
    [
      'stands above the line',
      'file:///a.ts',
      '{\n  §run(x);\n}',
      `{\n  // leashlint: ignore[r] ${reason}\n  run(x);\n}`,
    ],
    [
      'keeps line ends',
      'file:///a.ts',
      '{\r\n\t§run(x);\r\n}',
      `{\r\n\t// leashlint: ignore[r] ${reason}\r\n\trun(x);\r\n}`,
    ],
    [
      'goes inside of a substitution',
      'file:///a.ts',
      '`a\n${§b}`',
      `\`a\n\${/* leashlint: ignore[r] ${reason} */ b}\``,
    ],
    [
      'is a container between tags',
      'file:///a.tsx',
      '<p>\n  §<b x={y} />\n</p>',
      `<p>\n  {/* leashlint: ignore[r] ${reason} */}\n  <b x={y} />\n</p>`,
    ],
    [
      'is a line comment between attributes',
      'file:///a.tsx',
      '<b\n  §x={y}\n/>',
      `<b\n  // leashlint: ignore[r] ${reason}\n  x={y}\n/>`,
    ],
    [
      'is a line comment after an arrow',
      'file:///a.tsx',
      'const f = () =>\n  §<b />;',
      `const f = () =>\n  // leashlint: ignore[r] ${reason}\n  <b />;`,
    ],
    ['has the mark of its language', 'file:///a.yaml', 'a:\n  §b: 1', `a:\n  # leashlint: ignore[r] ${reason}\n  b: 1`],
  ])('%s', (_, uri, source, expected) => {
    expect(place(uri, source)).toBe(expected);
  });

  it('is not offered where none can stand', () => {
    expect(place('file:///a.ts', '`a\nsk-§1`')).toBeUndefined();
    expect(place('file:///a.json', '{ "a": §1 }')).toBeUndefined();
  });
});

describe('removing an unused ignore comment', () => {
  const removed = (source: string) => {
    const [text, start] = marked(source);
    const end = start + 'old'.length;
    const [edit] = ignoreRemoval({ file: 'a.ts', start, end }, text).edits;
    return text.slice(0, edit?.span.start) + text.slice(edit?.span.end);
  };
  it.each([
    ['a;\n// leashlint: ignore[§old] reason\nb;\n', 'a;\nb;\n'],
    ['a; // leashlint: ignore[§old] reason\nb;\n', 'a;\nb;\n'],
    ['a(/* leashlint: ignore[§old] reason */ b);\n', 'a( b);\n'],
    ['{/* leashlint: ignore[§old] reason */}\n<b />', '<b />'],
    ['// leashlint: ignore[§old, other] reason\n', '// leashlint: ignore[other] reason\n'],
    ['// leashlint: ignore[other, §old] reason\n', '// leashlint: ignore[other] reason\n'],
    ['a;\r\n// leashlint: ignore[§old]\r\nb;', 'a;\r\nb;'],
  ])('%j', (source, expected) => {
    expect(removed(source)).toBe(expected);
  });
});

describe('line index', () => {
  it.each([
    ['ab\ncd', 3, 1, 0],
    ['ab\r\ncd', 5, 1, 1],
    ['ab\rcd', 3, 1, 0],
    ['😀x', 2, 0, 2],
    ['ab', 99, 0, 2],
    ['', 0, 0, 0],
  ])('%j at %i', (text, offset, line, character) => {
    expect(lineIndex(text).position(offset)).toEqual({ line, character });
  });
});

describe('combining safe fixes', () => {
  const edit = (from: number, to: number, newText: string, path = 'a.ts') => ({
    path,
    range: { start: { line: 0, character: from }, end: { line: 0, character: to } },
    newText,
  });
  const fix = (...edits: LocatedFix['edits']): LocatedFix => ({ title: 't', kind: 'safe', edits, appends: [] });
  const combined = (...fixes: readonly LocatedFix[]) =>
    combineSafeFixes(
      'a.ts',
      fixes.map((one) => [one]),
    );

  it('leaves out what overlaps, and all of it', () => {
    const { edits, count } = combined(
      fix(edit(0, 4, 'x')),
      fix(edit(3, 6, 'y'), edit(8, 9, 'z')),
      fix(edit(6, 7, 'w')),
    );
    expect(count).toBe(2);
    expect(edits.map((one) => one.newText)).toEqual(['x', 'w']);
  });

  it('makes a shared import once and keeps different ones', () => {
    const { edits, count } = combined(
      fix(edit(0, 0, 'import a;\n'), edit(5, 6, 'a')),
      fix(edit(0, 0, 'import a;\n'), edit(7, 8, 'a')),
      fix(edit(0, 0, 'import b;\n'), edit(9, 10, 'b')),
    );
    expect(count).toBe(3);
    expect(edits.map((one) => one.newText)).toEqual(['import a;\n', 'import b;\n', 'a', 'a', 'b']);
  });

  it('does not guess the order of two insertions', () => {
    expect(combined(fix(edit(3, 3, 'a')), fix(edit(3, 3, 'b'))).count).toBe(1);
  });

  it('changes no other file', () => {
    expect(combined(fix(edit(0, 1, 'a'), edit(0, 1, 'b', 'b.ts'))).count).toBe(0);
  });
});
