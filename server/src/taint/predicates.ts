import type { SinkKind } from '@leashlint/rules';
import { askedIn, type CallValue, type ConditionId } from '../facts.js';
import { argumentAt } from '../program/origins.js';
import { passedFor } from '../program/passed-arguments.js';
import type { FunctionRef, Program, Ref } from '../program/program.js';
import { resolvesAddress } from './address-guard.js';
import { elementOf } from './element-subject.js';
import { allClean, together, type GuardTests, type HoldsAt, type TestVerdict } from './guard-tests.js';
import { createFreshMemo } from './fresh-memo.js';
import type { WeakGuard } from './solver.js';
import { keysBetween, relationTo, type Subject, subjectKey } from './subject.js';

const MAX_DEPTH = 6;
/** Of `filter` only an empty result says something. */
const QUANTIFIERS: ReadonlySet<string> = new Set(['some', 'find', 'every', 'filter']);
/** A test that fits into a message. */
const SHORT_CODE = /^[^`\n\r]{1,90}$/;

/** Guards that stand in functions of the project: predicates, assertions and callbacks of quantifiers. */
export function createPredicates(program: Program, test: GuardTests['test'], holdsAt: HoldsAt) {
  const known = createFreshMemo<TestVerdict>(program);
  const running = new Set<string>();

  /** `roots.some((root) => inside(root, file))`: one element for which the callback holds is enough. */
  function quantifier(
    at: Ref,
    value: CallValue,
    holds: boolean,
    subject: Subject,
    sink: SinkKind,
    depth: number,
  ): TestVerdict {
    const file = program.fileOf(at);
    const callee = program.value(program.ref(file, value.callee));
    if (callee.kind !== 'member' || !QUANTIFIERS.has(callee.key)) return undefined;
    const argument = argumentAt(program, at, 0);
    const callbacks = argument === undefined ? [] : program.functions(argument);
    if (callbacks.length === 0) return undefined;
    if (callee.key === 'filter' && holds) return undefined;
    // The negation of "some" holds for every element and says what the callback's negation says.
    const list = program.ref(file, callee.object);
    const overSubject =
      relationTo(program, list, subject) !== undefined || keysBetween(program, list, subject) !== undefined;
    const about = (callback: FunctionRef): Subject => {
      const parameter = program.function(callback).parameters[0];
      if (!overSubject || parameter === undefined) return subject;
      const element = program.ref(program.fileOfFunction(callback), parameter.value);
      return elementOf(program, list, element, subject) ?? { ...subject, ref: element, keys: [] };
    };
    if (overSubject && callee.key !== 'every' && holds) return undefined;
    return allClean(callbacks.map((callback) => returnsOnlyFor(callback, holds, about(callback), sink, depth + 1)));
  }

  /** A predicate of the project, with the subject as one of its arguments. */
  function project(
    at: Ref,
    callee: FunctionRef,
    truthy: boolean,
    subject: Subject,
    sink: SinkKind,
    depth: number,
  ): TestVerdict {
    return anyClean(
      subjectsInside(at, callee, subject).map((inner) => returnsOnlyFor(callee, truthy, inner, sink, depth + 1)),
    );
  }

  /** An assertion of the project: it does not return otherwise. */
  function assertion(at: Ref, callee: FunctionRef, subject: Subject, sink: SinkKind, depth: number): TestVerdict {
    const { returns, throws } = program.function(callee);
    // Nothing gets behind a call that never returns.
    if (returns.length === 0) return throws.length > 0 && !isAbstract(program, callee) ? 'clean' : undefined;
    const file = program.fileOfFunction(callee);
    return anyClean(
      subjectsInside(at, callee, subject).map((inner): TestVerdict => {
        const asked = returns.filter(({ condition }) => !isUnrestricted(program, at, callee, condition));
        const verdicts = (asked.length > 0 ? asked : returns).map((result) =>
          holdsAt(file, result.condition, inner, sink, depth + 1),
        );
        if (verdicts.every((verdict) => verdict.clean)) return 'clean';
        if (sink === 'url' && throws.length > 0 && resolvesAddress(program, callee)) return 'clean';
        const unseen = asked.flatMap(({ condition }) => acceptsUnseen(program, callee, condition, inner) ?? [])[0];
        return firstOfAll(
          unseen,
          verdicts.map((verdict) => (verdict.clean ? 'clean' : together(verdict.weak))),
        );
      }),
    );
  }

  /** The parameters of a callee that receive the subject or something computed from it. */
  function subjectsInside(at: Ref, callee: FunctionRef, subject: Subject): readonly Subject[] {
    const value = program.value(at);
    if (value.kind !== 'call') return [];
    const file = program.fileOfFunction(callee);
    return program.function(callee).parameters.flatMap((parameter, index): Subject[] => {
      const argument = argumentAt(program, at, index);
      if (argument === undefined) return [];
      const inner = program.ref(file, parameter.value);
      if (relationTo(program, argument, subject) !== undefined) return [{ ...subject, ref: inner, keys: [] }];
      const part = keysBetween(program, argument, subject);
      if (part !== undefined) return [{ ...subject, ref: inner, keys: part }];
      const object = program.value(argument);
      if (object.kind !== 'object') return [];
      return object.entries.flatMap((entry) =>
        'key' in entry && relationTo(program, program.ref(program.fileOf(argument), entry.value), subject) !== undefined
          ? [{ ...subject, ref: inner, keys: [entry.key] }]
          : [],
      );
    });
  }

  /** A function of the project that says in a property of its result how the check went: `{ ok: false, reason }`. */
  function result(at: Ref, key: string, truthy: boolean, subject: Subject, sink: SinkKind, depth: number): TestVerdict {
    const value = program.value(at);
    if (depth > MAX_DEPTH) return undefined;
    if (value.kind === 'await')
      return result(program.ref(program.fileOf(at), value.value), key, truthy, subject, sink, depth);
    if (value.kind !== 'call') return undefined;
    return allClean(
      program
        .callees(at)
        .map((callee) =>
          anyClean(
            subjectsInside(at, callee, subject).map((inner) =>
              returnsOnlyFor(callee, truthy, inner, sink, depth + 1, key),
            ),
          ),
        ),
    );
  }

  /** Whether a function gives a truthy (or falsy) result, or a property of it, only where the subject is fine. */
  function returnsOnlyFor(
    fn: FunctionRef,
    truthy: boolean,
    subject: Subject,
    sink: SinkKind,
    depth: number,
    key?: string,
  ): TestVerdict {
    if (depth > MAX_DEPTH) return undefined;
    const asked = `${String(fn)}${truthy ? '+' : '-'}${subjectKey(subject)}|${sink}|${String(depth)}|${key ?? ''}`;
    // A function that asks itself learns nothing.
    if (running.has(asked)) return undefined;
    running.add(asked);
    const verdict = known.of(asked, () => judged(fn, truthy, subject, sink, depth, key));
    running.delete(asked);
    return verdict;
  }

  function judged(
    fn: FunctionRef,
    truthy: boolean,
    subject: Subject,
    sink: SinkKind,
    depth: number,
    key: string | undefined,
  ): TestVerdict {
    const file = program.fileOfFunction(fn);
    let unseen: WeakGuard | undefined;
    const verdicts = program.function(fn).returns.flatMap(({ value: id, condition }): TestVerdict[] => {
      const whole = id < 0 ? undefined : program.ref(file, id);
      const told = key === undefined ? id : propertyOf(whole, key);
      if (told === undefined && whole !== undefined && key !== undefined) {
        const held = holdsAt(file, condition, subject, sink, depth + 1);
        if (held.clean) return ['clean'];
        return [result(whole, key, truthy, subject, sink, depth + 1) ?? together(held.weak)];
      }
      const value = told ?? -1;
      const literal = value < 0 ? [undefined] : program.literals(program.ref(file, value));
      if (literal?.every((item) => Boolean(item) !== truthy) === true) return [];
      const before = holdsAt(file, condition, subject, sink, depth + 1);
      if (before.clean) return ['clean'];
      const returned = value < 0 ? undefined : test(program.ref(file, value), truthy, subject, sink, depth + 1);
      if (returned === 'clean' || (sink === 'url' && resolvesAddress(program, fn))) return ['clean'];
      if (value >= 0 && literal?.every((item) => Boolean(item) === truthy) === true) {
        const span = program.span(program.ref(file, value));
        unseen = acceptsUnseen(program, fn, condition, subject, span) ?? unseen;
      }
      return [together([...(returned === undefined ? [] : [returned]), ...before.weak])];
    });
    return firstOfAll(unseen, verdicts);
  }

  /** The value of a property of an object literal or of an item of a pair, -1 if it has none; undefined for anything else. */
  function propertyOf(ref: Ref | undefined, key: string): number | undefined {
    const value = ref === undefined ? undefined : program.value(ref);
    if (value?.kind === 'array' && value.items.every((item) => 'value' in item))
      return value.items[Number(key)]?.value ?? -1;
    if (value?.kind !== 'object' || value.entries.some((entry) => !('key' in entry))) return undefined;
    return value.entries.flatMap((entry) => ('key' in entry && entry.key === key ? [entry.value] : [])).at(-1) ?? -1;
  }

  return { project, assertion, quantifier, result, returnsOnlyFor };
}

/** `raise NotImplementedError`: another class has the check. */
function isAbstract(program: Program, fn: FunctionRef): boolean {
  const file = program.fileOfFunction(fn);
  return program
    .function(fn)
    .throws.some(({ value }) =>
      /\b(?:NotImplemented|not implemented|abstract)/i.test(
        file.text.slice(...program.value(program.ref(file, value)).range),
      ),
    );
}

/** `if root is None: return`: the caller has nothing that the value could be compared with. */
function isUnrestricted(program: Program, call: Ref, fn: FunctionRef, id: ConditionId): boolean {
  const file = program.fileOfFunction(fn);
  const known = file.facts.conditions[id];
  const test =
    known !== undefined && 'test' in known && known.holds ? program.value(program.ref(file, known.test)) : undefined;
  if (test?.kind !== 'operation' || test.operator !== 'is') return false;
  const [tested, nothing] = test.inputs;
  if (tested === undefined || nothing === undefined || !isNone(program, program.ref(file, nothing))) return false;
  const value = program.value(program.ref(file, tested));
  const held = value.kind === 'phi' ? value.inputs : [tested];
  const index = program.function(fn).parameters.findIndex((parameter) => held.includes(parameter.value));
  const given = index < 0 ? undefined : passedFor(program, call, index, program.function(fn).parameters[index]?.name);
  return given !== undefined && !isNone(program, given.ref);
}

function isNone(program: Program, ref: Ref): boolean {
  return program.literals(ref)?.every((literal) => literal === null) === true;
}

/** Who never looks at the value with this use in mind checks something else: that it is not always asked is no news. */
function firstOfAll(unseen: WeakGuard | undefined, verdicts: readonly TestVerdict[]): TestVerdict {
  return unseen !== undefined && verdicts.some((verdict) => verdict !== undefined) ? unseen : allClean(verdicts);
}

/** A way out of a check on which no test depends on the subject, reported at `span` or else at the test that opens it. */
function acceptsUnseen(
  program: Program,
  fn: FunctionRef,
  id: ConditionId,
  subject: Subject,
  span?: WeakGuard['span'],
): WeakGuard | undefined {
  const file = program.fileOfFunction(fn);
  const nearest = file.facts.conditions[id];
  for (let at = nearest; at !== undefined; at = file.facts.conditions[at.parent]) {
    const asked = askedIn(at);
    if (asked !== undefined && asks(program, program.ref(file, asked), subject)) return undefined;
  }
  const opening = nearest !== undefined && 'test' in nearest ? nearest : undefined;
  const asked = opening === undefined ? undefined : program.span(program.ref(file, opening.test));
  const place = span ?? asked;
  if (place === undefined) return undefined;
  const name = program.function(fn).name;
  const text = asked === undefined ? '' : file.text.slice(asked.start, asked.end);
  const where = SHORT_CODE.test(text)
    ? `, where \`${text}\` ${opening?.holds === true ? 'holds' : 'does not hold'}`
    : '';
  return {
    span: place,
    reason: `${name === undefined ? 'it' : `\`${name}\``} also accepts without looking at the value${where}`,
  };
}

function asks(program: Program, test: Ref, subject: Subject): boolean {
  const value = program.value(test);
  return value.kind === 'operation'
    ? value.inputs.some((input) => asks(program, program.ref(program.fileOf(test), input), subject))
    : relationTo(program, test, subject) !== undefined;
}

function anyClean(verdicts: readonly TestVerdict[]): TestVerdict {
  return verdicts.includes('clean') ? 'clean' : verdicts.find((verdict) => verdict !== undefined);
}
