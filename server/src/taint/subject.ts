import type { Program, ProgramFile, Ref } from '../program/program.js';
import { argumentAt, literalKey } from '../program/origins.js';
import { FIRST_WORD, splitText } from './first-word.js';
import { createRefTable, type RefTable } from '../program/ref-table.js';
import type { Placement } from './placement.js';
import { representative, sameValue } from './same-value.js';

/** The value that a guard must be about: `keys` of `ref`. */
export interface Subject {
  readonly ref: Ref;
  readonly keys: readonly string[];
  /** Where the value goes afterwards. */
  readonly placement?: Placement;
}

export function subjectKey({ ref, keys, placement }: Subject): string {
  return `${String(ref)}.${keys.join('.')}@${placement ?? ''}`;
}

/** How a tested value depends on the subject. */
export interface Relation {
  /** `same`: the subject itself, perhaps trimmed; `derived`: computed from it, by the operations named in `through`. */
  readonly kind: 'same' | 'derived';
  readonly through: readonly string[];
}

const MAX_DEPTH = 10;
/** Functions in functions are looked into three deep. */
const CALL_DEPTH = 4;

/** Steps that put a value into a larger one. */
const COMPLETING: ReadonlySet<string> = new Set(['join', 'resolve', 'normalize', 'template']);

/** Calls that keep what a test says: testing `x.trim()` tests `x`. */
const TRANSPARENT_METHODS: ReadonlySet<string> = new Set([
  'trim',
  'trimStart',
  'trimEnd',
  'strip',
  'lstrip',
  'rstrip',
  'lower',
  'upper',
  'toString',
  'toLowerCase',
  'toUpperCase',
  'normalize',
  'valueOf',
]);

/** How a tested value depends on a subject; undefined if it does not, as far as can be seen. */
export function relationTo(program: Program, tested: Ref, subject: Subject): Relation | undefined {
  const { roots, relations } = testedValue(program, tested);
  if (!roots.has(representative(program, subject.ref))) return undefined;
  const key = `${String(subject.ref)}.${subject.keys.join('.')}`;
  let relation = relations.get(key);
  if (relation === undefined) {
    relation = relate(program, tested, (at) => isSubject(program, at, subject), 0, new Set()) ?? 'none';
    relations.set(key, relation);
  }
  return relation === 'none' ? undefined : relation;
}

/** What is known about a value that tests are about. */
interface Tested {
  /**
   * Representatives of all values that it may be computed from, as `relate` sees it: nothing else can be its subject. The
   * same values are tested for many subjects, and most have nothing to do with most.
   */
  readonly roots: ReadonlySet<Ref>;
  readonly relations: Map<string, Relation | 'none'>;
}

/** What is known of functions that are called may grow with each file that is read. */
const testedIn = new WeakMap<Program, { readonly revision: number; readonly table: RefTable<Tested> }>();

function testedValue(program: Program, ref: Ref): Tested {
  const revision = program.revision();
  let known = testedIn.get(program);
  if (known?.revision !== revision) testedIn.set(program, (known = { revision, table: createRefTable<Tested>() }));
  const { table } = known;
  let tested = table.get(ref);
  if (tested === undefined) {
    const roots = new Set<Ref>();
    const collect = (holder: Ref): false => {
      roots.add(representative(program, holder));
      return false;
    };
    relate(program, ref, (at) => holdersOf(program, at, collect), 0, new Set());
    table.set(ref, (tested = { roots, relations: new Map() }));
  }
  return tested;
}

/** `seen` values are no part of the subject: in a long function the same ones come up on exponentially many ways. */
function relate(
  program: Program,
  tested: Ref,
  isAsked: (at: Ref) => boolean,
  depth: number,
  seen: Set<Ref>,
): Relation | undefined {
  if (seen.has(tested)) return undefined;
  seen.add(tested);
  if (isAsked(tested)) return { kind: 'same', through: [] };
  if (depth > MAX_DEPTH) return undefined;
  const value = program.value(tested);
  const file = program.fileOf(tested);
  const inner = (id: number): Relation | undefined => relate(program, program.ref(file, id), isAsked, depth + 1, seen);
  switch (value.kind) {
    case 'await':
      return inner(value.value);
    case 'member': {
      const relation = inner(value.object);
      return relation === undefined ? undefined : { kind: 'derived', through: [...relation.through, value.key] };
    }
    case 'element':
      return through(inner(value.object), '[]');
    case 'operation': {
      // `root / name` of `pathlib`.
      if (value.operator !== '/') return undefined;
      for (const input of value.inputs) {
        const relation = inner(input);
        if (relation !== undefined) return through(relation, 'join');
      }
      return undefined;
    }
    case 'iteration':
      return through(inner(value.of), '[]');
    case 'phi':
    case 'cell':
      for (const input of uncutFirst(program, file, value.kind === 'phi' ? value.inputs : value.writes)) {
        const relation = inner(input);
        if (relation !== undefined) return relation;
      }
      return undefined;
    case 'template':
      for (const part of value.parts) {
        const relation = typeof part === 'string' ? undefined : inner(part);
        if (relation !== undefined) return { kind: 'derived', through: [...relation.through, 'template'] };
      }
      return undefined;
    case 'call': {
      const callee = program.value(program.ref(file, value.callee));
      if (callee.kind === 'member') {
        const relation = inner(callee.object);
        if (relation !== undefined)
          return TRANSPARENT_METHODS.has(callee.key) ? relation : through(relation, callee.key);
      }
      const name =
        callee.kind === 'member'
          ? callee.key
          : callee.kind === 'global' || callee.kind === 'import'
            ? callee.name
            : 'call';
      for (const [index, argument] of value.arguments.entries()) {
        const relation = inner(argument.value);
        if (relation === undefined) continue;
        const made = madeBy(program, tested, index, depth);
        if (made === undefined) return through(relation, name);
        return made.kind === 'same' ? relation : { kind: 'derived', through: [...relation.through, ...made.through] };
      }
      return undefined;
    }
    default:
      return undefined;
  }
}

/**
 * What the one function of the project that a call runs makes of an argument. Where it may give the argument as it is,
 * it only completes it (`~` → home folder), if its other results hold the argument in a larger text and no part of it.
 */
function madeBy(program: Program, call: Ref, index: number, depth: number): Relation | undefined {
  const [callee, ...others] = program.callees(call);
  if (callee === undefined || others.length > 0) return undefined;
  const { parameters, returns } = program.function(callee);
  const parameter = parameters[index];
  if (parameter === undefined || parameter.rest) return undefined;
  const file = program.fileOfFunction(callee);
  const subject: Subject = { ref: program.ref(file, parameter.value), keys: [] };
  const isParameter = (at: Ref): boolean => isSubject(program, at, subject);
  const made = returns.flatMap(({ value }) => {
    const relation =
      value < 0 ? undefined : relate(program, program.ref(file, value), isParameter, depth + CALL_DEPTH, new Set());
    return relation === undefined ? [] : [relation];
  });
  const [longest] = made.toSorted((a, b) => b.through.length - a.through.length);
  const unchanged = made.find(({ kind }) => kind === 'same');
  const completed = made.every(({ kind, through }) => kind === 'same' || COMPLETING.has(through.at(-1) ?? ''));
  return unchanged !== undefined && completed ? unchanged : longest;
}

/** `if (x.endsWith('/')) x = x.slice(0, -1)`: a test of either is a test of the whole. */
function uncutFirst(program: Program, file: ProgramFile, ids: readonly number[]): readonly number[] {
  const isCut = (id: number): boolean => {
    const at = program.ref(file, id);
    const value = program.value(at);
    const callee = value.kind === 'call' ? program.value(program.ref(file, value.callee)) : undefined;
    if (value.kind !== 'call' || callee?.kind !== 'member' || callee.key !== 'slice') return false;
    const [from, to] = value.arguments.map((argument) => program.literals(program.ref(file, argument.value)));
    return from?.every((literal) => literal === 0) === true && to?.every((literal) => literal === -1) === true;
  };
  return ids.length < 2 ? ids : [...ids.filter((id) => !isCut(id)), ...ids.filter(isCut)];
}

function through(relation: Relation | undefined, step: string): Relation | undefined {
  return relation === undefined ? undefined : { kind: 'derived', through: [...relation.through, step] };
}

/** Whether a value is the subject: the same SSA value, or the same chain of properties of the same value. */
function isSubject(program: Program, tested: Ref, subject: Subject): boolean {
  return holdersOf(
    program,
    tested,
    (holder, keys) =>
      sameValue(program, holder, subject.ref) &&
      keys.length === subject.keys.length &&
      keys.every((key, index) => key === subject.keys[index]),
  );
}

/** Whether `is` holds for a value or for one that it is read from, with the properties that lead from there to the value. */
function holdersOf(program: Program, ref: Ref, is: (holder: Ref, keys: readonly string[]) => boolean): boolean {
  let at = ref;
  const keys: string[] = [];
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    if (is(at, keys)) return true;
    const value = program.value(at);
    const file = program.fileOf(at);
    if (value.kind === 'await') at = program.ref(file, value.value);
    else if (value.kind === 'member') {
      keys.unshift(value.key);
      at = program.ref(file, value.object);
    } else if (value.kind === 'element') {
      const key = literalKey(program.value(program.ref(file, value.key)));
      if (key === undefined) return false;
      keys.unshift(key);
      at = program.ref(file, value.object);
    } else if (isLookup(program, at)) {
      const call = program.value(at);
      const callee = call.kind === 'call' ? program.value(program.ref(file, call.callee)) : undefined;
      const name = argumentAt(program, at, 0);
      const key = name === undefined ? undefined : literalKey(program.value(name));
      if (callee?.kind !== 'member' || key === undefined) return false;
      keys.unshift(key);
      at = program.ref(file, callee.object);
    } else {
      // `command.split()[0]`
      const text = keys[0] === '0' ? splitText(program, at) : undefined;
      if (text === undefined) return false;
      keys[0] = FIRST_WORD;
      at = text;
    }
  }
  return false;
}

/** `options.get('path')` of Python. */
function isLookup(program: Program, ref: Ref): boolean {
  const value = program.value(ref);
  const file = program.fileOf(ref);
  if (value.kind !== 'call' || file.facts.language !== 'python' || value.arguments.length === 0) return false;
  const callee = program.value(program.ref(file, value.callee));
  return callee.kind === 'member' && callee.key === 'get' && program.callees(ref).length === 0;
}

/** The properties that lead from a value to the subject; undefined if the subject is no part of it. */
export function keysBetween(program: Program, value: Ref, subject: Subject): readonly string[] | undefined {
  const keys = [...subject.keys];
  let at = subject.ref;
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    if (sameValue(program, at, value)) return keys;
    const part = program.value(at);
    const file = program.fileOf(at);
    if (part.kind === 'member') {
      keys.unshift(part.key);
      at = program.ref(file, part.object);
    } else if (part.kind === 'element' || part.kind === 'iteration') {
      keys.unshift('*');
      at = program.ref(file, part.kind === 'element' ? part.object : part.of);
    } else if (part.kind === 'await') at = program.ref(file, part.value);
    else return undefined;
  }
  return undefined;
}
