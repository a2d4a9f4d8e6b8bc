import type { Prefilter, Trigger } from '../workspace/prefilter.js';
import type { FileStore } from './file-store.js';
import { neighbours, type NeighbourReason } from './neighbours.js';
import type { Project } from './project.js';

/** Why a file was parsed before any flow led to it. */
export type Reason = Trigger | NeighbourReason;

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
  const wanted = new Set(files);
  const hits = [...chosen].flatMap(([path, reason]) => (reason === 'ai' ? [path] : []));
  const more = neighbours(hits, (file) => wanted.has(file) && !chosen.has(file), project, store, prefilter);
  for (const [path, reason] of more) chosen.set(path, reason);
  if (untouched > more.size) skip('no trigger', untouched - more.size);
  return { chosen, directives, skipped, unreadable, bytes, read };
}
