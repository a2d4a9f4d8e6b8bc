import type { SchemaField } from '@leashlint/rules';
import type { Program, Ref } from '../../program/program.js';
import { argumentAt } from '../../program/origins.js';
import { calledMember } from '../catalogue/called-member.js';
import { formatType, patternType, regexType } from './text.js';
import type { ReadType } from './type.js';
import { FREE_TEXT, UNKNOWN_TYPE, array, constrained, object, open, schemaField, union } from './type.js';

const MAX_DEPTH = 20;

/** Reads an arktype: `type({ name: 'string', 'count?': 'number > 0' })`, or a name for one. */
export function arkType(program: Program, schema: Ref, depth = 0): ReadType {
  const [origin, ...others] = program.origins(schema);
  if (origin?.kind !== 'api' || others.length > 0 || origin.module !== 'arktype' || depth > MAX_DEPTH)
    return UNKNOWN_TYPE;
  const name = calledMember(origin.path);
  if (name === 'enumerated' || name === 'unit') return constrained('string');
  const definition = argumentAt(program, origin.at, 0);
  return name !== 'type' || definition === undefined ? UNKNOWN_TYPE : definitionType(program, definition, depth);
}

function definitionType(program: Program, definition: Ref, depth: number): ReadType {
  if (depth > MAX_DEPTH) return UNKNOWN_TYPE;
  const literals = program.literals(definition);
  if (literals !== undefined) {
    const texts = literals.map((literal) => (typeof literal === 'string' ? textType(literal) : UNKNOWN_TYPE));
    return texts.length === 1 ? (texts[0] ?? UNKNOWN_TYPE) : union(texts);
  }
  const regex = regexType(program, definition);
  if (regex !== undefined) return regex;
  const literal = program.object(definition);
  const value = literal === undefined ? undefined : program.value(literal);
  if (literal === undefined || value?.kind !== 'object') return arkType(program, definition, depth + 1);
  const file = program.fileOf(literal);
  const fields: SchemaField[] = [];
  for (const entry of value.entries) {
    if (!('key' in entry)) return UNKNOWN_TYPE;
    // `'+': 'reject'` says what becomes of other keys.
    if (entry.key === '+') continue;
    const type = definitionType(program, program.ref(file, entry.value), depth + 1);
    const optional = entry.key.endsWith('?');
    const name = optional ? entry.key.slice(0, -1) : entry.key;
    fields.push(
      schemaField(name, program.spanOfRange(file, entry.range), { ...type, optional: type.optional || optional }),
    );
  }
  return object(fields);
}

/** A definition in arktype's own language, as far as it decides about free text. */
function textType(text: string): ReadType {
  const [definition = ''] = text.trim().split(/\s*(?<![<>=!])=(?!=)\s*(?![^'"/]*['"/])/);
  const parts = alternatives(definition.replace(/\?$/, ''));
  return parts.length > 1 ? union(parts.map(singleType)) : singleType(parts[0] ?? '');
}

function singleType(text: string): ReadType {
  if (text.endsWith('[]')) return array(textType(text.slice(0, -2).replace(/^\((.*)\)$/, '$1')));
  if (/^(['"])[^'"]*\1$/.test(text) || /^-?\d+(?:\.\d+)?$/.test(text)) return constrained('string');
  const regex = /^\/(.+)\/$/.exec(text)?.[1];
  if (regex !== undefined) return patternType(regex);
  if (/^(?:true|false|boolean|null|undefined|never|Date)$/.test(text)) return constrained('boolean');
  if (/^(?:[\d.\s<>=-]*)?(?:number|bigint)(?:\.\w+)*(?:\s*[<>%].*)?$/.test(text)) return constrained('number');
  if (/^(?:unknown|any|object|unknown\.any)$/.test(text)) return open('any', text);
  const format = /^string\.([a-zA-Z0-9]+)/.exec(text)?.[1];
  if (format !== undefined) return formatType(format === 'uuid' ? 'uuid' : format);
  return /^(?:[\d\s<>=]*)?string(?:\s*[<>=].*)?$/.test(text) ? FREE_TEXT : UNKNOWN_TYPE;
}

/** The alternatives of a union outside of quotes, patterns and brackets. */
function alternatives(text: string): readonly string[] {
  const parts: string[] = [];
  let quote: string | undefined;
  let start = 0;
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? '';
    if (quote !== undefined) {
      if (character === quote && text[index - 1] !== '\\') quote = undefined;
    } else if (/['"/]/.test(character)) quote = character;
    else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    else if (character === '|' && depth === 0) {
      parts.push(text.slice(start, index).trim());
      start = index + 1;
    }
  }
  return [...parts, text.slice(start).trim()];
}
