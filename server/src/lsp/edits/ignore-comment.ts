import type { Position, Range } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { lexicalState } from './lexical-state.js';

/** Text to insert, once with a tab stop for the reason and once without. */
export interface IgnoreComment {
  readonly range: Range;
  readonly snippet: string;
  readonly plain: string;
}

const unstated = 'TODO: say why this is safe';

/** A comment above the finding's line, or right before the finding where a line above would be part of a template. */
export function ignoreLine(document: TextDocument, rule: string, finding: Range): IgnoreComment | undefined {
  const style = commentStyle(document.uri);
  if (style === undefined) return undefined;
  const text = document.getText();
  const start = document.offsetAt(finding.start);
  const lineStart = document.offsetAt({ line: finding.start.line, character: 0 });
  const directive = `leashlint: ignore[${rule}]`;
  if (style === '#') {
    if (/\.ya?ml$/i.test(document.uri) && isInBlockText(text, lineStart)) return undefined;
    return insertion({ line: finding.start.line, character: 0 }, indentAt(text, lineStart), '# ', directive, eol(text));
  }
  if (lexicalState(text, lineStart) === 'code') {
    const indent = indentAt(text, lineStart);
    const at = { line: finding.start.line, character: 0 };
    return isJsxChild(document.uri, text, lineStart)
      ? insertion(at, `${indent}{/* `, '', directive, ` */}${eol(text)}`)
      : insertion(at, indent, '// ', directive, eol(text));
  }
  if (lexicalState(text, start) !== 'code') return undefined;
  return insertion(finding.start, '', '/* ', directive, ' */ ');
}

/** A comment on top of the file, below a `#!` line. */
export function ignoreFile(document: TextDocument, rule: string): IgnoreComment | undefined {
  const style = commentStyle(document.uri);
  if (style === undefined) return undefined;
  const text = document.getText();
  const line = text.startsWith('#!') ? 1 : 0;
  return insertion({ line, character: 0 }, '', `${style} `, `leashlint: ignore-file[${rule}]`, eol(text));
}

function insertion(at: Position, before: string, opener: string, directive: string, after: string): IgnoreComment {
  const write = (reason: string): string => `${before}${opener}${directive} ${reason}${after}`;
  const escaped = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
  return {
    range: { start: at, end: at },
    snippet: `${escaped(before + opener + directive)} \${1:reason}${escaped(after)}`,
    plain: write(unstated),
  };
}

function commentStyle(uri: string): '//' | '#' | undefined {
  if (/\.(?:[cm]?[jt]sx?|jsonc)$/i.test(uri)) return '//';
  return /\.(?:py|ya?ml|toml)$/i.test(uri) ? '#' : undefined;
}

/** Whether a line is part of a text after `|` or `>`, where a comment would belong to the text. */
function isInBlockText(text: string, lineStart: number): boolean {
  let indent = indentAt(text, lineStart).length;
  for (let end = lineStart - 1; end > 0 && indent > 0;) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const line = text.slice(start, end);
    const own = /^[ \t]*/.exec(line)?.[0].length ?? 0;
    if (line.trim() !== '' && own < indent) {
      if (/[:-][ \t]+[|>][+-]?\d?[+-]?[ \t]*(?:#.*)?\r?$/.test(line)) return true;
      indent = own;
    }
    end = start - 1;
  }
  return false;
}

function indentAt(text: string, lineStart: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart, lineStart + 200))?.[0] ?? '';
}

function eol(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** Whether a line starts between the tags of JSX, where only `{ }` holds a comment: an element or container after a tag's end. */
function isJsxChild(uri: string, text: string, lineStart: number): boolean {
  if (!/\.[jt]sx$/i.test(uri)) return false;
  const before = text.slice(0, lineStart).trimEnd();
  const first = text.slice(lineStart).trimStart().charAt(0);
  const afterTag = before.endsWith('>') && !before.endsWith('=>');
  return afterTag ? first === '<' || first === '{' : before.endsWith('}') && first === '<';
}
