import type { Trigger } from '../workspace/prefilter.js';
import type { Prefilter } from '../workspace/prefilter.js';
import type { FileStore } from './file-store.js';
import type { Project } from './project.js';

/** Why a file was parsed before any flow led to it. */
export type Reason = Trigger | 'importer' | 're-export';

export interface Choice {
  /** Files to load, in order, with the reason. */
  readonly chosen: ReadonlyMap<string, Reason>;
  /** Files with an ignore comment, chosen or not. */
  readonly directives: readonly string[];
  /** Reason → number of files that were not chosen. */
  readonly skipped: ReadonlyMap<string, number>;
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[];
  readonly bytes: number;
  readonly read: number;
}

/**
 * Decides by text alone which files are parsed: those that touch an AI framework or hold a key, those that import one
 * of them and may act on what it returns, and those that get the framework itself through a re-export. Everything else is
 * parsed when a flow leads there. Undefined when cancelled.
 */
export function chooseFiles(
  files: readonly string[],
  project: Project,
  store: FileStore,
  prefilter: Prefilter,
  tick: (done: number) => boolean,
): Choice | undefined {
  const chosen = new Map<string, Reason>();
  const directives: string[] = [];
  const skipped = new Map<string, number>();
  const unreadable: { path: string; reason: string }[] = [];
  const skip = (reason: string, by = 1): void => void skipped.set(reason, (skipped.get(reason) ?? 0) + by);
  let bytes = 0;
  let read = 0;
  let untouched = 0;
  for (const [index, path] of files.entries()) {
    if (index % 64 === 0 && !tick(index)) return undefined;
    const probe = store.probe(path);
    if (probe.kind === 'missing') continue;
    if (probe.kind === 'skipped') {
      skip(probe.reason);
      if (probe.reason.startsWith('unreadable')) unreadable.push({ path, reason: probe.reason });
      continue;
    }
    read++;
    bytes += probe.bytes;
    if (probe.directive) directives.push(path);
    if (probe.trigger === undefined) untouched++;
    else chosen.set(path, probe.trigger);
  }
  const neighbours = importers([...chosen.keys()], files, project, store, prefilter, chosen);
  if (neighbours.size > 0) for (const [path, reason] of neighbours) chosen.set(path, reason);
  if (untouched > neighbours.size) skip('no trigger', untouched - neighbours.size);
  return { chosen, directives, skipped, unreadable, bytes, read };
}

function importers(
  hits: readonly string[],
  files: readonly string[],
  project: Project,
  store: FileStore,
  prefilter: Prefilter,
  chosen: ReadonlyMap<string, Reason>,
): Map<string, Reason> {
  const out = new Map<string, Reason>();
  const wanted = new Set(files);
  for (const hit of hits) {
    if (chosen.get(hit) !== 'ai') continue;
    let passesOn: boolean | undefined;
    for (const importer of project.importersOf(hit)) {
      if (chosen.has(importer) || out.has(importer) || !wanted.has(importer)) continue;
      if (store.probe(importer).kind !== 'text') continue;
      passesOn ??= reExportsPackage(store, hit);
      if (passesOn) out.set(importer, 're-export');
      else if (prefilter.mayActOnModel(store.text(importer) ?? '')) out.set(importer, 'importer');
    }
  }
  return out;
}

/** `export … from 'package'`, or an imported binding exported again. */
function reExportsPackage(store: FileStore, path: string): boolean {
  const facts = store.lower(path)?.facts;
  return (
    facts?.exports.some((entry) =>
      'module' in entry ? !entry.module.startsWith('.') : facts.values[entry.value]?.kind === 'import',
    ) ?? false
  );
}
