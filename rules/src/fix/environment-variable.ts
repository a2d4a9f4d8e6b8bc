import type { AppModel } from '../model/app.js';
import type { SecretLiteral } from '../model/setting.js';
import type { Fix, TextEdit } from '../model/finding.js';
import { addMember } from './add-import.js';
import { codeLanguage, type CodeLanguage } from './code-language.js';
import { fileText, isTyped } from './file-text.js';
import { removeProperty } from './options-edit.js';
import { removeUnusedImport } from './unused-import.js';

/** Reads a key from the environment, or leaves it to the client where that reads the variable by itself. */
export function keyFromEnvironment(app: AppModel, secret: SecretLiteral): readonly Fix[] {
  const file = app.files.get(secret.span.file);
  const language = codeLanguage(app, secret.span.file);
  if (file === undefined || language === undefined || file.runtime === 'client') return [];
  const python = language.name === 'python';
  const name = secret.envVariable;
  const example = file.packageFolder === '' ? '.env.example' : `${file.packageFolder}/.env.example`;
  const appends = [{ file: example, line: `${name}=` }];
  const removed = python ? removedStatement(app, secret) : undefined;
  if (removed !== undefined) {
    return [{ title: `Remove the key: the environment has to set ${name}`, kind: 'suggest', edits: removed, appends }];
  }
  const edits = python ? environmentInPython(app, secret, language) : environmentInNode(app, secret);
  if (edits === undefined) return [];
  const title = `Read the key from ${python ? `os.environ[${language.text(name)}]` : `process.env.${name}`}`;
  const fixes: Fix[] = [{ title, kind: 'suggest', edits, appends }];
  const { client, property } = secret;
  if (client?.options !== undefined && property !== undefined && client.envVariable === name) {
    fixes.push({
      title: `Remove the option: the client reads ${name} by itself`,
      kind: 'suggest',
      edits: [removeProperty(app, client.options, property)],
      appends,
    });
  }
  return fixes;
}

function environmentInNode(app: AppModel, secret: SecretLiteral): readonly TextEdit[] | undefined {
  const { file } = secret.span;
  const variable = `process.env.${secret.envVariable}`;
  if (secret.literal === 'template') return [{ span: secret.span, text: `\${${variable}}` }];
  const span = quotedSpan(app, secret, /^(['"`])[^]*\1$/);
  if (span === undefined) return undefined;
  const before = fileText(app, file).slice(0, span.start);
  if (/\.[jt]sx$/.test(file) && /<[^<>]*\s[\w-]+=$/.test(before)) return [{ span, text: `{${variable}}` }];
  const optional = secret.client !== undefined || !isTyped(app, file);
  return [{ span, text: optional ? variable : `${variable} ?? ''` }];
}

function environmentInPython(
  app: AppModel,
  secret: SecretLiteral,
  language: CodeLanguage,
): readonly TextEdit[] | undefined {
  const { file } = secret.span;
  const text = fileText(app, file);
  const environ = addMember(app, file, 'os', 'environ');
  if (secret.literal === 'template') {
    // Inside of a formatted string only the other quotes may stand.
    const quote = /["'](?=[^"'\n]*$)/.exec(text.slice(0, secret.span.start))?.[0];
    if (quote === undefined) return undefined;
    const other = quote === '"' ? "'" : '"';
    return [...environ.edits, { span: secret.span, text: `{${environ.local}[${other}${secret.envVariable}${other}]}` }];
  }
  const span = quotedSpan(app, secret, /^[rRuU]?(['"])[^]*\1$/);
  if (span === undefined) return undefined;
  // What stands behind a variable is used where it is not set: a key that fails there says so.
  const fallback = /\b(?:environ\.get|getenv)\(\s*(["'])\w+\1(\s*,\s*(?:default\s*=\s*)?)$/.exec(
    text.slice(0, span.start),
  );
  if (fallback !== null) return [{ span: { ...span, start: span.start - (fallback[2]?.length ?? 0) }, text: '' }];
  return [...environ.edits, { span, text: `${environ.local}[${language.text(secret.envVariable)}]` }];
}

/** `os.environ['KEY'] = '…'` at the start of a line: the statement goes. */
function removedStatement(app: AppModel, { span }: SecretLiteral): readonly TextEdit[] | undefined {
  const text = fileText(app, span.file);
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const newline = text.indexOf('\n', span.end);
  const end = newline < 0 ? text.length : newline + 1;
  const alone = /^(?:os\.)?environ\[(["'])\w+\1\]\s*=\s*(["'])[^"'\n]*\2\s*$/.test(text.slice(start, end));
  if (!alone) return undefined;
  const unused = removeUnusedImport(app, span.file, 'os', text.slice(start, end));
  return [...unused, { span: { file: span.file, start, end }, text: '' }];
}

/** The literal with its quotes; the span of a key may cover them or not. */
function quotedSpan(app: AppModel, secret: SecretLiteral, literal: RegExp): SecretLiteral['span'] | undefined {
  if (secret.literal !== 'string') return undefined;
  const { file, start, end } = secret.span;
  const text = fileText(app, file);
  const spans = [secret.span, { file, start: start - 1, end: end + 1 }];
  return spans.find((span) => literal.test(text.slice(span.start, span.end)));
}
