import type { AppModel } from '../model/app.js';
import type { Flow } from '../model/flow.js';
import type { Fix } from '../model/finding.js';
import { addMember } from './add-import.js';
import { codeLanguage } from './code-language.js';

/** Reads the literal in a text of a model in place of running it: what `eval` is used for where data was asked for. */
export function parseLiteral(app: AppModel, { sink, source }: Flow): Fix | undefined {
  const { call, span } = sink;
  if (codeLanguage(app, span.file)?.name !== 'python' || source.kind !== 'model-output') return undefined;
  if (call?.arguments.length !== 1 || app.text(call.calleeSpan) !== 'eval') return undefined;
  const parse = addMember(app, span.file, 'ast', 'literal_eval');
  return {
    title: 'Parse literals only with ast.literal_eval',
    kind: 'suggest',
    edits: [...parse.edits, { span: call.calleeSpan, text: parse.local }],
  };
}
