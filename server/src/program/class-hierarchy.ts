import type { ClassFacts } from '../facts.js';
import type { Origin, Program, ProgramFile } from './program.js';
import { pack } from './refs.js';

type Linked = Pick<Program, 'files' | 'value' | 'ref' | 'fileOf' | 'origins'>;

/** A class of the project. */
export interface ClassPlace {
  readonly file: ProgramFile;
  readonly id: number;
}

export type Base =
  | { readonly kind: 'class'; readonly place: ClassPlace }
  | { readonly kind: 'api'; readonly origin: Origin & { readonly kind: 'api' } };

export interface ClassHierarchy {
  facts(place: ClassPlace): ClassFacts | undefined;
  /** What a class extends, the first one first; nothing for a root and for what nobody knows. */
  bases(place: ClassPlace): readonly Base[];
  /** The class and the project classes above it, nearest first; with several bases all above one before the next. */
  lineage(place: ClassPlace): readonly ClassPlace[];
  /** Loaded classes below a class, at any depth: the same list until another one is loaded. */
  derived(place: ClassPlace): readonly ClassPlace[];
}

const MAX_INHERITANCE = 8;

/** Which classes of the project extend which. Subclasses are those of loaded files. */
export function createClassHierarchy(program: Linked): ClassHierarchy {
  const children = new Map<number, ClassPlace[]>();
  /** Answers of `derived`, until another subclass is loaded. */
  const below = new Map<number, readonly ClassPlace[]>();
  let indexed = 0;
  let indexing = false;

  const facts = (place: ClassPlace): ClassFacts | undefined => place.file.facts.classes[place.id];

  function bases(place: ClassPlace): readonly Base[] {
    const { superClass, mixins = [] } = facts(place) ?? {};
    return [...(superClass === undefined ? [] : [superClass]), ...mixins].flatMap((value): Base[] => {
      const [origin] = program.origins(program.ref(place.file, value));
      if (origin?.kind === 'api') return [{ kind: 'api', origin }];
      const declared = origin?.kind === 'value' ? program.value(origin.at) : undefined;
      if (origin === undefined || declared?.kind !== 'class') return [];
      return [{ kind: 'class', place: { file: program.fileOf(origin.at), id: declared.class } }];
    });
  }

  function lineage(place: ClassPlace): readonly ClassPlace[] {
    const found: ClassPlace[] = [];
    const pending = [place];
    for (let at = pending.shift(); at !== undefined && found.length < MAX_INHERITANCE; at = pending.shift()) {
      const { file, id } = at;
      if (found.some((other) => other.file === file && other.id === id)) continue;
      found.push(at);
      pending.unshift(...bases(at).flatMap((above) => (above.kind === 'class' ? [above.place] : [])));
    }
    return found;
  }

  /** Resolving a base may ask for subclasses again: such a question gets what is known by then. */
  function index(): void {
    if (indexing) return;
    indexing = true;
    for (let file = program.files()[indexed]; file !== undefined; file = program.files()[++indexed]) {
      for (const id of file.facts.classes.keys()) {
        for (const above of bases({ file, id })) {
          if (above.kind !== 'class') continue;
          const key = pack(above.place.file, above.place.id);
          const known = children.get(key);
          if (known === undefined) children.set(key, [{ file, id }]);
          else known.push({ file, id });
          below.clear();
        }
      }
    }
    indexing = false;
  }

  function derived(place: ClassPlace): readonly ClassPlace[] {
    index();
    const asked = pack(place.file, place.id);
    const known = below.get(asked);
    if (known !== undefined) return known;
    const found: ClassPlace[] = [];
    const seen = new Set<number>();
    const pending: ClassPlace[] = [place];
    for (let at = pending.shift(); at !== undefined; at = pending.shift()) {
      for (const child of children.get(pack(at.file, at.id)) ?? []) {
        const key = pack(child.file, child.id);
        if (seen.has(key)) continue;
        seen.add(key);
        found.push(child);
        pending.push(child);
      }
    }
    below.set(asked, found);
    return found;
  }

  return { facts, bases, lineage, derived };
}
