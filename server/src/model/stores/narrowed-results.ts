import type { Value } from '../../facts.js';
import type { Program, ProgramFile, Ref } from '../../program/program.js';

/** Members of a result, and functions that get it, that leave all of it there. */
const KEEPING =
  /^(?:all|allRows|fetchall|fetch_all|toArray|to_list|tolist|exec|execute|lean|sort|orderBy|order_by|order|from|select|select_from|mappings|scalars|rows|data|docs|values|records|result|results|items|map|forEach|entries|then|catch|finally|json|to_dict|to_json|to_string|to_markdown|to_csv|iterrows|populate|stringify|dumps|log|info|debug|print|list|dict|str|tuple|repr|push|append|extend|join|concat|with|include|leftJoin|innerJoin|asc|desc|options|stream|iterate|cursor|execution_options|text|content|next|keys|close|commit|reset_index|copy|fillna|length|len|enumerate|isArray|Array|from_records|DataFrame|dict_factory|toJSON|toObject|columns|column_names|description|isEmpty|empty|error|fromEntries|astype|_asdict|_mapping|row_factory|text_factory|model_dump|jsonify|JSONResponse)$/;

/** Methods that run a statement that they get. */
const RUNNING = /^(?:execute|exec|scalars)$/;

/**
 * Whether something becomes of a result that may leave less of it: a method that nobody knows to keep everything, a function that
 * gets it, a test of its elements. Looks in the function of the call and in those inside of it.
 */
export function isNarrowed(program: Program, call: Ref): boolean {
  const file = program.fileOf(call);
  const start = call - program.ref(file, 0);
  const held = heldValues(file, start, cursorOf(program, call));
  const elements = elementsOf(file, held);
  for (const [id, value] of file.facts.values.entries()) {
    if (id === start) continue;
    if (value.kind === 'member' && held.has(value.object) && !keeps(file, value.key, value.object, start)) return true;
    if (value.kind === 'element' && held.has(value.object)) return true;
    if (value.kind === 'unknown' && value.inputs.some((input) => held.has(input)) && isSlice(file, value)) return true;
    if (value.kind === 'call' && takes(file, value, held)) return true;
  }
  return file.facts.conditions.some(
    (condition) => 'test' in condition && touches(file.facts.values, condition.test, elements, 6),
  );
}

/** In Python a cursor gives the rows of the statement that it has run. */
function cursorOf(program: Program, call: Ref): number | undefined {
  const { facts } = program.fileOf(call);
  const value = program.value(call);
  const callee = value.kind === 'call' ? facts.values[value.callee] : undefined;
  if (facts.language !== 'python' || callee?.kind !== 'member' || callee.key !== 'execute') return undefined;
  return facts.values[callee.object]?.fn === value.fn ? callee.object : undefined;
}

/** The result under every name and after every step that keeps all of it. */
function heldValues({ facts }: ProgramFile, start: number, cursor: number | undefined): ReadonlySet<number> {
  const held = new Set(cursor === undefined ? [start] : [start, cursor]);
  for (let size = 0; size !== held.size;) {
    size = held.size;
    for (const [id, value] of facts.values.entries()) {
      if (!held.has(id) && carries(facts.values, value, held)) held.add(id);
    }
  }
  return held;
}

function carries(values: readonly Value[], value: Value, held: ReadonlySet<number>): boolean {
  switch (value.kind) {
    case 'await':
      return held.has(value.value);
    case 'phi':
      return value.inputs.some((input) => held.has(input));
    case 'cell':
      return value.writes.some((write) => held.has(write));
    case 'member':
      return held.has(value.object) && KEEPING.test(value.key) && value.key !== 'length';
    case 'call': {
      const callee = values[value.callee];
      if (callee?.kind !== 'member' || !KEEPING.test(callee.key)) return false;
      return (
        held.has(callee.object) || (RUNNING.test(callee.key) && value.arguments.some((one) => held.has(one.value)))
      );
    }
    default:
      return false;
  }
}

/** `rows[:20]` */
function isSlice({ facts, text }: ProgramFile, { range }: Value): boolean {
  return facts.language === 'python' && /\[[^\][]*:[^\][]*\]$/.test(text.slice(...range));
}

/** The first of a pair is the rows where a driver gives rows and columns. */
function keeps({ facts, text }: ProgramFile, key: string, object: number, start: number): boolean {
  if (KEEPING.test(key)) return true;
  if (key !== '0') return false;
  const holder = facts.values[object];
  const direct = object === start || (holder?.kind === 'await' && holder.value === start);
  return direct && /mysql/.test(text);
}

/** A function that is none of those that keep everything gets the result. */
function takes({ facts, text }: ProgramFile, call: Value, held: ReadonlySet<number>): boolean {
  if (call.kind !== 'call' || !call.arguments.some((argument) => held.has(argument.value))) return false;
  const callee = facts.values[call.callee];
  const name = callee?.kind === 'member' ? callee.key : text.slice(...call.calleeRange).replace(/^.*\W/s, '');
  return !KEEPING.test(name);
}

/** Variables of loops over the result, and what callbacks of its methods get. */
function elementsOf({ facts }: ProgramFile, held: ReadonlySet<number>): ReadonlySet<number> {
  const elements = new Set<number>();
  for (const [id, value] of facts.values.entries()) {
    if (value.kind === 'iteration' && held.has(value.of)) elements.add(id);
    if (value.kind !== 'call') continue;
    const callee = facts.values[value.callee];
    if (callee?.kind !== 'member' || !held.has(callee.object)) continue;
    for (const argument of value.arguments) {
      const callback = facts.values[argument.value];
      const parameter = callback?.kind === 'function' ? facts.functions[callback.function]?.parameters[0] : undefined;
      if (parameter !== undefined) elements.add(parameter.value);
    }
  }
  return elements;
}

function touches(values: readonly Value[], id: number, targets: ReadonlySet<number>, depth: number): boolean {
  if (targets.has(id)) return true;
  const value = values[id];
  if (value === undefined || depth === 0) return false;
  return inputsOf(value).some((input) => touches(values, input, targets, depth - 1));
}

function inputsOf(value: Value): readonly number[] {
  switch (value.kind) {
    case 'member':
      return [value.object];
    case 'element':
      return [value.object, value.key];
    case 'operation':
    case 'unknown':
    case 'phi':
      return value.inputs;
    case 'call':
      return [value.callee, ...value.arguments.map((argument) => argument.value)];
    default:
      return [];
  }
}
