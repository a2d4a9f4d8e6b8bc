import type { Origin, ProgramFile, Ref } from '../../program/program.js';
import type { ModelContext } from '../entries.js';

/** A call of an analysed file with what its callee resolves to. */
export interface Sighting {
  readonly ref: Ref;
  readonly file: ProgramFile;
  readonly callee: readonly Origin[];
}

/** Calls whose callee comes from a module of the catalogue, in source order of their functions. */
export function sightings({ program, catalogue }: ModelContext, files: readonly ProgramFile[]): readonly Sighting[] {
  const seen: Sighting[] = [];
  for (const file of files) {
    for (const [index, value] of file.facts.values.entries()) {
      if (value.kind !== 'call') continue;
      const callee = program
        .origins(program.ref(file, value.callee))
        .filter((origin) => origin.kind === 'api' && catalogue.knowsModule(origin.module));
      if (callee.length > 0) seen.push({ ref: program.ref(file, index), file, callee });
    }
  }
  return seen;
}
