import type { ProgramHost } from '../program/program.js';
import { isPython } from '../program/resolve-python-module.js';
import type { EngineHost } from './engine.js';
import { declaresExport, declaresFunction, mentions, writesKey } from './export-text.js';
import type { FileStore } from './file-store.js';
import type { EngineParts } from './parts.js';
import type { Project } from './project.js';

/** The workspace as a program sees it. */
export function programHost(
  { catalogue }: Pick<EngineParts, 'catalogue'>,
  host: EngineHost,
  project: Project,
  store: FileStore,
): ProgramHost {
  return {
    lower: (path) => store.lower(path),
    exists: (path) => host.exists(path),
    read: (path) => store.text(path),
    json: (path) => store.json(path),
    manifests: () => project.manifests,
    workspacePackages: () => project.workspacePackages(),
    pythonProjects: () => project.pythonProjects,
    dependencyManifests: () => project.dependencyManifests,
    lock: (path, names) => store.lock(path, names),
    frameworkPackages: () => pythonPackages(catalogue),
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
  };
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
