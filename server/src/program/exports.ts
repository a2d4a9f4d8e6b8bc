import type { ModuleResolver } from './resolve-module.js';
import type { Origin, Program, ProgramFile, ProgramHost, Ref } from './program.js';
import { memberOfApi } from './api-path.js';
import { withMember } from './shared-paths.js';
import { PYTHON } from './resolve-python-module.js';

type Linked = Pick<Program, 'load' | 'ref' | 'value'>;

const MAX_REEXPORTS = 12;
/** Files that pass a name on before one whose answer is remembered. */
const MAX_REMEMBERED = 3;

type Target = ReturnType<ModuleResolver['resolve']>;

/** What a name imported from a module stands for: values of project files, or an api origin of a package. */
export interface Imported {
  readonly refs: readonly Ref[];
  readonly origins: readonly Origin[];
}

/** Follows imports through re-exports to the exported value; `*` is the namespace. */
export function createExports(program: Linked, resolver: ModuleResolver, host: Pick<ProgramHost, 'mayExport'>) {
  /** Which module a file passes a name on from: many files import the same names. */
  const passing = new Map<string, Target | 'none'>();

  function imported(from: string, module: string, name: string, at: Ref): Imported {
    const target = resolver.resolve(from, module, name);
    if (target.kind === 'package') return { refs: [], origins: packageMember(target.module, name, at) };
    return exported(target.path, name, at, 0);
  }

  function exported(path: string, name: string, at: Ref, depth: number): Imported {
    const unresolved: Imported = { refs: [], origins: [{ kind: 'unknown', at }] };
    if (depth > MAX_REEXPORTS) return unresolved;
    const file = program.load(path);
    if (file === undefined) return submodule(path, name, at) ?? unresolved;
    const whole = file.facts.exports.find((entry) => entry.name === '=');
    if (whole !== undefined && 'value' in whole && (name === '*' || name === 'default')) {
      return { refs: [program.ref(file, whole.value)], origins: [] };
    }
    if (name === '*') return { refs: [], origins: [{ kind: 'module', path: file.path, at }] };
    return (
      named(file, name, at, depth) ??
      wholeMember(file, whole, name) ??
      submodule(path, name, at) ??
      starred(file, name, at, depth) ??
      unresolved
    );
  }

  /** `from package import module` */
  function submodule(path: string, name: string, at: Ref): Imported | undefined {
    const inside = resolver.submodule(path, name);
    return inside === undefined ? undefined : { refs: [], origins: [{ kind: 'module', path: inside, at }] };
  }

  function named(file: ProgramFile, name: string, at: Ref, depth: number): Imported | undefined {
    const refs: Ref[] = [];
    for (const entry of file.facts.exports) {
      if (entry.name !== name) continue;
      if ('value' in entry) refs.push(program.ref(file, entry.value));
      else return follow(file, entry.module, entry.imported, at, depth);
    }
    return refs.length > 0 ? { refs, origins: [] } : undefined;
  }

  /** `module.exports = { name: … }`. */
  function wholeMember(
    file: ProgramFile,
    whole: ProgramFile['facts']['exports'][number] | undefined,
    name: string,
  ): Imported | undefined {
    if (whole === undefined || !('value' in whole)) return undefined;
    const value = program.value(program.ref(file, whole.value));
    if (value.kind !== 'object') return undefined;
    const entry = value.entries.findLast((candidate) => 'key' in candidate && candidate.key === name);
    return entry !== undefined && 'value' in entry
      ? { refs: [program.ref(file, entry.value)], origins: [] }
      : undefined;
  }

  /** Passes a name on from one of the modules of which a file exports everything. */
  function starred(file: ProgramFile, name: string, at: Ref, depth: number): Imported | undefined {
    const key = `${String(file.index)} ${name}`;
    const known = passing.get(key);
    if (known !== undefined) return known === 'none' ? undefined : through(known, name, at, depth);
    const { target, found } = search(file, name, at, depth);
    // Further in, circles may have ended the search.
    if (depth <= MAX_REMEMBERED) passing.set(key, target ?? 'none');
    return found;
  }

  function search(
    file: ProgramFile,
    name: string,
    at: Ref,
    depth: number,
  ): { readonly target: Target | undefined; readonly found: Imported | undefined } {
    const targets = file.facts.exports.flatMap((entry) =>
      entry.name === '*' && 'module' in entry ? [resolver.resolve(file.path, entry.module)] : [],
    );
    // A barrel passes on many files: only those are parsed whose text may have the name.
    for (const target of targets) {
      if (target.kind === 'package' || host.mayExport?.(target.path, name) === false) continue;
      if (!isStarred(program.load(target.path), name)) continue;
      const found = exported(target.path, name, at, depth + 1);
      if (found.refs.length > 0 || found.origins.some((origin) => origin.kind !== 'unknown')) return { target, found };
    }
    const target = targets.find(({ kind }) => kind === 'package');
    return { target, found: target && through(target, name, at, depth) };
  }

  function through(target: Target, name: string, at: Ref, depth: number): Imported {
    if (target.kind === 'package') return { refs: [], origins: packageMember(target.module, name, at) };
    return exported(target.path, name, at, depth + 1);
  }

  function follow(file: ProgramFile, module: string, name: string, at: Ref, depth: number): Imported {
    return through(resolver.resolve(file.path, module, name), name, at, depth);
  }

  return { imported, exported: (path: string, name: string, at: Ref) => exported(path, name, at, 0) };
}

/** Whether `from module import *` takes a name. */
function isStarred(file: ProgramFile | undefined, name: string): boolean {
  if (file?.facts.language !== 'python') return true;
  return file.facts.starNames?.includes(name) ?? !name.startsWith('_');
}

function packageMember(module: string, name: string, at: Ref): readonly Origin[] {
  if (module.startsWith(PYTHON)) return pythonMember(module, name, at);
  if (name === '*') return [{ kind: 'api', module, path: [], at }];
  return [{ kind: 'api', ...memberOfApi(module, [], name), at }];
}

/** Modules inside of a package are members of it, however they are imported. */
function pythonMember(module: string, name: string, at: Ref): readonly Origin[] {
  const [top = module, ...inner] = module.split('.');
  const members = name === '*' ? inner : [...inner, name];
  return [{ kind: 'api', module: top, path: members.reduce<readonly string[]>(withMember, []), at }];
}
