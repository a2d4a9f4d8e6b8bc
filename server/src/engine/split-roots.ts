import { createPackageFolders } from '../program/package-folder.js';
import { isPython } from '../program/resolve-python-module.js';
import type { EngineHost } from './engine.js';
import type { FileStore } from './file-store.js';
import { importsOf, moduleResolver } from './module-resolver.js';
import type { Project } from './project.js';

/**
 * Puts together the roots that have to be analysed together: those of one package, for which some checks hold as a whole; and those
 * that one file leads to, at any distance, one of themselves included, because values pass from one to the other there. What they
 * only both import joins no two roots: it is loaded for each. Order is kept.
 */
export function splitRoots(
  roots: readonly string[],
  project: Project,
  store: FileStore,
  host: EngineHost,
): readonly (readonly string[])[] {
  const groups = createGroups();
  const packageOf = createPackageFolders({
    manifests: () => project.manifests,
    pythonProjects: () => project.pythonProjects,
  });
  for (const root of roots) groups.join(root, `${packageOf(root)}/`);
  if (groups.count(roots) > 1) joinThroughImporters(roots, groups, project, store, host);
  const out = new Map<string, string[]>();
  for (const root of roots) {
    const group = groups.of(root);
    const list = out.get(group);
    if (list === undefined) out.set(group, [root]);
    else list.push(root);
  }
  return [...out.values()];
}

/** Whatever imports a root, at any distance, belongs to its group, and so joins it with other roots that it leads to. */
function joinThroughImporters(
  roots: readonly string[],
  groups: Groups,
  project: Project,
  store: FileStore,
  host: EngineHost,
): void {
  const resolver = moduleResolver(project, store, host);
  const targets = new Map<string, ReadonlySet<string>>();
  const imports = (importer: string, file: string): boolean => {
    // What a name in Python stands for depends on more than the specifier.
    if (isPython(importer)) return true;
    let found = targets.get(importer);
    if (found === undefined) targets.set(importer, (found = new Set(importsOf(importer, store, resolver))));
    return found.has(file);
  };
  const above = new Set(roots);
  for (const file of above) {
    for (const importer of project.importersOf(file)) {
      if (!imports(importer, file)) continue;
      groups.join(importer, file);
      above.add(importer);
    }
  }
}

interface Groups {
  /** A member that stands for all of the group. */
  of(item: string): string;
  join(some: string, other: string): void;
  count(items: readonly string[]): number;
}

function createGroups(): Groups {
  const parents = new Map<string, string>();
  const of = (item: string): string => {
    let top = item;
    for (let next = parents.get(top); next !== undefined; next = parents.get(top)) top = next;
    if (top !== item) parents.set(item, top);
    return top;
  };
  return {
    of,
    join(some, other) {
      const [from, to] = [of(some), of(other)];
      if (from !== to) parents.set(from, to);
    },
    count: (items) => new Set(items.map(of)).size,
  };
}
