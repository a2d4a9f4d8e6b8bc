import { describe, expect, it } from 'vitest';
import { isModelAddress } from '@leashlint/rules';
import { analyseFiles } from '../rules/analyse-files.js';

function evaluated(files: Readonly<Record<string, string>>): readonly (string | undefined)[] {
  const { findings } = analyseFiles(files);
  return findings.filter(({ rule }) => rule === 'exec-model-output-eval').map(({ message }) => message);
}

const HEAD = 'import json, os\nimport aiohttp, httpx, requests, urllib.request\nKEY = os.environ["KEY"]\n';

describe('a request to a model', () => {
  it.each([
    ['OpenAI', `answer = requests.post('https://api.openai.com/v1/chat/completions', json={'messages': [q]}).json()`],
    [
      'an encoded body',
      `answer = requests.post('https://api.openai.com/v1/responses', data=json.dumps({'input': q})).json()`,
    ],
    ['a body from elsewhere', `answer = requests.post('https://api.mistral.ai/v1/chat/completions', json=body).json()`],
    [
      'a path in a text',
      `answer = requests.post(f'{os.environ["URL"]}/v1/chat/completions', json={'messages': [q]}).json()`,
    ],
    [
      'a client',
      `with httpx.Client(base_url='http://models') as c:\n    answer = c.post('/v1/chat/completions', json={'messages': [q]}).json()`,
    ],
    [
      'a session',
      `s = requests.Session(); answer = s.post('https://api.groq.com/openai/v1/chat/completions', json={'messages': [q]}).json()`,
    ],
    [
      'a model in the path',
      `answer = requests.post('https://api-inference.huggingface.co/models/a/b', json={'inputs': q}).json()`,
    ],
    [
      'Gemini',
      `answer = httpx.post(f'https://generativelanguage.googleapis.com/v1beta/models/{q}:generateContent?key={KEY}', json={'contents': []}).json()`,
    ],
    [
      'the standard library',
      `r = urllib.request.Request('https://api.anthropic.com/v1/messages', data=json.dumps({'messages': [q]}).encode())\n    answer = json.loads(urllib.request.urlopen(r).read())`,
    ],
  ])('gives what the model wrote: %s', (_, code) => {
    const [message] = evaluated({ 'main.py': `${HEAD}\ndef ask(q, body):\n    ${code}\n    eval(answer['a'])\n` });
    expect(message).toMatch(/^output of /);
  });

  it.each([
    [
      'a base in a class',
      `class Model:\n    def __init__(self, base='http://localhost:11434'):\n        self.base = base\n    def ask(self, q):\n        return requests.post(self.base + '/api/generate', json={'prompt': q}).json()['response']\n\ndef run(q):\n    eval(Model().ask(q))`,
    ],
    [
      'in a coroutine',
      `async def ask(q):\n    async with aiohttp.ClientSession() as s:\n        async with s.post('https://openrouter.ai/api/v1/chat/completions', json={'messages': q}) as r:\n            return await r.json()\n\nasync def run(q):\n    eval((await ask(q))['a'])`,
    ],
    [
      'an address that callers pass',
      `def post(url, body):\n    return requests.post(url, json=body)\n\ndef run(q):\n    eval(post('https://api.openai.com/v1/chat/completions', {'messages': [q]}).json()['a'])`,
    ],
  ])('gives it to callers: %s', (_, code) => {
    expect(evaluated({ 'main.py': `${HEAD}\n${code}\n` })[0]).toMatch(/^output of /);
  });

  it.each([
    ['embeddings', `requests.post('https://api.openai.com/v1/embeddings', json={'input': q}).json()`],
    ['another service', `requests.post('https://example.com/api/chat', json={'messages': [q]}).json()`],
    ['files', `requests.post('https://api.openai.com/v1/files', json={'prompt': q}).json()`],
    ['no prompt', `requests.post('https://openrouter.ai/api/v1/auth/keys', json={'code': q}).json()`],
    ['reading', `requests.get('https://api.openai.com/v1/models').json()`],
  ])('is another: %s', (_, code) => {
    const messages = evaluated({ 'main.py': `${HEAD}\ndef ask(q):\n    answer = ${code}\n    eval(answer['a'])\n` });
    expect(messages.filter((message) => message?.startsWith('output of '))).toEqual([]);
  });

  it.each([
    [
      'a page and its own server',
      `fetch('/v1/chat/completions', { method: 'POST', body: JSON.stringify({ messages }) })`,
    ],
    [
      'a page and another path',
      `fetch('/api/chat', { method: 'POST', body: JSON.stringify({ model: 'm', messages }) })`,
    ],
  ])('is another: %s', (_, code) => {
    const text = `import { generateText } from 'ai';\nexport async function ask(messages) {\n  const answer = await (await ${code}).json();\n  eval(answer.text);\n  return generateText;\n}\n`;
    const messages = evaluated({ 'main.js': text });
    expect(messages.filter((message) => message?.startsWith('output of '))).toEqual([]);
  });
});

describe('what a server answers', () => {
  const tool = (code: string): Readonly<Record<string, string>> => ({
    'main.py': `${HEAD}from mcp.server.fastmcp import FastMCP\nmcp = FastMCP('x')\n\n@mcp.tool()\nasync def run(url: str) -> str:\n${code}\n`,
  });

  it.each([
    ['requests', `    eval(requests.get(url).headers['x'])`],
    [
      'a session',
      `    async with aiohttp.ClientSession() as s:\n        async with s.get(url) as r:\n            eval(r.status)`,
    ],
  ])('is not the address that it was asked at: %s', (_, code) => {
    expect(evaluated(tool(code))).toEqual([]);
  });

  it('is not the address that a request is made of', () => {
    expect(evaluated(tool(`    eval(urllib.request.Request(url).full_url)`))).toHaveLength(1);
  });
});

describe('an address of a model', () => {
  it.each([
    ['https://api.openai.com/v1/chat/completions', 'certain'],
    ['https://mine.openai.azure.com/openai/deployments/x/chat/completions?api-version=1', 'certain'],
    ['\0/v1/chat/completions', 'certain'],
    ['http://localhost:11434/api/generate', 'certain'],
    ['https://api.openai.com/v1/\0', 'likely'],
    ['https://api.openai.com/v1/embeddings', undefined],
    ['https://api.openai.com.evil.example/v1', undefined],
    ['https://example.com/api/generate', undefined],
  ] as const)('%j is %s', (address, verdict) => {
    expect(isModelAddress(address)).toBe(verdict);
  });
});
