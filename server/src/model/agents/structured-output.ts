import type { EffectKind } from '@leashlint/rules';
import { askedIn, type Value } from '../../facts.js';
import type { Origin, Program, ProgramFile, Ref } from '../../program/program.js';
import type { Solver } from '../../taint/solver.js';
import { baseOrigins } from '../catalogue/base-classes.js';
import type { CatalogueIndex } from '../catalogue/catalogue-index.js';
import type { Sink } from '../flow/sinks.js';
import { calledOrigins } from '../flow/sinks.js';
import { calleeName } from '../catalogue/sites.js';

/** Effects that act on what they are given rather than show it. */
const ACTS: ReadonlySet<EffectKind> = new Set(['db-write', 'pay', 'identity', 'deploy', 'fs-delete']);

/**
 * Arguments of calls with consequences, where a model's answer is parsed at all: following all of them would cost more than
 * it tells.
 */
export function recordSinks(
  program: Program,
  index: CatalogueIndex,
  solver: Solver,
  roots: ReadonlySet<ProgramFile> | undefined,
): readonly Sink[] {
  const sinks = program.files().flatMap((file) =>
    file.facts.values.flatMap((value, id): readonly Sink[] => {
      if (value.kind !== 'call' || value.arguments.length === 0) return [];
      const call = program.ref(file, id);
      // Functions of the project are no rows of the catalogue: their files need not be loaded to see that.
      if (program.isFunctionElsewhere(program.ref(file, value.callee))) return [];
      const effects = index.match('effects', file, calledOrigins(program, call)).map(({ row }) => row.effect);
      const effect = effects.find((kind) => ACTS.has(kind));
      if (effect === undefined) return [];
      return value.arguments.map((argument, at) => ({
        kind: 'record',
        value: program.ref(file, argument.value),
        condition: value.condition,
        span: program.spanOfRange(file, argument.range),
        label: calleeName(program, call),
        call,
        argument: at,
        effect,
      }));
    }),
  );
  if (sinks.length === 0) return [];
  const files = program.files().filter((file) => roots?.has(file) !== false);
  return files.some((file) => parsesOutput(program, solver, file)) ? sinks : [];
}

function parsesOutput(program: Program, solver: Solver, file: ProgramFile): boolean {
  return file.facts.values.some((value, id) => {
    const [argument] = value.kind === 'call' ? value.arguments : [];
    if (value.kind !== 'call' || argument === undefined || !isParse(program, program.ref(file, id))) return false;
    const text = program.ref(file, argument.value);
    const query = { value: text, sink: 'record', condition: value.condition, reach: 'loaded' } as const;
    return solver.answers(query).some(({ source }) => source.kind === 'model-output');
  });
}

/** Python: functions that make data of a text. */
const PARSERS = new Set([
  'python:json Member[loads]',
  'python:json Member[JSONDecoder].ReturnValue.Member[decode]',
  'python:orjson Member[loads]',
  'python:ujson Member[loads]',
  'python:json5 Member[loads]',
  'python:json_repair Member[loads]',
  'python:json_repair Member[repair_json]',
  'python:yaml Member[safe_load]',
  'python:ast Member[literal_eval]',
]);

/** `JSON.parse(text)`, `json.loads(text)`. */
function isParse(program: Program, ref: Ref): boolean {
  const value = program.value(ref);
  if (value.kind !== 'call') return false;
  const file = program.fileOf(ref);
  const called = program.ref(file, value.callee);
  if (file.facts.language === 'python') {
    return program
      .origins(called)
      .some((origin) => origin.kind === 'api' && PARSERS.has(`${origin.module} ${origin.path.join('.')}`));
  }
  const callee = program.value(called);
  if (callee.kind !== 'member' || callee.key !== 'parse') return false;
  const object = program.value(program.ref(file, callee.object));
  return (
    (object.kind === 'global' && object.name === 'JSON') || (object.kind === 'import' && object.module === 'json5')
  );
}

const VALIDATES =
  /^(?:parse|safeParse|parseAsync|safeParseAsync|validate|validateSync|validateAsync|assert|cast|decode|create|mask|check|coerce|transform)$|valid|schema|parse[A-Z]|sanitize|normalize|guard/i;

/**
 * The call that makes data of a model's text on the way to its use, when nothing checks the data: no schema, and no test of
 * the data or a part of it. `values` lead from the text to the use.
 */
export function uncheckedParse(program: Program, values: readonly Ref[]): Ref | undefined {
  const at = values.findIndex((ref) => isParse(program, ref));
  const parse = values[at];
  if (parse === undefined) return undefined;
  const after = values.slice(at + 1);
  if (after.some((ref) => validates(program, ref))) return undefined;
  return isTested(program, [parse, ...after]) ? undefined : parse;
}

function validates(program: Program, ref: Ref): boolean {
  const value = program.value(ref);
  if (value.kind !== 'call') return false;
  const callee = program.value(program.ref(program.fileOf(ref), value.callee));
  const name =
    callee.kind === 'member' ? callee.key : callee.kind === 'import' || callee.kind === 'global' ? callee.name : '';
  // An instance of a model, whose fields are checked when it is made.
  const classes = program.origins(program.ref(program.fileOf(ref), value.callee));
  if (program.fileOf(ref).facts.language === 'python' && classes.some((origin) => isModel(program, origin)))
    return true;
  const names = [name, ...program.callees(ref).map((fn) => program.function(fn).name ?? '')];
  return names.some((each) => VALIDATES.test(each));
}

/** A class of Python that is made of another package's: pydantic's models and the like. */
function isModel(program: Program, origin: Origin): boolean {
  const value = origin.kind === 'value' ? program.value(origin.at) : undefined;
  const file = program.fileOf(origin.at);
  const facts = value?.kind === 'class' ? file.facts.classes[value.class] : undefined;
  return facts !== undefined && baseOrigins(program, file, facts).some(({ kind }) => kind === 'api');
}

/** How far into a test the data is looked for. */
const MAX_DEPTH = 6;

/** Whether some test in the files on the way looks at one of the values or a part of it. */
function isTested(program: Program, values: readonly Ref[]): boolean {
  const looked = new Set(values);
  const files = new Set(values.map((ref) => program.fileOf(ref)));
  return [...files].some((file) =>
    file.facts.conditions.some((condition) => {
      const test = askedIn(condition);
      return test !== undefined && mentions(program, program.ref(file, test), looked, 0);
    }),
  );
}

function mentions(program: Program, ref: Ref, looked: ReadonlySet<Ref>, depth: number): boolean {
  const value = program.value(ref);
  // The parser itself having returned says nothing.
  if (depth > MAX_DEPTH || (depth === 0 && isParse(program, ref))) return false;
  if (depth > 0 && looked.has(ref)) return true;
  const file = program.fileOf(ref);
  return inputsOf(value).some((input) => mentions(program, program.ref(file, input), looked, depth + 1));
}

function inputsOf(value: Value): readonly number[] {
  switch (value.kind) {
    case 'member':
      return [value.object];
    case 'element':
      return [value.object, value.key];
    case 'await':
      return [value.value];
    case 'call':
      return [value.callee, ...value.arguments.map((argument) => argument.value)];
    case 'operation':
    case 'phi':
      return value.inputs;
    case 'iteration':
      return [value.of];
    default:
      return [];
  }
}
