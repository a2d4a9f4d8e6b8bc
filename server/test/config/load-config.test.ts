import { describe, expect, test } from 'vitest';
import { loadConfig, loadConfigFile, type LoadedConfig } from '../../src/config/load-config.js';

const rules = {
  ids: new Set(['exec-tool-shell', 'tool-ssrf', 'secret-hardcoded']),
  families: new Set(['exec', 'tool', 'secret']),
};

function load(files: Readonly<Record<string, string>>, above: readonly string[] = []): LoadedConfig {
  return loadConfig((path) => files[path], rules, above);
}

/** Each problem as its message and the text that it points at. */
function complaints(files: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  const { problems, text } = load(files);
  return problems.map(({ message, span }) => [
    message,
    span === undefined ? '' : (text ?? '').slice(span.start, span.end),
  ]);
}

describe('where the configuration comes from', () => {
  test('no file gives the defaults', () => {
    expect(load({}).config).toMatchObject({
      source: undefined,
      preset: 'recommended',
      inlineIgnores: true,
      heuristics: false,
    });
  });

  test.each(['leashlint.config.json', 'leashlint.config.jsonc', 'leashlint.config.yaml', 'leashlint.config.yml'])(
    '%s',
    (name) => {
      const { config, problems } = load({ [name]: '{ "preset": "strict" }' });
      expect(problems).toEqual([]);
      expect(config).toMatchObject({ source: name, preset: 'strict' });
    },
  );

  test('the key leashlint of package.json', () => {
    const { config } = load({ 'package.json': '{ "name": "x", "leashlint": { "exclude": ["samples"] } }' });
    expect(config).toMatchObject({ source: 'package.json', exclude: ['samples'] });
  });

  test('a package.json without the key is none', () => {
    expect(load({ 'package.json': '{ "dependencies": { "leashlint": "1" } }' }).config.source).toBeUndefined();
  });

  test('the nearest folder wins', () => {
    const files = {
      '../leashlint.config.json': '{ "preset": "strict" }',
      '../../leashlint.config.json': '{ "preset": "audit" }',
    };
    expect(load(files, ['..', '../..']).config).toMatchObject({ source: '../leashlint.config.json', preset: 'strict' });
    expect(load({ ...files, 'leashlint.config.yaml': 'preset: recommended' }, ['..']).config.source).toBe(
      'leashlint.config.yaml',
    );
  });

  test('a given file must be there', () => {
    const { problems } = loadConfigFile('x.json', () => undefined, rules);
    expect(problems).toMatchObject([
      { kind: 'config', fatal: true, message: 'There is no configuration file x.json.' },
    ]);
  });
});

describe('what a file says', () => {
  test('comments and trailing commas are fine, everything is read', () => {
    const text = `{
      // for the team
      "$schema": "./schema.json",
      "rules": { "tool-ssrf": "off", "exec-tool-shell": "warning" },
      "include": ["src"],
      "sanitizers": ["src/safe.ts#confine", { "name": "lib#quote", "cleans": ["shell"] }],
      "guards": [{ "name": "src/safe.ts#isAllowed" }],
      "allow": [{ "rule": "secret-hardcoded", "path": "test/**", "reason": "fake keys", "expires": "2027-01-31" }],
      "inlineIgnores": false,
      "heuristics": true,
    }`;
    const { config, problems } = load({ 'leashlint.config.jsonc': text });
    expect(problems).toEqual([]);
    expect(config).toMatchObject({
      rules: { 'tool-ssrf': 'off', 'exec-tool-shell': 'warning' },
      include: ['src'],
      sanitizers: [
        { name: 'src/safe.ts#confine', cleans: 'all' },
        { name: 'lib#quote', cleans: ['shell'] },
      ],
      guards: [{ name: 'src/safe.ts#isAllowed', cleans: 'all', how: 'truthy' }],
      allow: [{ rule: 'secret-hardcoded', path: 'test/**', reason: 'fake keys', expires: '2027-01-31' }],
      inlineIgnores: false,
      heuristics: true,
    });
  });

  test('an empty file is the defaults', () => {
    expect(load({ 'leashlint.config.json': '{}' })).toMatchObject({ problems: [], config: { preset: 'recommended' } });
    expect(load({ 'leashlint.config.yaml': '' })).toMatchObject({ problems: [], config: { preset: 'recommended' } });
  });
});

describe('what is wrong has a place and a way out', () => {
  test('unknown keys', () => {
    expect(complaints({ 'leashlint.config.json': '{\n  "presets": "strict",\n  "zebra": 1\n}' })).toEqual([
      ['Unknown key presets. Did you mean preset?', '"presets"'],
      ['Unknown key zebra.', '"zebra"'],
    ]);
  });

  test('unknown keys further in', () => {
    const text = '{ "allow": [{ "rule": "tool-ssrf", "reasons": "x", "reason": "y" }] }';
    expect(complaints({ 'leashlint.config.json': text })).toEqual([
      ['Unknown key reasons in allow.0. Did you mean reason?', '"reasons"'],
    ]);
  });

  test('unknown keys in YAML', () => {
    expect(complaints({ 'leashlint.config.yaml': 'preset: strict\nexcludes:\n  - dist\n' })).toEqual([
      ['Unknown key excludes. Did you mean exclude?', 'excludes'],
    ]);
  });

  test('unknown keys in package.json', () => {
    expect(complaints({ 'package.json': '{ "exclude": 1, "leashlint": { "exclud": [] } }' })).toEqual([
      ['Unknown key exclud. Did you mean exclude?', '"exclud"'],
    ]);
  });

  test('values', () => {
    expect(complaints({ 'leashlint.config.json': '{ "preset": "strictest" }' })).toEqual([
      ['preset must be one of recommended, strict, audit', '"strictest"'],
    ]);
    expect(complaints({ 'leashlint.config.yaml': 'rules:\n  tool-ssrf: on\n' })).toEqual([
      ['rules.tool-ssrf must be one of off, info, warning, error', 'on'],
    ]);
  });

  test('rules that do not exist', () => {
    const text = '{ "rules": { "tool-srf": "off" }, "allow": [{ "rule": "exec-shell", "reason": "x" }] }';
    expect(complaints({ 'leashlint.config.json': text })).toEqual([
      ['There is no rule tool-srf. Did you mean tool-ssrf?', '"tool-srf"'],
      ['There is no rule exec-shell.', '"exec-shell"'],
    ]);
  });

  test('an exception without a reason, or with an impossible date', () => {
    expect(complaints({ 'leashlint.config.json': '{ "allow": [{ "rule": "tool-ssrf" }] }' })).toHaveLength(1);
    const text = '{ "allow": [{ "rule": "tool-ssrf", "reason": "x", "expires": "soon" }] }';
    expect(complaints({ 'leashlint.config.json': text })).toEqual([
      ['allow.0.expires: must be a date like 2026-12-31', '"soon"'],
    ]);
  });

  test('broken syntax', () => {
    expect(complaints({ 'leashlint.config.json': '{ "preset": }' })).toEqual([['Value expected', '}']]);
    expect(complaints({ 'leashlint.config.yaml': 'a: [1' })).toHaveLength(1);
  });

  test('a file that is no object', () => {
    expect(complaints({ 'leashlint.config.json': '[]' })).toHaveLength(1);
  });

  test('every problem is fatal and names the file', () => {
    const { problems } = load({ 'leashlint.config.json': '{ "a": 1 }' });
    expect(problems).toMatchObject([{ kind: 'config', fatal: true, span: { file: 'leashlint.config.json' } }]);
  });
});
