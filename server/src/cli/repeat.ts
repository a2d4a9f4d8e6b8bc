import { type OpenCase, type Outcome, recall } from '../cache/remembered-runs.js';
import { plainDisk } from '../workspace/disk.js';
import type { Arguments } from './arguments.js';
import { openCaches } from './cache.js';
import type { Streams } from './streams.js';

/**
 * Gives what an earlier run of the same command gave, if it would be the same again; the exit code, or the case that is left open.
 * Loads neither rules nor parsers.
 */
export function repeat(args: Arguments, streams: Streams): number | OpenCase | undefined {
  const caches = openCaches(args, streams);
  if (caches?.runs === undefined) return undefined;
  const recalled = recall(caches.runs.entries, caches.runs.key, plainDisk, new Date());
  if (recalled === undefined) return undefined;
  return 'open' in recalled ? recalled.open : replay(recalled.outcome, streams);
}

/** Writes what a run wrote; gives its exit code. */
export function replay(outcome: Outcome, streams: Streams): number {
  for (const { path, text } of outcome.files) streams.writeFile(path, text);
  if (outcome.stdout !== '') streams.stdout.write(outcome.stdout);
  if (outcome.stderr !== '') streams.stderr.write(outcome.stderr);
  return outcome.code;
}
