import type { Origin, Ref } from '../../program/program.js';
import type { ModelContext } from '../entries.js';
import { inputsOfReader } from './bytes-origins.js';

const MAX_DEPTH = 8;
const MAX_KEYS = 8;

/**
 * Names for the file that a path, or an open file, may stand for. Two values with a common name mean the same file: the same
 * text, the same parts joined, or the very same value.
 */
export function fileKeys(context: ModelContext, ref: Ref, depth = 0): readonly string[] {
  if (depth > MAX_DEPTH) return [`#${String(ref)}`];
  const keys = context.program.origins(ref).flatMap((origin) => keysOf(context, origin, depth));
  return [...new Set(keys)].slice(0, MAX_KEYS);
}

function keysOf(context: ModelContext, origin: Origin, depth: number): readonly string[] {
  const { program } = context;
  const value = program.value(origin.at);
  const file = program.fileOf(origin.at);
  const itself = [`#${String(origin.at)}`];
  if (value.kind === 'literal') return [JSON.stringify(value.value)];
  if (value.kind === 'template') {
    const parts = value.parts.map((part) =>
      typeof part === 'string' ? [JSON.stringify(part)] : fileKeys(context, program.ref(file, part), depth + 1),
    );
    return joined(parts);
  }
  if (value.kind === 'operation' && value.operator === '/') {
    return joined(value.inputs.map((input) => fileKeys(context, program.ref(file, input), depth + 1)));
  }
  if (origin.kind !== 'api' || value.kind !== 'call') return itself;
  const inputs = inputsOfReader(context, origin.at);
  if (inputs === undefined || inputs.length === 0) return itself;
  return joined(inputs.map((input) => fileKeys(context, input, depth + 1)));
}

/** Every combination of the parts' names, up to a few. */
function joined(parts: readonly (readonly string[])[]): readonly string[] {
  let keys: readonly string[] = [''];
  for (const part of parts) {
    keys = keys.flatMap((key) => part.map((each) => (key === '' ? each : `${key}+${each}`))).slice(0, MAX_KEYS);
  }
  return keys;
}
