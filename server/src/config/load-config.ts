import type { Severity } from '@leashlint/rules';
import type { EngineHost } from '../engine/engine.js';
import type { Problem } from '../engine/report.js';
import type { EffectiveConfig } from './config.js';
import { defaultConfig } from './defaults.js';
import { parseDocument, type ConfigDocument, type DocumentPath } from './parse-document.js';
import { policyKeys, policyOf, policyPlaces } from './policy-config.js';
import { configSchema, type ConfigFile } from './schema.js';
import { suggestion } from './suggest.js';

/** In the order in which they are looked for in one folder. */
export const configFileNames = [
  'leashlint.config.json',
  'leashlint.config.jsonc',
  'leashlint.config.yaml',
  'leashlint.config.yml',
] as const;

export interface LoadedConfig {
  readonly config: EffectiveConfig;
  /** All fatal: with a wrong configuration nothing can be trusted. Spans are in the file `config.source`. */
  readonly problems: readonly Problem[];
  /** Text of the configuration file, for code frames. */
  readonly text: string | undefined;
}

export interface RuleNames {
  readonly ids: ReadonlySet<string>;
  readonly families: ReadonlySet<string>;
}

/** Reads a file; undefined if there is none. Paths are relative to the root and may lead above it. */
export type ReadFile = (path: string) => string | undefined;

/** The configuration of the root: its own file, else that of the nearest folder of `above` (`..`, `../..`), else the defaults. */
export function loadConfig(read: ReadFile, rules: RuleNames, above: readonly string[] = []): LoadedConfig {
  for (const folder of ['', ...above]) {
    for (const name of [...configFileNames, 'package.json']) {
      const path = folder === '' ? name : `${folder}/${name}`;
      const text = read(path);
      if (text === undefined) continue;
      if (name !== 'package.json') return readConfig(path, text, [], rules);
      if (/"leashlint"\s*:\s*\{/.test(text)) return readConfig(path, text, ['leashlint'], rules);
    }
  }
  return { config: defaultConfig, problems: [], text: undefined };
}

/** The configuration in one given file. */
export function loadConfigFile(path: string, read: ReadFile, rules: RuleNames): LoadedConfig {
  const text = read(path);
  if (text === undefined) {
    const message = `There is no configuration file ${path}.`;
    return { config: defaultConfig, problems: [{ kind: 'config', message, span: undefined, fatal: true }], text };
  }
  return readConfig(path, text, path.endsWith('package.json') ? ['leashlint'] : [], rules);
}

/** For hosts whose files all lie below the root. */
export function readFrom(host: EngineHost): ReadFile {
  return (path) => {
    const read = host.read(path);
    return read !== undefined && 'text' in read ? read.text : undefined;
  };
}

function readConfig(path: string, text: string, base: DocumentPath, rules: RuleNames): LoadedConfig {
  const document = parseDocument(path, text);
  const problems: Problem[] = [];
  const complain = (message: string, [start, end]: readonly [number, number]): void =>
    void problems.push({ kind: 'config', message, span: { file: path, start, end }, fatal: true });
  for (const { message, range } of document.errors) complain(message, range);
  const config = { ...defaultConfig, source: path };
  const value = base.length === 0 ? document.value : member(document.value, 'leashlint');
  if (problems.length > 0) return { config, problems, text };

  const parsed = configSchema.safeParse(value ?? {});
  if (!parsed.success) {
    for (const issue of parsed.error.issues) complainAbout(issue, document, base, complain);
    return { config, problems, text };
  }
  checkRules(parsed.data, document, base, rules, complain);
  const places = policyPlaces(parsed.data, path, (keys) => document.range([...base, ...keys], 'value'));
  return { config: { ...config, ...effective(parsed.data), places }, problems, text };
}

type Complain = (message: string, range: readonly [number, number]) => void;
type Issue = NonNullable<ReturnType<typeof configSchema.safeParse>['error']>['issues'][number];

function complainAbout(issue: Issue, document: ConfigDocument, base: DocumentPath, complain: Complain): void {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  const name = path.join('.');
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      const where = name === '' ? '' : ` in ${name}`;
      complain(
        `Unknown key ${key}${where}.${suggestion(key, keysAt(path))}`,
        document.range([...base, ...path, key], 'key'),
      );
    }
    return;
  }
  const values = issue.code === 'invalid_value' ? ` must be one of ${issue.values.map(String).join(', ')}` : undefined;
  const message = `${name === '' ? 'The configuration' : name}${values ?? `: ${issue.message}`}`;
  complain(message, document.range([...base, ...path], 'value'));
}

function keysAt(path: readonly (string | number)[]): readonly string[] {
  if (path.length === 0) return Object.keys(configSchema.shape).filter((key) => key !== '$schema');
  if (path[0] === 'allow') return ['rule', 'path', 'reason', 'expires'];
  return policyKeys(path) ?? ['name', 'cleans', 'how'];
}

function checkRules(
  file: ConfigFile,
  document: ConfigDocument,
  base: DocumentPath,
  rules: RuleNames,
  complain: Complain,
): void {
  const check = (id: string, path: DocumentPath, part: 'key' | 'value'): void => {
    if (!rules.ids.has(id))
      complain(`There is no rule ${id}.${suggestion(id, rules.ids)}`, document.range([...base, ...path], part));
  };
  for (const id of Object.keys(file.rules ?? {})) check(id, ['rules', id], 'key');
  for (const [index, { rule }] of (file.allow ?? []).entries()) check(rule, ['allow', index, 'rule'], 'value');
}

type Cleans = EffectiveConfig['guards'][number]['cleans'];

function named(entry: string | { readonly name: string; readonly cleans?: Cleans | undefined }): {
  name: string;
  cleans: Cleans;
} {
  return typeof entry === 'string'
    ? { name: entry, cleans: 'all' }
    : { name: entry.name, cleans: entry.cleans ?? 'all' };
}

function effective(file: ConfigFile): Partial<EffectiveConfig> {
  const rules: Record<string, Severity | 'off'> = { ...file.rules };
  return {
    preset: file.preset ?? defaultConfig.preset,
    rules,
    include: file.include ?? [],
    exclude: file.exclude ?? [],
    sanitizers: (file.sanitizers ?? []).map(named),
    guards: (file.guards ?? []).map((entry) => ({
      ...named(entry),
      how: typeof entry === 'string' ? 'truthy' : (entry.how ?? 'truthy'),
    })),
    allowOpenWeb: file.allowOpenWeb ?? false,
    policy: policyOf(file),
    allow: (file.allow ?? []).map(({ rule, path, reason, expires }) => ({ rule, path, reason, expires })),
    inlineIgnores: file.inlineIgnores ?? true,
    heuristics: file.heuristics ?? false,
  };
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
