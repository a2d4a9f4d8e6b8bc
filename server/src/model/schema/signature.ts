import type { SchemaField, ToolSchema } from '@leashlint/rules';
import type { ClassFacts, ParameterFacts, TypeFacts, ValueId } from '../../facts.js';
import type { FunctionRef, Program, ProgramFile, Ref } from '../../program/program.js';
import { baseOrigins } from '../catalogue/base-classes.js';
import { fieldPattern } from './field-pattern.js';
import { patternType } from './text.js';

const MAX_DEPTH = 4;

/** The schema that a framework makes of a function's parameters and their types. */
export function signatureSchema(program: Program, fn: FunctionRef, parameters: readonly ParameterFacts[]): ToolSchema {
  const file = program.fileOfFunction(fn);
  const facts = program.function(fn);
  const span = program.spanOfRange(file, facts.nameRange ?? facts.range);
  const dialect = 'other';
  const open = parameters.find((parameter) => parameter.rest);
  const fields = parameters
    .filter((parameter) => !parameter.rest)
    .map((parameter) => {
      const at = program.span(program.ref(file, parameter.value));
      return field(program, file, parameter.name ?? '', at, parameter.type, parameter.default, 0);
    });
  if (open !== undefined) return { state: 'open', span, dialect, fields, reason: `**${open.name ?? 'kwargs'}` };
  return { state: 'fields', span, dialect, fields };
}

/** The schema that a model class of the project is: `args_schema=SearchInput`; undefined for other values. */
export function classSchema(program: Program, value: Ref): ToolSchema | undefined {
  const [origin] = program.origins(value);
  const home = origin && program.fileOf(origin.at);
  const held = origin?.kind === 'value' ? program.value(origin.at) : undefined;
  const facts = held?.kind === 'class' ? home?.facts.classes[held.class] : undefined;
  if (home === undefined || facts === undefined) return undefined;
  const span = program.spanOfRange(home, facts.range);
  return { state: 'fields', span, dialect: 'other', fields: declaredFields(program, home, facts, 0) ?? [] };
}

function field(
  program: Program,
  file: ProgramFile,
  name: string,
  span: SchemaField['span'],
  type: TypeFacts | undefined,
  given: ValueId | undefined,
  depth: number,
): SchemaField {
  const base = { name, span, optional: given !== undefined };
  if (type?.literals !== undefined) return { ...base, type: 'string', constrained: true };
  const pattern = type?.primitive === 'string' ? fieldPattern(program, file, type, given) : undefined;
  if (pattern !== undefined) return { ...base, ...patternType(pattern) };
  if (type?.primitive !== undefined) {
    return { ...base, type: type.primitive, constrained: type.primitive !== 'string' };
  }
  if (isClosed(program, file, type)) return { ...base, type: 'string', constrained: true };
  const inner = depth > MAX_DEPTH ? undefined : fieldsOf(program, file, type, depth);
  if (inner !== undefined) {
    return { ...base, type: 'object', constrained: inner.every((each) => each.constrained), fields: inner };
  }
  const kind = kindOf(file, type);
  const [item] = kind === 'array' ? (type?.arguments ?? []) : [];
  if (item === undefined || depth > MAX_DEPTH) return { ...base, type: kind, constrained: false };
  const each = field(program, file, name, span, item, undefined, depth + 1);
  return { ...base, type: kind, constrained: each.constrained, ...(each.fields && { fields: each.fields }) };
}

/** Types whose values are no free text: enumerations, dates and other numbers. */
const CLOSED_TYPES =
  /^python:(?:uuid Member\[UUID|datetime Member\[(?:date|datetime|time|timedelta)|decimal Member\[Decimal|ipaddress Member\[\w+|enum Member\[\w+)\]$/;

function isClosed(program: Program, file: ProgramFile, type: TypeFacts | undefined): boolean {
  if (type?.reference === undefined) return false;
  const members = type.reference.members.map((member) => `Member[${member}]`);
  return program.origins(program.ref(file, type.reference.value)).some((origin) => {
    if (origin.kind === 'api') return CLOSED_TYPES.test(`${origin.module} ${[...origin.path, ...members].join('.')}`);
    const value = origin.kind === 'value' ? program.value(origin.at) : undefined;
    const home = program.fileOf(origin.at);
    const facts = value?.kind === 'class' ? home.facts.classes[value.class] : undefined;
    return (
      facts !== undefined &&
      baseOrigins(program, home, facts).some((base) => base.kind === 'api' && base.module === 'python:enum')
    );
  });
}

function kindOf(file: ProgramFile, type: TypeFacts | undefined): SchemaField['type'] {
  const head = type?.reference === undefined ? undefined : file.facts.values[type.reference.value];
  const name = head?.kind === 'global' || head?.kind === 'import' ? head.name : undefined;
  if (name !== undefined && /^(?:list|set|tuple|frozenset|List|Set|Tuple|Sequence|Iterable)$/.test(name))
    return 'array';
  if (name !== undefined && /^(?:dict|Dict|Mapping)$/.test(name)) return 'object';
  return type === undefined ? 'any' : 'unknown';
}

/** Fields of a model, dataclass or typed dictionary of the project. */
function fieldsOf(
  program: Program,
  file: ProgramFile,
  type: TypeFacts | undefined,
  depth: number,
): readonly SchemaField[] | undefined {
  if (type?.reference === undefined || type.reference.members.length > 0) return undefined;
  const [origin] = program.origins(program.ref(file, type.reference.value));
  const value = origin?.kind === 'value' ? program.value(origin.at) : undefined;
  if (origin === undefined || value?.kind !== 'class') return undefined;
  const home = program.fileOf(origin.at);
  const facts = home.facts.classes[value.class];
  return facts && declaredFields(program, home, facts, depth);
}

function declaredFields(
  program: Program,
  home: ProgramFile,
  facts: ClassFacts,
  depth: number,
): readonly SchemaField[] | undefined {
  const declared = facts.fields.filter((each) => each.type !== undefined);
  if (declared.length === 0) return undefined;
  const span = program.spanOfRange(home, facts.range);
  return declared.map((each) => field(program, home, each.name, span, each.type, each.value, depth + 1));
}
