import type { SinkKind, Span } from '@leashlint/rules';
import type { CallValue, ConditionId, OperationValue, PhiValue, Value } from '../facts.js';
import type { FunctionRef, Program, ProgramFile, Ref } from '../program/program.js';
import { argumentAt } from '../program/origins.js';
import type { Verdict } from './guard-check.js';
import { createFreshMemo } from './fresh-memo.js';
import { membership, membershipGuard } from './membership-guard.js';
import { patternGuard } from './pattern-guard.js';
import { createPredicates } from './predicates.js';
import { emptyList } from './not-all-hold.js';
import { isNothing } from './nothing.js';
import { NORMALIZERS, prefixGuard } from './prefix-guard.js';
import type { GuardSemantics, Semantics } from './semantics.js';
import { keepsOwnRole } from './role-guard.js';
import type { WeakGuard } from './solver.js';
import { indexGuard } from './index-guard.js';
import { pythonAddressGuard } from './python-address-guard.js';
import { pythonCharacterSet, pythonQuantifier, pythonTextGuard } from './python-guard.js';
import { pythonPathCall, pythonPathCompleted, pythonPathEquality, pythonPathMembership } from './python-path-guard.js';
import { traversalGuard } from './traversal-guard.js';
import { keysBetween, type Relation, relationTo, type Subject, subjectKey } from './subject.js';

/** `clean`: the test makes the subject fine; weak: it is about the subject and does not count; undefined: it says nothing. */
export type TestVerdict = 'clean' | WeakGuard | undefined;

export interface GuardTests {
  test(test: Ref, holds: boolean, subject: Subject, sink: SinkKind, depth: number): TestVerdict;
  completed(call: Ref, subject: Subject, sink: SinkKind, depth: number): TestVerdict;
  /** Whether every way in which a function returns a truthy (or falsy) value is one on which the subject is fine. */
  returnsOnlyFor(fn: FunctionRef, truthy: boolean, subject: Subject, sink: SinkKind, depth: number): TestVerdict;
}

export type HoldsAt = (file: ProgramFile, id: ConditionId, subject: Subject, sink: SinkKind, depth: number) => Verdict;

const MAX_DEPTH = 6;
const EQUALITY: ReadonlySet<string> = new Set(['===', '==', 'is']);
const INEQUALITY: ReadonlySet<string> = new Set(['!==', '!=', 'is not']);
const ASSERTIONS: ReadonlySet<string> = new Set(['assert', 'invariant', 'ok']);
/** `typeof x === 'number'`: values of these types carry no text. */
const TEXTLESS_TYPES: ReadonlySet<unknown> = new Set(['number', 'boolean', 'bigint', 'undefined']);

/** What single tests say about a subject. Project predicates and assertions are looked into. */
export function createGuardTests(program: Program, semantics: Semantics, holdsAt: HoldsAt): GuardTests {
  const predicates = createPredicates(program, test, holdsAt);
  /** Variables of long functions are made of each other on exponentially many ways. */
  const phis = createFreshMemo<TestVerdict>(program);

  function test(at: Ref, holds: boolean, subject: Subject, sink: SinkKind, depth: number): TestVerdict {
    if (depth > MAX_DEPTH) return undefined;
    const value = program.value(at);
    const file = program.fileOf(at);
    if (isRoot(at, holds, subject, sink) || isNothing(program, at, holds, subject)) return 'clean';
    const role = keepsOwnRole(program, at, holds, subject, sink);
    if (role !== undefined) return role ? 'clean' : undefined;
    const empty = emptyList(program, test, at, holds, subject, sink, depth);
    if (empty !== undefined) return empty;
    switch (value.kind) {
      case 'operation':
        return operation(at, value, holds, subject, sink, depth);
      case 'call':
        return call(at, value, holds, subject, sink, depth);
      case 'await':
        return test(program.ref(file, value.value), holds, subject, sink, depth);
      case 'member':
        if (file.facts.language === 'python') {
          const address = pythonAddressGuard(program, at, value, holds, subject, sink);
          if (address !== undefined) return address;
        }
        // `schema.safeParse(input).success`, `checkPath(file).ok`
        return (
          (value.key === 'success'
            ? checkedBySchema(program.ref(file, value.object), holds, subject, sink)
            : undefined) ?? predicates.result(program.ref(file, value.object), value.key, holds, subject, sink, depth)
        );
      case 'phi':
        return knownPhi(at, value, holds, subject, sink, depth);
      case 'element':
        // Truthy look-up in a constant table: `if (TABLE[name])`.
        return holds &&
          isConstantTable(program.ref(file, value.object)) &&
          relationTo(program, program.ref(file, value.key), subject) !== undefined
          ? 'clean'
          : undefined;
      default:
        return undefined;
    }
  }

  /** `!path.relative(root, file)`: the path is the root. */
  function isRoot(at: Ref, holds: boolean, subject: Subject, sink: SinkKind): boolean {
    const relation = holds || sink !== 'path' ? undefined : relationTo(program, at, subject);
    return relation !== undefined && isWayFromRoot(relation, sink);
  }

  function knownPhi(...asked: Parameters<typeof phi>): TestVerdict {
    const [at, , holds, subject, sink, depth] = asked;
    const key = `${String(at)}${holds ? '+' : '-'}${subjectKey(subject)}|${sink}|${String(depth)}`;
    return phis.of(key, () => phi(...asked));
  }

  /** `a && b` gives `a` only where `a` is falsy: such a way says nothing about a truthy result. */
  function phi(
    at: Ref,
    value: PhiValue & Value,
    holds: boolean,
    subject: Subject,
    sink: SinkKind,
    depth: number,
  ): TestVerdict {
    const file = program.fileOf(at);
    const verdicts = value.inputs.flatMap((input, index): TestVerdict[] => {
      const condition = value.conditions[index] ?? -1;
      const known = file.facts.conditions[condition];
      if (known !== undefined && 'test' in known && known.test === input && known.holds !== holds) return [];
      const literals = program.literals(program.ref(file, input));
      if (literals?.every((literal) => Boolean(literal) !== holds) === true) return [];
      const before = holdsAt(file, condition, subject, sink, depth + 1);
      return [
        before.clean
          ? 'clean'
          : (test(program.ref(file, input), holds, subject, sink, depth + 1) ?? together(before.weak)),
      ];
    });
    return allClean(verdicts);
  }

  function operation(
    at: Ref,
    value: OperationValue & Value,
    holds: boolean,
    subject: Subject,
    sink: SinkKind,
    depth: number,
  ): TestVerdict {
    const file = program.fileOf(at);
    const [left, right] = value.inputs;
    if (value.operator === 'not' || value.operator === '!')
      return left === undefined ? undefined : test(program.ref(file, left), !holds, subject, sink, depth);
    if (value.operator === 'and' || value.operator === '&&')
      return combine(value.inputs, holds, holds ? 'any' : 'all', file, subject, sink, depth);
    if (value.operator === 'or' || value.operator === '||')
      return combine(value.inputs, holds, holds ? 'all' : 'any', file, subject, sink, depth);
    if (left === undefined || right === undefined) return undefined;
    const equal = EQUALITY.has(value.operator) ? holds : INEQUALITY.has(value.operator) ? !holds : undefined;
    if (equal !== undefined)
      return (
        indexGuard(program, at, value, holds, subject, sink) ??
        equality(program.ref(file, left), program.ref(file, right), equal, subject, sink, depth)
      );
    if (value.operator === '<=' && holds && file.facts.language === 'python') {
      const set = pythonCharacterSet(program, program.ref(file, left), program.ref(file, right), subject, sink);
      if (set !== undefined) return set;
    }
    if ((value.operator === 'in' || value.operator === 'not in') && file.facts.language === 'python') {
      const sides = { receiver: program.ref(file, right), argument: program.ref(file, left) };
      const isIn = (value.operator === 'in') === holds;
      return (
        pythonPathMembership(program, at, value, isIn, subject, sink) ??
        membership(program, at, sides, isIn, subject, sink)
      );
    }
    if (value.operator === 'in' && holds && isConstantTable(program.ref(file, right))) {
      return relationTo(program, program.ref(file, left), subject) === undefined ? undefined : 'clean';
    }
    return indexGuard(program, at, value, holds, subject, sink);
  }

  function equality(
    left: Ref,
    right: Ref,
    equal: boolean,
    subject: Subject,
    sink: SinkKind,
    depth: number,
  ): TestVerdict {
    if (program.fileOf(left).facts.language === 'python') {
      const special = pythonPathEquality(program, left, right, equal, subject, sink);
      if (special !== undefined) return special;
    }
    // `match is not None`, `problem !== undefined`
    const isNull = program.literals(right)?.every((literal) => literal === null || literal === undefined) === true;
    if (isNull && program.value(left).kind === 'call' && relationTo(program, left, subject)?.kind !== 'same')
      return test(left, !equal, subject, sink, depth + 1);
    for (const [tested, other] of [
      [left, right],
      [right, left],
    ] as const) {
      const value = program.value(tested);
      const literals = program.literals(other);
      if (value.kind === 'operation' && value.operator === 'typeof' && literals !== undefined) {
        const operand = value.inputs[0];
        const about =
          operand !== undefined &&
          relationTo(program, program.ref(program.fileOf(tested), operand), subject)?.kind === 'same';
        if (!about) return undefined;
        if (sink === 'query-filter')
          return literals.every((literal) => (literal !== 'object') === equal) ? 'clean' : undefined;
        return literals.every((literal) => (literal === 'string' ? !equal : equal && TEXTLESS_TYPES.has(literal)))
          ? 'clean'
          : undefined;
      }
      // `check(x) === true`, `matches.length === 0` are tests of the left side.
      if (literals?.length === 1 && typeof literals[0] === 'boolean')
        return test(tested, equal === literals[0], subject, sink, depth + 1);
      const relation = relationTo(program, tested, subject);
      if (relation === undefined || relationTo(program, other, subject) !== undefined) continue;
      if (sink === 'query-filter' && equal && literals !== undefined && relation.kind === 'same') return 'clean';
      // The first step of the way from the root is not the one out of it.
      if (
        !equal &&
        literals?.every((literal) => literal === '..') === true &&
        sink === 'path' &&
        relation.through.includes('relative') &&
        relation.through.at(-1) !== 'relative'
      )
        return 'clean';
      if (equal && literals?.every((literal) => literal === '') === true && isWayFromRoot(relation, sink))
        return 'clean';
      // Nothing is no text: the other half of `x is None or isinstance(x, int)` decides.
      if (equal && relation.kind === 'same' && literals?.length === 1 && literals[0] === null) return 'clean';
      if (!equal || literals?.some((literal) => literal === null || literal === undefined || literal === '') === true)
        return undefined;
      if (relation.kind === 'same') return 'clean';
      if (sink === 'path') return relation.through.every((step) => NORMALIZERS.has(step)) ? 'clean' : undefined;
      return sink === 'url' && isHostPart(relation.through) ? 'clean' : undefined;
    }
    return undefined;
  }

  function combine(
    inputs: readonly number[],
    holds: boolean,
    how: 'any' | 'all',
    file: ProgramFile,
    subject: Subject,
    sink: SinkKind,
    depth: number,
  ): TestVerdict {
    const verdicts = inputs.map((input) => test(program.ref(file, input), holds, subject, sink, depth + 1));
    const clean =
      how === 'any'
        ? verdicts.includes('clean')
        : verdicts.length > 0 && verdicts.every((verdict) => verdict === 'clean');
    if (clean) return 'clean';
    const weak = verdicts.filter((verdict) => verdict !== 'clean' && verdict !== undefined);
    return how === 'any' ? together(weak) : allClean(verdicts);
  }

  function call(
    at: Ref,
    value: CallValue & Value,
    holds: boolean,
    subject: Subject,
    sink: SinkKind,
    depth: number,
  ): TestVerdict {
    const known = semantics.guard(at);
    if (known?.accepts !== undefined)
      return holds && known.how === 'truthy' ? accepted(known, subject, sink) : undefined;
    if (known !== undefined) {
      const applies =
        known.how === (holds ? 'truthy' : 'falsy') && (known.cleans === 'all' || known.cleans.includes(sink));
      const relation = applies ? relationTo(program, known.argument, subject) : undefined;
      if (relation !== undefined && known.part === undefined && keepsAll(relation)) return 'clean';
      if (relation !== undefined && isHostPart(relation.through)) return addressOnly(program.span(at));
    }
    const callees = program.callees(at);
    if (callees.length > 0) {
      return allClean(callees.map((callee) => predicates.project(at, callee, holds, subject, sink, depth)));
    }
    const quantified = predicates.quantifier(at, value, holds, subject, sink, depth);
    if (quantified !== undefined) return quantified;
    if (program.fileOf(at).facts.language === 'python') {
      const told =
        pythonPathCall(program, at, value, holds, subject, sink) ??
        pythonTextGuard(program, at, value, holds, subject, sink) ??
        pythonQuantifier(program, at, holds, subject, sink, depth, test);
      if (told !== undefined) return told;
    }
    return (
      traversalGuard(program, at, value, holds, subject, sink) ??
      membershipGuard(program, at, value, holds, subject, sink) ??
      patternGuard(program, at, value, holds, subject, sink) ??
      prefixGuard(program, at, value, holds, subject, sink)
    );
  }

  /** A call that did not throw: a project assertion, a validator of the catalogue, `assert(test)`. */
  function completed(at: Ref, subject: Subject, sink: SinkKind, depth: number): TestVerdict {
    if (depth > MAX_DEPTH) return undefined;
    const value = program.value(at);
    if (value.kind === 'await') return completed(program.ref(program.fileOf(at), value.value), subject, sink, depth);
    if (value.kind !== 'call') return undefined;
    const known = semantics.guard(at);
    if (known?.accepts !== undefined) return known.how === 'completes' ? accepted(known, subject, sink) : undefined;
    if (known?.how === 'completes' && (known.cleans === 'all' || known.cleans.includes(sink))) {
      const relation = relationTo(program, known.argument, subject);
      if (relation !== undefined && (relation.kind === 'same' || program.fileOf(at).facts.language !== 'python'))
        return 'clean';
    }
    const inFolder = pythonPathCompleted(program, at, subject, sink);
    if (inFolder !== undefined) return inFolder;
    const callees = program.callees(at);
    if (callees.length === 0) {
      const callee = program.value(program.ref(program.fileOf(at), value.callee));
      const name =
        callee.kind === 'member' ? callee.key : callee.kind === 'import' || callee.kind === 'global' ? callee.name : '';
      const asserted =
        ASSERTIONS.has(name) || (callee.kind === 'import' && /^(?:node:)?assert/.test(callee.module))
          ? argumentAt(program, at, 0)
          : undefined;
      return asserted === undefined ? undefined : test(asserted, true, subject, sink, depth + 1);
    }
    return allClean(callees.map((callee) => predicates.assertion(at, callee, subject, sink, depth)));
  }

  function checkedBySchema(result: Ref, holds: boolean, subject: Subject, sink: SinkKind): TestVerdict {
    const value = program.value(result);
    const call = value.kind === 'await' ? program.ref(program.fileOf(result), value.value) : result;
    const known = holds && program.value(call).kind === 'call' ? semantics.guard(call) : undefined;
    return known?.accepts !== undefined && known.how === 'truthy' ? accepted(known, subject, sink) : undefined;
  }

  /** What a schema says of the part of its input that the subject is. */
  function accepted({ argument, accepts }: GuardSemantics, subject: Subject, sink: SinkKind): TestVerdict {
    const keys = keysBetween(program, argument, subject);
    return keys !== undefined && accepts?.(keys, sink) === true ? 'clean' : undefined;
  }

  /** An object literal or map whose keys are fixed in the code. */
  function isConstantTable(ref: Ref): boolean {
    return program.origins(ref).every((origin) => {
      if (origin.kind === 'module') return true;
      if (origin.kind !== 'value') return false;
      const value = program.value(origin.at);
      return value.kind === 'object' && value.entries.every((entry) => 'key' in entry);
    });
  }

  return { test, completed, returnsOnlyFor: predicates.returnsOnlyFor };
}

/** `parseInt(x)` reads the beginning of a text: that it is a number says nothing about the rest. */
function keepsAll({ through }: Relation): boolean {
  return !through.some((step) =>
    ['parseInt', 'parseFloat', 'length', 'split', 'slice', 'substring', 'charAt', 'at'].includes(step),
  );
}

/** What `path.relative` gives for a path: empty for the root itself. */
function isWayFromRoot({ through }: Relation, sink: SinkKind): boolean {
  return sink === 'path' && through.at(-1) === 'relative';
}

/** A check of the address that a URL names first. */
export function addressOnly(span: Span): WeakGuard {
  const reason = 'only the first address is checked, and the request follows redirects';
  return { span, reason, enoughIf: 'redirects-checked' };
}

/** Clean if all are; else the first reason why one is not, with what each of them gives. */
export function allClean(verdicts: readonly TestVerdict[]): TestVerdict {
  if (verdicts.length > 0 && verdicts.every((verdict) => verdict === 'clean')) return 'clean';
  const weak = verdicts.find((verdict) => verdict !== 'clean' && verdict !== undefined);
  const gives = weak?.gives?.filter((half) =>
    verdicts.every((verdict) => verdict === 'clean' || verdict?.gives?.includes(half)),
  );
  return weak === undefined || gives === undefined ? weak : { ...weak, gives };
}

/** Tests that hold together, none of which is enough alone. */
export function together(weak: readonly WeakGuard[]): WeakGuard | undefined {
  const [first] = weak;
  const gives = weak.flatMap((guard) => guard.gives ?? []);
  return first !== undefined && gives.length > 0 ? { ...first, gives } : first;
}

/** Whether a derivation of a URL ends in the part that decides where a request goes. */
export function isHostPart(through: readonly string[]): boolean {
  return ['host', 'hostname', 'netloc', 'origin'].some((part) => through.includes(part));
}
