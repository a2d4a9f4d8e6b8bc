import type { AppModel } from '../../../model/app.js';
import type { Flow } from '../../../model/flow.js';
import type { Endpoint, Setting } from '../../../model/setting.js';
import type { Rule } from '../../../model/rule.js';
import type { Span } from '../../../model/span.js';
import { flowFinding, flowGroups, quoted } from '../../flow-findings.js';
import { settingFindings } from '../../setting-findings.js';
import { inTest, lowered } from '../../severity.js';

export const rule = {
  meta: {
    id: 'secret-sent-to-untrusted-endpoint',
    title: 'API key sent to an attacker-influenced or clear-text endpoint',
    family: 'secret',
    severity: 'error',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'suggest',
    languages: ['typescript', 'python'],
    standards: ['LLM02:2026', 'LLM04:2026', 'LLM03:2025', 'AML.T0055', 'AML.T0096', 'CWE-522', 'CWE-319', 'CWE-918'],
  },
  *check(app) {
    for (const endpoint of app.endpoints) {
      const address = endpoint.addresses.find(({ text }) => isClearText(text));
      if (address === undefined || endpoint.secret === undefined) continue;
      yield {
        message: `${quoted(endpoint.secret)} is sent over a connection that anybody on the way can read (${takerOf(endpoint)} is \`${hostOf(address.text)}\` over http)`,
        help: 'Use https.',
        severity: lowered('error', false, inTest(app, endpoint.span)),
        evidence: endpoint.addresses.length === 1 ? 'proven' : 'likely',
        primary: endpoint.span,
        related: encloses(endpoint.span, address.span)
          ? []
          : [{ span: address.span, message: 'the address is written here' }],
      };
    }
    yield* settingFindings(app, ['tls-unverified'], {
      message: ({ label, subject }) =>
        `${subject} does not ask who answers (\`${label}\`): anybody on the way can pretend to be the server and read the key and what is said`,
      help: 'Leave the check of certificates on; give the certificate of your own authority to it if the server has one.',
      nearAgent: true,
      accept: (setting) => !isDownload(app, setting),
    });
    const groups = flowGroups(app, {
      sinks: ['endpoint'],
      sources: ['request', 'tool-input', 'model-output', 'retrieved'],
      accept: (flow) => endpointOf(app, flow)?.secret !== undefined,
    });
    for (const group of groups) {
      const [flow] = group;
      const endpoint = endpointOf(app, flow);
      if (endpoint?.secret === undefined) continue;
      yield flowFinding(app, group, {
        message: `${quoted(flow.source.label)} decides where ${quoted(endpoint.secret)} is sent (${takerOf(endpoint)})`,
        help: 'Choose the address from a list of yours, or use a key that belongs to whoever gave the address.',
        severity: 'error',
      });
    }
  },
} satisfies Rule;

/** What is fetched to be loaded has a rule of its own. */
function isDownload(app: AppModel, { span }: Setting): boolean {
  return app.downloads.some(
    (download) =>
      download.span.file === span.file && download.span.start <= span.start && span.end <= download.span.end,
  );
}

function encloses(outer: Span, inner: Span): boolean {
  return outer.file === inner.file && outer.start <= inner.start && inner.end <= outer.end;
}

function takerOf({ client, name }: Endpoint): string {
  return name.startsWith('argument') ? `the address of \`${client}\`` : `\`${name}\` of \`${client}\``;
}

function endpointOf(app: AppModel, { sink: { span } }: Flow): Endpoint | undefined {
  return app.endpoints.find(
    (endpoint) =>
      endpoint.span.file === span.file && endpoint.span.start === span.start && endpoint.span.end === span.end,
  );
}

/** A plain connection to a host that is named in full and is neither this machine nor one of a private network. */
function isClearText(address: string): boolean {
  const host = hostOf(address);
  return host !== undefined && host.includes('.') && !isLocal(host);
}

const LOCAL_NAME =
  /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|svc|cluster|test|example|invalid)$|\.svc\.|^host\.docker\./;
const LOCAL_ADDRESS =
  /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./;

function isLocal(host: string): boolean {
  return host.startsWith('[') || LOCAL_NAME.test(host) || LOCAL_ADDRESS.test(host);
}

/** The host of an `http:` address; undefined when the text ends before the host does. */
function hostOf(address: string): string | undefined {
  return /^http:\/\/(?:[^@/]*@)?([^/:?#\s\0]+)(?=[/:?#]|$)/i.exec(address)?.[1]?.toLowerCase();
}
