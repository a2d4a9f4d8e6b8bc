import { removeProperty } from '../../../fix/options-edit.js';
import type { AppModel } from '../../../model/app.js';
import type { Client, Setting } from '../../../model/setting.js';
import type { Fix } from '../../../model/finding.js';
import type { Rule, RuleFinding } from '../../../model/rule.js';
import { inTest, lowered } from '../../severity.js';

const help =
  'Call the model from a server route that holds the key. For realtime sessions mint a short-lived client secret there.';

/** Bundlers write these variables into the code that the browser loads. */
const PUBLIC_VARIABLE =
  /\b(?:process\.env|import\.meta\.env)(?:\.|\[['"])((?:NEXT_PUBLIC|VITE|REACT_APP|EXPO_PUBLIC|PUBLIC|GATSBY|NUXT_PUBLIC|VUE_APP)_\w*)/;

export const rule = {
  meta: {
    id: 'secret-browser-exposed',
    title: 'Model credentials reachable from browser code',
    family: 'secret',
    severity: 'error',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'suggest',
    languages: ['typescript'],
    standards: ['LLM02:2026', 'LLM02:2025', 'AML.T0055', 'CWE-522', 'CWE-200'],
  },
  *check(app) {
    const exposed = app.clients.flatMap((client) => publicKey(app, client) ?? []);
    yield* exposed;
    for (const setting of app.settings) {
      if (setting.meaning !== 'browser-key') continue;
      // One client, one finding: the key is the better place.
      if (exposed.some(({ primary }) => covers(setting, primary))) continue;
      const runtime = app.files.get(setting.span.file)?.runtime;
      if (runtime === 'server') continue;
      yield {
        message: `${setting.subject} may run in a browser (${setting.label}): every visitor can read its key`,
        help,
        severity: lowered(runtime === 'client' ? setting.severity : 'warning', inTest(app, setting.span)),
        evidence: setting.evidence,
        primary: setting.span,
        fixes: fixes(app, setting),
      };
    }
  },
} satisfies Rule;

function publicKey(app: AppModel, client: Client): RuleFinding | undefined {
  const { credential } = client;
  if (credential === undefined) return undefined;
  const variable = PUBLIC_VARIABLE.exec(app.text(credential.valueSpan))?.[1];
  if (variable === undefined) return undefined;
  return {
    message: `the key of ${client.framework.title} comes from \`${variable}\`, which is part of the browser bundle`,
    help,
    severity: lowered('error', inTest(app, client.span)),
    evidence: 'proven',
    primary: credential.valueSpan,
  };
}

function covers({ options }: Setting, place: RuleFinding['primary']): boolean {
  const span = options?.span;
  return span?.file === place.file && span.start <= place.start && place.end <= span.end;
}

function fixes(app: AppModel, { options, property }: Setting): readonly Fix[] {
  if (options === undefined || property === undefined) return [];
  return [
    {
      title: `Remove ${property.name}: the client refuses to run in a browser without it`,
      kind: 'suggest',
      edits: [removeProperty(app, options, property)],
    },
  ];
}
