import type { AppModel } from '../model/app.js';
import type { FlowSink } from '../model/flow.js';
import type { Fix } from '../model/finding.js';
import { addFunction } from './add-function.js';
import { isTyped } from './file-text.js';
import { replaceExpression } from './replace-expression.js';

/** Passes a URL through a function that only lets listed hosts through; the list holds a placeholder to edit. */
export function allowHost(app: AppModel, sink: FlowSink): Fix | undefined {
  const { file } = sink.span;
  if (app.files.get(file)?.language !== 'typescript' || sink.call === undefined) return undefined;
  const type = isTyped(file) ? ': string' : '';
  const helper = addFunction(app, file, 'allowedUrl', (name) =>
    [
      `function ${name}(value${type})${type} {`,
      "  const hosts = new Set(['api.example.com']);",
      '  const url = new URL(value);',
      "  if (url.protocol !== 'https:' || !hosts.has(url.hostname)) throw new Error('Host is not allowed');",
      '  return url.href;',
      '}',
    ].join('\n'),
  );
  const noRedirect = sink.call.callee === 'fetch' && sink.call.arguments.length === 1;
  const text = `${helper.name}(${app.text(sink.span)})${noRedirect ? ", { redirect: 'error' }" : ''}`;
  return {
    title: 'Fetch from listed hosts only',
    kind: 'suggest',
    edits: [...helper.edits, replaceExpression(app, sink.span, text)],
  };
}
