import { describe, expect, test } from 'vitest';
import { secretFormats } from '@leashlint/rules';
import type { SecretFormat } from '@leashlint/rules';
import { isMadeOfWords, isPlaceholder } from '../../src/model/secrets/placeholder.js';
import { secretScanner } from '../../src/model/secrets/secret-scan.js';
import { agentProject, only } from './agent-project.js';

const FORMATS: readonly SecretFormat[] = [
  {
    id: 'acme',
    title: 'Acme API key',
    pattern: '\\bacme-[A-Za-z0-9]{24}\\b',
    needsContext: false,
    words: ['acme'],
    envVariables: ['ACME_API_KEY'],
    confidence: 'high',
  },
  {
    id: 'plain',
    title: 'Plain API key',
    pattern: '[a-f0-9]{32}',
    needsContext: true,
    words: ['plain'],
    envVariables: ['PLAIN_API_KEY', 'PLAIN_KEY'],
    confidence: 'medium',
  },
];

// Put together at run time, so that no scanner takes the tests for a leak.
const ACME = ['acme', 'q7Rz9KmW2xVb4TnY8sLd3HcF'].join('-');
const HEX = ['9f8e2c7b41d06a35', 'c4b19e7f28d3605a'].join('');
const RANDOM = ['Zx81kQpV', 'm3Rt7LwN', 'c9Yb2HsD'].join('');

const scan = secretScanner(FORMATS);

describe('text', () => {
  test.each<[string, string, readonly string[]]>([
    ['a key with a format of its own', `KEY=${ACME}`, [`acme proven ${ACME}`]],
    ['an entry of a flow mapping', `env: {CRM_TOKEN: ${RANDOM}, DEBUG: 1}`, [`option likely ${RANDOM}`]],
    ['an identifier of an object', `send({ token: ${RANDOM}.value })`, []],
    ['anywhere in a line', `curl -H "Authorization: Bearer ${ACME}" x`, [`acme proven ${ACME}`]],
    [
      'two keys',
      `${ACME} ${ACME.replace('q7', 'p8')}`,
      [`acme proven ${ACME}`, `acme proven ${ACME.replace('q7', 'p8')}`],
    ],
    ['a shape with its variable', `PLAIN_API_KEY=${HEX}`, [`plain likely ${HEX}`]],
    [
      'a shape with provider and credential name',
      `const plain = connect({ apiKey: '${HEX}' })`,
      [`plain likely ${HEX}`],
    ],
    ['a shape with the provider only', `plain commit ${HEX}`, []],
    ['a shape in a checksum', `plain: { integrity: '${HEX}' }`, []],
    ['a random value under a credential name', `const client_secret = '${RANDOM}'`, [`option likely ${RANDOM}`]],
    ['the same in an env file', `CLIENT_SECRET=${RANDOM}`, [`option likely ${RANDOM}`]],
    ['a random value under another name', `const etag = '${RANDOM}'`, []],
    ['a value that is made up', `const FAKE_CLIENT_SECRET = '${RANDOM}', mockToken = '${RANDOM}'`, []],
    ['a public key', `const publicApiKey = '${RANDOM}'`, []],
    [
      'a key that its provider makes for browsers',
      `init({ apiKey: 'phc_${RANDOM}' }, { apiKey: 'pk_live_${RANDOM}' })`,
      [],
    ],
    ['a reference', 'apiKey: process.env.ACME_API_KEY_FOR_PRODUCTION_1', []],
    ['a template reference', 'API_KEY=${ACME_API_KEY_FOR_PRODUCTION_12}', []],
    ['a placeholder of the format', `KEY=acme-${'x'.repeat(24)}`, []],
    ['a sequence', 'KEY=acme-1234567890abcdefghijklmn', []],
    ['documentation words', 'KEY=acme-yourApiKeyGoesRightHere1', []],
    ['encoded words', `const token = '${Buffer.from('password for user 42 of staging').toString('base64')}'`, []],
    ['a path', "const token = './src/auth/provider2/token-file3.json'", []],
    ['longer than the format', `KEY=${ACME}${ACME}`, []],
  ])('%s', (_, text, expected) => {
    expect(
      scan(text).map((match) => `${match.format} ${match.evidence} ${text.slice(match.start, match.end)}`),
    ).toEqual(expected);
  });

  test('names the variable after the format or the option', () => {
    expect(scan(`KEY=${ACME}`)[0]?.envVariable).toBe('ACME_API_KEY');
    expect(scan(`const stripeClientSecret = '${RANDOM}'`)[0]?.envVariable).toBe('STRIPE_CLIENT_SECRET');
  });
});

describe('the table of formats', () => {
  const all = secretScanner(secretFormats);
  const body = (length: number): string =>
    ['q7Rz9KmW2xVb4TnY8sLd3HcFp6Jg5QwE1uAo0XiNtZkMvBrS', 'Ga7Yd4Lc9Pf2Hx8Wm3Kq6Tj5Rb1Zn0VsEuOyIiQaDgCh']
      .join('')
      .repeat(3)
      .slice(0, length);
  const hex = (length: number): string => '9f8e2c7b41d06a35c4b19e7f28d3605a71be'.repeat(4).slice(0, length);
  const pem = `-----BEGIN PRIVATE KEY-----\\n${body(64)}`;

  test.each<[string, string, string]>([
    ['openai-project-key', `['k', 'sk-proj-${body(74)}T3BlbkFJ${body(74)}']`, 'OPENAI_API_KEY'],
    ['anthropic-api-key', `KEY=sk-ant-api03-${body(93)}AA`, 'ANTHROPIC_API_KEY'],
    ['google-api-key', `https://x/y?key=AIza${body(35)}&z=1`, 'GEMINI_API_KEY'],
    ['huggingface-user', `token: hf_${body(34)}`, 'HF_TOKEN'],
    ['langsmith', `x = "lsv2_pt_${hex(32)}_${hex(10)}"`, 'LANGSMITH_API_KEY'],
    ['deepseek', `DEEPSEEK_API_KEY=sk-${hex(32)}`, 'DEEPSEEK_API_KEY'],
    ['mistral', `new Mistral({ apiKey: '${body(32)}' })`, 'MISTRAL_API_KEY'],
    ['gcp-service-account', `{ "type": "service_account", "private_key": "${pem}" }`, 'GOOGLE_APPLICATION_CREDENTIALS'],
  ])('%s', (format, text, envVariable) => {
    expect(all(text)).toMatchObject([{ format, envVariable }]);
  });

  test.each([
    ['a service account without its key', '{ "type": "service_account", "private_key": "..." }'],
    ['integrity hashes', `"mistral": { "integrity": "sha512-${body(86)}==" }`],
    ['commits', `mistral ${hex(40)} cohere ${hex(40)}`],
    ['hashed asset names', `/assets/index-${body(20)}.js`],
    ['a data URL', `url(data:image/png;base64,${body(120)})`],
    ['UUIDs', 'id: 3f2b8c1e-7d4a-4f6b-9e21-5c8d7a6b4f3e'],
  ])('nothing in %s', (_, text) => {
    expect(all(text)).toEqual([]);
  });
});

test.each([
  ['<YOUR_KEY>', true],
  ['your-api-key', true],
  ['sk-xxxxxxxxxxxxxxxx', true],
  ['test-dummy-key-1', true],
  ['changeme', true],
  ['abc123abc123abc123abc123', true],
  ['acme-secret-bot-token-12345', true],
  ['acme-very-secret-token-abcdef123456', true],
  [`acme-token-${RANDOM}`, false],
  ['AAAAAAAAAAAAAAAAAAAA1', true],
  [RANDOM, false],
  [HEX, false],
])('placeholder %s: %s', (value, expected) => {
  expect(isPlaceholder(value)).toBe(expected);
});

test.each([
  ['acme-mockpat-testtoken-abcdef12', true],
  ['acme-mockstateless-12345-abcdef', true],
  [ACME, false],
  [`acme-v1-${HEX}`, false],
  ['acme-4839201756482910', false],
  ['acme', false],
])('%s is made of words: %s', (value, expected) => {
  expect(isMadeOfWords(value)).toBe(expected);
});

describe('code', () => {
  const secretsOf = (source: string) =>
    agentProject(`import { Client } from 'sdk';\n${source}`, { secretFormats: FORMATS });

  test.each<[string, string, string, string]>([
    ['a string', `const k = '${ACME}';`, 'string', `'${ACME}'`],
    ['a template that is nothing else', `const k = \`${ACME}\`;`, 'string', `\`${ACME}\``],
    ['a part of a template', `const h = \`Bearer ${ACME} \${x}\`;`, 'template', ACME],
    ['a part of a string', `const h = 'Bearer ${ACME}';`, 'other', ACME],
    ['a comment', `// was ${ACME}\n`, 'other', ACME],
  ])('%s', (_, source, literal, span) => {
    const { app, text } = secretsOf(source);
    const secret = only(app.secrets);
    expect(secret).toMatchObject({ format: 'acme', literal, preview: 'acme…', client: undefined });
    expect(text(secret.span)).toBe(span);
  });

  test('the option of a client', () => {
    const { app, text } = secretsOf(`new Client({ apiKey: '${ACME}', retries: 1 });`);
    const secret = only(app.secrets);
    expect(secret).toMatchObject({ format: 'acme', envVariable: 'SDK_API_KEY', client: app.clients[0] });
    expect(text(secret.property?.span)).toBe(`apiKey: '${ACME}'`);
  });

  test('a literal whose place alone tells that it is a key', () => {
    const secret = only(secretsOf("new Client({ apiKey: 'a1-b2-c3-d4-e5' });").app.secrets);
    expect(secret).toMatchObject({
      format: 'option',
      evidence: 'likely',
      envVariable: 'SDK_API_KEY',
      literal: 'string',
    });
  });

  test('through a constant of another file', () => {
    const { app, text } = agentProject(
      {
        'a.ts': "import { Client } from 'sdk'; import { KEY } from './config'; new Client({ apiKey: KEY });",
        'config.ts': `export const KEY = '${ACME}';`,
      },
      { secretFormats: FORMATS },
    );
    const secret = only(app.secrets);
    expect(secret.span.file).toBe('config.ts');
    expect(text(secret.span)).toBe(`'${ACME}'`);
    expect(secret).toMatchObject({ client: app.clients[0], property: undefined });
  });

  test.each([
    ['environment', 'new Client({ apiKey: process.env.KEY });'],
    ['placeholder', "new Client({ apiKey: 'your-api-key-1' });"],
    ['word', "new Client({ apiKey: 'ollama' });"],
    ['sentence', "new Client({ apiKey: 'this is no key 1' });"],
    ['address', "new Client({ apiKey: 'https://api1.acme.com/v1' });"],
    [
      'neighbours in a table of settings',
      `const parsers = { KEY(k) { return k; }, MODEL(m) { return m || 'claude-3-5-sonnet-20241022'; } };
       function settings(given) { const out = {}; for (const key of Object.keys(parsers)) out[key] = parsers[key](given[key]); return out; }
       new Client({ apiKey: settings(process.env).KEY });`,
    ],
    ['another class', `import { Client as C } from 'other'; new C({ apiKey: 'a1-b2-c3-d4-e5' });`],
  ])('no secret: %s', (_, source) => {
    expect(secretsOf(source).app.secrets).toEqual([]);
  });

  test('files that are not code', () => {
    const { app } = agentProject('', {
      secretFormats: FORMATS,
      texts: [{ path: '.env', text: `A=1\nACME=${ACME}\n` }],
    });
    const secret = only(app.secrets);
    expect(secret).toMatchObject({ span: { file: '.env' }, literal: 'other', format: 'acme' });
    expect(app.text(secret.span)).toBe(ACME);
    expect(app.files.get('.env')?.language).toBe('config');
  });
});

describe("keys of Google's", () => {
  const known = secretScanner(secretFormats);
  const GOOGLE = ['AIza', 'SyQ7Rz9KmW2xVb4TnY', '8sLd3HcFk5Jp6Gt0u'].join('');

  test.each<[string, string, number]>([
    ['of Gemini', `GOOGLE_API_KEY = "${GOOGLE}"`, 1],
    ['of Gemini in an object', `const gemini = { apiKey: '${GOOGLE}', model: 'gemini-3' };`, 1],
    ['of a mapping', `mapping = {"gemini": "${GOOGLE}"}`, 1],
    ['of a web application of Firebase', `{ apiKey: "${GOOGLE}", authDomain: "acme.firebaseapp.com" }`, 0],
    ['of a map', `GOOGLE_MAP_API_KEY = "${GOOGLE}"`, 0],
    ['of maps', `const googleMapsApiKey = '${GOOGLE}';`, 0],
    ['in the address of a map', `<script src="https://maps.googleapis.com/maps/api/js?key=${GOOGLE}"></script>`, 0],
  ])('%s', (_, text, expected) => {
    expect(known(text)).toHaveLength(expected);
  });
});
