import type { Trigger } from '../workspace/prefilter.js';
import { isSettingsFile } from '../workspace/text-files.js';
import type { FileStore } from './file-store.js';
import type { NeighbourReason } from './neighbours.js';

/** Why a file was parsed before any flow led to it. */
export type Reason = Trigger | NeighbourReason;

export interface Choice {
  /** Files to load, in order, with the reason. */
  readonly chosen: ReadonlyMap<string, Trigger>;
  /** Settings files that may hold a key. */
  readonly settings: readonly string[];
  /** Files with an ignore comment, chosen or not. */
  readonly directives: readonly string[];
  /** Reason → number of files that cannot be analysed. */
  readonly skipped: ReadonlyMap<string, number>;
  /** Number of files with nothing to look into. */
  readonly untouched: number;
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[];
  readonly bytes: number;
  readonly read: number;
}

/**
 * Decides by text alone which files are parsed: those that touch an AI framework or may hold a key. Their neighbours
 * come on top; everything else is parsed when a flow leads there. `nearAi`: whether something of AI is elsewhere in the
 * workspace. Undefined when cancelled.
 */
export function chooseFiles(
  files: readonly string[],
  store: FileStore,
  tick: (done: number) => boolean,
  nearAi: () => boolean,
): Choice | undefined {
  const chosen = new Map<string, Trigger>();
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
  // Bytes that become objects are other linters' business where there is nothing of AI.
  if (![...chosen.values()].includes('ai') && !nearAi()) {
    for (const [path, why] of chosen) {
      if (why !== 'loader') continue;
      chosen.delete(path);
      untouched++;
    }
  }
  const settings = [...chosen].flatMap(([path, why]) =>
    why !== 'configuration' && isSettingsFile(path) ? [path] : [],
  );
  for (const path of settings) chosen.delete(path);
  return { chosen, settings, directives, skipped, untouched, unreadable, bytes, read };
}
