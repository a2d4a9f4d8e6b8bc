import { createHash } from 'node:crypto';
import type { Disk } from '../workspace/disk.js';
import type { EntryFolder } from './entry-folder.js';
import { compareInputs, type Inputs } from './inputs.js';

/** What a run of the command line gave. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

/** A run whose outcome holds as long as what it rests on is the same. */
interface RememberedRun {
  readonly inputs: Inputs;
  /** ISO date, if the outcome depends on the day. */
  readonly day: string | null;
  readonly outcome: Outcome;
  /** Name of the entry with what the run rests on where it did not look at the whole of a file. */
  readonly hearsay: string | null;
}

/** The outcome of an earlier run that would be the same again; or one for which that is open, because files have other content. */
export type Recalled = { readonly outcome: Outcome } | { readonly open: OpenCase };

export interface OpenCase {
  /** Absolute. */
  readonly changed: readonly string[];
  /** What `remember` was given, as JSON. */
  readonly hearsay: string;
  /** To be called when the outcome turned out to be the same, with what was read to find that out; undefined if it changed since. */
  accept(read: Inputs | undefined): Outcome | undefined;
}

/**
 * The outcome that an earlier run had, if a new one would have the same: nothing that the earlier run read, listed or looked for
 * is different. `key` stands for everything else that decides, the command line and the build first of all.
 */
export function recall(entries: EntryFolder, key: string, disk: Disk, now: Date): Recalled | undefined {
  const run = parsed(entries.read(key));
  if (run === undefined || (run.day !== null && run.day !== dayOf(now))) return undefined;
  const { same, renewed, changed } = compareInputs(run.inputs, disk, now.getTime());
  const renew = (): void => {
    if (renewed !== undefined) entries.write(key, JSON.stringify({ ...run, inputs: renewed }));
  };
  if (same) {
    renew();
    return { outcome: run.outcome };
  }
  const hearsay = changed === undefined || run.hearsay === null ? undefined : entries.read(run.hearsay);
  if (changed === undefined || renewed === undefined || hearsay === undefined) return undefined;
  return {
    open: {
      changed,
      hearsay,
      accept(read) {
        const digests = new Map(read?.files.map(([path, digest]) => [path, digest]));
        const compared = new Map(renewed.files.map(([path, digest]) => [path, digest]));
        if (!changed.every((path) => digests.get(path) === compared.get(path))) return undefined;
        renew();
        return run.outcome;
      },
    },
  };
}

/** `hearsay` is the JSON that `recall` gives back. */
export function remember(
  entries: EntryFolder,
  key: string,
  inputs: Inputs,
  outcome: Outcome,
  day: Date | undefined,
  hearsay: string,
): void {
  // By its content: whatever other runs write, a run finds its own.
  const name = createHash('sha256').update(hearsay).digest('hex').slice(0, 40);
  entries.write(name, hearsay);
  const run: RememberedRun = { inputs, day: day === undefined ? null : dayOf(day), outcome, hearsay: name };
  entries.write(key, JSON.stringify(run));
}

function parsed(stored: string | undefined): RememberedRun | undefined {
  try {
    // Its checksum says that it is what `remember` wrote; the key, that it is of this build.
    return stored === undefined ? undefined : (JSON.parse(stored) as RememberedRun);
  } catch {
    return undefined;
  }
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
