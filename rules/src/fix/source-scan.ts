import type { AppModel } from '../model/app.js';
import type { Span } from '../model/span.js';
import { closing } from './brackets.js';
import { skipTypescript as skip } from './typescript-code.js';

/** Parts of a template in order: literal text as written, or the span of an expression. */
export type TemplatePart = string | Span;

/**
 * The parts of a template literal of TypeScript without a tag; undefined if the span holds anything else. Text is raw: escapes stay.
 */
export function templateParts(app: AppModel, span: Span): readonly TemplatePart[] | undefined {
  const text = app.text(span);
  if (!text.startsWith('`') || !text.endsWith('`') || text.length < 2) return undefined;
  const parts: TemplatePart[] = [];
  let literal = '';
  for (let index = 1; index < text.length - 1;) {
    if (text[index] === '\\') {
      literal += text.slice(index, index + 2);
      index += 2;
    } else if (text.startsWith('${', index)) {
      const end = closing(text, index + 1, skip);
      if (end === undefined) return undefined;
      parts.push(literal, { file: span.file, start: span.start + index + 2, end: span.start + end });
      literal = '';
      index = end + 1;
    } else if (text[index] === '`') {
      return undefined;
    } else {
      literal += text[index] ?? '';
      index += 1;
    }
  }
  parts.push(literal);
  return parts.filter((part) => part !== '');
}

/**
 * The parts of a concatenation that begins with text (`'Hello ' + name`), as if it were a template; undefined if the span
 * holds anything else.
 */
export function concatenationParts(app: AppModel, span: Span): readonly TemplatePart[] | undefined {
  const text = app.text(span);
  const operands = topLevelOperands(text);
  if (operands.length < 2 || !operands.slice(0, 2).some(([start, end]) => isString(text.slice(start, end))))
    return undefined;
  return operands.map(([start, end]) => {
    const operand = text.slice(start, end);
    return isString(operand)
      ? asTemplateText(operand)
      : { file: span.file, start: span.start + start, end: span.start + end };
  });
}

/** What stands between the quotes, as it must be written in a template literal. */
export function asTemplateText(string: string): string {
  return string.slice(1, -1).replaceAll('`', '\\`').replaceAll('${', '\\${');
}

function isString(text: string): boolean {
  return /^(['"])[^]*\1$/.test(text) && skip(text, 0) === text.length;
}

function topLevelOperands(text: string): readonly (readonly [number, number])[] {
  const operands: [number, number][] = [];
  let start = 0;
  const push = (end: number): void => {
    const operand = text.slice(start, end);
    operands.push([start + operand.length - operand.trimStart().length, start + operand.trimEnd().length]);
    start = end + 1;
  };
  for (let index = 0; index < text.length;) {
    const skipped = skip(text, index);
    if (skipped > index) index = skipped;
    else if ('([{'.includes(text[index] ?? '')) index = (closing(text, index, skip) ?? text.length) + 1;
    else {
      if (text[index] === '+') push(index);
      // Operators that bind less tightly: this is no plain concatenation.
      else if (/[?:=<>&|,]/.test(text[index] ?? '')) return [];
      index += 1;
    }
  }
  push(text.length);
  return operands.every(([from, to]) => from < to) ? operands : [];
}
