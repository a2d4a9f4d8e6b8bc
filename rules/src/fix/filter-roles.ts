import type { AppModel } from '../model/app.js';
import type { FlowSink } from '../model/flow.js';
import type { Fix } from '../model/finding.js';
import { codeLanguage } from './code-language.js';
import { isTyped } from './file-text.js';
import { replaceExpression } from './replace-expression.js';

/** Keeps what a conversation is made of, no instructions and no results of tools, where the history is a plain expression. */
export function filterRoles(app: AppModel, sink: FlowSink): Fix | undefined {
  const language = codeLanguage(app, sink.span.file);
  if (language?.name !== 'typescript') return undefined;
  const written = app.text(sink.span);
  if (!/^[\w$]+(?:\.[\w$]+)*$/.test(written)) return undefined;
  const roles = ['user', sink.modelCall?.framework.id.startsWith('google') === true ? 'model' : 'assistant']
    .map((role) => language.text(role))
    .join(', ');
  const parameter = isTyped(app, sink.span.file) ? '(message: { role: string })' : '(message)';
  return {
    title: 'Keep messages of the user and the assistant only',
    kind: 'suggest',
    edits: [replaceExpression(app, sink.span, `${written}.filter(${parameter} => [${roles}].includes(message.role))`)],
  };
}
