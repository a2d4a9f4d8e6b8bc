import { describe, expect, test } from 'vitest';
import { analyseFiles } from './analyse-files.js';

interface Case {
  readonly name: string;
  readonly harmless: Readonly<Record<string, string>>;
  /** The nearest code with the mistake, and its rule. */
  readonly harmful: Readonly<Record<string, string>>;
  readonly rule: string;
}

const RANDOM = ['Zx81kQpV', 'm3Rt7LwN', 'c9Yb2HsD'].join('');

const discovery = `
  export async function register(issuer: string) {
    const metadata = await (await fetch(issuer + '/.well-known/oauth-authorization-server')).json();
    return fetch(metadata.registration_endpoint, { method: 'POST' });
  }`;

const install = `
  import { writeFileSync } from 'node:fs';
  export async function install() {
    const release = await (await fetch('https://releases.example/latest.json')).json();
    writeFileSync(release.file, release.text);
  }`;

const toolFile = (imports: string, body: string): string => `
  import { tool } from 'ai';
  import { z } from 'zod';
  ${imports}
  export const t = tool({ inputSchema: z.object({ name: z.string() }), execute: async ({ name }) => { ${body}; } });`;

const redis = (logged: string): string => `
  import pino from 'pino';
  import Redis from 'ioredis';
  import OpenAI from 'openai';
  const logger = pino();
  const openai = new OpenAI();
  const client = new Redis(process.env.REDIS_SECRET!);
  client.on('error', () => logger.error(${logged}));`;

const convert = (test: string): string => `
  import { SystemMessage, HumanMessage } from '@langchain/core/messages';
  export async function history(url: string) {
    const messages = await (await fetch(url)).json();
    return messages.map((m) => (${test} ? new SystemMessage(m.content) : new HumanMessage(m.content)));
  }`;

const middleware = (tool: string): string => `
  import { createAgent, humanInTheLoopMiddleware } from 'langchain';
  import { tools } from './generated.js';
  export const agent = createAgent({
    model: 'openai:gpt-5.5',
    tools,
    middleware: [humanInTheLoopMiddleware({ interruptOn: { send_mail: true, ${tool}: false } })],
  });`;

const server = `
from mcp.server.fastmcp import FastMCP

class Bridge:
    def __init__(self, sandbox):
        self.sandbox = sandbox

    def work(self, code: str) -> str:
        return self.sandbox.execute(code)

def serve(sandbox):
    mcp = FastMCP('code')
    bridge = Bridge(sandbox)

    @mcp.tool()
    def run_python(code: str) -> str:
        return bridge.work(code)

    return mcp
`;

const sandbox = `
from server import serve

class Sandbox:
    def execute(self, code):
        return str(eval(code))

serve(Sandbox())
`;

const signIn = `
export function signIn(header: string) {
  console.error('no such key', header);
}
`;

const signInWith = `
import OpenAI from 'openai';
import { signIn } from './auth.js';

export const client = new OpenAI();

export const enter = (password: string) => signIn('Basic ' + password);
`;

const cases: readonly Case[] = [
  {
    name: 'a stand-in of a test that runs code',
    harmless: { 'server.py': server, 'tests/test_server.py': sandbox },
    harmful: { 'server.py': server, 'main.py': sandbox },
    rule: 'exec-model-output-eval',
  },
  {
    name: 'an address from the answer of a server that nobody chose',
    harmless: {
      'oauth.ts': discovery,
      'tool.ts': toolFile("import { register } from './oauth.js';", "await register('https://a.example')"),
    },
    harmful: {
      'oauth.ts': discovery,
      'tool.ts': toolFile("import { register } from './oauth.js';", 'await register(name)'),
    },
    rule: 'tool-ssrf',
  },
  {
    name: 'a file that an installer writes, not a tool',
    harmless: {
      'install.ts': install,
      'chat.ts': `import OpenAI from 'openai';\nimport { install } from './install.js';\nexport const client = new OpenAI();\nawait install();`,
    },
    harmful: {
      'install.ts': install,
      'tool.ts': toolFile("import { install } from './install.js';", 'await install()'),
    },
    rule: 'tool-path-traversal',
  },
  {
    name: 'a password that a test signs in with',
    harmless: {
      'auth.ts': signIn,
      'auth.test.ts': signInWith,
    },
    harmful: {
      'auth.ts': signIn,
      'main.ts': signInWith,
    },
    rule: 'obs-sensitive-content-logged',
  },
  {
    name: 'a client that was made with a key is not the key',
    harmless: { 'a.ts': redis('client') },
    harmful: { 'a.ts': redis('process.env.REDIS_SECRET') },
    rule: 'obs-sensitive-content-logged',
  },
  {
    name: 'a credential that a test made up',
    harmless: { 'a.test.ts': `import OpenAI from 'openai';\nconst clientSecret = '${RANDOM}';` },
    harmful: { 'a.ts': `import OpenAI from 'openai';\nconst clientSecret = '${RANDOM}';` },
    rule: 'secret-hardcoded',
  },
  {
    name: 'a message that keeps its system role',
    harmless: { 'a.ts': convert(`m.role === 'system'`) },
    harmful: { 'a.ts': convert(`m.important`) },
    rule: 'prompt-untrusted-in-system',
  },
  {
    name: 'nobody is asked about a tool that reads',
    harmless: { 'a.ts': middleware('search_documents') },
    harmful: { 'a.ts': middleware('drop_documents') },
    rule: 'approval-disabled',
  },
];

describe.each(cases)('$name', ({ harmless, harmful, rule }) => {
  const rules = (files: Case['harmless']): string[] => analyseFiles(files).findings.map((finding) => finding.rule);

  test('is fine', () => {
    expect(rules(harmless)).not.toContain(rule);
  });

  test('the mistake next to it is found', () => {
    expect(rules(harmful)).toContain(rule);
  });
});
