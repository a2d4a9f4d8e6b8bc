import type { FileFacts, ValueId } from '../facts.js';
import type { Program, Ref } from '../program/program.js';
import { indexIn } from '../program/refs.js';

const classesOf = new WeakMap<FileFacts, (id: ValueId) => ValueId>();

/**
 * Whether two values are read from the same thing without a write between: members and awaits of equal parts, and `this` of
 * one class.
 */
export function sameValue(program: Program, a: Ref, b: Ref): boolean {
  return a === b || representative(program, a) === representative(program, b);
}

/** The one of all values that are the same as a value which stands for them. */
export function representative(program: Program, ref: Ref): Ref {
  const file = program.fileOf(ref);
  let first = classesOf.get(file.facts);
  if (first === undefined) classesOf.set(file.facts, (first = numbering(file.facts)));
  return program.ref(file, first(indexIn(file, ref)));
}

/** Numbers the values of a file so that the same ones get the same number: that of the one that was asked about first. */
function numbering({ values }: FileFacts): (id: ValueId) => ValueId {
  const known = new Map<ValueId, ValueId>();
  const members = new Map<ValueId, Map<string, ValueId>>();
  const instances = new Map<number | undefined, ValueId>();

  function number(id: ValueId): ValueId {
    let found = known.get(id);
    if (found === undefined) known.set(id, (found = made(id)));
    return found;
  }

  function made(id: ValueId): ValueId {
    const value = values[id];
    switch (value?.kind) {
      case 'await':
        return number(value.value);
      case 'member': {
        const object = number(value.object);
        let byKey = members.get(object);
        if (byKey === undefined) members.set(object, (byKey = new Map<string, ValueId>()));
        return firstOf(byKey, value.key, id);
      }
      case 'this':
        return firstOf(instances, value.class, id);
      default:
        return id;
    }
  }

  return number;
}

function firstOf<K>(known: Map<K, ValueId>, key: K, id: ValueId): ValueId {
  const first = known.get(key);
  if (first === undefined) known.set(key, id);
  return first ?? id;
}
