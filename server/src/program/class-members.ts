import type { ClassFacts } from '../facts.js';
import type { Base, ClassHierarchy, ClassPlace } from './class-hierarchy.js';
import type { FileIndex } from './file-index.js';
import type { Members } from './object-members.js';
import { apiMember } from './origins.js';
import type { Origin, Program, ProgramFile, Ref } from './program.js';
import { typeOrigins } from './type-origins.js';
import { withToken } from './shared-paths.js';

/** Overrides of one method that a call on `this` may run; more than this says nothing any more. */
export const MAX_OVERRIDES = 24;

/**
 * Members of an instance (or of the class itself) by name: methods, results of getters, property initialisers and every
 * `this.x = …` of the class and its bases. A base class of a package contributes its api members.
 */
export function createClassMembers(
  program: Program,
  indexOfFile: (file: ProgramFile) => FileIndex,
  hierarchy: ClassHierarchy,
) {
  const overridesOf = new WeakMap<readonly ClassPlace[], Map<string, readonly Ref[]>>();

  /** What loaded subclasses declare under a name. */
  function declaredBelow(place: ClassPlace, key: string): readonly Ref[] {
    const classes = hierarchy.derived(place);
    if (classes.length === 0) return [];
    let byKey = overridesOf.get(classes);
    if (byKey === undefined) overridesOf.set(classes, (byKey = new Map<string, readonly Ref[]>()));
    let refs = byKey.get(key);
    if (refs === undefined) {
      refs = classes.flatMap((child) => {
        const facts = hierarchy.facts(child);
        return facts === undefined ? [] : declared(child, facts, key, false);
      });
      byKey.set(key, refs);
    }
    return refs;
  }

  /** What a class itself declares and writes under a name. */
  function declared(place: ClassPlace, facts: ClassFacts, key: string, isStatic: boolean): readonly Ref[] {
    const { file } = place;
    const index = indexOfFile(file);
    const refs: Ref[] = [];
    // In Python instances have what their class has.
    const isReached = (member: { readonly static: boolean }): boolean =>
      member.static === isStatic || file.facts.language === 'python';
    for (const method of facts.methods) {
      if (method.name !== key || !isReached(method)) continue;
      const fn = file.facts.functions[method.function];
      if (fn?.kind === 'setter') continue;
      if (fn?.kind === 'getter') {
        for (const { value } of fn.returns) if (value >= 0) refs.push(program.ref(file, value));
        continue;
      }
      const value = index.functionValues.get(method.function);
      if (value !== undefined) refs.push(program.ref(file, value));
    }
    for (const field of facts.fields) {
      if (field.name === key && isReached(field) && field.value !== undefined)
        refs.push(program.ref(file, field.value));
    }
    for (const value of index.fieldStores.get(`${String(place.id)} ${key}`) ?? []) refs.push(program.ref(file, value));
    return refs;
  }

  function ofClass(place: ClassPlace, key: string, isStatic: boolean, at: Ref): Members {
    const lineage = hierarchy.lineage(place);
    for (const current of lineage) {
      const facts = hierarchy.facts(current);
      if (facts === undefined) break;
      const refs = declared(current, facts, key, isStatic);
      const type = facts.fields.find((field) => field.name === key)?.type;
      const origins = typeOrigins(program, current.file, type, at);
      if (refs.length > 0 || origins.length > 0) return { refs, origins };
      const instance = type === undefined ? undefined : program.instanceOf(current.file, type);
      if (instance !== undefined) return { refs: [instance], origins: [] };
    }
    const above = lineage.flatMap((current) => hierarchy.bases(current)).find((base) => base.kind === 'api');
    if (above === undefined) return { refs: [], origins: [] };
    const { origin } = above;
    const base: typeof origin = isStatic ? origin : { ...origin, path: withToken(origin.path, 'Instance') };
    return { refs: [], origins: apiMember(base, key, at) };
  }

  /** `this` is an instance of the class or of one below it, or the class itself in static methods. */
  function ofThis(place: ClassPlace, key: string, at: Ref): Members {
    const own = ofClass(place, key, false, at);
    const below = declaredBelow(place, key);
    const overrides = below.length <= MAX_OVERRIDES ? below : [];
    if (own.refs.length + own.origins.length + overrides.length === 0) return ofClass(place, key, true, at);
    const refs = overrides.length === 0 ? own.refs : [...new Set([...own.refs, ...overrides])];
    return { refs, origins: own.origins, byLoaded: true };
  }

  /** `super`: what the class above has. */
  function ofSuper(place: ClassPlace, key: string, at: Ref): Members {
    for (const above of hierarchy.bases(place)) {
      const members = ofBase(above, key, at);
      if (members.refs.length + members.origins.length > 0) return members;
    }
    return { refs: [], origins: [] };
  }

  function ofBase(above: Base, key: string, at: Ref): Members {
    if (above.kind === 'class') {
      const instance = ofClass(above.place, key, false, at);
      return instance.refs.length + instance.origins.length > 0 ? instance : ofClass(above.place, key, true, at);
    }
    const base: Origin & { readonly kind: 'api' } = { ...above.origin, path: withToken(above.origin.path, 'Instance') };
    return { refs: [], origins: apiMember(base, key, at) };
  }

  return { ofClass, ofThis, ofSuper };
}
