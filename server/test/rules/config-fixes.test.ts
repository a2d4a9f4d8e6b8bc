import { parse as parseJson, type ParseError } from 'jsonc-parser';
import { parseTOML } from 'toml-eslint-parser';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { applyFixes } from '../../src/engine/apply-fixes.js';
import { analyseFiles } from './analyse-files.js';

interface Case {
  readonly name: string;
  readonly rule: string;
  readonly fix: RegExp;
  readonly file: string;
  readonly before: string;
  /** Each text that the repair takes out, and what it writes there: everything else stays as it is. */
  readonly changes: readonly (readonly [before: string, after: string])[];
  readonly others?: Readonly<Record<string, string>>;
}

const key = 'Zq8xW2mN5vB7kL0pR4tY6uJ1hG3fD9s';
const lock = JSON.stringify(
  {
    lockfileVersion: 3,
    packages: {
      '': { dependencies: { 'crm-mcp': '^1.2.0' } },
      'node_modules/crm-mcp': { version: '1.2.7' },
    },
  },
  undefined,
  2,
);

const cases: readonly Case[] = [
  {
    name: 'a version that the lock file shows',
    rule: 'mcp-config-unpinned',
    fix: /^Pin crm-mcp@1\.2\.7/,
    file: '.mcp.json',
    before: '{\n\t"mcpServers": {\n\t\t"crm": { "command": "npx", "args": ["-y", "crm-mcp@latest"] } // ours\n\t}\n}\n',
    changes: [['crm-mcp@latest', 'crm-mcp@1.2.7']],
    others: { 'package-lock.json': lock, 'package.json': '{ "dependencies": { "crm-mcp": "^1.2.0" } }' },
  },
  {
    name: 'a version that uv has locked, behind an option',
    rule: 'mcp-config-unpinned',
    fix: /^Pin crm_mcp==2\.0\.1/,
    file: '.cursor/mcp.json',
    before: '{ "mcpServers": { "crm": { "command": "uvx", "args": ["--from=crm_mcp", "crm"] } } }\n',
    changes: [['crm_mcp', 'crm_mcp==2.0.1']],
    others: { 'uv.lock': 'version = 1\n\n[[package]]\nname = "crm-mcp"\nversion = "2.0.1"\n' },
  },
  ...(
    [
      ['.mcp.json', 'mcpServers', '${CRM_TOKEN}'],
      ['.cursor/mcp.json', 'mcpServers', '${env:CRM_TOKEN}'],
      ['.vscode/mcp.json', 'servers', '${env:CRM_TOKEN}'],
      ['.gemini/settings.json', 'mcpServers', '$CRM_TOKEN'],
      ['opencode.json', 'mcp', '{env:CRM_TOKEN}'],
      ['crush.json', 'mcp', '$CRM_TOKEN'],
    ] as const
  ).map(([file, root, reference]) => ({
    name: `a key in a header, in ${file}`,
    rule: 'mcp-config-secret',
    fix: /^Read CRM_TOKEN from the environment/,
    file,
    before: `{\n  /* shared */\n  "${root}": {\n    "crm": {\n      "url": "https://crm.acme.com/mcp",\n      "headers": { "Authorization": "Bearer ${key}" } // rotated in May\n    }\n  }\n}\n`,
    changes: [[key, reference]] as const,
  })),
  {
    name: 'a key that the editor asks for, where nothing is asked yet',
    rule: 'mcp-config-secret',
    fix: /^Ask for CRM_API_KEY when/,
    file: '.vscode/mcp.json',
    before: `{\n  "servers": {\n    "crm": { "command": "./crm", "env": { "CRM_API_KEY": "${key}" } }\n  }\n}\n`,
    changes: [
      [key, '${input:crm-api-key}'],
      [
        '"servers"',
        '"inputs": [{ "type": "promptString", "id": "crm-api-key", "description": "CRM_API_KEY of crm", "password": true }],\n  "servers"',
      ],
    ],
  },
  {
    name: 'a key that the editor asks for, beside others',
    rule: 'mcp-config-secret',
    fix: /^Ask for CRM_API_KEY when/,
    file: '.vscode/mcp.json',
    before: `{\n  "inputs": [\n    { "type": "promptString", "id": "a" } // first\n  ],\n  "servers": { "crm": { "command": "./crm", "env": { "CRM_API_KEY": "${key}" } } }\n}\n`,
    changes: [
      [key, '${input:crm-api-key}'],
      [
        '"id": "a" } // first',
        '"id": "a" }, // first\n    { "type": "promptString", "id": "crm-api-key", "description": "CRM_API_KEY of crm", "password": true }',
      ],
    ],
  },
  {
    name: 'a key in a list of Continue',
    rule: 'mcp-config-secret',
    fix: /^Read CRM_API_KEY from/,
    file: '.continue/mcpServers/crm.yaml',
    before: `mcpServers:\n  # the CRM\n  - name: crm\n    command: ./crm\n    env:\n      CRM_API_KEY: ${key} # old\n`,
    changes: [[key, '${{ secrets.CRM_API_KEY }}']],
  },
  {
    name: 'a variable of Codex, inline',
    rule: 'mcp-config-secret',
    fix: /^Read CRM_API_KEY from/,
    file: '.codex/config.toml',
    before: `# team\n[mcp_servers.crm]\ncommand = "./crm"\nenv = { CRM_API_KEY = "${key}" }\nargs = []\n`,
    changes: [[`env = { CRM_API_KEY = "${key}" }`, 'env_vars = ["CRM_API_KEY"]']],
  },
  {
    name: 'a variable of Codex, in its own table',
    rule: 'mcp-config-secret',
    fix: /^Read CRM_API_KEY from/,
    file: '.codex/config.toml',
    before: `[mcp_servers.crm]\ncommand = "./crm" # ours\n\n[mcp_servers.crm.env]\nCRM_API_KEY = "${key}"\nDEBUG = "1"\n`,
    changes: [
      ['command = "./crm"', 'command = "./crm"\nenv_vars = ["CRM_API_KEY"]'],
      [`CRM_API_KEY = "${key}"\n`, ''],
    ],
  },
  {
    name: 'a bearer token of Codex',
    rule: 'mcp-config-secret',
    fix: /^Read CRM_TOKEN from/,
    file: '.codex/config.toml',
    before: `[mcp_servers.crm]\nurl = "https://crm.acme.com/mcp"\nhttp_headers = { Authorization = "Bearer ${key}" }\n`,
    changes: [[`http_headers = { Authorization = "Bearer ${key}" }`, 'bearer_token_env_var = "CRM_TOKEN"']],
  },
  {
    name: 'commands of the project for all commands',
    rule: 'config-overbroad-allow',
    fix: /^Allow pnpm run test, pnpm run lint instead/,
    file: '.claude/settings.json',
    before: '{\n  "permissions": {\n    "allow": [\n      "Read", // fine\n      "Bash(*)"\n    ]\n  }\n}\n',
    changes: [['"Bash(*)"', '"Bash(pnpm run test)",\n      "Bash(pnpm run lint)"']],
    others: {
      'pnpm-lock.yaml': "lockfileVersion: '9.0'\n",
      'package.json': '{ "scripts": { "test": "vitest", "lint": "eslint .", "release": "np", "start": "node ." } }',
    },
  },
  {
    name: 'a flag in a script',
    rule: 'config-permission-bypass',
    fix: /^Remove --dangerously-skip-permissions/,
    file: 'package.json',
    before: '{\n  "scripts": { "agent": "claude --dangerously-skip-permissions -p work" }\n}\n',
    changes: [[' --dangerously-skip-permissions', '']],
  },
  {
    name: 'a flag in a list of words',
    rule: 'config-permission-bypass',
    fix: /^Remove --yolo/,
    file: 'Dockerfile',
    before: 'FROM node:22\n# works alone\nENTRYPOINT ["gemini", "--yolo"]\n',
    changes: [[', "--yolo"', '']],
  },
  {
    name: 'a flag on a line of its own',
    rule: 'config-permission-bypass',
    fix: /^Remove --dangerously-skip-permissions/,
    file: 'compose.yaml',
    before:
      'services:\n  agent:\n    command:\n      - claude\n      - --dangerously-skip-permissions\n      - -p\n      - Work\n',
    changes: [['      - --dangerously-skip-permissions\n', '']],
  },
  {
    name: 'an input that opens an action',
    rule: 'ci-agent-open-actor',
    fix: /^Remove allowed_non_write_users/,
    file: '.github/workflows/a.yml',
    before:
      'on: issues\njobs:\n  a:\n    runs-on: ubuntu-latest\n    permissions:\n      contents: write\n    steps:\n      - uses: anthropics/claude-code-action@v1\n        with:\n          allowed_non_write_users: "*"\n          prompt: Sort # briefly\n',
    changes: [['          allowed_non_write_users: "*"\n', '']],
  },
  {
    name: 'an input with a better value',
    rule: 'ci-agent-unsafe-mode',
    fix: /^Set safety-strategy to drop-sudo/,
    file: '.github/workflows/a.yml',
    before:
      "on: workflow_dispatch\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: openai/codex-action@v1\n        with:\n          safety-strategy: 'unsafe' # quick\n          prompt: Sort\n",
    changes: [["'unsafe'", "'drop-sudo'"]],
  },
  {
    name: 'a flag of an action',
    rule: 'ci-agent-unsafe-mode',
    fix: /^Remove --dangerously-skip-permissions/,
    file: '.github/workflows/a.yml',
    before:
      'on: workflow_dispatch\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: |\n          # not --dangerously-skip-permissions\n          claude -p "Sort" --dangerously-skip-permissions\n',
    changes: [['"Sort" --dangerously-skip-permissions', '"Sort"']],
  },
  {
    name: 'the least permissions',
    rule: 'ci-agent-excess-permissions',
    fix: /^Keep read access to contents/,
    file: '.github/workflows/a.yml',
    before:
      'on: issues\njobs:\n  a:\n    runs-on: ubuntu-latest\n    permissions: write-all # for now\n    steps:\n      - uses: google-github-actions/run-gemini-cli@v0\n        with:\n          prompt: Sort\n',
    changes: [['permissions: write-all', 'permissions:\n      contents: read']],
  },
  {
    name: 'hidden characters',
    rule: 'config-instruction-injection',
    fix: /^Remove \d+ hidden characters/,
    file: 'AGENTS.md',
    before: `# Rules\n\nUse tabs.${'\u200b'.repeat(6)} <!-- kept -->\n`,
    changes: [['\u200b'.repeat(6), '']],
  },
  {
    name: 'a setting in YAML',
    rule: 'config-overbroad-allow',
    fix: /^Set frontMatter\.permissions to read-all/,
    file: '.github/workflows/plan.md',
    before: '---\non: issues\npermissions: write-all # all of it\n---\n\nPlan the week.\n',
    changes: [['write-all', 'read-all']],
  },
];

function problemsIn(file: string, text: string): readonly unknown[] {
  if (/\.jsonc?$/.test(file)) {
    const errors: ParseError[] = [];
    parseJson(text, errors, { allowTrailingComma: true });
    return errors;
  }
  if (file.endsWith('.toml')) return [parseTOML(text)].flatMap(() => []);
  return /\.ya?ml$/.test(file) ? [parseAllDocuments(text)].flat().flatMap(({ errors }) => errors) : [];
}

describe.each(
  cases.flatMap((each) => [
    [each.name, '\n', each] as const,
    [`${each.name}, with line breaks of Windows`, '\r\n', each] as const,
  ]),
)('%s', (_, eol, { before, changes, file, fix, others, rule }) => {
  const native = (text: string): string => text.replaceAll('\n', eol);
  const found = (text: string) =>
    analyseFiles({ ...others, [file]: text }).findings.filter(
      (finding) => finding.rule === rule && finding.primary.file === file,
    );
  const fixes = (text: string) =>
    found(text).flatMap((finding) => finding.fixes.filter(({ title }) => fix.test(title)));
  const text = native(before);

  it('is offered once and changes nothing else', () => {
    const [offered, ...more] = fixes(text);
    expect(more).toEqual([]);
    const after = applyFixes(offered === undefined ? [] : [offered], () => text).files.get(file);
    let wanted = text;
    for (const [from, to] of changes) {
      expect(wanted.split(native(from)).length, from).toBeGreaterThan(1);
      wanted = replaceLast(wanted, native(from), native(to));
    }
    expect(after).toBe(wanted);
    expect(problemsIn(file, wanted)).toEqual([]);
    expect(found(wanted).length).toBe(found(text).length - 1);
    expect(fixes(wanted)).toEqual([]);
  });
});

function replaceLast(text: string, from: string, to: string): string {
  const at = text.lastIndexOf(from);
  return text.slice(0, at) + to + text.slice(at + from.length);
}
