import type { SinkKind } from '@leashlint/rules';
import type { CallValue } from '../facts.js';
import { argumentAt } from '../program/origins.js';
import type { Program, Ref } from '../program/program.js';
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
  if (callee.kind !== 'member' || argument === undefined) return undefined;
  const receiver = program.ref(file, callee.object);
  const half = (reason: string, gives: HalfGuard): TestVerdict => ({ span: program.span(at), reason, gives: [gives] });
  if (callee.key === 'isAbsolute') {
    return relationTo(program, argument, subject)?.kind === 'same' ? half(NOT_ABSOLUTE, 'relative') : undefined;
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
