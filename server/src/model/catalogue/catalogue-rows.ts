import type { ConventionRow, Framework, SourceRow } from '@leashlint/rules';
import { parsePath, tokenCovers } from './access-path.js';
import type { PathToken } from './access-path.js';
import type { RowKind, RowOf } from './catalogue-index.js';
import { pythonPlace } from './python-paths.js';

export interface Convention {
  readonly framework: Framework;
  readonly row: ConventionRow;
  readonly module: string;
  readonly path: readonly string[];
}

export interface IndexedRow {
  readonly kind: RowKind | 'outputs';
  readonly framework: Framework;
  readonly row: RowOf<RowKind>;
  readonly tokens: readonly PathToken[];
}

export interface IndexedCallback {
  readonly call: readonly PathToken[];
  readonly at: readonly PathToken[];
  readonly parameters: PathToken & { readonly kind: 'Parameter' };
}

export interface ModuleRows {
  /** By first member name, `*` for rows that start otherwise. */
  readonly rows: Map<string, IndexedRow[]>;
  readonly callbacks: Map<string, IndexedCallback[]>;
}

/** Conventions get a module of their own, so that their sources are found like all others. */
export function conventionsOf(framework: Framework): readonly Convention[] {
  return (framework.conventions ?? []).map((row, index) => ({
    framework,
    row,
    module: `convention:${framework.id}`,
    path: [`Member[${String(index)}]`],
  }));
}

function conventionSources({ row, path }: Convention): readonly SourceRow[] {
  const prefix = path.join('.');
  return (row.at ?? ['']).map((at) => ({
    kind: row.kind,
    path: at === '' ? prefix : `${prefix}.${at}`,
    label: row.label,
    ...(row.objects !== undefined && { objects: row.objects }),
    ...(row.evidence !== undefined && { evidence: row.evidence }),
  }));
}

/** Rows by module and first member; those of conventions under the conventions' own modules. */
export function compileRows(
  frameworks: readonly Framework[],
  conventions: readonly Convention[],
): Map<string, ModuleRows> {
  const modules = new Map<string, ModuleRows>();
  const entryFor = (module: string): ModuleRows => {
    const key = canonicalModule(module);
    let entry = modules.get(key);
    if (entry === undefined) {
      entry = { rows: new Map(), callbacks: new Map() };
      modules.set(key, entry);
    }
    return entry;
  };
  for (const framework of frameworks) {
    const place = framework.language === 'python' ? pythonPlace : placeAsWritten;
    for (const module of framework.modules) entryFor(place(module, []).module);
    for (const { kind, row, path } of rowsOf(framework)) {
      const written = parsePath(path);
      for (const name of row.module === undefined ? framework.modules : [row.module]) {
        const { module, tokens } = place(name, written);
        const callbacks = callbacksOf(tokens);
        const entry = entryFor(module);
        append(entry.rows, firstKeys(tokens), { kind, framework, row, tokens });
        for (const callback of callbacks) append(entry.callbacks, firstKeys(callback.call), callback);
      }
    }
  }
  for (const convention of conventions) {
    for (const row of conventionSources(convention)) {
      const tokens = parsePath(row.path);
      const indexed = { kind: 'sources', framework: convention.framework, row, tokens } as const;
      append(entryFor(convention.module).rows, firstKeys(tokens), indexed);
    }
  }
  return modules;
}

function placeAsWritten(module: string, tokens: readonly PathToken[]): ReturnType<typeof pythonPlace> {
  return { module, tokens };
}

interface KeyedRow {
  readonly kind: IndexedRow['kind'];
  readonly row: RowOf<RowKind>;
  readonly path: string;
}

function* rowsOf(framework: Framework): Generator<KeyedRow> {
  const called = [
    'clients',
    'endpoints',
    'guardrails',
    'calls',
    'agents',
    'tools',
    'hosted',
    'gates',
    'settings',
    'servers',
    'sinks',
  ] as const;
  for (const kind of [...called, 'supplies', 'toolSets', 'effects', 'passThroughs', 'sanitizers', 'guards'] as const) {
    for (const row of framework[kind] ?? []) yield { kind, row, path: row.call };
  }
  for (const kind of [
    'webServers',
    'requestChecks',
    'mcpTransports',
    'agentRoutes',
    'privileges',
    'resumes',
    'artifacts',
    'deserializers',
    'fileWriters',
    'fileReaders',
    'downloads',
    'launches',
    'trainings',
    'providers',
    'stores',
    'records',
    'rateLimits',
    'bodyLimits',
    'modelRequests',
  ] as const) {
    for (const row of framework[kind] ?? []) yield { kind, row, path: row.call };
  }
  for (const row of framework.tools ?? []) {
    if (row.decorator === true) yield { kind: 'tools', row, path: joinPaths(row.call, 'ReturnValue') };
  }
  for (const row of framework.downloads ?? []) {
    for (const content of row.content ?? []) yield { kind: 'downloads', row, path: joinPaths(row.call, content) };
  }
  for (const row of framework.toolClasses ?? []) yield { kind: 'toolClasses', row, path: row.base };
  for (const row of framework.requestStates ?? []) yield { kind: 'requestStates', row, path: row.path };
  for (const row of framework.sources ?? []) yield { kind: 'sources', row, path: row.path };
  for (const row of framework.calls ?? []) {
    for (const output of row.outputs) yield { kind: 'outputs', row, path: joinPaths(row.call, output) };
  }
  for (const row of framework.agents ?? []) {
    for (const run of row.runs ?? []) {
      for (const output of run.outputs) {
        for (const made of ['Instance', 'ReturnValue']) {
          yield { kind: 'outputs', row, path: joinPaths(row.call, made, run.call, output) };
        }
      }
    }
  }
  for (const row of framework.approvals ?? []) {
    for (const path of [row.callback, row.approves]) {
      if (path !== undefined) yield { kind: 'approvals', row, path };
    }
  }
}

function joinPaths(...paths: readonly string[]): string {
  return paths.filter((path) => path !== '').join('.');
}

/** Every callback that a path goes through; `Parameter` belongs to the closest `Argument` before it. */
function callbacksOf(tokens: readonly PathToken[]): readonly IndexedCallback[] {
  return tokens.flatMap((parameters, index) => {
    if (!isParameter(parameters)) return [];
    const argument = tokens.slice(0, index).findLastIndex((token) => token.kind === 'Argument');
    return argument < 0 ? [] : [{ call: tokens.slice(0, argument), at: tokens.slice(argument, index), parameters }];
  });
}

function isParameter(token: PathToken): token is IndexedCallback['parameters'] {
  return token.kind === 'Parameter';
}

function firstKeys(tokens: readonly PathToken[]): readonly string[] {
  const first = tokens[0];
  return first?.kind === 'Member' ? first.names : ['*'];
}

function append<T>(map: Map<string, T[]>, keys: readonly string[], value: T): void {
  for (const key of keys) {
    const list = map.get(key);
    if (list === undefined) map.set(key, [value]);
    else list.push(value);
  }
}

/** Rows or callbacks whose path covers the given one. */
export function* candidates<
  T extends { readonly tokens: readonly PathToken[] } | { readonly call: readonly PathToken[] },
>(
  entries: readonly ModuleRows[],
  path: readonly PathToken[],
  list: (entry: ModuleRows) => ReadonlyMap<string, readonly T[]>,
): Generator<T> {
  for (const entry of entries) {
    for (const key of new Set([...firstKeys(path), '*'])) {
      for (const item of list(entry).get(key) ?? []) {
        const tokens = 'tokens' in item ? item.tokens : item.call;
        if (tokens.length === path.length && tokens.every((token, index) => covered(token, path[index]))) yield item;
      }
    }
  }
}

function covered(row: PathToken, concrete: PathToken | undefined): boolean {
  return concrete !== undefined && tokenCovers(row, concrete);
}

/** Entries of the module itself and of `/*` patterns that include it. */
export function entriesFor(modules: ReadonlyMap<string, ModuleRows>, module: string): readonly ModuleRows[] {
  const keys = [module, `${module}/*`];
  for (let slash = module.lastIndexOf('/'); slash > 0; slash = module.lastIndexOf('/', slash - 1)) {
    keys.push(`${module.slice(0, slash)}/*`);
  }
  return keys.flatMap((key) => modules.get(key) ?? []);
}

/** `node:fs` and `fs` are one module. */
export function canonicalModule(module: string): string {
  return module.startsWith('node:') ? module.slice('node:'.length) : module;
}
