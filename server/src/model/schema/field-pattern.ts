import type { TypeFacts, ValueId } from '../../facts.js';
import type { Program, ProgramFile } from '../../program/program.js';
import { follow } from '../catalogue/relative.js';

/** Packages whose functions describe a field beside its type: `Field(pattern=…)`, `StringConstraints(pattern=…)`, `Query(…)`. */
const DESCRIBING = new Set(['python:pydantic', 'python:pydantic_settings', 'python:fastapi', 'python:sqlmodel']);

/** The pattern that a text has to match by what stands beside its type or as its default; undefined if there is none. */
export function fieldPattern(
  program: Program,
  file: ProgramFile,
  type: TypeFacts,
  given: ValueId | undefined,
): string | undefined {
  for (const id of [...(type.metadata ?? []), ...(given === undefined ? [] : [given])]) {
    const ref = program.ref(file, id);
    const value = program.value(ref);
    if (value.kind !== 'call') continue;
    const callee = program.origins(program.ref(file, value.callee));
    if (!callee.some((origin) => origin.kind === 'api' && DESCRIBING.has(origin.module))) continue;
    const [found] = [
      ...follow(program, ref, 'Argument[pattern]').values,
      ...follow(program, ref, 'Argument[regex]').values,
    ];
    const [pattern] = (found && program.literals(found.ref)) ?? [];
    if (typeof pattern === 'string') return pattern;
  }
  return undefined;
}
