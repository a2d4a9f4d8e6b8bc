import type { Framework, FrameworkRef } from '@leashlint/rules';
import type { Origin, ProgramFile } from '../program/program.js';
import { parsePath, parseToken, tokenCovers } from './access-path.js';
import type { PathToken } from './access-path.js';
import { holdsFor } from './version-range.js';

/** Row lists of a framework that are found by the access path of a call or value. */
export type RowKind =
  | 'clients'
  | 'calls'
  | 'agents'
  | 'tools'
  | 'hosted'
  | 'gates'
  | 'approvals'
  | 'settings'
  | 'servers'
  | 'sources'
  | 'sinks'
  | 'effects'
  | 'passThroughs'
  | 'sanitizers'
  | 'guards';

export type RowOf<K extends RowKind> = NonNullable<Framework[K]>[number];

export interface Match<K extends RowKind> {
  readonly framework: Framework;
  readonly row: RowOf<K>;
  readonly ref: FrameworkRef;
}

/** The catalogue compiled for look-up by module and access path. Rows of other versions than the installed one are left out. */
export interface CatalogueIndex {
  readonly frameworks: readonly Framework[];
  /**
   * Rows whose path is the path of one of the origins. For calls, ask with the origins of the callee. A trailing
   * `Awaited` does not count. When the version is unknown, rows of the newest version win, and older rows are given only
   * where no newer one has the path: the code that uses the path shows that it exists.
   */
  match<K extends RowKind>(kind: K, file: ProgramFile, origins: readonly Origin[]): readonly Match<K>[];
  /** Functions that the callee hands values to, of which a row speaks: where they stand in the call, and which parameter. */
  callbacks(origins: readonly Origin[]): readonly CallbackPlace[];
  /** Whether a module belongs to a framework of the catalogue. */
  knowsModule(module: string): boolean;
}

/** `Member[get].Argument[1..].Parameter[0].…` of `express()`: the part of a row's path between callee and parameter. */
export interface CallbackPlace {
  /** From the call to the function value. */
  readonly at: readonly PathToken[];
  readonly parameters: PathToken & { readonly kind: 'Parameter' };
  /** Module and concrete path of the callee that matched. */
  readonly module: string;
  readonly path: readonly string[];
}

interface IndexedRow {
  readonly kind: RowKind;
  readonly framework: Framework;
  readonly row: RowOf<RowKind>;
  readonly tokens: readonly PathToken[];
}

interface IndexedCallback {
  readonly call: readonly PathToken[];
  readonly at: readonly PathToken[];
  readonly parameters: PathToken & { readonly kind: 'Parameter' };
}

interface ModuleRows {
  /** By first member name, `*` for rows that start otherwise. */
  readonly rows: Map<string, IndexedRow[]>;
  readonly callbacks: Map<string, IndexedCallback[]>;
}

export type VersionOf = (file: ProgramFile, module: string) => string | undefined;

export function createCatalogueIndex(frameworks: readonly Framework[], versionOf: VersionOf): CatalogueIndex {
  const modules = compile(frameworks);
  const refs = new Map<string, FrameworkRef>();

  const refOf = (framework: Framework, file: ProgramFile, module: string): FrameworkRef => {
    const version = isRuntime(module) ? undefined : versionOf(file, module);
    const name = packageName(module);
    const key = `${framework.id}\0${name}\0${version ?? ''}`;
    let ref = refs.get(key);
    if (ref === undefined) {
      ref = { id: framework.id, title: framework.title, package: name, version };
      refs.set(key, ref);
    }
    return ref;
  };

  return {
    frameworks,
    match<K extends RowKind>(kind: K, file: ProgramFile, origins: readonly Origin[]): readonly Match<K>[] {
      const current = new Map<RowOf<RowKind>, Match<K>>();
      const older = new Map<RowOf<RowKind>, Match<K>>();
      for (const origin of origins) {
        if (origin.kind !== 'api') continue;
        const module = canonicalModule(origin.module);
        for (const path of readings(origin.path)) {
          for (const indexed of candidates(modules, module, path, (entry) => entry.rows)) {
            if (indexed.kind !== kind || !sameLength(indexed.tokens, path)) continue;
            const ref = refOf(indexed.framework, file, module);
            const { framework, row } = indexed;
            // The kind was compared above; the row list that a row came from fixes its type.
            const match = { framework, row, ref } as Match<K>;
            if (holdsFor(row.versions, ref.version, framework, ref.package)) current.set(row, match);
            else if (ref.version === undefined) older.set(row, match);
          }
        }
      }
      return [...(current.size > 0 ? current : older).values()];
    },
    callbacks(origins) {
      const places: CallbackPlace[] = [];
      for (const origin of origins) {
        if (origin.kind !== 'api') continue;
        const module = canonicalModule(origin.module);
        for (const path of readings(origin.path)) {
          for (const { call, at, parameters } of candidates(modules, module, path, (entry) => entry.callbacks)) {
            if (sameLength(call, path)) places.push({ at, parameters, module: origin.module, path: origin.path });
          }
        }
      }
      return places;
    },
    knowsModule: (module) => entriesFor(modules, canonicalModule(module)).length > 0,
  };
}

function compile(frameworks: readonly Framework[]): Map<string, ModuleRows> {
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
    framework.modules.forEach(entryFor);
    for (const { kind, row, path } of rowsOf(framework)) {
      const tokens = parsePath(path);
      const callback = callbackOf(tokens);
      for (const module of row.module === undefined ? framework.modules : [row.module]) {
        const entry = entryFor(module);
        append(entry.rows, firstKeys(tokens), { kind, framework, row, tokens });
        if (callback !== undefined) append(entry.callbacks, firstKeys(callback.call), callback);
      }
    }
  }
  return modules;
}

interface KeyedRow {
  readonly kind: RowKind;
  readonly row: RowOf<RowKind>;
  readonly path: string;
}

function* rowsOf(framework: Framework): Generator<KeyedRow> {
  const called = ['clients', 'calls', 'agents', 'tools', 'hosted', 'gates', 'settings', 'servers', 'sinks'] as const;
  for (const kind of [...called, 'effects', 'passThroughs', 'sanitizers', 'guards'] as const) {
    for (const row of framework[kind] ?? []) yield { kind, row, path: row.call };
  }
  for (const row of framework.sources ?? []) yield { kind: 'sources', row, path: row.path };
  for (const row of framework.approvals ?? []) {
    for (const path of [row.callback, row.approves]) {
      if (path !== undefined) yield { kind: 'approvals', row, path };
    }
  }
}

function callbackOf(tokens: readonly PathToken[]): IndexedCallback | undefined {
  const index = tokens.findIndex((token) => token.kind === 'Parameter');
  const parameters = tokens[index];
  if (parameters?.kind !== 'Parameter') return undefined;
  const argument = tokens.findIndex((token) => token.kind === 'Argument');
  if (argument < 0 || argument > index) return undefined;
  // The kind was tested above; the union does not narrow by its shared member.
  return {
    call: tokens.slice(0, argument),
    at: tokens.slice(argument, index),
    parameters: parameters as IndexedCallback['parameters'],
  };
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

function* candidates<T extends { readonly tokens: readonly PathToken[] } | { readonly call: readonly PathToken[] }>(
  modules: Map<string, ModuleRows>,
  module: string,
  path: readonly PathToken[],
  list: (entry: ModuleRows) => Map<string, T[]>,
): Generator<T> {
  for (const entry of entriesFor(modules, module)) {
    for (const key of new Set([...firstKeys(path), '*'])) {
      for (const item of list(entry).get(key) ?? []) {
        const tokens = 'tokens' in item ? item.tokens : item.call;
        if (tokens.every((token, index) => covered(token, path[index]))) yield item;
      }
    }
  }
}

function covered(row: PathToken, concrete: PathToken | undefined): boolean {
  return concrete !== undefined && tokenCovers(row, concrete);
}

function sameLength(tokens: readonly PathToken[], path: readonly PathToken[]): boolean {
  return tokens.length === path.length;
}

/** Entries of the module itself and of `/*` patterns that include it. */
function entriesFor(modules: Map<string, ModuleRows>, module: string): readonly ModuleRows[] {
  const keys = [module, `${module}/*`];
  for (let slash = module.lastIndexOf('/'); slash > 0; slash = module.lastIndexOf('/', slash - 1)) {
    keys.push(`${module.slice(0, slash)}/*`);
  }
  return keys.flatMap((key) => modules.get(key) ?? []);
}

/**
 * Ways to read an origin's path: as it is; without a leading `Member[default]`, because a default import of a CommonJS
 * package is its module object; and with one, because `require` of a package that was compiled from ES modules may be its
 * default export.
 */
function readings(path: readonly string[]): readonly (readonly PathToken[])[] {
  const tokens = path.filter((token) => token !== 'Awaited').map(parseToken);
  const first = tokens[0];
  if (first?.kind === 'Member' && first.names[0] === 'default') return [tokens, tokens.slice(1)];
  return [tokens, [DEFAULT_EXPORT, ...tokens]];
}

const DEFAULT_EXPORT: PathToken = { kind: 'Member', names: ['default'] };

function canonicalModule(module: string): string {
  return module.startsWith('node:') ? module.slice('node:'.length) : module;
}

/** What the runtime provides has no package to have a version. */
function isRuntime(module: string): boolean {
  return module === 'global';
}

/** `@scope/name/sub` → `@scope/name`. */
export function packageName(module: string): string {
  return module
    .split('/')
    .slice(0, module.startsWith('@') ? 2 : 1)
    .join('/');
}
