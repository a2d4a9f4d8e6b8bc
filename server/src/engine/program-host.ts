import { isPython } from '../program/resolve-python-module.js';
import type { EngineHost } from './engine.js';
import type { FileStore } from './file-store.js';
import type { EngineParts } from './parts.js';
import type { Project } from './project.js';
import type { AskedAgain } from './questions.js';

/** The workspace as a program sees it. */
export function programHost(
  { catalogue }: Pick<EngineParts, 'catalogue'>,
  host: EngineHost,
  project: Project,
  store: FileStore,
): AskedAgain {
  const isWriter = (path: string, name: string): boolean => isPython(path) && store.writesKey(path, name);
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
    mayExport: (path, name) => store.mayExport(path, name),
    declaresFunction: (path, name) => store.declaresFunction(path, name),
    writersOf: (name) => project.files.filter((path) => isWriter(path, name)),
    isWriter: (path, name) => project.files.includes(path) && isWriter(path, name),
    isImporter: (file, path, names) => project.isImporter(file, path, names),
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
