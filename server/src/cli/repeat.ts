import { recall } from '../cache/remembered-runs.js';
import { plainDisk } from '../workspace/disk.js';
import type { Arguments } from './arguments.js';
import { openCaches } from './cache.js';
import type { Streams } from './streams.js';

/**
 * Gives what an earlier run of the same command gave, if it would be the same again; the exit code, or undefined. Loads neither rules
 * nor parsers.
 */
export function repeat(args: Arguments, streams: Streams): number | undefined {
  const caches = openCaches(args, streams);
  if (caches?.runs === undefined) return undefined;
  const outcome = recall(caches.runs.entries, caches.runs.key, plainDisk, new Date());
  if (outcome === undefined) return undefined;
  for (const { path, text } of outcome.files) streams.writeFile(path, text);
  if (outcome.stdout !== '') streams.stdout.write(outcome.stdout);
  if (outcome.stderr !== '') streams.stderr.write(outcome.stderr);
  return outcome.code;
}
