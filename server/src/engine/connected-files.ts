import { createPackageFolders } from '../program/package-folder.js';
import { createModuleResolver } from '../program/resolve-module.js';
import type { EngineHost } from './engine.js';
import type { FileStore } from './file-store.js';
import type { Project } from './project.js';

/**
 * The files that may take part in what is found in `files`: those of the same packages, for which some checks hold as a whole; all
 * that import one of these, at any distance; and all that any of those import. Settings take part everywhere. Sorted.
 */
export function connectedFiles(
  files: readonly string[],
  isCode: (file: string) => boolean,
  project: Project,
  store: FileStore,
  host: EngineHost,
): readonly string[] {
  const imports = importsOf(project.files.filter(isCode), project, store, host);
  const importers = new Map<string, string[]>();
  for (const [importer, targets] of imports) {
    for (const target of targets) {
      const list = importers.get(target);
      if (list === undefined) importers.set(target, [importer]);
      else list.push(importer);
    }
  }
  const packageOf = createPackageFolders({
    manifests: () => project.manifests,
    pythonProjects: () => project.pythonProjects,
  });
  const packages = new Set(files.map(packageOf));
  const near = project.files.filter((file) => packages.has(packageOf(file)));
  const above = reachable(near, importers);
  const all = reachable([...above], imports);
  return project.files.filter((file) => all.has(file) || !isCode(file));
}

function importsOf(
  files: readonly string[],
  project: Project,
  store: FileStore,
  host: EngineHost,
): ReadonlyMap<string, readonly string[]> {
  const resolver = createModuleResolver({
    exists: (path) => host.exists(path),
    read: (path) => store.text(path),
    manifests: () => project.manifests,
    pythonProjects: () => project.pythonProjects,
  });
  return new Map(
    files.map((file) => {
      const targets = store.specifiers(file).flatMap((specifier) => {
        const target = resolver.resolve(file, specifier);
        return target.kind === 'file' ? [target.path] : [];
      });
      return [file, [...new Set(targets)]];
    }),
  );
}

function reachable(from: readonly string[], edges: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const out = new Set(from);
  for (const file of out) for (const next of edges.get(file) ?? []) out.add(next);
  return out;
}
