import { internalError } from '../frontends/frontend.js';
import type { FileStore } from './file-store.js';
import type { Problem } from './report.js';

/** The first syntax error of each file with the number of further ones, and failures of a front-end. */
export function parseProblems(store: FileStore, paths: readonly string[]): Problem[] {
  return paths.flatMap((path): Problem[] => {
    const failure = store.failure(path);
    if (failure !== undefined) {
      const span = { file: path, start: 0, end: 0 };
      return [{ kind: 'parse', message: `The file could not be analysed: ${failure}`, span, fatal: true }];
    }
    const [first, ...others] = store.lower(path)?.facts.problems ?? [];
    if (first === undefined) return [];
    const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
    const span = { file: path, start: first.range[0], end: first.range[1] };
    return [{ kind: 'parse', message: first.message + more, span, fatal: first.message.startsWith(internalError) }];
  });
}

export function readProblems(files: readonly { readonly path: string; readonly reason: string }[]): Problem[] {
  return files.map(({ path, reason }) => ({
    kind: 'read',
    message: `The file is ${reason}.`,
    span: { file: path, start: 0, end: 0 },
    fatal: true,
  }));
}
