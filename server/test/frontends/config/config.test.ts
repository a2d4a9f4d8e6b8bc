import { describe, expect, it } from 'vitest';
import { configFrontEnd } from '../../../src/frontends/config/front-end.js';
import { places, plain } from './plain.js';

const same: readonly {
  title: string;
  path: string;
  text: string;
  data: unknown;
  places?: string[];
  problems?: string[];
}[] = [
  {
    title: 'JSON with comments, trailing commas and a byte order mark',
    path: '.vscode/mcp.json',
    text: '\uFEFF{ // servers\r\n  "servers": { "a": { "command": "npx", "args": ["-y", "b@1.2.3",], "n": 1.5, "t": true, "z": null } },\r\n}',
    data: { servers: { a: { command: 'npx', args: ['-y', 'b@1.2.3'], n: 1.5, t: true, z: null } } },
    places: ['"command" → "npx"', '"args" → ["-y", "b@1.2.3",]', '"n" → 1.5', '"t" → true', '"z" → null'],
  },
  {
    title: 'JSON that breaks off keeps what came before',
    path: 'a.json',
    text: '{ "permissions": { "allow": ["Bash(*)"',
    data: { permissions: { allow: ['Bash(*)'] } },
    problems: ['JSON: CloseBracketExpected @ ""', 'JSON: CloseBraceExpected @ ""', 'JSON: CloseBraceExpected @ ""'],
  },
  { title: 'an empty JSON file', path: 'a.json', text: '', data: undefined },
  {
    title: 'YAML with anchors, merges, block scalars and comments',
    path: '.github/workflows/a.yml',
    text: 'base: &b\n  x: 1 # one\n  "y": two\nuse:\n  <<: *b\n  run: |\n    echo a\n    echo b\nlist: [*b, on]\nempty:\n',
    data: {
      base: { x: 1, y: 'two' },
      use: { x: 1, y: 'two', run: 'echo a\necho b\n' },
      list: [{ x: 1, y: 'two' }, 'on'],
      empty: null,
    },
    places: ['x → 1', '"y" → two'],
  },
  { title: 'several YAML documents', path: 'a.yaml', text: 'a: 1\n---\nb: 2\n', data: [{ a: 1 }, { b: 2 }] },
  {
    title: 'broken YAML keeps the rest',
    path: 'a.yaml',
    text: 'a: 1\nb: [x, y\nc: 3\n',
    data: { a: 1, b: ['x', 'y'], c: 3 },
    problems: ['YAML: Flow sequence in block collection must be sufficiently indented and end with a ] @ "c"'],
  },
  {
    title: 'TOML tables, dotted keys, arrays of tables and inline tables',
    path: '.codex/config.toml',
    text: 'approval = "never"\nn = 3 # three\n[mcp_servers.docs]\ncommand = "npx"\nenv.KEY = \'v\'\nopts = { a = true }\n[[p]]\nx = 1\n[[p]]\nx = 2\n[p.q]\ny = 1.5\n',
    data: {
      approval: 'never',
      n: 3,
      mcp_servers: { docs: { command: 'npx', env: { KEY: 'v' }, opts: { a: true } } },
      p: [{ x: 1 }, { x: 2, q: { y: 1.5 } }],
    },
    places: ['approval → "never"', 'n → 3', 'command → "npx"', "KEY → 'v'", 'a → true'],
  },
  {
    title: 'TOML without the lines that cannot be read',
    path: 'a.toml',
    text: 'a = 1\nb = = 2\nc = 3\nd = "open\n',
    data: { a: 1, c: 3 },
    problems: ['TOML: Unexpected token @ "= 2"', 'TOML: Unterminated string constant @ "d = \\"open"'],
  },
  {
    title: 'Markdown with front matter',
    path: '.claude/skills/x/SKILL.md',
    text: '---\r\nname: x\r\nallowed-tools: [Bash, Read]\r\n---\r\n# Title\r\n',
    data: { frontMatter: { name: 'x', 'allowed-tools': ['Bash', 'Read'] }, body: '# Title\r\n' },
    places: ['name → x', 'allowed-tools → [Bash, Read]'],
  },
  {
    title: 'Markdown with a rule that is no front matter',
    path: 'AGENTS.md',
    text: 'a\n---\nb: c\n---\n',
    data: { body: 'a\n---\nb: c\n---\n' },
  },
  { title: 'a rules file without an extension', path: '.cursorrules', text: 'Be nice', data: { body: 'Be nice' } },
];

describe('config front-end', () => {
  it.each(same)('$title', ({ path, text, data, places: expected, problems }) => {
    const found = plain(path, text);
    expect(found.data).toEqual(data);
    expect(places(text, found.facts)).toEqual(expect.arrayContaining(expected ?? []));
    expect(found.problems).toEqual(problems ?? []);
  });

  it('reads a chain of aliases once', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 30; i++)
      lines.push(
        `a${i}: &a${i} [${Array(9)
          .fill(`*a${i - 1}`)
          .join(', ')}]`,
      );
    expect(configFrontEnd.lower('a.yaml', lines.join('\n')).values.length).toBeLessThan(1_000);
  });

  it('says that something is nested too deeply', () => {
    for (const [path, open] of [
      ['a.json', '['],
      ['a.yaml', '['],
      ['a.toml', 'a = ['],
    ] as const) {
      const { problems } = configFrontEnd.lower(path, open + '['.repeat(200_000));
      expect(problems.length, path).toBeGreaterThan(0);
    }
  });

  it('keeps its positions in the file, however the text is mutilated', () => {
    const samples = same.map(({ path, text }) => [path, text] as const);
    let seed = 7;
    const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
    for (let round = 0; round < 2_000; round++) {
      const [path, text] = samples[round % samples.length] ?? ['a.json', ''];
      const at = random(text.length + 1);
      const piece = ['', '"', '{', '\n', ']', '\t', '&x ', '*x', "'''", '\uD83D', ': ', '---\n'][random(12)] ?? '';
      const broken = text.slice(0, at) + piece + text.slice(Math.min(text.length, at + random(6)));
      const facts = configFrontEnd.lower(path, broken);
      const ranges = [
        ...facts.values.map(({ range }) => range),
        ...facts.values.flatMap((value) => (value.kind === 'object' ? value.entries.map(({ range }) => range) : [])),
        ...facts.problems.map(({ range }) => range),
      ];
      const bad = ranges.filter(([start, end]) => start < 0 || end < start || end > broken.length);
      expect(bad, `${path}: ${JSON.stringify(broken)}`).toEqual([]);
    }
  });
});

it.each([
  ['.mcp.json', '{ "args": ["x\\u12'],
  ['.mcp.json', '{ "args": ["x\\'],
  ['.mcp.json', '{ "a'],
  ['a.yaml', 'a: "x\\'],
  ['a.yaml', 'a: {b: ['],
  ['a.toml', 'a = """x'],
  ['AGENTS.md', '---\na: "x'],
  ['Dockerfile', 'RUN cat <<EOF'],
])('nothing stands behind the end of %s: %j', (file, text) => {
  const { problems, values } = configFrontEnd.lower(file, text);
  const ends = [...values, ...problems].map(({ range }) => range[1]);
  expect(Math.max(0, ...ends)).toBeLessThanOrEqual(text.length);
});
