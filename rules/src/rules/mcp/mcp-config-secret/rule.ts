import { appendItem } from '../../../fix/list-edit.js';
import type { AppModel } from '../../../model/app.js';
import type { ConfiguredInputs, ConfiguredSecret, ConfiguredServer } from '../../../model/configuration.js';
import type { Fix, TextEdit } from '../../../model/finding.js';
import type { Rule } from '../../../model/rule.js';
import type { Span } from '../../../model/span.js';
import { inTest, lowered } from '../../severity.js';

export const rule = {
  meta: {
    id: 'mcp-config-secret',
    title: 'Literal secret in an MCP configuration',
    family: 'mcp',
    severity: 'error',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'suggest',
    languages: ['config'],
    standards: ['MCP01:2025', 'LLM02:2026', 'LLM02:2025', 'AML.T0083', 'CWE-798', 'CWE-312'],
  },
  *check(app) {
    for (const server of app.configuredServers) {
      for (const secret of server.secrets) {
        const { name, text, title } = secret;
        yield {
          message: `The configuration of the MCP server \`${server.name}\` holds a ${title} in \`${name}\``,
          help: 'Let the client read it from the environment or ask for it. Whoever has read the file has the key: revoke it and make a new one.',
          severity: lowered('error', inTest(app, text.span)),
          evidence: 'proven',
          primary: text.span,
          fixes: [
            ...byInput(app, server, secret),
            ...byReference(app, server, secret),
            ...(secret.repair === undefined ? [] : [{ ...secret.repair, kind: 'suggest' as const }]),
          ],
        };
      }
    }
  },
} satisfies Rule;

/** The variable in the syntax that the client understands. The key itself is written nowhere else. */
function byReference(app: AppModel, { reference }: ConfiguredServer, secret: ConfiguredSecret): readonly Fix[] {
  const { text, variable, whole } = secret;
  if (reference === undefined || !whole) return [];
  const written = referenceText(
    app,
    text.span,
    reference.replace('$name', () => variable),
  );
  const title = `Read ${variable} from the environment`;
  return [{ title, kind: 'suggest', edits: [{ span: text.span, text: written }] }];
}

/** The client asks for the key and keeps it. */
function byInput(app: AppModel, { inputs, name }: ConfiguredServer, secret: ConfiguredSecret): readonly Fix[] {
  const { text, variable, whole } = secret;
  if (inputs === undefined || !whole) return [];
  const id = variable.toLowerCase().replaceAll('_', '-');
  if (inputs.ids.includes(id)) return [];
  const description = JSON.stringify(`${variable} of ${name}`);
  const item = `{ "type": "promptString", "id": "${id}", "description": ${description}, "password": true }`;
  const edits = [
    { span: text.span, text: referenceText(app, text.span, `\${input:${id}}`) },
    ...addInput(app, inputs, item),
  ];
  return [{ title: `Ask for ${variable} when the server starts`, kind: 'suggest', edits }];
}

function addInput(app: AppModel, { list, servers }: ConfiguredInputs, item: string): readonly TextEdit[] {
  const { eol = '\n' } = app.files.get(servers.file) ?? {};
  if (list !== undefined) {
    const inner = { file: list.file, start: list.start + 1, end: list.end - 1 };
    return appendItem(inner, app.text(inner), item, { eol, padded: false, skip: undefined });
  }
  const before = app.text({ file: servers.file, start: 0, end: servers.start });
  const indent = /\r?\n([^\S\r\n]*)$/.exec(before)?.[1];
  const gap = indent === undefined ? ' ' : eol + indent;
  return [{ span: { ...servers, end: servers.start }, text: `"inputs": [${item}],${gap}` }];
}

/** In the quotes of the key, behind the scheme of a header. */
function referenceText(app: AppModel, place: Span, reference: string): string {
  const written = app.text(place);
  const quote = /^["']/.exec(written)?.[0] ?? '';
  const scheme = /^["']?((?:Bearer|Basic|Token|ApiKey)\s+)/i.exec(written)?.[1] ?? '';
  return quote + scheme + reference + quote;
}
