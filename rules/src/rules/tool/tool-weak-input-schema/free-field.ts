import type { AppModel } from '../../../model/app.js';
import type { Flow, SinkKind } from '../../../model/flow.js';
import type { SchemaField, Tool } from '../../../model/tool.js';

/** Field names that promise a language of their own, and the sinks that speak it. */
const languages: readonly { readonly name: RegExp; readonly sinks: readonly SinkKind[] }[] = [
  { name: /^(?:command|cmd|script|shell)$/i, sinks: ['shell', 'process-arguments', 'code'] },
  { name: /^(?:sql|query|statement)$/i, sinks: ['sql'] },
  { name: /^(?:url|uri|href|endpoint)$/i, sinks: ['url'] },
  { name: /^(?:path|file|filename|filepath|file_path|dir|directory)$/i, sinks: ['path'] },
  { name: /^(?:code|expression|source)$/i, sinks: ['code'] },
  { name: /^(?:html|markup)$/i, sinks: ['html'] },
];

/** The flow of a text field whose name promises a command, query, address or path into what speaks that language. */
export function flowOfFreeField(app: AppModel, tool: Tool, field: SchemaField): Flow | undefined {
  if (field.constrained || field.type !== 'string') return undefined;
  const sinks = languages.find(({ name }) => name.test(field.name))?.sinks ?? [];
  return app.flows.find(
    ({ source, sink }) =>
      source.tool === tool && sinks.includes(sink.kind) && source.label.includes(`\`${field.name}\``),
  );
}
