import type { FileFacts, FunctionId, ObjectEntry, ValueId } from '../../facts.js';
import type { Program, ProgramFile, Ref } from '../../program/program.js';
import { textOf } from '../catalogue/row-values.js';

/** An object of the project that tells a model about a function of its own: `{ name, description, parameters, handler }`. */
export interface ToolLiteral {
  readonly name: string | undefined;
  readonly schema: Ref;
}

const HANDLERS: ReadonlySet<string> = new Set([
  'handler',
  'execute',
  'run',
  'call',
  'invoke',
  'func',
  'fn',
  'callback',
]);
const SCHEMAS: ReadonlySet<string> = new Set([
  'parameters',
  'inputSchema',
  'input_schema',
  'schema',
  'parametersSchema',
]);
/** `z.object({ … })`: nothing else of this shape describes fields. */
const SHAPE = /^(?:z|zod)\.(?:object|strictObject|looseObject)\(/;

/** Facts of a file never change: the objects that hold functions are looked for once. */
const holders = new WeakMap<FileFacts, ReadonlyMap<FunctionId, ValueId>>();

/** The tool whose function this is. Name, description, a schema of fields and the function have to stand in one object. */
export function toolLiteral(program: Program, file: ProgramFile, fn: FunctionId): ToolLiteral | undefined {
  let known = holders.get(file.facts);
  if (known === undefined) holders.set(file.facts, (known = holdersIn(file.facts)));
  const holder = known.get(fn);
  if (holder === undefined) return undefined;
  const told = [holder, valueAt(file.facts, holder, (key) => key === 'function')];
  for (const id of told) {
    const schema = id === undefined ? undefined : valueAt(file.facts, id, (key) => SCHEMAS.has(key));
    const name = id === undefined ? undefined : valueAt(file.facts, id, (key) => key === 'name');
    if (id === undefined || schema === undefined || name === undefined) continue;
    if (!hasText(file.facts, id, 'description') || !describesFields(file, schema)) continue;
    return { name: textOf(program, program.ref(file, name)), schema: program.ref(file, schema) };
  }
  return undefined;
}

function holdersIn({ values }: FileFacts): ReadonlyMap<FunctionId, ValueId> {
  const found = new Map<FunctionId, ValueId>();
  for (const [id, value] of values.entries()) {
    if (value.kind !== 'object') continue;
    for (const entry of value.entries) {
      const held = 'key' in entry && HANDLERS.has(entry.key) ? values[entry.value] : undefined;
      if (held?.kind === 'function') found.set(held.function, id);
    }
  }
  return found;
}

function valueAt({ values }: FileFacts, object: ValueId, wanted: (key: string) => boolean): ValueId | undefined {
  const value = values[object];
  const isWanted = (entry: ObjectEntry): boolean => 'key' in entry && wanted(entry.key);
  const entry = value?.kind === 'object' ? value.entries.find(isWanted) : undefined;
  return entry !== undefined && 'key' in entry ? entry.value : undefined;
}

function hasText(facts: FileFacts, object: ValueId, key: string): boolean {
  const id = valueAt(facts, object, (each) => each === key);
  const value = id === undefined ? undefined : facts.values[id];
  return value?.kind === 'template' || (value?.kind === 'literal' && typeof value.value === 'string');
}

/** A JSON schema of an object, or a shape of zod. */
function describesFields({ facts, text }: ProgramFile, schema: ValueId): boolean {
  const value = facts.values[schema];
  if (value?.kind === 'call') return SHAPE.test(text.slice(...value.range));
  return valueAt(facts, schema, (key) => key === 'properties') !== undefined;
}
