import type { FileFacts } from '../facts.js';

/** How the message of a problem starts when the front-end itself failed on a file. */
export const internalError = 'internal error';

/** Turns one file's text into facts. Total: broken code gives fewer facts and problems, never an exception. No I/O. */
export interface FrontEnd {
  readonly language: FileFacts['language'];
  /** Lower-case extensions with the dot. */
  readonly extensions: readonly string[];
  lower(path: string, text: string): FileFacts;
}
