import type { FileIndex } from './file-index.js';
import { indexIn } from './refs.js';
import { isOtherKey, literalKey } from './origins.js';
import type { Program, ProgramFile, Ref } from './program.js';

type Linked = Pick<Program, 'value' | 'ref' | 'fileOf' | 'origins'>;

/** Objects that one look-up goes through by spreads; beyond them anything may be there. */
const MAX_OBJECTS = 64;

export interface PropertyValues {
  readonly values: readonly Ref[];
  /** A spread, computed key or escape may add or replace the property. */
  readonly open: boolean;
}

/** Values that a property of an object literal may have: the last entry, known spreads, computed keys, later stores. */
export function propertyValues(
  program: Linked,
  indexOfFile: (file: ProgramFile) => FileIndex,
  object: Ref,
  key: string,
): PropertyValues {
  const values = new Set<Ref>();
  // Objects that spread each other are looked at once.
  const seen = new Set<Ref>();
  const open = collect(object);
  return { values: [...values], open };

  /** Whether a further property may exist. */
  function collect(at: Ref): boolean {
    const value = program.value(at);
    if (value.kind !== 'object' || seen.size >= MAX_OBJECTS) return true;
    if (seen.has(at)) return false;
    seen.add(at);
    const file = program.fileOf(at);
    let more = false;
    for (const store of indexOfFile(file).stores.get(indexIn(file, at)) ?? []) {
      const computed = typeof store.key === 'string' ? undefined : program.value(program.ref(file, store.key));
      if (computed === undefined ? store.key !== key : isOtherKey(computed, key)) continue;
      if (computed !== undefined && literalKey(computed) === undefined) more = true;
      values.add(program.ref(file, store.value));
    }
    for (const entry of [...value.entries].reverse()) {
      if ('spread' in entry) {
        more = collectSpread(program.ref(file, entry.spread)) || more;
        continue;
      }
      const computed = 'key' in entry ? undefined : program.value(program.ref(file, entry.computed));
      const written = 'key' in entry ? entry.key : computed && literalKey(computed);
      if (computed === undefined ? written !== key : isOtherKey(computed, key)) continue;
      values.add(program.ref(file, entry.value));
      if (written === key) return more;
      more = true;
    }
    return more;
  }

  function collectSpread(spread: Ref): boolean {
    let more = false;
    for (const origin of program.origins(spread)) {
      const value = origin.kind === 'value' ? program.value(origin.at) : undefined;
      if (value?.kind === 'object') more = collect(origin.at) || more;
      else if (!isNothing(value)) more = true;
    }
    return more;
  }
}

/** `...(condition && {})` spreads nothing when the condition fails. */
function isNothing(value: ReturnType<Program['value']> | undefined): boolean {
  return value?.kind === 'operation' || (value?.kind === 'literal' && typeof value.value !== 'string');
}
