import type { FileFacts } from '../facts.js';

/** How the message of a problem starts when the front-end itself failed on a file. */
export const internalError = 'internal error';

/** Turns one file's text into facts. Total: broken code gives fewer facts and problems, never an exception. No I/O. */
export interface FrontEnd {
  readonly language: FileFacts['language'];
  /** Lower-case extensions with the dot. */
  readonly extensions: readonly string[];
  /** Whether it reads a file of this path; by its extension if this is absent. */
  reads?(path: string): boolean;
  /** Gets ready what takes time: a parser that is no JavaScript. To be awaited before the first `lower`. */
  load?(): Promise<void>;
  /** Every file with one of the extensions is looked into; else only those that are known to be configuration. */
  readonly code: boolean;
  /** How many files which parser has read, where there is a choice. */
  readonly parsers?: ReadonlyMap<string, number>;
  lower(path: string, text: string): FileFacts;
}
