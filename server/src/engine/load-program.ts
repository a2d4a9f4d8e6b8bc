import type { Program } from '../program/program.js';
import { isPython } from '../program/resolve-python-module.js';
import type { PrefilterOf } from './prefilters.js';
import type { Choice, Reason } from './choose-files.js';
import type { EngineHost } from './engine.js';
import { declaresExport, declaresFunction, mentions, writesKey } from './export-text.js';
import type { FileStore } from './file-store.js';
import { neighbours } from './neighbours.js';
import type { EngineParts } from './parts.js';
import type { Project } from './project.js';

export interface LoadedProgram {
  readonly program: Program;
  /** Files that were loaded before any flow led to them, with the reason. */
  readonly chosen: ReadonlyMap<string, Reason>;
  /** Every file with facts so far; grows while the model is built. */
  readonly lowered: ReadonlySet<string>;
}

/** A program with the chosen files and their neighbours among `candidates`. Undefined when cancelled. */
export function loadProgram(
  parts: EngineParts,
  host: EngineHost,
  project: Project,
  store: FileStore,
  prefilterOf: PrefilterOf,
  choice: Choice,
  candidates: readonly string[],
  cancelled: () => boolean,
): LoadedProgram | undefined {
  const lowered = new Set<string>();
  const program = parts.createProgram({
    lower(path) {
      const result = store.lower(path);
      if (result !== undefined) lowered.add(path);
      return result;
    },
    exists: (path) => host.exists(path),
    read: (path) => store.text(path),
    manifests: () => project.manifests,
    pythonProjects: () => project.pythonProjects,
    dependencyManifests: () => project.dependencyManifests,
    lock: (path, names) => store.lock(path, names),
    frameworkPackages: () => pythonPackages(parts.catalogue),
    mayExport(path, name) {
      const text = store.text(path) ?? '';
      if (store.passesOn(path)) return true;
      return isPython(path) ? mentions(text, [name]) : declaresExport(text, name);
    },
    declaresFunction: (path, name) => !isPython(path) && declaresFunction(store.text(path) ?? '', name),
    writersOf: (name) =>
      project.files.filter(
        (path) => isPython(path) && store.mentions(path, [name]) && writesKey(store.text(path) ?? '', name),
      ),
    importersOf: (path, names) => project.importersOf(path, names),
  });
  const chosen = new Map<string, Reason>();
  const load = (path: string, reason: Reason): boolean => {
    if (cancelled()) return false;
    chosen.set(path, reason);
    program.load(path);
    return true;
  };
  for (const [path, reason] of choice.chosen) if (!load(path, reason)) return undefined;
  const among = new Set(candidates);
  const more = neighbours(choice.chosen, (path) => among.has(path), project, store, prefilterOf);
  for (const [path, reason] of more) if (!load(path, reason)) return undefined;
  return { program, chosen, lowered };
}

const packagesOf = new WeakMap<EngineParts['catalogue'], ReadonlySet<string>>();

function pythonPackages(catalogue: EngineParts['catalogue']): ReadonlySet<string> {
  let packages = packagesOf.get(catalogue);
  if (packages === undefined) {
    const python = catalogue.filter(({ language, ai }) => language === 'python' && ai);
    packages = new Set(python.flatMap(({ checkedAgainst }) => Object.keys(checkedAgainst)));
    packagesOf.set(catalogue, packages);
  }
  return packages;
}
