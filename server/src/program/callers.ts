import type { CallIndex } from './call-index.js';
import { indexOf, pack } from './refs.js';
import type { FileIndex } from './file-index.js';
import { argumentAt } from './origins.js';
import type { FunctionRef, Program, ProgramFile, ProgramHost, Ref } from './program.js';

type Linked = Pick<
  Program,
  'files' | 'load' | 'value' | 'ref' | 'fileOfFunction' | 'functionRef' | 'callees' | 'function'
>;

const MAX_CALLERS = 60;
/** Calls of the same name that are resolved to see whether they run the function. */
const MAX_CANDIDATES = 1500;
/** Longest chain of re-exporting files that is followed towards importers. */
const MAX_REEXPORTS = 4;
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
) {
  const known = { loaded: new Map<FunctionRef, readonly Ref[]>(), everywhere: new Map<FunctionRef, readonly Ref[]>() };
  const running = new Set<FunctionRef>();

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
    const id = indexOf(fn);
    const index = indexOfFile(home);
    const names = new Set<string>();
    const found = new Set<Ref>();
    for (const call of index.calls.get(`f:${String(id)}`) ?? []) found.add(program.ref(home, call));
    for (const use of index.uses.get(id) ?? []) {
      if (use.kind === 'name') names.add(use.name);
      else for (const call of callsOfParameter(program.ref(home, use.call), use.index)) found.add(call);
    }
    const exported = home.facts.exports.flatMap((entry) =>
      'value' in entry && reaches(home, entry.value, id, index) ? [entry.name] : [],
    );
    for (const name of exported) names.add(name);
    const leaves = mayLeaveFile(home, id, exported.length > 0);
    if (leaves && reach === 'everywhere') {
      // Under a default export importers choose the name.
      const anonymous = exported.some((name) => name === 'default' || name === '=');
      loadImporters(home.path, 0, anonymous ? undefined : [...names].filter((name) => name !== '*'));
    }
    if (leaves) for (const name of [...names]) for (const other of everywhere.renamed(name)) names.add(other);
    names.delete('*');
    const keys = [...names].map((name) => `n:${name}`);
    if (exported.includes('default') || exported.includes('=')) keys.push('n:default');
    let candidates = 0;
    for (const call of (index.calls.get('n:*') ?? []).map((element) => program.ref(home, element))) verify(call);
    for (const key of keys) {
      const calls = leaves
        ? everywhere.calls(key)
        : (index.calls.get(key) ?? []).map((call) => program.ref(home, call));
      for (const call of calls) verify(call);
    }
    return [...found];

    function verify(call: Ref): void {
      if (found.size >= MAX_CALLERS || ++candidates > MAX_CANDIDATES || found.has(call)) return;
      if (program.callees(call).includes(fn)) found.add(call);
    }
  }

  /** Calls of a parameter that receives the function as a callback: `retry(() => …)` inside `retry`. */
  function callsOfParameter(call: Ref, argument: number): readonly Ref[] {
    return program.callees(call).flatMap((callee) => {
      const file = program.fileOfFunction(callee);
      const parameter = program.function(callee).parameters[argument];
      if (parameter === undefined) return [];
      return (indexOfFile(file).calls.get(`p:${String(parameter.value)}`) ?? []).map((inner) =>
        program.ref(file, inner),
      );
    });
  }

  /** Whether an exported value is the function or an object, array, class or call that holds it. */
  function reaches(file: ProgramFile, value: number, fn: number, index: FileIndex, depth = 0): boolean {
    const facts = file.facts.values[value];
    if (facts === undefined || depth > 4) return false;
    switch (facts.kind) {
      case 'function':
        return facts.function === fn;
      case 'class':
        return file.facts.functions[fn]?.class === facts.class;
      case 'object':
        return facts.entries.some((entry) =>
          reaches(file, 'spread' in entry ? entry.spread : entry.value, fn, index, depth + 1),
        );
      case 'array':
        return facts.items.some((item) =>
          reaches(file, 'spread' in item ? item.spread : item.value, fn, index, depth + 1),
        );
      case 'phi':
        return facts.inputs.some((input) => reaches(file, input, fn, index, depth + 1));
      case 'cell':
        return facts.writes.some((write) => reaches(file, write, fn, index, depth + 1));
      case 'call':
        return facts.arguments.some((argument) => reaches(file, argument.value, fn, index, depth + 1));
      default:
        return false;
    }
  }

  /** A function that is not exported may still leave its file as a method of an exported class or inside a returned value. */
  function mayLeaveFile(file: ProgramFile, fn: number, exported: boolean): boolean {
    const facts = file.facts.functions[fn];
    return exported || facts?.class !== undefined || facts?.kind === 'method';
  }

  /** Loads files that import a file, through files that only pass its exports on. */
  function loadImporters(path: string, depth: number, named: readonly string[] | undefined): void {
    const importers = host.importersOf(path, named);
    if (importers.length > MAX_IMPORTERS || depth > MAX_REEXPORTS) return;
    for (const importer of importers) {
      const known = program.files().some((file) => file.path === importer);
      const file = program.load(importer);
      if (file === undefined || (known && depth > 0)) continue;
      if (file.facts.exports.some((entry) => 'module' in entry)) loadImporters(importer, depth + 1, named);
    }
  }

  return {
    callers,
    forget(): void {
      known.loaded.clear();
      known.everywhere.clear();
    },
  };
}

/** Values that callers pass for a parameter. A rest parameter has no single input. */
export function parameterInputs(program: Program, parameter: Ref): readonly Ref[] {
  const value = program.value(parameter);
  if (value.kind !== 'parameter') return [];
  const file = program.fileOf(parameter);
  const facts = file.facts.functions[value.function]?.parameters.find((entry) => entry.value === indexOf(parameter));
  if (facts?.rest === true) return [];
  return program
    .callers(pack(file.index, value.function), 'loaded')
    .flatMap((call) => argumentAt(program, call, value.index) ?? []);
}
