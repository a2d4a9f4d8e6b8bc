import { classMember } from './class-members.js';
import { createElements } from './elements.js';
import type { FileIndex } from './file-index.js';
import { apiMember } from './origins.js';
import { propertyValues } from './properties.js';
import type { Origin, Program, ProgramFile, Ref } from './program.js';
import { indexOf } from './refs.js';
import { typeOrigins } from './type-origins.js';

export interface Members {
  readonly refs: readonly Ref[];
  readonly origins: readonly Origin[];
}

const NOTHING: Members = { refs: [], origins: [] };

/** What a member or an element of a resolved value is. */
export function createObjectMembers(
  program: Program,
  indexOfFile: (file: ProgramFile) => FileIndex,
  exported: (path: string, name: string, at: Ref) => Members,
) {
  const storesTo = (file: ProgramFile, classId: number, key: string): readonly Ref[] =>
    (indexOfFile(file).fieldStores.get(`${String(classId)} ${key}`) ?? []).map((value) => program.ref(file, value));

  const fieldTypes = (file: ProgramFile, classId: number, key: string, at: Ref): readonly Origin[] =>
    typeOrigins(program, file, file.facts.classes[classId]?.fields.find((field) => field.name === key)?.type, at);

  const ofClass = (file: ProgramFile, classId: number, key: string, isStatic: boolean, at: Ref): Members =>
    classMember(
      program,
      (owner, fn) => indexOfFile(owner).functionValues.get(fn),
      storesTo,
      fieldTypes,
      file,
      classId,
      key,
      isStatic,
      at,
    );

  /** `this` is the instance, or the class itself in static methods. */
  function ofThis(file: ProgramFile, classId: number, key: string, at: Ref): Members {
    const instance = ofClass(file, classId, key, false, at);
    return instance.refs.length + instance.origins.length > 0 ? instance : ofClass(file, classId, key, true, at);
  }

  function memberOf(origin: Origin, key: string, at: Ref): Members {
    if (origin.kind === 'api') return { refs: [], origins: apiMember(origin, key, at) };
    if (origin.kind === 'module') return exported(origin.path, key, at);
    if (origin.kind === 'unknown') return { refs: [], origins: [{ kind: 'unknown', at }] };
    const file = program.fileOf(origin.at);
    const value = program.value(origin.at);
    switch (value.kind) {
      case 'object': {
        const { values, open } = propertyValues(program, indexOfFile, origin.at, key);
        return { refs: values, origins: open ? [{ kind: 'unknown', at }] : [] };
      }
      case 'array': {
        const item = value.items[Number(key)];
        return item !== undefined && 'value' in item ? { refs: [program.ref(file, item.value)], origins: [] } : NOTHING;
      }
      case 'class':
        return ofClass(file, value.class, key, true, at);
      case 'this':
        return value.class === undefined ? NOTHING : ofThis(file, value.class, key, at);
      case 'call':
        return instanceMember(origin.at, key, at);
      default: {
        const stores = (indexOfFile(file).stores.get(indexOf(origin.at)) ?? []).filter((store) => store.key === key);
        return { refs: stores.map((store) => program.ref(file, store.value)), origins: [] };
      }
    }
  }

  /** Member of `new C(…)` for a class of the project. */
  function instanceMember(call: Ref, key: string, at: Ref): Members {
    const value = program.value(call);
    if (value.kind !== 'call') return NOTHING;
    const refs: Ref[] = [];
    const origins: Origin[] = [];
    for (const origin of program.origins(program.ref(program.fileOf(call), value.callee))) {
      const target = origin.kind === 'value' ? program.value(origin.at) : undefined;
      if (target?.kind !== 'class') continue;
      const members = ofClass(program.fileOf(origin.at), target.class, key, false, at);
      refs.push(...members.refs);
      origins.push(...members.origins);
    }
    return { refs, origins };
  }

  /** `seen` holds the arrays on the way: `list = [...list, x]` spreads itself. */
  return { memberOf, elementsOf: createElements(program, indexOfFile) };
}
