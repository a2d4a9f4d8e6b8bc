import { bindLoopback } from '../../../fix/bind-loopback.js';
import { checkHosts } from '../../../fix/check-hosts.js';
import type { AppModel } from '../../../model/app.js';
import type { Listener, McpTransport } from '../../../model/exposure.js';
import type { Fix } from '../../../model/finding.js';
import type { Rule, RuleFinding } from '../../../model/rule.js';
import type { Span } from '../../../model/span.js';
import { isConsequential } from '../../open-routes.js';
import { inTest } from '../../severity.js';
import { inLanguage } from '../../in-language.js';

export const rule = {
  meta: {
    id: 'mcp-server-exposed',
    title: 'MCP HTTP server reachable without auth or origin/host checks',
    family: 'mcp',
    severity: 'error',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'suggest',
    languages: ['typescript', 'python'],
    standards: ['MCP07:2025', 'ASI03', 'AML.T0049', 'CWE-306', 'CWE-346', 'CWE-1327'],
  },
  *check(app) {
    const seen = new Set<string>();
    const isNew = (prefix: string, { file, start }: Span): boolean => {
      const key = `${prefix} ${file}:${String(start)}`;
      return !seen.has(key) && seen.add(key).size > 0;
    };
    for (const transport of app.mcpTransports) {
      if (inTest(app, transport.span)) continue;
      const findings = [...findingsOf(app, transport)].filter(({ primary }) => isNew('place', primary));
      // A handler inside of another answers the same requests.
      const [route] = transport.routes;
      if (route === undefined || findings.length === 0 || isNew('route', route.span)) yield* findings;
    }
  },
} satisfies Rule;

function* findingsOf(app: AppModel, transport: McpTransport): Generator<RuleFinding> {
  const { authentication, hostCheck } = transport;
  // A test starts the server for itself.
  const listeners = transport.listeners.filter(({ span }) => !inTest(app, span));
  const open = listeners.filter(({ where }) => where === 'all');
  if (authentication.state === 'no' && hostCheck === 'no') {
    for (const listeners of byHost(open)) yield bound(app, transport, listeners);
    if (transport.hosted) yield* published(transport);
  }
  const asks = authentication.state === 'yes' || authentication.state === 'unknown';
  if (asks || hostCheck !== 'no' || transport.hosted || (open.length > 0 && authentication.state === 'no')) return;
  // A framework's own server has no switch for it.
  if (transport.routes.length > 0 && listeners.some(({ where }) => where === 'loopback'))
    yield rebindable(app, transport);
}

type Listeners = readonly [Listener, ...Listener[]];

/** Calls that start a server whose host is written in one place have one root cause. */
function byHost(listeners: readonly Listener[]): readonly Listeners[] {
  const places = new Map<string, [Listener, ...Listener[]]>();
  for (const listener of listeners) {
    const { file, start } = listener.host ?? listener.span;
    const key = `${file}:${String(start)}`;
    const known = places.get(key);
    if (known === undefined) places.set(key, [listener]);
    else known.push(listener);
  }
  return [...places.values()];
}

/** Everybody on the network can connect. */
function bound(app: AppModel, transport: McpTransport, [listener, ...others]: Listeners): RuleFinding {
  const fix = closed(app, transport, listener);
  const how = listener.host === undefined ? 'no host is given' : `the host is ${app.text(listener.host)}`;
  return {
    message: `an MCP server (\`${transport.name}\`) listens on all network interfaces (${how}) and asks nobody for a token`,
    help: inLanguage(app, listener.span, {
      typescript: 'Bind to 127.0.0.1, or require a token with requireBearerAuth and check the Host header.',
      python:
        'Bind to 127.0.0.1, or require a token (`auth` and a token verifier of the server) and check the Host header.',
    }),
    severity: 'error',
    evidence: 'likely',
    primary: listener.span,
    related: [
      ...places(transport, listener.span),
      ...others.map(({ span }) => ({ span, message: 'listens here too' })),
    ],
    fixes: fix === undefined ? [] : [fix],
  };
}

/** A server that only this machine reaches needs the check of host names too, where the code allows to add it. */
function closed(app: AppModel, transport: McpTransport, listener: Listener): Fix | undefined {
  const bind = bindLoopback(app, listener);
  const hosts = checkHosts(app, transport);
  return bind === undefined || hosts === undefined ? bind : { ...bind, edits: [...bind.edits, ...hosts.edits] };
}

/** A platform serves it to the internet. Tools that only compute or read what is public may be meant for all. */
function* published(transport: McpTransport): Generator<RuleFinding> {
  const tool = transport.tools.find(isConsequential);
  const [route] = transport.routes;
  if (route === undefined) return;
  yield {
    message: `${route.label} serves MCP tools to anybody: nothing asks for a token${tool?.name === undefined ? '' : `, also for \`${tool.name}\``}`,
    help: 'Wrap the handler in withMcpAuth, or check a token before it.',
    severity: tool === undefined ? 'info' : 'error',
    evidence: tool === undefined ? 'heuristic' : 'likely',
    primary: route.span,
    related: places(transport, route.span),
  };
}

/** A page in the user's browser can reach a local server under a name of its own. */
function rebindable(app: AppModel, transport: McpTransport): RuleFinding {
  const fix = checkHosts(app, transport);
  const optional =
    transport.authentication.state === 'optional' ? ' and asks for a token only when one is configured' : '';
  return {
    message: `\`${transport.name}\` takes requests for any host name${optional}: a web page can reach this local MCP server by DNS rebinding`,
    help: inLanguage(app, transport.calleeSpan, {
      typescript:
        'Use createMcpExpressApp or hostHeaderValidation, or set enableDnsRebindingProtection with allowedHosts.',
      python:
        'Pass `transport_security=TransportSecuritySettings(enable_dns_rebinding_protection=True, allowed_hosts=[…])`.',
    }),
    severity: 'warning',
    evidence: 'likely',
    primary: transport.calleeSpan,
    related: transport.listeners.map(({ span }) => ({ span, message: 'listens here' })),
    fixes: fix === undefined ? [] : [fix],
  };
}

function places(transport: McpTransport, primary: Span): readonly { readonly span: Span; readonly message: string }[] {
  const made = { span: transport.calleeSpan, message: 'the transport is made here' };
  const routes = transport.routes.map(({ label, span }) => ({ span, message: `${label} leads to it` }));
  return [made, ...routes].filter(({ span }) => span.file !== primary.file || span.start !== primary.start);
}
