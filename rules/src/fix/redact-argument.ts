import type { AppModel } from '../model/app.js';
import type { Flow } from '../model/flow.js';
import type { Fix, TextEdit } from '../model/finding.js';
import type { Span } from '../model/span.js';
import { codeLanguage } from './code-language.js';
import { fileText } from './file-text.js';
import { untrustedParts } from './flow-places.js';
import { templateParts } from './source-scan.js';
import { replaceExpression } from './replace-expression.js';

/** Writes `[redacted]` in place of the value in a log call; the rest of the line stays. */
export function redactArgument(app: AppModel, flows: readonly [Flow, ...Flow[]]): Fix | undefined {
  const { argument, call, span } = flows[0].sink;
  const language = codeLanguage(app, span.file);
  if (argument === undefined || call === undefined || language === undefined) return undefined;
  const title = 'Log [redacted] in place of the value';
  const python = language.name === 'python';
  const parts = python ? argument.template : templateParts(app, argument.span);
  const redacted = language.text('[redacted]');
  if (parts === undefined) {
    // An object may hold more than the value.
    if (flows[0].partial || !/^[\w$.[\]'"!?]+$/.test(app.text(span))) return undefined;
    return { title, kind: 'suggest', edits: [replaceExpression(app, span, redacted)] };
  }
  const chosen = untrustedParts(app, parts, flows);
  if (chosen.length === 0) return undefined;
  const edits = chosen.map((part) => (python ? redactedPart(app, part, redacted) : inTemplate(part)));
  return edits.every((edit) => edit !== undefined) ? { title, kind: 'suggest', edits } : undefined;
}

function inTemplate({ file, start, end }: Span): TextEdit {
  return { span: { file, start: start - 2, end: end + 1 }, text: '[redacted]' };
}

/** The field of a formatted string, or the expression that is put into the text in another way. */
function redactedPart(app: AppModel, part: Span, literal: string): TextEdit | undefined {
  const text = fileText(app, part.file);
  const open = /\{\s*$/.exec(text.slice(0, part.start))?.[0].length;
  const close = /^\s*=?(?:![rsa])?(?::[^{}"'\n]*)?\}/.exec(text.slice(part.end))?.[0].length;
  if (open === undefined) return { span: part, text: literal };
  if (close === undefined) return undefined;
  return { span: { ...part, start: part.start - open, end: part.end + close }, text: '[redacted]' };
}
