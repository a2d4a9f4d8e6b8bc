import { createHash } from 'node:crypto';
import type { FileFacts } from '../facts.js';
import { internalError } from '../frontends/frontend.js';
import { baseNameOf } from '../path.js';
import type { EntryFolder } from './entry-folder.js';

/** Facts of texts that some earlier run lowered. */
export interface FactsCache {
  find(path: string, text: string): FileFacts | undefined;
  keep(path: string, text: string, facts: FileFacts): void;
  /** How many files were found, and how many had to be lowered. */
  counts(): { readonly found: number; readonly made: number };
}

/**
 * Facts are a pure function of a file's text and of how its name ends, so that one folder serves every workspace. `edition` names
 * the front-ends that made them: facts of another edition are never found.
 */
export function createFactsCache(entries: EntryFolder, edition: string): FactsCache {
  let found = 0;
  let made = 0;
  return {
    find(path, text) {
      const stored = entries.read(keyOf(edition, path, text));
      const facts = stored === undefined ? undefined : parsed(stored);
      if (facts !== undefined) found++;
      return facts;
    },
    keep(path, text, facts) {
      made++;
      if (isLasting(facts)) entries.write(keyOf(edition, path, text), JSON.stringify(facts));
    },
    counts: () => ({ found, made }),
  };
}

/** Nothing but the end of a file's name says how it is read: `.d.ts`, `.tsx`, `.ipynb`. */
function keyOf(edition: string, path: string, text: string): string {
  const name = baseNameOf(path);
  const dot = name.indexOf('.');
  const end = (dot < 0 ? name : name.slice(dot)).toLowerCase();
  return createHash('sha256').update(`${edition}\0${end}\0`).update(text).digest('hex').slice(0, 40);
}

function parsed(stored: string): FileFacts | undefined {
  try {
    // Its checksum says that it is what `keep` wrote.
    return JSON.parse(stored) as FileFacts;
  } catch {
    return undefined;
  }
}

/** Failures may depend on how much stack there was, and JSON knows no infinite numbers. */
function isLasting({ problems, values }: FileFacts): boolean {
  if (problems.some(({ message }) => message.startsWith(internalError) || /^nested too deeply/.test(message)))
    return false;
  return !values.some(
    (value) => value.kind === 'literal' && typeof value.value === 'number' && !Number.isFinite(value.value),
  );
}
