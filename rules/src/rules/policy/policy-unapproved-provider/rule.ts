import { hostOf } from '../../../catalogue/models/providers.js';
import type { AppModel } from '../../../model/app.js';
import type { ConfiguredServer } from '../../../model/configuration.js';
import type { PolicyList } from '../../../model/policy.js';
import type { Rule, RuleFinding } from '../../../model/rule.js';
import type { Span } from '../../../model/span.js';
import { isNamed, listed, policyLine } from '../../policy-names.js';
import { inTest, lowered } from '../../severity.js';

export const rule = {
  meta: {
    id: 'policy-unapproved-provider',
    title: 'Provider, model, host or MCP server that the configured policy does not allow',
    family: 'policy',
    severity: 'warning',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'none',
    languages: ['typescript', 'python', 'config'],
    standards: ['LLM03:2025', 'LLM04:2026', 'ASI04', 'MCP09:2025', 'CWE-1357'],
  },
  *check(app) {
    const { providers, models, hosts, servers } = app.policy.project ?? {};
    if (providers !== undefined) yield* unlisted(app, providers, 'provider', providersIn(app));
    if (models !== undefined) yield* unlisted(app, models, 'model', modelsIn(app));
    if (hosts !== undefined) yield* unlisted(app, hosts, 'host', hostsIn(app));
    if (servers !== undefined) yield* unlisted(app, servers, 'MCP server', serversIn(app));
  },
} satisfies Rule;

/** Something that an allow list is about, by every name that the list may have for it. */
interface Used {
  readonly label: string;
  readonly names: readonly string[];
  readonly span: Span;
}

function* unlisted(app: AppModel, list: PolicyList, kind: string, used: Iterable<Used>): Iterable<RuleFinding> {
  const seen = new Set<string>();
  for (const { label, names, span } of used) {
    const key = `${label} ${span.file}`;
    if (seen.has(key) || names.some((name) => isNamed(name, list.values))) continue;
    seen.add(key);
    yield {
      message: `${kind} ${label} is none that the policy allows: ${listed(list)}`,
      help: 'Use one that is allowed, or add it to the list together with those who answer for it.',
      severity: lowered('warning', inTest(app, span)),
      evidence: 'proven',
      primary: span,
      related: policyLine(list, `what the policy allows as ${kind}`),
    };
  }
}

function providersIn(app: AppModel): readonly Used[] {
  return app.providerUses.map(({ provider, span, title }) => ({ label: title, names: [provider], span }));
}

/** How names of models begin. What stands where a model is named may be another text. */
const FAMILY =
  /^(?:[\w.-]+[/:])*(?:gpt-|o[134]\b|chatgpt|codex|text-embedding-|claude|gemini|gemma|llama|meta-llama|mistral|mixtral|codestral|ministral|command|deepseek|qwen|grok|phi-?\d|sonar|nova-|titan|amazon\.|anthropic\.|kimi|glm)[\w.:@/-]*$/i;

function modelsIn(app: AppModel): readonly Used[] {
  return app.modelNames
    .filter(({ name, option }) => option || FAMILY.test(name))
    .map(({ name, span }) => ({ label: `\`${name}\``, names: [name, name.replace(/^(?:[\w.-]+[/:])+/, '')], span }));
}

function* hostsIn(app: AppModel): Iterable<Used> {
  for (const { addresses } of app.endpoints) {
    for (const { span, text } of addresses) yield* atHost(text, span);
  }
  for (const { disabled, url } of app.configuredServers) {
    if (url !== undefined && !disabled) yield* atHost(url.value, url.span);
  }
}

function atHost(address: string, span: Span): readonly Used[] {
  const host = hostOf(address);
  return host === undefined || isThisMachine(host) ? [] : [{ label: `\`${host}\``, names: [host], span }];
}

function* serversIn(app: AppModel): Iterable<Used> {
  for (const server of app.configuredServers) {
    const names = server.disabled ? [] : namesOf(server);
    if (names.length > 0) yield { label: `\`${server.name}\``, names, span: server.nameSpan };
  }
  for (const { party, server, serverSpan } of app.supplies) {
    const host = hostOf(server);
    if (party === 'other')
      yield { label: `\`${server}\``, names: [server, ...(host === undefined ? [] : [host])], span: serverSpan };
  }
  for (const { name, span } of app.startedPackages) yield { label: `\`${name}\``, names: [name], span };
}

/** Nothing for a server of this machine or repository. */
function namesOf({ artifact, name, url }: ConfiguredServer): readonly string[] {
  const host = url === undefined ? undefined : hostOf(url.value);
  if (host !== undefined && !isThisMachine(host) && url !== undefined) return [name, url.value, host];
  return artifact === undefined ? [] : [name, artifact.name];
}

function isThisMachine(host: string): boolean {
  return /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\]|0\.0\.0\.0|host\.docker\.internal)$/.test(host);
}
