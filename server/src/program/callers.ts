import type { CallIndex } from './call-index.js';
import { createCallsByCallee, type NamedCalls } from './calls-by-callee.js';
import { exportedFunctions } from './exported-functions.js';
import { CALL_METHOD, createInstanceNames } from './instance-names.js';
import { indexIn, pack } from './refs.js';
import type { ModuleResolver } from './resolve-module.js';
import { type FileIndex, parameterKey } from './file-index.js';
import type { ClassHierarchy } from './class-hierarchy.js';
import { MAX_OVERRIDES } from './class-members.js';
import { passedFor } from './passed-arguments.js';
import type { FunctionRef, Program, ProgramFile, ProgramHost, Ref } from './program.js';

type Linked = Pick<
  Program,
  | 'files'
  | 'load'
  | 'value'
  | 'ref'
  | 'fileOf'
  | 'fileOfFunction'
  | 'functionRef'
  | 'functions'
  | 'callees'
  | 'function'
>;

const MAX_CALLERS = 60;
/** Calls of the same name that are resolved to see whether they run the function. */
const MAX_CANDIDATES = 1500;
/** Longest chain of re-exporting files that is followed towards importers. */
const MAX_REEXPORTS = 4;
/** Functions that hand a callback on before one of them calls or keeps it. */
const MAX_PASSED_ON = 3;
/** Exported functions of more importers than this are not searched for callers: logging and the like. */
const MAX_IMPORTERS = 60;

/**
 * `everywhere` first loads the files that import the function's file; a data flow is worth that. `loaded` looks at what is
 * there, which is enough to resolve what a parameter is.
 */
export type Reach = 'loaded' | 'everywhere';

/**
 * Calls that may run a function. Candidates are found by the names under which the function is known, then verified by
 * resolving the callee.
 */
export function createCallers(
  program: Linked,
  host: ProgramHost,
  indexOfFile: (file: ProgramFile) => FileIndex,
  everywhere: CallIndex,
  resolver: ModuleResolver,
  hierarchy: ClassHierarchy,
) {
  const known = { loaded: new Map<FunctionRef, readonly Ref[]>(), everywhere: new Map<FunctionRef, readonly Ref[]>() };
  const running = new Set<FunctionRef>();
  const byCallee = createCallsByCallee(program, (key) => everywhere.calls(key));
  const instanceNames = createInstanceNames(program, indexOfFile, everywhere, hierarchy);
  /** The keys under which calls of a function were looked for, in its file or in all. */
  const lookedFor = new Map<FunctionRef, { readonly keys: readonly string[]; readonly leaves: boolean }>();
  /** Files whose importers were loaded, by the names that were looked for; false if there were too many. */
  const searched = new Map<string, boolean>();
  /** What files pass on of which other files. */
  const passing = new Map<ProgramFile, ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>>();
  /** Functions of which not all callers were looked for. */
  const cut = new Set<FunctionRef>();

  function callers(fn: FunctionRef, reach: Reach): readonly Ref[] {
    const cached = known[reach].get(fn);
    if (cached !== undefined) return cached;
    if (running.has(fn)) return [];
    running.add(fn);
    const found = search(fn, reach);
    running.delete(fn);
    known[reach].set(fn, found);
    return found;
  }

  function search(fn: FunctionRef, reach: Reach): readonly Ref[] {
    const home = program.fileOfFunction(fn);
    const id = indexIn(home, fn);
    const index = indexOfFile(home);
    const names = new Set<string>();
    /** Names of fields and parameters that keep the function, wherever they are. */
    const kept = new Set<string>();
    const found = new Set<Ref>();
    for (const call of index.calls.get(`f:${String(id)}`) ?? []) found.add(program.ref(home, call));
    for (const use of index.uses.get(id) ?? []) {
      if (use.kind === 'name') names.add(use.name);
      else callsOfParameter(program.ref(home, use.call), use.index, found, kept, 0);
    }
    const exports = exportedFunctions(home.facts).get(id) ?? [];
    const exported = exports.flatMap(({ name, as }) => (as === 'itself' ? [name] : []));
    for (const name of exported) names.add(name);
    // A constructor is called by the names of its class.
    if (home.facts.functions[id]?.kind === 'constructor') {
      names.delete('constructor');
      for (const name of heirs(home, id)) names.add(name);
    }
    const instances = home.facts.functions[id]?.name === CALL_METHOD ? instanceNames(home, id) : undefined;
    for (const name of instances?.names ?? []) names.add(name);
    if (isOneOfManyOverrides(home, id)) cut.add(fn);
    const leaves = mayLeaveFile(home, id, exports.length > 0);
    if (leaves && reach === 'everywhere') {
      // Under a default export importers choose the name.
      const anonymous = exported.some(isAnonymous);
      const known = [...names].filter((name) => name !== '*' && !isAnonymous(name));
      if (!loadImporters(home.path, 0, anonymous, known.sort())) cut.add(fn);
    }
    if (leaves) for (const name of [...names]) for (const other of everywhere.renamed(name)) names.add(other);
    names.delete('*');
    kept.delete('*');
    const keys = [...names].map((name) => `n:${name}`);
    if (exported.includes('default') || exported.includes('=')) keys.push('n:default');
    // `table[name](…)`, where the table may be imported, or be the namespace of the file.
    if (exports.some(({ as }) => as === 'member')) keys.push('n:*');
    else if (exported.length > 0) keys.push('n:[]');
    lookedFor.set(fn, { keys, leaves });
    let candidates = 0;
    for (const call of (index.calls.get('n:*') ?? []).map((element) => program.ref(home, element))) verify(call);
    for (const call of instances?.calls ?? []) verify(call);
    for (const key of keys) {
      if (leaves) verifyAll(byCallee.of(key));
      else for (const call of index.calls.get(key) ?? []) verify(program.ref(home, call));
    }
    for (const name of kept) verifyAll(byCallee.of(`n:${name}`));
    return [...found];

    /** Does what `verify` does with each of the calls, of which those that run something else are only counted. */
    function verifyAll(named: NamedCalls): void {
      const { calls, resolved } = named;
      let done = 0;
      for (const position of named.positions(fn)) {
        if (!pass(position - done)) return;
        const call = calls[position];
        if (call !== undefined && !found.has(call)) {
          if (!pass(1)) return;
          found.add(call);
        }
        done = position + 1;
      }
      if (!pass(resolved - done)) return;
      for (let position = resolved; position < calls.length; position++) {
        const call = calls[position];
        if (call === undefined || !pass(found.has(call) ? 0 : 1)) return;
        if (named.resolve(position, fn)) found.add(call);
      }
    }

    /** Whether so many further candidates may be looked at. */
    function pass(count: number): boolean {
      if (count === 0) return true;
      candidates += count;
      if (found.size < MAX_CALLERS && candidates <= MAX_CANDIDATES) return true;
      cut.add(fn);
      return false;
    }

    function verify(call: Ref): void {
      if (!found.has(call) && pass(1) && program.callees(call).includes(fn)) found.add(call);
    }
  }

  /**
   * Calls of a parameter that receives the function as a callback: `retry(() => …)` inside `retry`. Where the parameter is
   * passed on or kept, calls are looked for there, or under the name that it gets.
   */
  function callsOfParameter(call: Ref, argument: number, found: Set<Ref>, kept: Set<string>, depth: number): void {
    if (depth > MAX_PASSED_ON) return;
    for (const callee of program.callees(call)) {
      const file = program.fileOfFunction(callee);
      const parameter = program.function(callee).parameters[argument];
      if (parameter === undefined) continue;
      const { calls, uses } = indexOfFile(file);
      for (const inner of calls.get(`p:${String(parameter.value)}`) ?? []) found.add(program.ref(file, inner));
      for (const use of uses.get(parameterKey(parameter.value)) ?? []) {
        if (use.kind === 'name') kept.add(use.name);
        else callsOfParameter(program.ref(file, use.call), use.index, found, kept, depth + 1);
      }
    }
  }

  /** A method that so many classes have that a call on the class above them all is not resolved to each. */
  function isOneOfManyOverrides(file: ProgramFile, id: number): boolean {
    const { class: owner, name } = file.facts.functions[id] ?? {};
    if (owner === undefined || name === undefined) return false;
    const root = hierarchy.lineage({ file, id: owner }).at(-1);
    if (root === undefined || (root.file === file && root.id === owner)) return false;
    const overriding = hierarchy
      .derived(root)
      .filter((place) => hierarchy.facts(place)?.methods.some((method) => method.name === name));
    return overriding.length > MAX_OVERRIDES;
  }

  /** Names of classes that have a constructor from above. */
  function heirs(file: ProgramFile, constructorFunction: number): readonly string[] {
    const id = file.facts.functions[constructorFunction]?.class;
    if (id === undefined) return [];
    return hierarchy.derived({ file, id }).flatMap((place) => {
      const facts = hierarchy.facts(place);
      return facts?.name !== undefined && facts.constructorFunction === undefined ? [facts.name] : [];
    });
  }

  /** A function that is not exported may still leave its file as a method of an exported class or inside a returned value. */
  function mayLeaveFile(file: ProgramFile, fn: number, exported: boolean): boolean {
    const facts = file.facts.functions[fn];
    return exported || facts?.class !== undefined || facts?.kind === 'method';
  }

  /** Loads files that import a file, through files that only pass its exports on; false if there are too many. With `anonymous`, under whatever name. */
  function loadImporters(path: string, depth: number, anonymous: boolean, names: readonly string[]): boolean {
    const key = `${path}\0${String(anonymous)}\0${names.join()}`;
    const known = searched.get(key);
    if (known !== undefined || depth > MAX_REEXPORTS) return known ?? false;
    const importers = host.importersOf(path, anonymous ? undefined : names);
    searched.set(key, importers.length <= MAX_IMPORTERS);
    if (importers.length > MAX_IMPORTERS) return false;
    let all = true;
    for (const importer of importers) {
      const file = program.load(importer);
      const passed = file && passedOn(file, path);
      if (passed === undefined) continue;
      const renamed = [...names, ...(anonymous ? ['default', '='] : [])].flatMap((name) => passed.get(name) ?? []);
      const further = new Set([...names, ...renamed]);
      if (!loadImporters(importer, depth + 1, further.delete('default'), [...further].sort())) all = false;
    }
    return all;
  }

  /** Names under which a file exports what another one exports, where they differ; undefined if it passes on nothing. */
  function passedOn(file: ProgramFile, path: string): ReadonlyMap<string, readonly string[]> | undefined {
    let bySource = passing.get(file);
    if (bySource === undefined) passing.set(file, (bySource = passedOnBySource(file)));
    return bySource.get(path);
  }

  function passedOnBySource(file: ProgramFile): ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> {
    const bySource = new Map<string, Map<string, string[]>>();
    for (const entry of file.facts.exports) {
      const from = 'module' in entry ? entry : importedValue(file, entry.value);
      const target = from && resolver.resolve(file.path, from.module);
      if (from === undefined || target?.kind !== 'file') continue;
      let found = bySource.get(target.path);
      if (found === undefined) bySource.set(target.path, (found = new Map<string, string[]>()));
      const names = found.get(from.imported);
      if (names === undefined) found.set(from.imported, [entry.name]);
      else names.push(entry.name);
    }
    return bySource;
  }

  /** `import { run } from './run.js'; export { run }`. */
  function importedValue(
    file: ProgramFile,
    id: number,
  ): { readonly module: string; readonly imported: string } | undefined {
    const value = file.facts.values[id];
    return value?.kind === 'import' ? { module: value.module, imported: value.name } : undefined;
  }

  /** JSX elements of the loaded files that render a component. */
  function renderings(fn: FunctionRef): readonly Ref[] {
    callers(fn, 'loaded');
    const { keys, leaves } = lookedFor.get(fn) ?? { keys: [], leaves: false };
    const home = program.fileOfFunction(fn);
    const { rendered } = indexOfFile(home);
    const local = [`f:${String(indexIn(home, fn))}`, 'n:*', ...(leaves ? [] : keys)].flatMap((key) =>
      (rendered.get(key) ?? []).map((element) => program.ref(home, element)),
    );
    const candidates = [...local, ...(leaves ? keys.flatMap((key) => everywhere.rendered(key)) : [])];
    return candidates.slice(0, MAX_CALLERS).filter((element) => {
      const value = program.value(element);
      if (value.kind !== 'jsx' || typeof value.tag === 'string') return false;
      return program.functions(program.ref(program.fileOf(element), value.tag)).includes(fn);
    });
  }

  /** Calls that get the function as a callback: as it stands, or by reference. */
  function handedTo(fn: FunctionRef): readonly { readonly call: Ref; readonly index: number }[] {
    const home = program.fileOfFunction(fn);
    const uses = indexOfFile(home).uses.get(indexIn(home, fn)) ?? [];
    const direct = uses.flatMap((use) =>
      use.kind === 'argument' ? [{ call: program.ref(home, use.call), index: use.index }] : [],
    );
    const names = new Set(uses.flatMap((use) => (use.kind === 'name' ? [use.name] : [])));
    const byName = [...names].flatMap((name) => everywhere.references(name)).slice(0, MAX_CALLERS);
    const referred = byName.filter(({ call, index }) => {
      const value = program.value(call);
      const argument = value.kind === 'call' ? value.arguments[index] : undefined;
      return (
        argument !== undefined && program.functions(program.ref(program.fileOf(call), argument.value)).includes(fn)
      );
    });
    return [...direct, ...referred];
  }

  return {
    callers,
    renderings,
    handedTo,
    /** Loads the files that import a file and mention the name. */
    loadUsers(path: string, name: string): void {
      loadImporters(path, 0, false, [name]);
    },
    hasMoreCallers: (fn: FunctionRef): boolean => cut.has(fn),
    /** Calls may run something else than before. */
    forgetCallees: (): void => byCallee.forget(),
    /** A file was added. */
    forget(): void {
      known.loaded.clear();
      known.everywhere.clear();
      byCallee.forget();
    },
  };
}

/** Importers name such an export as they like. */
function isAnonymous(name: string): boolean {
  return name === 'default' || name === '=';
}

/** Values that callers pass for a parameter. A rest parameter has no single input. */
export function parameterInputs(program: Program, parameter: Ref): readonly Ref[] {
  const value = program.value(parameter);
  if (value.kind !== 'parameter') return [];
  const file = program.fileOf(parameter);
  const facts = file.facts.functions[value.function]?.parameters.find(
    (entry) => entry.value === indexIn(file, parameter),
  );
  if (facts?.rest === true) return [];
  return program.callers(pack(file, value.function), 'loaded').flatMap((call) => {
    const passed = passedFor(program, call, value.index, facts?.name);
    return passed?.keys.length === 0 ? [passed.ref] : [];
  });
}
