import type { EngineHost } from './engine.js';
import type { FileStore } from './file-store.js';
import { importsOf, moduleResolver } from './module-resolver.js';
import type { PrefilterOf } from './prefilters.js';
import type { Project } from './project.js';

/** An import further away leads to no file on its own. */
const MOST_HOPS = 4;
/** A file that more others import is plumbing: all of an application would be looked at for one file. */
const MOST_IMPORTERS = 100;

/**
 * Files that touch an AI framework and import one of `files` at first or second hand. A flow into a file that names no
 * framework itself starts in them, so they are context where only that file is asked for. Only files that may act on
 * what they are given are worth the search. Sorted.
 */
export function waysInto(
  files: readonly string[],
  project: Project,
  store: FileStore,
  host: EngineHost,
  prefilterOf: PrefilterOf,
): readonly string[] {
  const resolver = moduleResolver(project, store, host);
  // Names alone would lead from `import 'fs'` into everybody's `fs.ts`.
  const imports = (importer: string, file: string): boolean => importsOf(importer, store, resolver).includes(file);
  const touchesAi = (file: string): boolean | undefined => {
    const probe = store.probe(file);
    return probe.kind === 'text' ? probe.trigger === 'ai' : undefined;
  };
  const mayAct = (file: string): boolean => prefilterOf(file).mayAct(store.text(file) ?? '');
  const seen = new Set(files.filter((file) => touchesAi(file) === false && mayAct(file)));
  const out: string[] = [];
  let frontier = [...seen];
  for (let hop = 0; hop < MOST_HOPS && frontier.length > 0; hop++) {
    const next: string[] = [];
    for (const file of frontier) {
      const importers = project.importersOf(file);
      if (importers.length > MOST_IMPORTERS) continue;
      for (const importer of importers) {
        if (seen.has(importer) || !imports(importer, file)) continue;
        seen.add(importer);
        const touches = touchesAi(importer);
        if (touches === false) next.push(importer);
        else if (touches === true) out.push(importer);
      }
    }
    frontier = next;
  }
  return out.sort();
}
