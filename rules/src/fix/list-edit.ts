import type { TextEdit } from '../model/finding.js';
import type { Span } from '../model/span.js';
import { commaParts, type Skip } from './brackets.js';
import { skipTypescript } from './typescript-code.js';

export interface ListStyle {
  readonly eol: string;
  /** A space inside of the brackets of a list with one item. */
  readonly padded: boolean;
  /** Where strings and comments end; those of JavaScript and configuration if undefined. */
  readonly skip: Skip | undefined;
}

/**
 * Edits that add an item, or several, at the end of a comma-separated list, in the style of its neighbours: one line or several,
 * trailing comma, indentation. `inner` is what stands between the brackets, `innerText` its text.
 */
export function appendItem(
  inner: Span,
  innerText: string,
  item: string,
  { eol, padded, skip = skipTypescript }: ListStyle,
): readonly TextEdit[] {
  const at = (offset: number, text: string): TextEdit => ({
    span: { file: inner.file, start: inner.start + offset, end: inner.start + offset },
    text,
  });
  const last = lastSignificant(innerText, skip);
  if (last === undefined) {
    return innerText.trim() === ''
      ? [{ span: inner, text: padded ? ` ${item} ` : item }]
      : [at(innerText.trimEnd().length, `${eol}${item}${eol}`)];
  }
  const end = last + 1;
  const trailingComma = innerText[last] === ',';
  const indent = /^[^\S\r\n]*\r?\n(?:[^\S\r\n]*\r?\n)*([^\S\r\n]*)/.exec(innerText)?.[1];
  if (indent === undefined) return [at(end, `${trailingComma ? '' : ','} ${item}`)];
  const lines = commaParts(item, skip).map((each) => `${eol}${indent}${each}`);
  const line = `${lines.join(',')}${trailingComma ? ',' : ''}`;
  const textEnd = innerText.trimEnd().length;
  if (trailingComma) return [at(textEnd, line)];
  // A comment after the last item stays on its line: the comma goes before it, the new item after it.
  return textEnd === end ? [at(end, `,${line}`)] : [at(end, ','), at(textEnd, line)];
}

/** The edit that takes one item out of a list, with its comma and, if it stood alone there, its line. */
export function removeItem(inner: Span, innerText: string, item: Span): TextEdit {
  const before = innerText.slice(0, item.start - inner.start);
  const after = innerText.slice(item.end - inner.start);
  const comma = /^\s*,/.exec(after);
  if (comma !== null) {
    const ownLine = /\r?\n[^\S\r\n]*$/.exec(before);
    const rest = after.slice(comma[0].length);
    if (ownLine !== null && /^[^\S\r\n]*(\r?\n|$)/.test(rest)) {
      return edit(item, item.start - ownLine[0].length, item.end + comma[0].length);
    }
    const gap = /^[^\S\r\n]*/.exec(rest)?.[0].length ?? 0;
    return edit(item, item.start, item.end + comma[0].length + gap);
  }
  const previous = /,\s*$/.exec(before);
  if (previous !== null) return edit(item, item.start - previous[0].length, item.end);
  return /^\s*$/.test(before) && /^\s*$/.test(after)
    ? edit(item, inner.start, inner.end)
    : edit(item, item.start, item.end);
}

function edit(item: Span, start: number, end: number): TextEdit {
  return { span: { file: item.file, start, end }, text: '' };
}

/** Index of the last character that is neither space nor part of a comment. */
function lastSignificant(text: string, skip: Skip): number | undefined {
  let last: number | undefined;
  for (let index = 0; index < text.length;) {
    const char = text[index] ?? '';
    const end = skip(text, index);
    const isString = end > index && /["'`]/.test(char);
    if (isString || (end === index && !/\s/.test(char))) last = Math.max(end, index + 1) - 1;
    index = Math.max(end, index + 1);
  }
  return last;
}
