import type { AppModel } from '../model/app.js';
import type { FlowSink } from '../model/flow.js';
import type { Fix } from '../model/finding.js';
import { addDefaultImport, addMember } from './add-import.js';
import { replaceExpression } from './replace-expression.js';

/** Cleans the markup with DOMPurify, in Python with nh3, before it is used. */
export function sanitizeHtml(app: AppModel, sink: FlowSink): Fix | undefined {
  const { file } = sink.span;
  const source = app.files.get(file);
  if (source?.language === 'python') {
    const clean = addMember(app, file, 'nh3', 'clean');
    const text = `${clean.local}(${app.text(sink.span)})`;
    return { title: 'Clean the markup with nh3', kind: 'suggest', edits: [...clean.edits, { span: sink.span, text }] };
  }
  if (source?.language !== 'typescript') return undefined;
  // On a server there is no DOM; the isomorphic package brings one.
  const module = source.runtime === 'server' ? 'isomorphic-dompurify' : 'dompurify';
  const purify = addDefaultImport(app, file, module, 'DOMPurify');
  const text = `${purify.local}.sanitize(${app.text(sink.span)})`;
  return {
    title: 'Clean the markup with DOMPurify',
    kind: 'suggest',
    edits: [...purify.edits, replaceExpression(app, sink.span, text)],
  };
}
