import type { SinkKind } from '@leashlint/rules';
import type { CallValue, OperationValue } from '../facts.js';
import { argumentAt } from '../program/origins.js';
import type { Program, Ref } from '../program/program.js';
import type { TestVerdict } from './guard-tests.js';
import { calledName, isLastPart, isNormalizedPath } from './python-paths.js';
import type { HalfGuard } from './solver.js';
import { type Relation, relationTo, type Subject } from './subject.js';

const UNRESOLVED = 'on a path that may contain `..` proves nothing';
const NOT_ABSOLUTE = 'a relative path still leaves its folder through `..`';
const NO_PARENT = 'it refuses `..`, and an absolute path needs none';

/** Steps from a path to its parts that lose no `..`. */
const PARTS: ReadonlySet<string> = new Set([
  'split',
  'parts',
  'str',
  'Path',
  'PurePath',
  'PurePosixPath',
  'as_posix',
  'normpath',
  '[]',
  'unquote',
  'replace',
  'fspath',
]);

/** `path.is_relative_to(root)`, `os.path.isabs(name)`, `path.is_absolute()`, `name.startswith('/')`. */
export function pythonPathCall(
  program: Program,
  at: Ref,
  value: CallValue,
  holds: boolean,
  subject: Subject,
  sink: SinkKind,
): TestVerdict {
  if (sink !== 'path') return undefined;
  const file = program.fileOf(at);
  const name = calledName(program, at);
  const callee = program.value(program.ref(file, value.callee));
  const receiver = callee.kind === 'member' ? program.ref(file, callee.object) : undefined;
  const argument = argumentAt(program, at, 0);
  switch (name) {
    case 'is_relative_to':
      return holds && receiver !== undefined ? contained(program, at, receiver, argument, subject) : undefined;
    case 'isabs':
      return !holds && writtenOtherwise(program, argument, subject)
        ? half(program, at, NOT_ABSOLUTE, 'relative')
        : undefined;
    case 'is_absolute':
      return !holds && writtenOtherwise(program, receiver, subject)
        ? half(program, at, NOT_ABSOLUTE, 'relative')
        : undefined;
    case 'startswith': {
      const text = argument === undefined ? undefined : literal(program, argument);
      if (holds || receiver === undefined || text === undefined) return undefined;
      if (text === '/' || text === '\\')
        return writtenOtherwise(program, receiver, subject) ? half(program, at, NOT_ABSOLUTE, 'relative') : undefined;
      const about = text.startsWith('..') ? relationTo(program, receiver, subject) : undefined;
      if (about === undefined) return undefined;
      if (about.through.includes('relpath')) return 'clean';
      return about.through.includes('normpath') || isNormalizedPath(program, receiver)
        ? half(program, at, NO_PARENT, 'no-parent')
        : undefined;
    }
    default:
      return undefined;
  }
}

/** `path.relative_to(root)` throws for a path that is somewhere else. */
export function pythonPathCompleted(program: Program, at: Ref, subject: Subject, sink: SinkKind): TestVerdict {
  if (sink !== 'path' || calledName(program, at) !== 'relative_to') return undefined;
  const value = program.value(at);
  const callee = value.kind === 'call' ? program.value(program.ref(program.fileOf(at), value.callee)) : undefined;
  if (callee?.kind !== 'member') return undefined;
  return contained(program, at, program.ref(program.fileOf(at), callee.object), argumentAt(program, at, 0), subject);
}

/** `os.path.commonpath([root, path]) == root`, `os.path.basename(name) == name`. */
export function pythonPathEquality(
  program: Program,
  left: Ref,
  right: Ref,
  equal: boolean,
  subject: Subject,
  sink: SinkKind,
): TestVerdict {
  if (sink !== 'path') return undefined;
  if (!equal) {
    // `part == '..'` for a part of the path.
    const about = literal(program, right) === '..' ? relationTo(program, left, subject) : undefined;
    return about !== undefined && isPartOfPath(about) ? half(program, left, NO_PARENT, 'no-parent') : undefined;
  }
  for (const [tested, other] of [
    [left, right],
    [right, left],
  ] as const) {
    const name = calledName(program, tested);
    if (name === 'commonpath' || name === 'commonprefix') {
      const item = itemsOf(program, tested).find((each) => relationTo(program, each, subject) !== undefined);
      if (item === undefined) continue;
      const span = program.span(tested);
      if (name === 'commonprefix')
        return { span, reason: '`commonprefix` compares letters and also accepts a sibling folder' };
      return isNormalizedPath(program, item) ? 'clean' : { span, reason: `\`commonpath\` ${UNRESOLVED}` };
    }
    const last = name === 'basename' || isLastPart(program, tested);
    if (last && relationTo(program, tested, subject) !== undefined && writtenOtherwise(program, other, subject))
      return 'clean';
  }
  return undefined;
}

/** `root in path.parents`, `'..' in name`, `'/' in name`. */
export function pythonPathMembership(
  program: Program,
  at: Ref,
  value: OperationValue,
  holds: boolean,
  subject: Subject,
  sink: SinkKind,
): TestVerdict {
  const [item, list] = value.inputs.map((input) => program.ref(program.fileOf(at), input));
  if (sink !== 'path' || item === undefined || list === undefined) return undefined;
  const about = relationTo(program, list, subject);
  if (about === undefined) {
    // `part in {'..', ''}` for a part of the path.
    const part = holds ? undefined : relationTo(program, item, subject);
    return part !== undefined && isPartOfPath(part) && lists(program, list, '..')
      ? half(program, at, NO_PARENT, 'no-parent')
      : undefined;
  }
  const parents = program.value(list);
  if (holds)
    return parents.kind === 'member' && parents.key === 'parents'
      ? contained(program, at, program.ref(program.fileOf(list), parents.object), item, subject)
      : undefined;
  const text = literal(program, item);
  if (!keepsParents(about)) return undefined;
  if (text === '..') return half(program, at, NO_PARENT, 'no-parent');
  return text === '/' || text === '\\' ? half(program, at, NOT_ABSOLUTE, 'relative') : undefined;
}

function contained(program: Program, at: Ref, tested: Ref, root: Ref | undefined, subject: Subject): TestVerdict {
  if (relationTo(program, tested, subject) === undefined) return undefined;
  if (root === undefined || relationTo(program, root, subject) !== undefined) return undefined;
  return isNormalizedPath(program, tested)
    ? 'clean'
    : { span: program.span(at), reason: `\`${calledName(program, at) || 'in'}\` ${UNRESOLVED}` };
}

function half(program: Program, at: Ref, reason: string, gives: HalfGuard): TestVerdict {
  return { span: program.span(at), reason, gives: [gives] };
}

/** Whether a value is the subject, perhaps as a path instead of a text. */
function writtenOtherwise(program: Program, tested: Ref | undefined, subject: Subject): boolean {
  const about = tested === undefined ? undefined : relationTo(program, tested, subject);
  return about !== undefined && keepsParents(about);
}

function isPartOfPath(about: Relation): boolean {
  return about.through.some((step) => step === 'parts' || step === 'split') && keepsParents(about);
}

function lists(program: Program, list: Ref, text: string): boolean {
  return program.origins(list).every(({ at }) => {
    const value = program.value(at);
    if (value.kind !== 'array') return false;
    return value.items.some(
      (item) => 'value' in item && literal(program, program.ref(program.fileOf(at), item.value)) === text,
    );
  });
}

function keepsParents({ through }: Relation): boolean {
  return through.every((step) => PARTS.has(step));
}

function itemsOf(program: Program, call: Ref): readonly Ref[] {
  const list = argumentAt(program, call, 0);
  const value = list === undefined ? undefined : program.value(list);
  if (list === undefined || value?.kind !== 'array') return [];
  return value.items.flatMap((item) => ('value' in item ? [program.ref(program.fileOf(list), item.value)] : []));
}

function literal(program: Program, ref: Ref): string | undefined {
  const [text, ...others] = program.literals(ref) ?? [];
  return typeof text === 'string' && others.length === 0 ? text : undefined;
}
