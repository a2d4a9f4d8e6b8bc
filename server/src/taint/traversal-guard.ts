import type { SinkKind } from '@leashlint/rules';
import type { CallValue, Value } from '../facts.js';
import { argumentAt } from '../program/origins.js';
import type { FunctionRef, Program, Ref } from '../program/program.js';
import type { TestVerdict } from './guard-tests.js';
import type { HalfGuard } from './solver.js';
import { relationTo, type Subject } from './subject.js';

const NOT_ABSOLUTE = 'a relative path still leaves its folder through `..`';
const NO_PARENT = 'an absolute path needs no `..`';
const NO_PARENT_TEXT = '`includes` refuses `..`, and an absolute path needs none';

/** Steps from a path to its parts that lose no `..`. */
const PARTS: ReadonlySet<string> = new Set(['split', 'normalize', '[]', 'join', 'decodeURIComponent']);

/**
 * Tests that refuse `..` or absolute paths. Each is half of what keeps a path inside a folder: without `..` a name that is
 * joined to a folder stays there, and so does a relative one that is resolved against it.
 */
export function traversalGuard(
  program: Program,
  at: Ref,
  value: CallValue,
  holds: boolean,
  subject: Subject,
  sink: SinkKind,
): TestVerdict {
  if (holds || sink !== 'path') return undefined;
  const file = program.fileOf(at);
  const callee = program.value(program.ref(file, value.callee));
  const argument = argumentAt(program, at, 0);
  if (argument === undefined) return undefined;
  const half = (reason: string, gives: HalfGuard): TestVerdict => ({ span: program.span(at), reason, gives: [gives] });
  if (calledName(callee) === 'isAbsolute') {
    return relationTo(program, argument, subject)?.kind === 'same' ? half(NOT_ABSOLUTE, 'relative') : undefined;
  }
  if (callee.kind !== 'member') return undefined;
  const receiver = program.ref(file, callee.object);
  if (callee.key === 'some') {
    const parts = relationTo(program, receiver, subject)?.through;
    const refused = parts?.includes('split') === true && parts.every((step) => PARTS.has(step));
    const tests = refused ? program.functions(argument) : [];
    return tests.length > 0 && tests.every((fn) => findsParent(program, fn)) ? half(NO_PARENT, 'no-parent') : undefined;
  }
  const text = literal(program, argument);
  if (callee.key === 'test') {
    const refused = program.value(receiver);
    const about = relationTo(program, argument, subject);
    return refused.kind === 'regex' &&
      about !== undefined &&
      /^(?:\(\?:)?\\\.\\\.\)?$|^\\\.\{2\}$/.test(refused.pattern)
      ? half(NO_PARENT, 'no-parent')
      : undefined;
  }
  const about = relationTo(program, receiver, subject);
  if (about === undefined || text === undefined) return undefined;
  if (callee.key === 'startsWith') {
    if (about.kind === 'same' && (text === '/' || text === '\\')) return half(NOT_ABSOLUTE, 'relative');
    return text === '..' && about.through.at(-1) === 'normalize' ? half(NO_PARENT, 'no-parent') : undefined;
  }
  if (callee.key !== 'includes' || text !== '..') return undefined;
  // `path.relative(root, file)` without `..` does not leave the root.
  if (about.through.includes('relative')) return 'clean';
  return about.through.every((step) => PARTS.has(step)) ? half(NO_PARENT_TEXT, 'no-parent') : undefined;
}

function literal(program: Program, ref: Ref): string | undefined {
  const [text, ...others] = program.literals(ref) ?? [];
  return typeof text === 'string' && others.length === 0 ? text : undefined;
}

/** The name of a function that is imported by itself, or of the method of an object. */
function calledName(callee: Value): string | undefined {
  if (callee.kind === 'member') return callee.key;
  return callee.kind === 'import' ? callee.name : undefined;
}

/** `(part) => part === '..'`, also beside other parts that are refused. */
function findsParent(program: Program, fn: FunctionRef): boolean {
  const file = program.fileOfFunction(fn);
  const { returns } = program.function(fn);
  return (
    returns.length > 0 && returns.every(({ value }) => value >= 0 && isParent(program, program.ref(file, value), 0))
  );
}

const MAX_ALTERNATIVES = 6;

function isParent(program: Program, ref: Ref, depth: number): boolean {
  const value = program.value(ref);
  const file = program.fileOf(ref);
  if (depth > MAX_ALTERNATIVES || (value.kind !== 'phi' && value.kind !== 'operation')) return false;
  const inputs = value.inputs.map((input) => program.ref(file, input));
  if (value.kind === 'phi') {
    // `a || b` is `a` where `a` holds.
    const either = value.inputs.some((input, at) => {
      const condition = file.facts.conditions[value.conditions[at] ?? -1];
      return condition !== undefined && 'test' in condition && condition.test === input && condition.holds;
    });
    const tests = inputs.map((input) => isParent(program, input, depth + 1));
    return either ? tests.some(Boolean) : tests.every(Boolean);
  }
  return /^={2,3}$/.test(value.operator) && inputs.some((input) => literal(program, input) === '..');
}
