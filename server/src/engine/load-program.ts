import type { Program, ProgramHost } from '../program/program.js';
import type { Choice, Reason } from './choose-files.js';
import type { FileStore } from './file-store.js';
import { neighbours } from './neighbours.js';
import type { EngineParts } from './parts.js';
import type { PrefilterOf } from './prefilters.js';
import type { Project } from './project.js';

/** Files that are loaded before any flow leads to them, with the reason: the chosen ones and their neighbours among `candidates`. */
export function rootFiles(
  choice: Choice,
  candidates: readonly string[],
  project: Project,
  store: FileStore,
  prefilterOf: PrefilterOf,
): ReadonlyMap<string, Reason> {
  const among = new Set(candidates);
  const more = neighbours(choice.chosen, (path) => among.has(path), project, store, prefilterOf);
  return new Map<string, Reason>([...choice.chosen, ...more]);
}

/** A program with the given files. Undefined when cancelled. */
export function loadProgram(
  { createProgram }: Pick<EngineParts, 'createProgram'>,
  host: ProgramHost,
  roots: Iterable<string>,
  cancelled: () => boolean,
): Program | undefined {
  const program = createProgram(host);
  for (const path of roots) {
    if (cancelled()) return undefined;
    program.load(path);
  }
  return program;
}
