import type { ClassHierarchy } from './class-hierarchy.js';
import { chainLinks } from './chain-links.js';
import { createClassMembers } from './class-members.js';
import { createElements } from './elements.js';
import { createMethodsNamed } from './methods-named.js';
import type { FileIndex } from './file-index.js';
import { apiMember } from './origins.js';
import { propertyValues } from './properties.js';
import type { Origin, Program, ProgramFile, Ref } from './program.js';
import { indexIn } from './refs.js';

export interface Members {
  readonly refs: readonly Ref[];
  readonly origins: readonly Origin[];
  /** Another loaded file may add to them. */
  readonly byLoaded?: true;
}

const CONTEXTS: ReadonlySet<string> = new Set(['deps', 'context']);

const NOTHING: Members = { refs: [], origins: [] };

/** What a member or an element of a resolved value is. */
export function createObjectMembers(
  program: Program,
  indexOfFile: (file: ProgramFile) => FileIndex,
  hierarchy: ClassHierarchy,
  exported: (path: string, name: string, at: Ref) => Members,
) {
  const { ofClass, ofThis, ofSuper } = createClassMembers(program, indexOfFile, hierarchy);

  function memberOf(origin: Origin, key: string, at: Ref): Members {
    if (origin.kind === 'api') return { refs: ofContext(origin.at, key), origins: apiMember(origin, key, at) };
    if (origin.kind === 'module') return exported(origin.path, key, at);
    if (origin.kind === 'unknown') return { refs: [], origins: [{ kind: 'unknown', at }] };
    const file = program.fileOf(origin.at);
    const value = program.value(origin.at);
    switch (value.kind) {
      case 'object': {
        const { values, open } = propertyValues(program, indexOfFile, origin.at, key);
        const linked = values.length === 0 && open ? ofLinks(origin.at, key, at) : [];
        return { refs: values, origins: open ? [...linked, { kind: 'unknown', at }] : [] };
      }
      case 'operation':
        return { refs: [], origins: ofLinks(origin.at, key, at) };
      case 'array': {
        const item = value.items[Number(key)];
        return item !== undefined && 'value' in item ? { refs: [program.ref(file, item.value)], origins: [] } : NOTHING;
      }
      case 'class':
        return ofClass({ file, id: value.class }, key, true, at);
      case 'this':
        if (value.class === undefined) return NOTHING;
        return (value.super === true ? ofSuper : ofThis)({ file, id: value.class }, key, at);
      case 'call':
        return instanceMember(origin.at, key, at);
      default: {
        const stores = (indexOfFile(file).stores.get(indexIn(file, origin.at)) ?? []).filter(
          (store) => store.key === key,
        );
        return { refs: stores.map((store) => program.ref(file, store.value)), origins: [] };
      }
    }
  }

  /** `ctx.deps` of a parameter `ctx: RunContext[Deps]`: what the application gives to a run comes back in its context. */
  function ofContext(holder: Ref, key: string): readonly Ref[] {
    if (!CONTEXTS.has(key)) return [];
    const value = program.value(holder);
    const file = program.fileOf(holder);
    if (value.kind !== 'parameter' || file.facts.language !== 'python') return [];
    const [given] = file.facts.functions[value.function]?.parameters[value.index]?.type?.arguments ?? [];
    const instance = given === undefined ? undefined : program.instanceOf(file, given);
    return instance === undefined ? [] : [instance];
  }

  /** `prompt | model | parser` has what objects of packages have that are linked with the operator. */
  function ofLinks(chain: Ref, key: string, at: Ref): readonly Origin[] {
    return chainLinks(program, chain).flatMap((link) =>
      program.origins(link).flatMap((origin) => (origin.kind === 'api' ? apiMember(origin, key, at) : [])),
    );
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
      const members = ofClass({ file: program.fileOf(origin.at), id: target.class }, key, false, at);
      refs.push(...members.refs);
      origins.push(...members.origins);
    }
    return { refs, origins };
  }

  return {
    memberOf,
    elementsOf: createElements(program, indexOfFile),
    methodsNamed: createMethodsNamed(program, hierarchy),
  };
}
