import type { FileFacts } from '../facts.js';

/** How the message of a problem starts when the front-end itself failed on a file. */
export const internalError = 'internal error';

/** Turns one file's text into facts. Total: broken code gives fewer facts and problems, never an exception. No I/O. */
export interface FrontEnd {
  readonly language: FileFacts['language'];
  /** Lower-case extensions with the dot. */
  readonly extensions: readonly string[];
  /** Gets ready what takes time: a parser that is no JavaScript. To be awaited before the first `lower`. */
  load?(): Promise<void>;
  /** Every file with one of the extensions is looked into; else only those that are known to be configuration. */
  readonly code: boolean;
  lower(path: string, text: string): FileFacts;
}
  /** How many files which parser has read, where there is a choice. */
  readonly parsers?: ReadonlyMap<string, number>;
