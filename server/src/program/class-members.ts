import type { ClassFacts, FunctionId, ValueId } from '../facts.js';
import { apiMember } from './origins.js';
import type { Origin, Program, ProgramFile, Ref } from './program.js';

type Linked = Pick<Program, 'value' | 'ref' | 'fileOf' | 'origins'>;

const MAX_INHERITANCE = 8;

/**
 * Members of an instance (or of the class itself) by name: methods, property initialisers and every `this.x = …` of the
 * class and its bases. A base class of a package contributes its api members.
 */
export function classMember(
  program: Linked,
  functionValue: (file: ProgramFile, fn: FunctionId) => ValueId | undefined,
  storesTo: (file: ProgramFile, classId: number, key: string) => readonly Ref[],
  typeOrigins: (file: ProgramFile, classId: number, key: string, at: Ref) => readonly Origin[],
  file: ProgramFile,
  classId: number,
  key: string,
  isStatic: boolean,
  at: Ref,
): { readonly refs: readonly Ref[]; readonly origins: readonly Origin[] } {
  let current: { file: ProgramFile; id: number } | undefined = { file, id: classId };
  for (let depth = 0; current !== undefined && depth < MAX_INHERITANCE; depth++) {
    const here: { file: ProgramFile; id: number } = current;
    const facts: ClassFacts | undefined = here.file.facts.classes[here.id];
    if (facts === undefined) break;
    const refs: Ref[] = [];
    for (const method of facts.methods) {
      if (method.name !== key || method.static !== isStatic) continue;
      const value = functionValue(here.file, method.function);
      if (value !== undefined) refs.push(program.ref(here.file, value));
    }
    for (const field of facts.fields) {
      if (field.name === key && field.static === isStatic && field.value !== undefined)
        refs.push(program.ref(here.file, field.value));
    }
    refs.push(...storesTo(here.file, here.id, key));
    const typed = typeOrigins(here.file, here.id, key, at);
    if (refs.length > 0 || typed.length > 0) return { refs, origins: typed };
    if (facts.superClass === undefined) break;
    const bases: readonly Origin[] = program.origins(program.ref(here.file, facts.superClass));
    const base = bases[0];
    if (base?.kind === 'api') {
      return { refs: [], origins: apiMember(isStatic ? base : { ...base, path: [...base.path, 'Instance'] }, key, at) };
    }
    const value = base?.kind === 'value' ? program.value(base.at) : undefined;
    current =
      base !== undefined && value?.kind === 'class' ? { file: program.fileOf(base.at), id: value.class } : undefined;
  }
  return { refs: [], origins: [] };
}
