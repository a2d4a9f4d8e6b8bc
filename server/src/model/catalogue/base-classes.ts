import type { ClassFacts } from '../../facts.js';
import type { Origin, Program, ProgramFile } from '../../program/program.js';

const MAX_INHERITANCE = 4;

/** Api origins of the bases, through bases of the project. */
export function baseOrigins(program: Program, file: ProgramFile, facts: ClassFacts, depth = 0): readonly Origin[] {
  if (facts.superClass === undefined || depth > MAX_INHERITANCE) return [];
  const bases = [facts.superClass, ...(facts.mixins ?? [])];
  return bases
    .flatMap((base) => program.origins(program.ref(file, base)))
    .flatMap((origin): readonly Origin[] => {
      if (origin.kind === 'api') return [origin];
      const value = origin.kind === 'value' ? program.value(origin.at) : undefined;
      const home = program.fileOf(origin.at);
      const base = value?.kind === 'class' ? home.facts.classes[value.class] : undefined;
      return base === undefined ? [] : baseOrigins(program, home, base, depth + 1);
    });
}
