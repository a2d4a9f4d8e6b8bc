import type { AppModel } from '../model/app.js';
import type { SecretLiteral } from '../model/setting.js';
import type { Fix } from '../model/finding.js';
import { fileText, isTyped } from './file-text.js';
import { removeProperty } from './options-edit.js';

/** Reads a key from the environment, or leaves it to the client where that reads the variable by itself. */
export function keyFromEnvironment(app: AppModel, secret: SecretLiteral): readonly Fix[] {
  const file = app.files.get(secret.span.file);
  if (file?.language !== 'typescript' || file.runtime === 'client') return [];
  const edit = environmentEdit(app, secret);
  if (edit === undefined) return [];
  const name = secret.envVariable;
  const example = file.packageFolder === '' ? '.env.example' : `${file.packageFolder}/.env.example`;
  const appends = [{ file: example, line: `${name}=` }];
  const fixes: Fix[] = [{ title: `Read the key from process.env.${name}`, kind: 'suggest', edits: [edit], appends }];
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

function environmentEdit(app: AppModel, secret: SecretLiteral): Fix['edits'][number] | undefined {
  const { file, start, end } = secret.span;
  const text = fileText(app, file);
  const variable = `process.env.${secret.envVariable}`;
  if (secret.literal === 'template') return { span: secret.span, text: `\${${variable}}` };
  if (secret.literal !== 'string') return undefined;
  // The span may cover the quotes or what stands between them.
  const outside = /^['"`]$/.test(text[start] ?? '') ? 0 : 1;
  const span = { file, start: start - outside, end: end + outside };
  if (!/^(['"`])[^]*\1$/.test(text.slice(span.start, span.end))) return undefined;
  const before = text.slice(0, span.start);
  if (/\.[jt]sx$/.test(file) && /<[^<>]*\s[\w-]+=$/.test(before)) return { span, text: `{${variable}}` };
  const optional = secret.client !== undefined || !isTyped(file);
  return { span, text: optional ? variable : `${variable} ?? ''` };
}
