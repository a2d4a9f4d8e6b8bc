import type { Value } from '../../facts.js';
import type { Origin, Program, ProgramFile, Ref } from '../../program/program.js';

const SHORTENING = /^(?:substring|substr|truncate|trimMessages|trim_messages|shorten|take|encode_and_truncate)$/;
const PARSING =
  /^(?:parse|parseAsync|safeParse|safeParseAsync|validate|validateSync|parse_obj|model_validate|assert|load|loads)$/;
/** How schemas say how long a text or list may be. */
const SCHEMA_LIMIT =
  /\b(?:max|length|maxLength|maxItems|maxSize|max_length|max_items|max_digits|Length|MaxLen)\s*[(=:]/;

/**
 * Whether the code bounds how long a value is on its way: cuts it, compares its length, or checks it against a schema with a
 * maximum. `values` are the places of the way. A comparison of a length in a function on the way counts whatever it compares.
 */
export function isBounded(program: Program, values: readonly Ref[]): boolean {
  return (
    values.some((ref) => cuts(program, ref) || isChecked(program, ref)) ||
    [...new Set(values.map((ref) => program.functionOf(ref)))].some((fn) => {
      const file = program.fileOfFunction(fn);
      const id = fn - program.functionRef(file, 0);
      return file.facts.values.some((value) => value.fn === id && comparesLength(file, value));
    })
  );
}

function cuts(program: Program, ref: Ref): boolean {
  const value = program.value(ref);
  const { facts, text } = program.fileOf(ref);
  // `text[:4000]`
  if (value.kind === 'unknown')
    return facts.language === 'python' && /\[[^\][]*:[^\][]*\]$/.test(text.slice(...value.range));
  if (value.kind !== 'call') return false;
  const callee = facts.values[value.callee];
  const name = callee?.kind === 'member' ? callee.key : text.slice(...value.calleeRange);
  if (SHORTENING.test(name)) return true;
  const [start, end] = value.arguments;
  return name === 'slice' && (end !== undefined || (start !== undefined && text.slice(...start.range).startsWith('-')));
}

/** A schema with a maximum has accepted the value, or declares the parameter that it comes in. */
function isChecked(program: Program, ref: Ref): boolean {
  const value = program.value(ref);
  const file = program.fileOf(ref);
  if (value.kind === 'call') {
    const callee = file.facts.values[value.callee];
    if (callee?.kind !== 'member' || !PARSING.test(callee.key)) return false;
    return program.origins(program.ref(file, callee.object)).some((origin) => isLimiting(program, origin));
  }
  if (value.kind !== 'parameter') return false;
  const parameter = file.facts.functions[value.function]?.parameters[value.index];
  const type = parameter?.type?.reference;
  const declared = [
    ...(parameter?.type?.metadata ?? []),
    ...(parameter?.default === undefined ? [] : [parameter.default]),
  ];
  if (declared.some((id) => SCHEMA_LIMIT.test(file.text.slice(...(file.facts.values[id]?.range ?? [0, 0])))))
    return true;
  return (
    type !== undefined && program.origins(program.ref(file, type.value)).some((origin) => isLimiting(program, origin))
  );
}

/** The text of a schema, or of the class that is one. */
function isLimiting(program: Program, origin: Origin): boolean {
  const value = program.value(origin.at);
  const file = program.fileOf(origin.at);
  const range = value.kind === 'class' ? file.facts.classes[value.class]?.range : value.range;
  return range !== undefined && SCHEMA_LIMIT.test(file.text.slice(...range));
}

function comparesLength({ facts, text }: ProgramFile, value: Value): boolean {
  if (value.kind !== 'operation' || !/^[<>]=?$/.test(value.operator)) return false;
  return value.inputs.some((input) => {
    const side = facts.values[input];
    if (side?.kind === 'member') return /^(?:length|size|byteLength|content_length)$/.test(side.key);
    return (
      side?.kind === 'call' &&
      /(?:^|\.)(?:len|byteLength|encode|countTokens|count_tokens|num_tokens)$/.test(text.slice(...side.calleeRange))
    );
  });
}
