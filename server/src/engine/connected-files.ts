import { createPackageFolders } from '../program/package-folder.js';
import type { EngineHost } from './engine.js';
import type { FileStore } from './file-store.js';
import { importsOf, moduleResolver } from './module-resolver.js';
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
  const resolver = moduleResolver(project, store, host);
  const imports = new Map(
    project.files.filter(isCode).map((file) => [file, [...new Set(importsOf(file, store, resolver))]]),
  );
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

function reachable(from: readonly string[], edges: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const out = new Set(from);
  for (const file of out) for (const next of edges.get(file) ?? []) out.add(next);
  return out;
}
