import type { Finding, Fix, Span, TraceStep } from '@leashlint/rules';
import { defaultConfig } from '../../src/config/defaults.js';
import type { AnalyseOptions, Engine, EngineHost } from '../../src/engine/engine.js';
import type { Problem, Report, ReportedFinding } from '../../src/engine/report.js';
import type { EngineModules } from '../../src/lsp/analysis/engine-modules.js';

/** Files by absolute path. */
export type FakeDisk = Map<string, string>;

export interface FakeEngine extends EngineModules {
  /** `only` of every analysis, with the folder. */
  readonly analyses: { readonly root: string; readonly only: readonly string[] | undefined }[];
  /** Runs in the middle of every analysis. */
  during: () => void;
}

/**
 * An engine with two rules over a toy language. `shell(x)` is reported where `x` is `input()`, in the file or in the
 * one that it is imported from; `key("…")` always, with one safe fix and one to choose. Invalid JSON in
 * `leashlint.config.json` is a problem; `{"preset": "strict"}` reports `todo()` too.
 */
export function fakeEngine(disk: FakeDisk): FakeEngine {
  const fake: FakeEngine = {
    analyses: [],
    during: () => undefined,
    createHost: ({ root, loose }, overlay) => fakeHost(disk, root, loose, overlay),
    createEngine: (host) => createFake(host, fake),
    resolveConfig(host, { settings }) {
      const source = settings.configPath ?? 'leashlint.config.json';
      const text = textOf(host, source);
      const config = { ...defaultConfig, preset: settings.preset ?? defaultConfig.preset };
      if (text === undefined) return { config, problems: [] };
      try {
        return { config: { ...config, ...(JSON.parse(text) as Partial<typeof config>), source }, problems: [] };
      } catch {
        const span = { file: source, start: 0, end: text.length };
        return { config, problems: [{ kind: 'config', message: 'Not JSON.', span, fatal: true }] };
      }
    },
    rule: (id) => ({ title: `Title of ${id}`, url: `https://leashlint.dev/rules/${id}` }),
    page: (id) => Promise.resolve(`# ${id}\n`),
  };
  return fake;
}

function fakeHost(disk: FakeDisk, root: string, loose: boolean, overlay: ReadonlyMap<string, string>): EngineHost {
  const onDisk = (): string[] =>
    [...disk.keys()].filter((path) => path.startsWith(`${root}/`)).map((path) => path.slice(root.length + 1));
  return {
    root,
    list: () =>
      [...new Set([...(loose ? [] : onDisk()), ...overlay.keys()])].filter((path) => path.endsWith('.ts')).sort(),
    read(path) {
      const text = overlay.get(path) ?? disk.get(`${root}/${path}`);
      return text === undefined ? undefined : { text };
    },
    exists: (path) => overlay.has(path) || disk.has(`${root}/${path}`),
  };
}

function createFake(host: EngineHost, fake: FakeEngine): Engine {
  const known = new Map<string, string | undefined>();
  const text = (path: string): string | undefined => {
    if (!known.has(path)) known.set(path, textOf(host, path));
    return known.get(path);
  };
  return {
    prepare: () => Promise.resolve(),
    invalidate(paths) {
      if (paths === undefined) known.clear();
      else for (const path of paths) known.delete(path);
    },
    analyse(options) {
      const files = host.list().filter((path) => options.only?.includes(path) ?? true);
      fake.analyses.push({ root: host.root, only: options.only });
      files.forEach((_, index) => options.progress?.(index + 1, files.length));
      fake.during();
      if (options.cancelled?.() === true) return undefined;
      return report(files, text, options);
    },
  };
}

function report(files: readonly string[], text: (path: string) => string | undefined, options: AnalyseOptions): Report {
  const findings = files.flatMap((path) => findingsIn(path, text, options));
  return {
    findings,
    problems: files.flatMap((path) => unusedIgnores(path, text(path) ?? '')),
    stats: {
      files: { listed: files.length, read: files.length, skipped: 0, analysed: files.length, onDemand: 0 },
      skippedBecause: {},
      bytes: 0,
      lines: 0,
      timings: {},
      rules: 2,
    },
    text,
  };
}

function findingsIn(
  file: string,
  text: (path: string) => string | undefined,
  { config }: AnalyseOptions,
): readonly ReportedFinding[] {
  const own = text(file) ?? '';
  const ignored = new Set([...own.matchAll(/leashlint: ignore-file\[([\w-]+)\]/g)].map((match) => match[1]));
  const shells = [...own.matchAll(/shell\((\w+)\)/g)].flatMap((match) => {
    const span = { file, start: match.index + 6, end: match.index + 6 + (match[1]?.length ?? 0) };
    const origin = originOf(file, match[1] ?? '', text);
    return origin === undefined
      ? []
      : [finding('exec-tool-shell', span, [origin, { span, message: 'Reaches a shell.' }], [])];
  });
  const keys = [...own.matchAll(/key\(("[^"]*")\)/g)].map((match) => {
    const span = { file, start: match.index + 4, end: match.index + 4 + (match[1]?.length ?? 0) };
    return finding('secret-hardcoded', span, [], keyFixes(span));
  });
  const todos = config.preset === 'strict' ? [...own.matchAll(/todo\(\)/g)] : [];
  const all = [
    ...shells,
    ...keys,
    ...todos.map(({ index }) => finding('todo', { file, start: index, end: index + 6 }, [], [])),
  ];
  return all
    .filter((one) => !ignored.has(one.rule))
    .map((one, index) => ({ ...one, fingerprint: `${one.rule}-${file}-${index}`, suppression: undefined }));
}

function keyFixes(span: Span): readonly Fix[] {
  return [
    {
      title: 'Read the key from process.env.KEY',
      kind: 'safe',
      edits: [{ span, text: 'process.env.KEY' }],
      appends: [{ file: '.env.example', line: 'KEY=' }],
    },
    { title: 'Ask for the key', kind: 'suggest', edits: [{ span, text: 'ask()' }] },
  ];
}

/** Where a name is `input()`: in the file itself or in the one it is imported from. */
function originOf(file: string, name: string, text: (path: string) => string | undefined): TraceStep | undefined {
  const imported = new RegExp(`import \\{ ${name} \\} from '\\./(\\w+)\\.js'`).exec(text(file) ?? '');
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  const source = imported === null ? file : `${folder}${String(imported[1])}.ts`;
  const match = new RegExp(`${name} = input\\(\\)`).exec(text(source) ?? '');
  if (match === null) return undefined;
  return {
    span: { file: source, start: match.index, end: match.index + match[0].length },
    message: 'Comes from outside.',
  };
}

function finding(rule: string, primary: Span, trace: readonly TraceStep[], fixes: readonly Fix[]): Finding {
  const severity = rule === 'todo' ? 'info' : 'error';
  return {
    rule,
    severity,
    evidence: 'proven',
    message: `${rule} here.`,
    help: 'Do not.',
    primary,
    related: [],
    trace,
    fixes,
  };
}

function unusedIgnores(file: string, text: string): readonly Problem[] {
  return [...text.matchAll(/leashlint: ignore\[(unused)\]/g)].map((match) => {
    const start = match.index + 'leashlint: ignore['.length;
    return {
      kind: 'suppression',
      message: 'Nothing to ignore.',
      span: { file, start, end: start + 'unused'.length },
      fatal: false,
      unused: true,
    };
  });
}

function textOf(host: EngineHost, path: string): string | undefined {
  const read = host.read(path);
  return read !== undefined && 'text' in read ? read.text : undefined;
}
