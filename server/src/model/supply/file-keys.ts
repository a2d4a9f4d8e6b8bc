import type { Origin, Ref } from '../../program/program.js';
import type { ModelContext } from '../entries.js';
import { inputsOfReader } from './bytes-origins.js';

const MAX_KEYS = 8;
/** A longer name is that of a text, not of a file. */
const MAX_LENGTH = 500;

const named = new WeakMap<ModelContext, Map<Ref, readonly string[]>>();

/**
 * Names for the file that a path, or an open file, may stand for. Two values with a common name mean the same file: the same
 * text, the same parts joined, or the very same value.
 */
export function fileKeys(context: ModelContext, ref: Ref): readonly string[] {
  let known = named.get(context);
  if (known === undefined) named.set(context, (known = new Map<Ref, readonly string[]>()));
  const before = known.get(ref);
  if (before !== undefined) return before;
  const itself = [`#${String(ref)}`];
  // What is part of itself has no other name.
  known.set(ref, itself);
  const keys = context.program.origins(ref).flatMap((origin) => keysOf(context, origin));
  const short = [...new Set(keys)].filter(({ length }) => length <= MAX_LENGTH).slice(0, MAX_KEYS);
  const found = short.length === 0 ? itself : short;
  known.set(ref, found);
  return found;
}

function keysOf(context: ModelContext, origin: Origin): readonly string[] {
  const { program } = context;
  const value = program.value(origin.at);
  const file = program.fileOf(origin.at);
  const itself = [`#${String(origin.at)}`];
  if (value.kind === 'literal') return typeof value.value === 'string' ? [JSON.stringify(value.value)] : itself;
  if (value.kind === 'template') {
    const parts = value.parts.map((part) =>
      typeof part === 'string' ? [JSON.stringify(part)] : fileKeys(context, program.ref(file, part)),
    );
    return joined(parts);
  }
  if (value.kind === 'operation' && value.operator === '/') {
    return joined(value.inputs.map((input) => fileKeys(context, program.ref(file, input))));
  }
  if (origin.kind !== 'api' || value.kind !== 'call') return itself;
  const inputs = inputsOfReader(context, origin.at);
  if (inputs === undefined || inputs.length === 0) return itself;
  return joined(inputs.map((input) => fileKeys(context, input)));
}

/** Every combination of the parts' names, up to a few. */
function joined(parts: readonly (readonly string[])[]): readonly string[] {
  let keys: readonly string[] = [''];
  for (const part of parts) {
    keys = keys.flatMap((key) => part.map((each) => (key === '' ? each : `${key}+${each}`))).slice(0, MAX_KEYS);
  }
  return keys;
}
