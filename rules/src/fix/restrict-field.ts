import type { AppModel } from '../model/app.js';
import type { SchemaField, ToolSchema } from '../model/tool.js';
import type { Fix } from '../model/finding.js';
import { addImport } from './add-import.js';
import { codeLanguage } from './code-language.js';
import { fileText } from './file-text.js';

/** Narrows a bare `z.string()`: a path to plain file names, anything else to a list of values that holds a placeholder. */
export function restrictField(app: AppModel, schema: ToolSchema, field: SchemaField): Fix | undefined {
  if (app.files.get(field.span.file)?.language === 'python') return restrictParameter(app, field);
  if (schema.dialect !== 'zod') return undefined;
  const string = /\bz\s*\.\s*string\(\s*\)(?!\s*\.\s*(?!describe|optional|nullable|default)\w)/.exec(
    app.text(field.span),
  );
  if (string === null) return undefined;
  const start = field.span.start + string.index;
  const span = { file: field.span.file, start, end: start + string[0].length };
  return /path|file|dir|folder/i.test(field.name)
    ? {
        title: `Accept only plain file names for ${field.name}`,
        kind: 'suggest',
        edits: [{ span, text: `${string[0]}.regex(/^[\\w-]+(\\.[\\w-]+)*$/)` }],
      }
    : {
        title: `Accept only listed values for ${field.name}`,
        kind: 'suggest',
        edits: [{ span, text: "z.enum(['status'])" }],
      };
}

/** A parameter of a tool in Python whose type is `str`. */
function restrictParameter(app: AppModel, { name, span }: SchemaField): Fix | undefined {
  const language = codeLanguage(app, span.file);
  const text = fileText(app, span.file);
  const written = /^\w+\s*:\s*(?=str\s*[,)\n])/.exec(text.slice(span.start))?.[0];
  if (language === undefined || written === undefined || !written.startsWith(name)) return undefined;
  const start = span.start + written.length;
  const type = { file: span.file, start, end: start + 'str'.length };
  if (!/path|file|dir|folder/i.test(name)) {
    const choice = addImport(app, span.file, 'typing', 'Literal');
    return {
      title: `Accept only listed values for ${name}`,
      kind: 'suggest',
      edits: [...choice.edits, { span: type, text: `${choice.local}[${language.text('status')}]` }],
    };
  }
  const annotated = addImport(app, span.file, 'typing', 'Annotated');
  const described = addImport(app, span.file, 'pydantic', 'Field');
  const pattern = `r${language.text('^[A-Za-z0-9_-]+([.][A-Za-z0-9_-]+)*$')}`;
  return {
    title: `Accept only plain file names for ${name}`,
    kind: 'suggest',
    edits: [
      ...annotated.edits,
      ...described.edits,
      { span: type, text: `${annotated.local}[str, ${described.local}(pattern=${pattern})]` },
    ],
  };
}

/** Closes a schema that accepts further properties. */
export function closeSchema(app: AppModel, schema: ToolSchema): Fix | undefined {
  if (schema.span === undefined) return undefined;
  const written = app.text(schema.span);
  const { file, start } = schema.span;
  const at = (match: RegExpExecArray, text: string): Fix['edits'] => [
    { span: { file, start: start + match.index, end: start + match.index + match[0].length }, text },
  ];
  const extra = /\badditionalProperties(["']?)\s*:\s*(?:t|T)rue\b/.exec(written);
  if (extra !== null) {
    const edits = at(extra, `additionalProperties${extra[1] ?? ''}: ${/True$/.test(extra[0]) ? 'False' : 'false'}`);
    return { title: 'Refuse additional properties', kind: 'suggest', edits };
  }
  const loose = /\s*\.\s*(?:passthrough\(\s*\)|catchall\(\s*z\.(?:any|unknown)\(\s*\)\s*\))/.exec(written);
  return loose === null ? undefined : { title: 'Refuse additional properties', kind: 'suggest', edits: at(loose, '') };
}
