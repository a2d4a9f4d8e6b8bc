import { rules } from '@leashlint/rules';
import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../src/config/load-config.js';
import { projectPolicy } from '../../src/config/project-policy.js';
import { createEngine } from '../../src/engine/create-engine.js';
import { defaultParts } from '../../src/engine/default-parts.js';
import { createMemoryHost } from '../../src/workspace/memory-host.js';

const names = { ids: new Set(rules.map(({ meta }) => meta.id)), families: new Set<string>() };
const FILE = 'leashlint.config.json';

function load(text: string, path = FILE): ReturnType<typeof loadConfig> {
  return loadConfig((file) => (file === path ? text : undefined), names, ['..']);
}

function complaints(text: string): readonly (readonly [string, string])[] {
  return load(text).problems.map(({ message, span }) => [message, text.slice(span?.start, span?.end)]);
}

const full = `{
  "allowedProviders": ["anthropic", "azure"],
  "allowedModels": ["claude-*"],
  "allowedEndpoints": ["*.acme.com"],
  "firstPartyMcp": ["@acme/*"],
  "modelGateway": ["src/llm"],
  "policy": {
    "forbid": [{ "agents": ["sales"], "capabilities": ["pay"], "reason": "by hand" }],
    "requireApproval": [{ "tools": ["drop_*"] }],
    "allowTools": { "sales": ["find_*"] }
  },
  "agents": { "sales": { "owner": "team", "purpose": "offers", "reviewBy": "2026-06-30" }, "other": {} }
}`;

describe('a policy is read', () => {
  test('with the places of its lines', () => {
    const { config, problems } = load(full);
    expect(problems).toEqual([]);
    const policy = projectPolicy(config, '2026-07-01');
    const line = (span: { start: number; end: number } | undefined): string => full.slice(span?.start, span?.end);
    expect(policy?.providers?.values).toEqual(['anthropic', 'azure']);
    expect(line(policy?.providers?.span)).toBe('["anthropic", "azure"]');
    expect(line(policy?.models?.span)).toBe('["claude-*"]');
    expect(line(policy?.hosts?.span)).toBe('["*.acme.com"]');
    expect(line(policy?.servers?.span)).toBe('["@acme/*"]');
    expect(line(policy?.gateway?.span)).toBe('["src/llm"]');
    expect(policy?.forbidden).toMatchObject([
      { agents: ['sales'], capabilities: ['pay'], tools: [], reason: 'by hand' },
    ]);
    expect(line(policy?.forbidden[0]?.span)).toContain('"pay"');
    expect(policy?.approvals).toMatchObject([{ agents: undefined, capabilities: [], tools: ['drop_*'] }]);
    expect(line(policy?.toolLists[0]?.span)).toBe('["find_*"]');
    expect(policy?.reviews).toMatchObject([{ agent: 'sales', owner: 'team', overdue: true }]);
    expect(line(policy?.reviews[0]?.span)).toBe('"2026-06-30"');
  });

  test('a review is overdue the day after', () => {
    const { config } = load(full);
    expect(projectPolicy(config, '2026-06-30')?.reviews[0]?.overdue).toBe(false);
    expect(projectPolicy(config, '2026-07-01')?.reviews[0]?.overdue).toBe(true);
  });

  test('of a file above the workspace, without places', () => {
    const policy = projectPolicy(load(full, `../${FILE}`).config, '2026-01-01');
    expect(policy?.providers).toEqual({ values: ['anthropic', 'azure'], span: undefined });
  });

  test('in YAML and in package.json', () => {
    const yaml = 'allowedModels:\n  - claude-*\nagents:\n  sales: { reviewBy: 2026-06-30 }\n';
    const policy = projectPolicy(load(yaml, 'leashlint.config.yaml').config, '2027-01-01');
    expect(policy?.reviews).toMatchObject([{ agent: 'sales', reviewBy: '2026-06-30', overdue: true }]);
    const manifest = '{ "name": "x", "leashlint": { "allowedModels": ["claude-*"] } }';
    const { start, end } = projectPolicy(load(manifest, 'package.json').config, '2027-01-01')?.models?.span ?? {};
    expect(manifest.slice(start, end)).toBe('["claude-*"]');
  });

  test('nothing about it is no policy', () => {
    expect(projectPolicy(load('{ "preset": "strict" }').config, '2026-01-01')).toBeUndefined();
  });
});

describe('what is wrong has a place and a way out', () => {
  test.each<[string, string, string, string]>([
    [
      'a list name',
      '{ "allowedModel": [] }',
      'Unknown key allowedModel. Did you mean allowedModels?',
      '"allowedModel"',
    ],
    [
      'a key of the policy',
      '{ "policy": { "forbids": [] } }',
      'Unknown key forbids in policy. Did you mean forbid?',
      '"forbids"',
    ],
    [
      'a key of a line',
      '{ "policy": { "forbid": [{ "capability": ["pay"] }] } }',
      'Unknown key capability in policy.forbid.0. Did you mean capabilities?',
      '"capability"',
    ],
    [
      'a key of an agent',
      '{ "agents": { "a": { "reviewby": "2026-01-01" } } }',
      'Unknown key reviewby in agents.a. Did you mean reviewBy?',
      '"reviewby"',
    ],
    [
      'a capability',
      '{ "policy": { "forbid": [{ "capabilities": ["network"] }] } }',
      'policy.forbid.0.capabilities.0 must be one of private-read, untrusted-in, egress, write, exec, pay, identity, config-change, bulk-export',
      '"network"',
    ],
    [
      'a date',
      '{ "agents": { "a": { "reviewBy": "June" } } }',
      'agents.a.reviewBy: must be a date like 2026-12-31',
      '"June"',
    ],
  ])('%s', (_, text, message, place) => {
    expect(complaints(text)).toEqual([[message, place]]);
  });

  test('a provider that nobody knows', () => {
    const [[message = '', place] = []] = complaints('{ "allowedProviders": ["open-ai"] }');
    expect(message).toMatch(/^allowedProviders\.0 must be one of openai, azure, anthropic, /);
    expect(place).toBe('"open-ai"');
  });
});

test('a finding names the line that it rests on', () => {
  const files = {
    [FILE]: '{ "allowedProviders": ["anthropic"], "agents": { "gone": { "reviewBy": "2026-06-30" } } }',
    'chat.ts': "import OpenAI from 'openai';\nexport const client = new OpenAI();\n",
  };
  const { config } = loadConfig((file) => (file === FILE ? files[FILE] : undefined), names);
  const report = createEngine(createMemoryHost(files), defaultParts).analyse({ config, today: '2026-07-01' });
  const shown = report?.findings.map(({ primary, related, rule }) => [
    rule,
    primary.file,
    ...related.map(({ span }) => files[FILE].slice(span.start, span.end)),
  ]);
  expect(shown).toEqual([
    ['policy-unapproved-provider', 'chat.ts', '["anthropic"]'],
    ['policy-review-overdue', FILE],
  ]);
});
