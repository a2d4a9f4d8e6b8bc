import { createHash } from 'node:crypto';
import path from 'node:path';
import { defaultCacheFolder } from '../cache/cache-folder.js';
import { createEntryFolder, type EntryFolder } from '../cache/entry-folder.js';
import { edition } from '../version.js';
import type { Arguments } from './arguments.js';
import type { Streams } from './streams.js';

/** Bytes on disk, for all workspaces of a user together. */
const MOST_FACTS = 500 * 1024 * 1024;
const MOST_RUNS = 100 * 1024 * 1024;

export interface Caches {
  /** Absolute. */
  readonly folder: string;
  readonly facts: EntryFolder;
  /** Whole runs; undefined where the result of a run depends on more than files, or is not what counts. */
  readonly runs: { readonly entries: EntryFolder; readonly key: string } | undefined;
  /** Stands for the build in keys of facts. */
  readonly edition: string;
}

/** The caches of a run of `check`; undefined if there are to be none. */
export function openCaches(args: Arguments, { cwd, environment, stdout }: Streams): Caches | undefined {
  if (args.has('no-cache') || edition === undefined) return undefined;
  const given = args.value('cache-location');
  const folder = given === undefined ? defaultCacheFolder(environment, process.platform) : path.resolve(cwd, given);
  if (folder === undefined) return undefined;
  const forgetful = (['fix', 'stdin', 'stats'] as const).some((name) => args.has(name));
  return {
    folder,
    // A parser that reads a file differently must not hide behind facts of the other one.
    edition: `${edition} ${args.value('parser') ?? ''}`,
    facts: createEntryFolder({ folder: path.join(folder, 'facts'), most: MOST_FACTS }),
    runs: forgetful
      ? undefined
      : {
          entries: createEntryFolder({ folder: path.join(folder, 'runs'), most: MOST_RUNS }),
          key: keyOf([edition, cwd, args.line, stdout.isTTY === true, coloursOf(environment)]),
        },
  };
}

/** What decides about colours besides options and the terminal. */
function coloursOf({ FORCE_COLOR: force, NO_COLOR: no, TERM: terminal }: Streams['environment']): unknown {
  return [force ?? null, no ?? null, terminal ?? null];
}

function keyOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 40);
}
