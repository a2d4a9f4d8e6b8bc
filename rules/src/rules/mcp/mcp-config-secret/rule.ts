import type { AppModel } from '../../../model/app.js';
import type { ConfiguredSecret, ConfiguredServer } from '../../../model/configuration.js';
import type { Fix } from '../../../model/finding.js';
import type { Rule } from '../../../model/rule.js';
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
        const fix = byReference(app, server, secret);
        yield {
          message: `The configuration of the MCP server \`${server.name}\` holds a ${title} in \`${name}\``,
          help: 'Let the client read it from the environment or ask for it. Whoever has read the file has the key: revoke it and make a new one.',
          severity: lowered('error', inTest(app, text.span)),
          evidence: 'proven',
          primary: text.span,
          fixes: fix === undefined ? [] : [fix],
        };
      }
    }
  },
} satisfies Rule;

/** The variable in the syntax that the client understands. The key itself is written nowhere else. */
function byReference(app: AppModel, server: ConfiguredServer, secret: ConfiguredSecret): Fix | undefined {
  const { text: place, whole } = secret;
  const { reference } = server;
  if (reference === undefined || !whole) return undefined;
  const written = app.text(place.span);
  const quote = /^["']/.exec(written)?.[0] ?? '';
  const scheme = /^["']?((?:Bearer|Basic|Token|ApiKey)\s+)/i.exec(written)?.[1] ?? '';
  const variable = variableOf(server.name, secret.name);
  const text = quote + scheme + reference.replace('$name', () => variable) + quote;
  const title = `Read ${variable} from the environment`;
  return { title, kind: 'suggest', edits: [{ span: place.span, text }] };
}

/** Headers and options whose names do not say whose key it is. */
const NAMELESS =
  /^(?:authorization|proxy-authorization|bearer|token|key|secret|password|pat|(?:x-)?api[-_]?key|(?:x-)?auth[-_]?token|access[-_]?token)$/i;

function variableOf(server: string, name: string): string {
  const kind = /password/i.test(name) ? 'PASSWORD' : /key$/i.test(name) ? 'API_KEY' : 'TOKEN';
  const words = NAMELESS.test(name) ? `${server}_${kind}` : name.replace(/([a-z0-9])([A-Z])/g, '$1_$2');
  return words
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toUpperCase();
}
