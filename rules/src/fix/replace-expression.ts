import type { AppModel } from '../model/app.js';
import type { TextEdit } from '../model/finding.js';
import type { Span } from '../model/span.js';
import { fileText } from './file-text.js';
import { enclosingEnd } from './brackets.js';
import { codeLanguage, type CodeLanguage } from './code-language.js';

/** The edit that puts another expression in the place of one; a shorthand property (`{ url }`) is written out. */
export function replaceExpression(app: AppModel, span: Span, text: string): TextEdit {
  const language = codeLanguage(app, span.file);
  const shorthand = language?.name === 'typescript' && isShorthand(fileText(app, span.file), span, language);
  return { span, text: shorthand ? `${app.text(span)}: ${text}` : text };
}

/** A lone name between braces or commas of an object literal. */
function isShorthand(text: string, { end, start }: Span, { skip }: CodeLanguage): boolean {
  if (!/^[\w$]+$/.test(text.slice(start, end))) return false;
  const before = /(\S\s*)?([{,])\s*$/.exec(text.slice(0, start));
  const close = enclosingEnd(text, end, skip);
  if (before === null || close === undefined || text[close] !== '}' || !/^\s*[,}]/.test(text.slice(end, close + 1))) {
    return false;
  }
  // `${name}` of a template and `attribute={name}` of JSX.
  return !(before[2] === '{' && /[$=>]$/.test(before[1] ?? ''));
}
