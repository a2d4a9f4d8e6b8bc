import type { Span } from '@leashlint/rules';
import { lineStarts, lineAt } from '../report/lines.js';

/** An ignore comment: `leashlint: ignore[rule, other] reason` or `leashlint: ignore-file[rule] reason`. */
export interface Directive {
  readonly span: Span;
  readonly scope: 'line' | 'file';
  /** Rule ids, each with its own place. */
  readonly rules: readonly { readonly id: string; readonly span: Span }[];
  readonly reason: string | undefined;
  /** Zero-based lines whose findings it covers: its own, and the next line of code if it stands alone. */
  readonly lines: readonly number[];
}

export interface MalformedDirective {
  readonly span: Span;
  readonly message: string;
}

const DIRECTIVE = /(\/\/|#|\/\*+|<!--)[ \t]*leashlint:[ \t]*([^\r\n]*)/g;
const BODY = /^(ignore|ignore-file)[ \t]*\[([^\]\r\n]*)\][ \t]*([^\r\n]*)$/;
const COMMENT_LINE = /^\s*(?:\{?\/\*|\/\/|#|<!--|\*)/;

/** Finds ignore comments without parsing. `inString` says whether an offset lies in a literal, where nothing is a comment. */
export function findDirectives(
  file: string,
  text: string,
  inString: (offset: number) => boolean,
): { readonly directives: readonly Directive[]; readonly malformed: readonly MalformedDirective[] } {
  const directives: Directive[] = [];
  const malformed: MalformedDirective[] = [];
  if (!text.includes('leashlint:')) return { directives, malformed };
  const starts = lineStarts(text);
  const lines = text.split('\n');
  for (const match of text.matchAll(DIRECTIVE)) {
    if (inString(match.index)) continue;
    const opener = match[1] ?? '';
    const raw = match[2] ?? '';
    const closer = opener.startsWith('/*') ? raw.indexOf('*/') : opener === '<!--' ? raw.indexOf('-->') : -1;
    const content = closer < 0 ? raw : raw.slice(0, closer);
    const contentStart = match.index + match[0].length - raw.length;
    const span: Span = {
      file,
      start: match.index,
      end: contentStart + (closer < 0 ? raw.trimEnd().length : closer + (opener === '<!--' ? 3 : 2)),
    };
    const body = BODY.exec(content.trimEnd());
    if (body === null) {
      malformed.push({
        span,
        message:
          'Ignore comments read `leashlint: ignore[rule-id] reason` or `leashlint: ignore-file[rule-id] reason`.',
      });
      continue;
    }
    const list = body[2] ?? '';
    const rules = ruleIds(file, list, contentStart + content.indexOf('[') + 1);
    if (rules.length === 0) {
      malformed.push({
        span,
        message: 'An ignore comment names at least one rule: `leashlint: ignore[rule-id] reason`.',
      });
      continue;
    }
    const line = lineAt(starts, match.index);
    directives.push({
      span,
      scope: body[1] === 'ignore-file' ? 'file' : 'line',
      rules,
      reason: body[3]?.trim() === '' ? undefined : body[3]?.trim(),
      lines: coveredLines(lines, line, match.index - (starts[line] ?? 0)),
    });
  }
  return { directives, malformed };
}

function ruleIds(file: string, list: string, offset: number): Directive['rules'] {
  return [...list.matchAll(/[^\s,]+/g)].map((match) => ({
    id: match[0],
    span: { file, start: offset + match.index, end: offset + match.index + match[0].length },
  }));
}

/** A comment on a line of its own speaks about the next line that is neither empty nor a comment. */
function coveredLines(lines: readonly string[], line: number, column: number): readonly number[] {
  const before = (lines[line] ?? '').slice(0, column);
  if (!/^\s*\{?\s*$/.test(before)) return [line];
  let next = line + 1;
  while (next < lines.length && (/^\s*$/.test(lines[next] ?? '') || COMMENT_LINE.test(lines[next] ?? ''))) next++;
  return [line, next];
}
