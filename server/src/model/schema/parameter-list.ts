import type { SchemaField } from '@leashlint/rules';
import type { Program, Ref } from '../../program/program.js';
import { followTokens } from '../catalogue/relative.js';
import type { ReadType } from './type.js';
import { FREE_TEXT, UNKNOWN_TYPE, array, constrained, object, schemaField } from './type.js';

const MAX_DEPTH = 6;

/** Reads parameters written as a list: `[{ name: 'city', type: 'string', enum: ['Bonn'], required: false }]`. */
export function parameterListType(program: Program, list: Ref, depth = 0): ReadType {
  const { values, open } = followTokens(program, list, [{ kind: 'ArrayElement' }]);
  if (open || depth > MAX_DEPTH) return UNKNOWN_TYPE;
  const fields = values.map(({ ref }) => parameterField(program, ref, depth));
  const known = fields.filter((field) => field !== undefined);
  return known.length === fields.length ? object(known) : UNKNOWN_TYPE;
}

function parameterField(program: Program, value: Ref, depth: number): SchemaField | undefined {
  const parameter = program.object(value);
  if (parameter === undefined) return undefined;
  const name = textAt(program, parameter, 'name');
  if (name === undefined) return undefined;
  const required = program.property(parameter, 'required').values.at(-1);
  const optional = required !== undefined && program.literals(required)?.includes(false) === true;
  return schemaField(name, program.span(parameter), { ...parameterType(program, parameter, depth), optional });
}

function parameterType(program: Program, parameter: Ref, depth: number): ReadType {
  if (program.property(parameter, 'enum').values.length > 0) return constrained('string');
  const written = textAt(program, parameter, 'type') ?? 'string';
  const element = written.replace(/\[\]$/, '');
  const type = elementType(program, parameter, element, depth);
  return element === written ? type : array(type);
}

function elementType(program: Program, parameter: Ref, type: string, depth: number): ReadType {
  if (type === 'string') return FREE_TEXT;
  if (type === 'number' || type === 'boolean') return constrained(type);
  const attributes = program.property(parameter, 'attributes').values.at(-1);
  return attributes === undefined ? UNKNOWN_TYPE : parameterListType(program, attributes, depth + 1);
}

function textAt(program: Program, parameter: Ref, key: string): string | undefined {
  const value = program.property(parameter, key).values.at(-1);
  const literal = value === undefined ? undefined : program.literals(value)?.[0];
  return typeof literal === 'string' ? literal : undefined;
}
