import type { Evidence, Span } from '@leashlint/rules';
import { askedIn, type ValueId } from '../../facts.js';
import type { Origin, Program, ProgramFile, Ref } from '../../program/program.js';

/** Every variable of the process is in the value; `entry` is the entry of an object literal that brings them. */
export interface WholeEnvironment {
  readonly evidence: Evidence;
  readonly entry: { readonly object: Ref; readonly range: Span } | undefined;
}

const ENVIRONMENTS = new Set([
  'global Member[process].Member[env]',
  'process Member[env]',
  'process Member[default].Member[env]',
  'global Member[Bun].Member[env]',
  'bun Member[env]',
  'global Member[Deno].Member[env].Member[toObject].ReturnValue',
  'python:os Member[environ]',
  'python:os Member[environ].Member[copy].ReturnValue',
  'python:os Member[environb]',
]);

/** Calls whose result has every property of their arguments. */
const COPIES = new Set([
  'global Member[Object].Member[assign]',
  'global Member[structuredClone]',
  'python:builtins Member[dict]',
  'python:copy Member[copy]',
  'python:copy Member[deepcopy]',
]);

const FROM_ENTRIES = 'global Member[Object].Member[fromEntries]';
const ENTRIES = 'global Member[Object].Member[entries]';

/**
 * Whether a value is the environment of the process or a copy of all of it: spread into an object, assigned, written entry
 * by entry. Picked variables, and copies that look at a variable's name, are not.
 */
export function wholeEnvironment(program: Program, ref: Ref): WholeEnvironment | undefined {
  return search(program, ref, new Set());
}

function search(program: Program, ref: Ref, seen: Set<Ref>): WholeEnvironment | undefined {
  if (seen.has(ref)) return undefined;
  seen.add(ref);
  // The result of `Object.assign` resolves to its first argument alone.
  const copied = copy(program, ref, seen) ?? merged(program, ref, seen);
  if (copied !== undefined) return copied;
  const found = program.origins(ref).map((origin) => ofOrigin(program, origin, seen));
  const hit = found.find((each) => each !== undefined);
  if (hit === undefined) return undefined;
  const always = found.every((each) => each?.evidence === 'proven');
  return { evidence: always ? 'proven' : 'likely', entry: found.length === 1 ? hit.entry : undefined };
}

function ofOrigin(program: Program, origin: Origin, seen: Set<Ref>): WholeEnvironment | undefined {
  if (origin.kind === 'unknown' || origin.kind === 'module') return undefined;
  if (origin.kind === 'api' && ENVIRONMENTS.has(pathOf(origin))) return { evidence: 'proven', entry: undefined };
  if (calls(program, origin.at, FROM_ENTRIES)) return ofEntries(program, argumentsOf(program, origin.at)[0], seen);
  if (origin.kind === 'api') return copy(program, origin.at, seen);
  return spread(program, origin.at, seen) ?? stored(program, origin.at, seen);
}

function copy(program: Program, ref: Ref, seen: Set<Ref>): WholeEnvironment | undefined {
  if (!calls(program, ref, ...COPIES)) return undefined;
  for (const input of argumentsOf(program, ref)) {
    const whole = search(program, input, seen);
    if (whole !== undefined) return { evidence: whole.evidence, entry: undefined };
  }
  return undefined;
}

/** `os.environ | {'TOKEN': token}`. */
function merged(program: Program, ref: Ref, seen: Set<Ref>): WholeEnvironment | undefined {
  const value = program.value(ref);
  if (value.kind !== 'operation' || value.operator !== '|') return undefined;
  for (const input of value.inputs) {
    const whole = search(program, program.ref(program.fileOf(ref), input), seen);
    if (whole !== undefined) return { evidence: whole.evidence, entry: undefined };
  }
  return undefined;
}

/** Whether a value is the result of one of these functions. */
function calls(program: Program, ref: Ref, ...functions: readonly string[]): boolean {
  const value = program.value(ref);
  if (value.kind !== 'call') return false;
  const callees = program.origins(program.ref(program.fileOf(ref), value.callee));
  return callees.some((origin) => origin.kind === 'api' && functions.includes(pathOf(origin)));
}

function pathOf(origin: Origin & { readonly kind: 'api' }): string {
  const module = origin.module.replace(/^node:/, '');
  return `${module} ${origin.path.filter((token) => token !== 'Awaited').join('.')}`;
}

function argumentsOf(program: Program, call: Ref): readonly Ref[] {
  const value = program.value(call);
  if (value.kind !== 'call') return [];
  return value.arguments.map((argument) => program.ref(program.fileOf(call), argument.value));
}

/** `{ ...process.env, TOKEN }`. */
function spread(program: Program, object: Ref, seen: Set<Ref>): WholeEnvironment | undefined {
  const value = program.value(object);
  if (value.kind !== 'object') return undefined;
  const file = program.fileOf(object);
  for (const entry of value.entries) {
    if (!('spread' in entry)) continue;
    const whole = search(program, program.ref(file, entry.spread), seen);
    if (whole !== undefined) {
      return { evidence: whole.evidence, entry: { object, range: program.spanOfRange(file, entry.range) } };
    }
  }
  return undefined;
}

/** `Object.fromEntries(Object.entries(process.env))`, with a filter in between that does not look at names. */
function ofEntries(program: Program, entries: Ref | undefined, seen: Set<Ref>): WholeEnvironment | undefined {
  for (const { at } of entries === undefined ? [] : program.origins(entries)) {
    const value = program.value(at);
    const [first] = argumentsOf(program, at);
    if (value.kind !== 'call' || first === undefined) continue;
    if (calls(program, at, ENTRIES)) return search(program, first, seen);
    const callee = program.value(program.ref(program.fileOf(at), value.callee));
    if (callee.kind !== 'member' || (callee.key !== 'filter' && callee.key !== 'map')) continue;
    const keepsAll = callee.key === 'map' ? makesSameEntry : ignoresName;
    if (!program.functions(first).every((fn) => keepsAll(program, fn))) continue;
    return ofEntries(program, program.ref(program.fileOf(at), callee.object), seen);
  }
  return undefined;
}

const ignoresName = (program: Program, fn: number): boolean => !readsName(program, fn);

/** `([name, value]) => [name, value as string]` */
function makesSameEntry(program: Program, fn: number): boolean {
  const { parameters, returns } = program.function(fn);
  const { values } = program.fileOfFunction(fn).facts;
  const [entry] = parameters;
  return (
    entry !== undefined &&
    returns.length > 0 &&
    returns.every(({ value }) => {
      const made = values[value];
      if (made?.kind !== 'array' || made.items.length !== 2) return false;
      return made.items.every((item, at) => {
        const half = 'value' in item ? values[item.value] : undefined;
        return half?.kind === 'member' && half.object === entry.value && half.key === String(at);
      });
    })
  );
}

/** Whether a callback over entries reads the first half of its entry. */
function readsName(program: Program, fn: number): boolean {
  const [entry] = program.function(fn).parameters;
  if (entry === undefined) return false;
  return program.fileOfFunction(fn).facts.values.some((value) => {
    if (value.kind === 'member') return value.object === entry.value && value.key === '0' && isUsed(program, fn, value);
    return value.kind === 'call' && value.arguments.some((argument) => argument.value === entry.value);
  });
}

/** Destructuring makes the value of a name that nothing reads. */
function isUsed(program: Program, fn: number, name: ProgramFile['facts']['values'][number]): boolean {
  const { values, conditions } = program.fileOfFunction(fn).facts;
  const id = values.indexOf(name);
  const returned = program.function(fn).returns.some((exit) => exit.value === id);
  const tested = conditions.some((condition) => 'test' in condition && condition.test === id);
  return returned || tested || values.some((value) => inputsOf(value).includes(id));
}

/** `for (const [name, value] of Object.entries(process.env)) copy[name] = value`, unless a condition looks at the name. */
function stored(program: Program, object: Ref, seen: Set<Ref>): WholeEnvironment | undefined {
  const file = program.fileOf(object);
  for (const store of program.stores(object)) {
    if (typeof store.key === 'string') continue;
    const key = file.facts.values[store.key];
    const value = file.facts.values[store.value];
    if (key?.kind !== 'member' || value?.kind !== 'member' || key.object !== value.object) continue;
    const entry = file.facts.values[key.object];
    if (entry?.kind !== 'iteration' || dependsOn(file, store.condition, store.key)) continue;
    const whole = ofEntries(program, program.ref(file, entry.of), seen);
    if (whole !== undefined) return { evidence: whole.evidence, entry: undefined };
  }
  return undefined;
}

/** Whether one of the tests that hold at a place is made of a value. */
function dependsOn(file: ProgramFile, condition: number, value: ValueId): boolean {
  for (let current = file.facts.conditions[condition]; current !== undefined;) {
    const asked = askedIn(current);
    if (asked !== undefined && reaches(file, asked, value, new Set())) return true;
    current = file.facts.conditions[current.parent];
  }
  return false;
}

function reaches(file: ProgramFile, from: ValueId, target: ValueId, seen: Set<ValueId>): boolean {
  if (from === target) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  const value = file.facts.values[from];
  return value !== undefined && inputsOf(value).some((input) => reaches(file, input, target, seen));
}

function inputsOf(value: ProgramFile['facts']['values'][number]): readonly ValueId[] {
  switch (value.kind) {
    case 'call':
      return [value.callee, ...value.arguments.map((argument) => argument.value)];
    case 'operation':
    case 'phi':
    case 'unknown':
      return value.inputs;
    case 'member':
      return [value.object];
    case 'element':
      return [value.object, value.key];
    case 'template':
      return value.parts.filter((part) => typeof part !== 'string');
    default:
      return [];
  }
}
