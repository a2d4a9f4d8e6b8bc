import { addGate } from '../../../fix/offers.js';
import type { AppModel } from '../../../model/app.js';
import type { ToolSupply } from '../../../model/conduct.js';
import type { Rule, RuleFinding } from '../../../model/rule.js';
import { inTest, lowered } from '../../severity.js';

export const rule = {
  meta: {
    id: 'mcp-client-no-tool-allowlist',
    title: 'All tools of a third-party MCP server are given to the agent',
    family: 'mcp',
    severity: 'warning',
    confidence: 'medium',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'suggest',
    languages: ['typescript', 'python'],
    standards: ['MCP03:2025', 'MCP09:2025', 'ASI04', 'AML.T0110', 'AML.T0010.005', 'CWE-829', 'CWE-1357'],
  },
  *check(app) {
    const byServers = new Map<string, ToolSupply[]>();
    for (const place of suppliesByPlace(app)) {
      // Several places that take the tools of the same servers have one root cause.
      const key = place.map(({ serverSpan: { file, start } }) => `${file}:${String(start)}`).join(' ');
      byServers.set(key, [...(byServers.get(key) ?? []), ...place]);
    }
    for (const [first, ...others] of byServers.values()) if (first !== undefined) yield finding(app, first, others);
  },
} satisfies Rule;

/** What one call gives, of all its servers. */
function suppliesByPlace(app: AppModel): readonly (readonly ToolSupply[])[] {
  const places = new Map<string, ToolSupply[]>();
  for (const supply of app.supplies) {
    if (supply.party !== 'other' || supply.given !== 'all' || supply.gated !== 'no') continue;
    const key = `${supply.span.file}:${String(supply.span.start)}`;
    places.set(key, [...(places.get(key) ?? []), supply]);
  }
  return [...places.values()];
}

function finding(app: AppModel, supply: ToolSupply, others: readonly ToolSupply[]): RuleFinding {
  const servers = [supply, ...others];
  const names = [...new Set(servers.map(({ server }) => `\`${server}\``))];
  const of =
    names.length > 3
      ? `${String(names.length)} servers, ${names.slice(0, 3).join(', ')} among them,`
      : names.join(', ');
  return {
    message: `the agent gets every tool that ${of} offers, now and later; no list names them and nobody is asked`,
    help: 'Name the tools that the task needs, or ask a person before each call.',
    severity: lowered('warning', inTest(app, supply.span)),
    evidence: 'likely',
    primary: supply.span,
    related: [
      ...[...new Map(servers.map((each) => [each.server, each])).values()].map(({ serverSpan, server }) => ({
        span: serverSpan,
        message: `\`${server}\` is named here`,
      })),
      ...[...new Set(servers.flatMap(({ users }) => users))]
        .slice(0, 3)
        .map((span) => ({ span, message: 'gets the tools' })),
    ],
    fixes: supply.offer === undefined ? [] : [addGate(app, supply.offer)],
  };
}
