import type { Range } from '../../facts.js';
import type { Program, ProgramFile, Ref } from '../../program/program.js';

interface Key {
  readonly name: string;
  readonly range: Range;
}

const keys = new WeakMap<ProgramFile, ReadonlyMap<number, Key>>();

/** The key under which a value stands directly in an object literal. */
export function keyOf(program: Program, ref: Ref): Key | undefined {
  const file = program.fileOf(ref);
  let map = keys.get(file);
  if (map === undefined) {
    map = keysOf(file);
    keys.set(file, map);
  }
  return map.get(ref - program.ref(file, 0));
}

function keysOf(file: ProgramFile): ReadonlyMap<number, Key> {
  const map = new Map<number, Key>();
  for (const value of file.facts.values) {
    if (value.kind !== 'object') continue;
    for (const entry of value.entries) {
      if (!('key' in entry)) continue;
      const held = file.facts.values[entry.value];
      const written = held !== undefined && held.range[0] >= entry.range[0] && held.range[1] <= entry.range[1];
      if (written) map.set(entry.value, { name: entry.key, range: entry.keyRange });
    }
  }
  return map;
}

/** The variable, field or export that a value initialises. Names only serve messages and look-up by key. */
export function declaredName(program: Program, ref: Ref): string | undefined {
  const file = program.fileOf(ref);
  const start = file.facts.values[ref - program.ref(file, 0)]?.range[0];
  if (start === undefined) return undefined;
  const before = file.text.slice(Math.max(0, start - 200), start);
  const declared = /([A-Za-z_$][\w$]*)\s*(?::[^=;{}]*)?=\s*(?:await\s+|\(\s*)?$/.exec(before)?.[1];
  if (declared !== undefined) return declared;
  const exported = file.facts.exports.find((entry) => 'value' in entry && program.ref(file, entry.value) === ref);
  return exported && exported.name !== 'default' && exported.name !== '=' ? exported.name : undefined;
}
