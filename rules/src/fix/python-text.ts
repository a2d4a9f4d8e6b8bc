import type { AppModel } from '../model/app.js';
import type { TextEdit } from '../model/finding.js';
import type { Span } from '../model/span.js';
import { closing } from './brackets.js';
import type { CodeLanguage } from './code-language.js';
import { skipPython } from './python-code.js';

/** An expression in a text that Python code puts together. */
export interface TextField {
  readonly span: Span;
  /** The field with its braces; the expression itself where it is an operand of `+`. */
  readonly outer: Span;
  /** The literal that it stands in; undefined for an operand. */
  readonly literal: TextLiteral | undefined;
}

interface TextLiteral {
  /** Offset of the letter that makes it a formatted one. */
  readonly prefix: number;
  readonly fields: number;
  /** Holds braces that are doubled, which only a formatted one reads as one. */
  readonly doubled: boolean;
}

const STRING = /^([a-zA-Z]{0,2})(?="|')/;

/** The expressions of `f"…{a}…"`, of such strings one after the other and of sums of them; undefined for anything else. */
export function textFields(app: AppModel, span: Span): readonly TextField[] | undefined {
  const written = app.text(span);
  const inParentheses = written.startsWith('(') && closing(written, 0, skipPython) === written.length - 1;
  const [from, to] = inParentheses ? [1, written.length - 1] : [0, written.length];
  const fields: TextField[] = [];
  const at = (start: number, end: number): Span => ({
    file: span.file,
    start: span.start + start,
    end: span.start + end,
  });
  let strings = 0;
  for (let index = from; index < to;) {
    const gap = /^(?:\s|\+)+/.exec(written.slice(index, to))?.[0].length ?? 0;
    const comment = written[index] === '#' ? skipPython(written, index) - index : 0;
    if (gap + comment > 0) {
      index += gap + comment;
      continue;
    }
    const prefix = STRING.exec(written.slice(index))?.[1];
    if (prefix !== undefined) {
      strings += 1;
      const end = skipPython(written, index + prefix.length);
      if (/f/i.test(prefix)) fields.push(...fieldsOf(written.slice(0, end), index, prefix, at));
      index = end;
      continue;
    }
    const end = operandEnd(written, index, to);
    if (end === undefined) return undefined;
    const operand = at(index, end);
    fields.push({ span: operand, outer: operand, literal: undefined });
    index = end;
  }
  return strings > 0 ? fields : undefined;
}

function fieldsOf(
  text: string,
  start: number,
  prefix: string,
  at: (start: number, end: number) => Span,
): readonly TextField[] {
  const found: { readonly outer: Span; readonly span: Span }[] = [];
  let doubled = false;
  for (let index = start + prefix.length; index < text.length;) {
    if (text[index] === '\\') index += 2;
    else if (text.startsWith('{{', index) || text.startsWith('}}', index)) {
      doubled = true;
      index += 2;
    } else if (text[index] === '{') {
      const end = closing(text, index, skipPython) ?? text.length - 1;
      const inside = /^(\s*)([^]*?)\s*=?(?:![rsa])?(?::[^{}[\]()"']*)?$/.exec(text.slice(index + 1, end));
      const lead = index + 1 + (inside?.[1]?.length ?? 0);
      found.push({ outer: at(index, end + 1), span: at(lead, lead + (inside?.[2]?.length ?? 0)) });
      index = end + 1;
    } else index += 1;
  }
  const literal = {
    prefix: at(start + prefix.search(/f/i), start).start,
    fields: found.length,
    doubled,
  };
  return found.map((field) => ({ ...field, literal }));
}

/** End of an operand of `+`; undefined if an operator follows that binds less tightly. */
function operandEnd(text: string, start: number, to: number): number | undefined {
  let index = start;
  while (index < to) {
    const skipped = skipPython(text, index);
    const char = text[index] ?? '';
    if (skipped > index) index = skipped;
    else if ('([{'.includes(char)) index = (closing(text, index, skipPython) ?? to) + 1;
    else if (char === '+') break;
    else if (/[%<>=|&,*/-]/.test(char) || /^\s(?:if|else|and|or|not|in|is|for)\s/.test(text.slice(index)))
      return undefined;
    else index += 1;
  }
  return start + text.slice(start, index).trimEnd().length;
}

/** Edits that put a text in the place of some fields. A string without fields stays no formatted one. */
export function replaceFields(language: CodeLanguage, replaced: ReadonlyMap<TextField, string>): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const left = new Map<TextLiteral, number>();
  for (const [{ literal, outer }, text] of replaced) {
    edits.push({ span: outer, text: literal === undefined ? language.text(text) : text });
    if (literal === undefined) continue;
    const count = (left.get(literal) ?? literal.fields) - 1;
    left.set(literal, count);
    const { prefix } = literal;
    if (count === 0 && !literal.doubled)
      edits.push({ span: { file: outer.file, start: prefix, end: prefix + 1 }, text: '' });
  }
  return edits;
}
