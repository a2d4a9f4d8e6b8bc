import type { ClassHierarchy, ClassPlace } from './class-hierarchy.js';
import type { Origin, Program, Ref } from './program.js';

/** A shorter text is the beginning of too many names. */
const SHORTEST_WORD = 3;

/**
 * Methods that `this[`handle_${name}`]` and `getattr(self, f'handle_{name}')` may read: those of the class whose names begin
 * and end like the text. None for a text of which nothing is known.
 */
export function createMethodsNamed(
  program: Pick<Program, 'value' | 'ref' | 'fileOf' | 'origins'>,
  hierarchy: ClassHierarchy,
): (origin: Origin, key: Ref) => readonly string[] {
  return (origin, key) => {
    const text = program.value(key);
    if (origin.kind !== 'value' || text.kind !== 'template') return [];
    const [first, last] = [text.parts[0], text.parts.at(-1)];
    const start = typeof first === 'string' ? first : '';
    const end = typeof last === 'string' ? last : '';
    if (text.parts.length < 2 || start.length + end.length < SHORTEST_WORD) return [];
    return placesOf(origin.at)
      .flatMap((place) => hierarchy.lineage(place))
      .flatMap((place) => hierarchy.facts(place)?.methods ?? [])
      .flatMap(({ name }) => (name.startsWith(start) && name.endsWith(end) && name !== start ? [name] : []));
  };

  /** The class that an instance is of, or the class itself. */
  function placesOf(at: Ref): readonly ClassPlace[] {
    const value = program.value(at);
    const file = program.fileOf(at);
    if (value.kind === 'this') return value.class === undefined ? [] : [{ file, id: value.class }];
    if (value.kind === 'class') return [{ file, id: value.class }];
    if (value.kind !== 'call') return [];
    return program.origins(program.ref(file, value.callee)).flatMap((made): readonly ClassPlace[] => {
      const declared = made.kind === 'value' ? program.value(made.at) : undefined;
      return declared?.kind === 'class' ? [{ file: program.fileOf(made.at), id: declared.class }] : [];
    });
  }
}
