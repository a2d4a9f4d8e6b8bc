import type { AppModel } from '../model/app.js';
import type { FlowSink } from '../model/flow.js';
import type { Fix } from '../model/finding.js';
import { codeLanguage } from './code-language.js';
import { isTyped } from './file-text.js';
import { replaceExpression } from './replace-expression.js';

/** Keeps the user's own messages only, where the history is a plain expression. */
export function filterRoles(app: AppModel, sink: FlowSink): Fix | undefined {
  const language = codeLanguage(app, sink.span.file);
  if (language?.name !== 'typescript') return undefined;
  const written = app.text(sink.span);
  if (!/^[\w$]+(?:\.[\w$]+)*$/.test(written)) return undefined;
  const parameter = isTyped(app, sink.span.file) ? '(message: { role: string })' : '(message)';
  return {
    title: "Keep the client's user messages only",
    kind: 'suggest',
    edits: [
      replaceExpression(app, sink.span, `${written}.filter(${parameter} => message.role === ${language.text('user')})`),
    ],
  };
}
