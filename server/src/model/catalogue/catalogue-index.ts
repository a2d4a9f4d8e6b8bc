import type { Framework, FrameworkRef } from '@leashlint/rules';
import type { Origin, ProgramFile } from '../../program/program.js';
import { parseToken, tokenText } from './access-path.js';
import type { PathToken } from './access-path.js';
import { candidates, canonicalModule, compileRows, conventionsOf, entriesFor } from './catalogue-rows.js';
import type { Convention, IndexedRow, ModuleRows } from './catalogue-rows.js';
import { PYTHON } from '../../program/resolve-python-module.js';
import { sharedPath } from '../../program/shared-paths.js';
import { pythonReadings } from './python-paths.js';
import { holdsFor } from './version-range.js';

/** Row lists of a framework that are found by the access path of a call or value. */
export type RowKind =
  | 'clients'
  | 'endpoints'
  | 'guardrails'
  | 'calls'
  | 'modelRequests'
  | 'agents'
  | 'tools'
  | 'toolClasses'
  | 'hosted'
  | 'gates'
  | 'approvals'
  | 'settings'
  | 'servers'
  | 'supplies'
  | 'toolSets'
  | 'sources'
  | 'sinks'
  | 'effects'
  | 'passThroughs'
  | 'providers'
  | 'requestStates'
  | 'sanitizers'
  | 'guards'
  | 'webServers'
  | 'requestChecks'
  | 'mcpTransports'
  | 'agentRoutes'
  | 'privileges'
  | 'resumes'
  | 'artifacts'
  | 'deserializers'
  | 'fileWriters'
  | 'fileReaders'
  | 'downloads'
  | 'launches'
  | 'trainings'
  | 'stores'
  | 'records'
  | 'rateLimits'
  | 'bodyLimits';

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
  /** Whether one of the origins is the path of a value that a model wrote: an output of a model call or of an agent's run. */
  isModelOutput(file: ProgramFile, origins: readonly Origin[]): boolean;
  /** Entry points that frameworks find by convention. Sources of a row start at `module` and `path`, which its parameters are to be given. */
  readonly conventions: readonly Convention[];
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

export type VersionOf = (file: ProgramFile, module: string) => string | undefined;

export function createCatalogueIndex(frameworks: readonly Framework[], versionOf: VersionOf): CatalogueIndex {
  const { conventions, modulesLike } = compile(frameworks);
  const refs = new Map<string, FrameworkRef>();

  const refsIn = new WeakMap<ProgramFile, Map<Framework, Map<string, FrameworkRef>>>();

  const refOf = (framework: Framework, file: ProgramFile, module: string): FrameworkRef => {
    const byFramework = remember(refsIn, file, () => new Map<Framework, Map<string, FrameworkRef>>());
    const byModule = remember(byFramework, framework, () => new Map<string, FrameworkRef>());
    return remember(byModule, module, () => makeRef(framework, file, module));
  };

  const makeRef = (framework: Framework, file: ProgramFile, module: string): FrameworkRef => {
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

  /** What the catalogue has at a path, in all readings of it. Few paths come up again and again. */
  const found = new Map<string, Found>();
  /** The same by module for paths that were asked about before: a program gives the same ones again. */
  const foundFor = new Map<string, WeakMap<readonly string[], Found>>();

  function lookUp(origin: Origin & { readonly kind: 'api' }): Found {
    const { module } = origin;
    const path = sharedPath(origin.path);
    let inModule = foundFor.get(module);
    if (inModule === undefined) foundFor.set(module, (inModule = new WeakMap<readonly string[], Found>()));
    let known = inModule.get(path);
    if (known === undefined) inModule.set(path, (known = lookUpPath(origin)));
    return known;
  }

  function lookUpPath({ module, path }: Origin & { readonly kind: 'api' }): Found {
    const key = `${module} ${path.join('.')}`;
    let known = found.get(key);
    if (known === undefined) {
      known = search(modulesLike(module), canonicalModule(module), path);
      found.set(key, known);
    }
    return known;
  }

  function* matching(
    kind: IndexedRow['kind'],
    file: ProgramFile,
    origins: readonly Origin[],
  ): Generator<{ readonly indexed: IndexedRow; readonly ref: FrameworkRef; readonly installed: boolean }> {
    for (const origin of origins) {
      if (origin.kind !== 'api') continue;
      for (const indexed of lookUp(origin).rows.get(kind) ?? []) {
        const ref = refOf(indexed.framework, file, canonicalModule(origin.module));
        const installed = holdsFor(indexed.row.versions, ref.version, indexed.framework, ref.package);
        if (installed || ref.version === undefined) yield { indexed, ref, installed };
      }
    }
  }

  return {
    frameworks,
    conventions,
    match<K extends RowKind>(kind: K, file: ProgramFile, origins: readonly Origin[]): readonly Match<K>[] {
      if (!origins.some((origin) => origin.kind === 'api' && lookUp(origin).rows.has(kind))) return NO_MATCHES;
      const current = new Map<RowOf<RowKind>, Match<K>>();
      const older = new Map<RowOf<RowKind>, Match<K>>();
      for (const { indexed, ref, installed } of matching(kind, file, origins)) {
        const { framework, row } = indexed;
        // `matching` gives rows of this kind only.
        (installed ? current : older).set(row, { framework, row, ref });
      }
      return [...(current.size > 0 ? current : older).values()];
    },
    callbacks(origins) {
      return origins.flatMap((origin) => {
        if (origin.kind !== 'api') return [];
        return lookUp(origin).callbacks.map((callback) => ({ ...callback, module: origin.module }));
      });
    },
    isModelOutput: (file, origins) => matching('outputs', file, origins).next().done === false,
    knowsModule: (module) => entriesFor(modulesLike(module), canonicalModule(module)).length > 0,
  };
}

interface Memory<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): unknown;
}

function remember<K, V>(memory: Memory<K, V>, key: K, make: () => V): V {
  let known = memory.get(key);
  if (known === undefined) memory.set(key, (known = make()));
  return known;
}

interface Compiled {
  readonly conventions: readonly Convention[];
  /** The rows of the language that a module is of. */
  readonly modulesLike: (module: string) => ReadonlyMap<string, ModuleRows>;
}

const compiled = new WeakMap<readonly Framework[], Compiled>();

/** An editor asks with the same rows for every analysis. Many runs meet one language, and rows are most of what a small one compiles. */
function compile(frameworks: readonly Framework[]): Compiled {
  return remember(compiled, frameworks, () => {
    const conventions = frameworks.flatMap(conventionsOf);
    let python: ReadonlyMap<string, ModuleRows> | undefined;
    let others: ReadonlyMap<string, ModuleRows> | undefined;
    const isPython = ({ language }: Framework): boolean => language === 'python';
    return {
      conventions,
      modulesLike: (module) =>
        module.startsWith(PYTHON)
          ? (python ??= compileRows(frameworks.filter(isPython), []))
          : (others ??= compileRows(
              frameworks.filter((framework) => !isPython(framework)),
              conventions,
            )),
    };
  });
}

interface Found {
  readonly rows: ReadonlyMap<IndexedRow['kind'], readonly IndexedRow[]>;
  readonly callbacks: readonly Omit<CallbackPlace, 'module'>[];
}

/** Most calls are nothing to most kinds of rows. */
const NO_MATCHES: readonly never[] = [];

const NOTHING: Found = { rows: new Map(), callbacks: [] };

function search(modules: ReadonlyMap<string, ModuleRows>, module: string, path: readonly string[]): Found {
  const entries = entriesFor(modules, module);
  if (entries.length === 0) return NOTHING;
  const anywhere = entries.filter((entry) => entry !== modules.get(module));
  const rows = new Map<IndexedRow['kind'], Set<IndexedRow>>();
  const callbacks = new Map<string, Omit<CallbackPlace, 'module'>>();
  const isPython = module.startsWith(PYTHON);
  for (const tokens of isPython ? pythonReadings(path) : readings(path)) {
    // Shorter readings leave out modules on the way, which only patterns allow.
    const among = isPython && tokens.length < path.length ? anywhere : entries;
    for (const indexed of candidates(among, tokens, (entry) => entry.rows)) {
      const same = rows.get(indexed.kind) ?? new Set();
      rows.set(indexed.kind, same.add(indexed));
    }
    for (const { at, parameters } of candidates(among, tokens, (entry) => entry.callbacks)) {
      const place = { at, parameters, path: tokens.map(tokenText) };
      callbacks.set([...place.path, ...at.map(tokenText), tokenText(parameters)].join('.'), place);
    }
  }
  return {
    rows: new Map([...rows].map(([kind, same]) => [kind, [...same]])),
    callbacks: [...callbacks.values()],
  };
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

/** What the runtime provides has no package to have a version. */
function isRuntime(module: string): boolean {
  return module === 'global';
}

/** `@scope/name/sub` → `@scope/name`. */
export function packageName(module: string): string {
  return module
    .replace(PYTHON, '')
    .split('/')
    .slice(0, module.startsWith('@') ? 2 : 1)
    .join('/');
}
