import type { FileIndex } from './file-index.js';
import { indexOf } from './refs.js';
import { literalKey } from './origins.js';
import type { Program, ProgramFile, Ref } from './program.js';

type Linked = Pick<Program, 'value' | 'ref' | 'fileOf' | 'origins'>;

const MAX_SPREADS = 8;

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
  depth = 0,
): PropertyValues {
  const file = program.fileOf(object);
  const value = program.value(object);
  if (value.kind !== 'object') return { values: [], open: true };
  const values: Ref[] = [];
  let open = false;
  for (const store of indexOfFile(file).stores.get(indexOf(object)) ?? []) {
    const stored = typeof store.key === 'string' ? store.key : literalKey(program.value(program.ref(file, store.key)));
    if (stored === undefined) open = true;
    if (stored === key || stored === undefined) values.push(program.ref(file, store.value));
  }
  for (const entry of [...value.entries].reverse()) {
    if ('key' in entry) {
      if (entry.key !== key) continue;
      return { values: [...values, program.ref(file, entry.value)], open };
    }
    if ('computed' in entry) {
      const computed = literalKey(program.value(program.ref(file, entry.computed)));
      if (computed === key) return { values: [...values, program.ref(file, entry.value)], open };
      if (computed === undefined) {
        open = true;
        values.push(program.ref(file, entry.value));
      }
      continue;
    }
    const spread = spreadProperty(program, indexOfFile, program.ref(file, entry.spread), key, depth);
    values.push(...spread.values);
    open ||= spread.open;
  }
  return { values, open };
}

function spreadProperty(
  program: Linked,
  indexOfFile: (file: ProgramFile) => FileIndex,
  spread: Ref,
  key: string,
  depth: number,
): PropertyValues {
  if (depth > MAX_SPREADS) return { values: [], open: true };
  const values: Ref[] = [];
  let open = false;
  for (const origin of program.origins(spread)) {
    const value = origin.kind === 'value' ? program.value(origin.at) : undefined;
    if (value?.kind === 'object') {
      const inner = propertyValues(program, indexOfFile, origin.at, key, depth + 1);
      values.push(...inner.values);
      open ||= inner.open;
    } else if (!isNothing(value)) open = true;
  }
  return { values, open };
}

/** `...(condition && {})` spreads nothing when the condition fails. */
function isNothing(value: ReturnType<Program['value']> | undefined): boolean {
  return value?.kind === 'operation' || (value?.kind === 'literal' && typeof value.value !== 'string');
}
