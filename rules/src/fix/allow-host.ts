import type { AppModel } from '../model/app.js';
import type { FlowSink } from '../model/flow.js';
import type { Fix, TextEdit } from '../model/finding.js';
import { type AddedFunction, addFunction } from './add-function.js';
import { addImport } from './add-import.js';
import { codeLanguage, type CodeLanguage } from './code-language.js';
import { isTyped } from './file-text.js';
import { insertProperty } from './options-edit.js';
import { replaceExpression } from './replace-expression.js';

/** Passes a URL through a function that only lets listed hosts through; the list holds a placeholder to edit. */
export function allowHost(app: AppModel, sink: FlowSink): Fix | undefined {
  const { file } = sink.span;
  const language = codeLanguage(app, file);
  const { call } = sink;
  if (language === undefined || call === undefined) return undefined;
  const python = language.name === 'python';
  const helper = python ? checkInPython(app, file, language) : checkInTypeScript(app, file);
  const noRedirect = !python && call.callee === 'fetch' && call.arguments.length === 1;
  const text = `${helper.name}(${app.text(sink.span)})${noRedirect ? `, { redirect: ${language.text('error')} }` : ''}`;
  const replaced = python ? { span: sink.span, text } : replaceExpression(app, sink.span, text);
  return {
    title: 'Fetch from listed hosts only',
    kind: 'suggest',
    edits: [...helper.edits, replaced, ...withoutRedirects(app, sink)],
  };
}

function checkInTypeScript(app: AppModel, file: string): AddedFunction {
  const type = isTyped(app, file) ? ': string' : '';
  return addFunction(app, file, 'allowedUrl', (name) =>
    [
      `function ${name}(value${type})${type} {`,
      "  const hosts = new Set(['api.example.com']);",
      '  const url = new URL(value);',
      "  if (url.protocol !== 'https:' || !hosts.has(url.hostname)) throw new Error('Host is not allowed');",
      '  return url.href;',
      '}',
    ].join('\n'),
  );
}

function checkInPython(app: AppModel, file: string, language: CodeLanguage): AddedFunction {
  const split = addImport(app, file, 'urllib.parse', 'urlsplit');
  const helper = addFunction(app, file, 'allowed_url', (name) =>
    [
      isTyped(app, file) ? `def ${name}(value: str) -> str:` : `def ${name}(value):`,
      `    hosts = {${language.text('api.example.com')}}`,
      `    url = ${split.local}(value)`,
      `    if url.scheme != ${language.text('https')} or url.hostname not in hosts:`,
      `        raise ValueError(${language.text('Host is not allowed')})`,
      '    return value',
    ].join('\n'),
  );
  return { name: helper.name, edits: [...split.edits, ...helper.edits] };
}

/** Clients of Python that follow redirects by themselves, to wherever they lead. */
function withoutRedirects(app: AppModel, { call }: FlowSink): readonly TextEdit[] {
  const keywords = call?.keywords;
  if (keywords === undefined || keywords.open || !/^(?:requests|aiohttp)\b/.test(call?.callee ?? '')) return [];
  if (keywords.properties.some(({ name }) => name === 'allow_redirects')) return [];
  return insertProperty(app, keywords, 'allow_redirects=False');
}
