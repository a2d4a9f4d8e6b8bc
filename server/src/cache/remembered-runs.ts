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
}

/**
 * The outcome that an earlier run had, if a new one would have the same: nothing that the earlier run read, listed or looked for
 * is different. `key` stands for everything else that decides, the command line and the build first of all.
 */
export function recall(entries: EntryFolder, key: string, disk: Disk, now: Date): Outcome | undefined {
  const run = parsed(entries.read(key));
  if (run === undefined || (run.day !== null && run.day !== dayOf(now))) return undefined;
  const { same, renewed } = compareInputs(run.inputs, disk, now.getTime());
  if (!same) return undefined;
  if (renewed !== undefined) entries.write(key, JSON.stringify({ ...run, inputs: renewed }));
  return run.outcome;
}

export function remember(
  entries: EntryFolder,
  key: string,
  inputs: Inputs,
  outcome: Outcome,
  day: Date | undefined,
): void {
  const run: RememberedRun = { inputs, day: day === undefined ? null : dayOf(day), outcome };
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
