import type { AppModel } from '../model/app.js';
import type { SchemaField, ToolSchema } from '../model/tool.js';
import type { Fix } from '../model/finding.js';

/** Narrows a bare `z.string()`: a path to plain file names, anything else to a list of values that holds a placeholder. */
export function restrictField(app: AppModel, schema: ToolSchema, field: SchemaField): Fix | undefined {
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

/** Closes a schema that accepts further properties. */
export function closeSchema(app: AppModel, schema: ToolSchema): Fix | undefined {
  if (schema.span === undefined) return undefined;
  const written = app.text(schema.span);
  const { file, start } = schema.span;
  const at = (match: RegExpExecArray, text: string): Fix['edits'] => [
    { span: { file, start: start + match.index, end: start + match.index + match[0].length }, text },
  ];
  const extra = /\badditionalProperties(["']?)\s*:\s*true\b/.exec(written);
  if (extra !== null) {
    const edits = at(extra, `additionalProperties${extra[1] ?? ''}: false`);
    return { title: 'Refuse additional properties', kind: 'suggest', edits };
  }
  const loose = /\s*\.\s*(?:passthrough\(\s*\)|catchall\(\s*z\.(?:any|unknown)\(\s*\)\s*\))/.exec(written);
  return loose === null ? undefined : { title: 'Refuse additional properties', kind: 'suggest', edits: at(loose, '') };
}
