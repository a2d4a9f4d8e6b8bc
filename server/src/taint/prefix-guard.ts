import type { SinkKind } from '@leashlint/rules';
import type { CallValue, ConditionId } from '../facts.js';
import { argumentAt } from '../program/origins.js';
import type { Program, ProgramFile, Ref } from '../program/program.js';
import { isHostPart, type TestVerdict } from './guard-tests.js';
import { calledName, isNormalizedPath } from './python-paths.js';
import { sameValue } from './same-value.js';
import { relationTo, type Subject } from './subject.js';

/** Functions that remove `..` from a path. */
export const NORMALIZERS: ReadonlySet<string> = new Set([
  'resolve',
  'normalize',
  'join',
  'realpath',
  'realpathSync',
  'relative',
]);

/** Methods that test an end of a text, in the languages that there are. */
const TESTED_END: ReadonlyMap<string, 'start' | 'end'> = new Map([
  ['startsWith', 'start'],
  ['startswith', 'start'],
  ['endsWith', 'end'],
  ['endswith', 'end'],
]);

/**
 * Containment by prefix. For paths: a resolved path that starts with a root and a separator, or whose way from the root
 * does not start with `..`. For URLs: a prefix that ends after the host, or a host that ends with `.domain`.
 */
export function prefixGuard(
  program: Program,
  at: Ref,
  value: CallValue,
  holds: boolean,
  subject: Subject,
  sink: SinkKind,
): TestVerdict {
  const file = program.fileOf(at);
  const callee = program.value(program.ref(file, value.callee));
  const inPython = file.facts.language === 'python';
  const end = callee.kind === 'member' ? TESTED_END.get(callee.key) : undefined;
  if (callee.kind !== 'member' || end === undefined) return undefined;
  const tested = program.ref(file, callee.object);
  const relation = relationTo(program, tested, subject);
  const prefix = argumentAt(program, at, 0);
  if (relation === undefined || prefix === undefined || relationTo(program, prefix, subject) !== undefined)
    return undefined;
  const span = program.span(at);
  if (sink === 'process-arguments')
    return !holds && end === 'start' && literalText(program, prefix) === '-' ? 'clean' : undefined;
  if (sink === 'path' && end === 'start') {
    const text = literalText(program, prefix);
    if (inPython && !holds) return undefined;
    if (!holds) return text?.startsWith('..') === true && isRelative(program, tested) ? 'clean' : undefined;
    const normalized = inPython
      ? isNormalizedPath(program, tested)
      : isNormalized(program, tested) || relation.through.some((step) => NORMALIZERS.has(step));
    if (!normalized) return { span, reason: `\`${callee.key}\` on a path that may contain \`..\` proves nothing` };
    if (endsWithSeparator(program, prefix) || isDriveOfRoot(program, file, text, value.condition)) return 'clean';
    return {
      span,
      reason: 'a prefix without a separator also accepts a sibling folder whose name begins like the root',
    };
  }
  if (sink === 'url' && holds) {
    const text = literalText(program, prefix);
    if (end === 'end') {
      if (!isHostPart(relation.through)) return { span, reason: 'the end of a URL does not decide where it leads' };
      return text?.startsWith('.') === true || beginsWithDot(program, prefix)
        ? 'clean'
        : { span, reason: 'a suffix without a leading dot also accepts other domains' };
    }
    if (isHostPart(relation.through)) return undefined;
    if (text === '/' && relation.kind === 'same' && subject.placement === 'behind-host') return 'clean';
    if (text === undefined) return endsWithSeparator(program, prefix) ? 'clean' : undefined;
    if (/^https?:\/\/[^/]+\//.test(text)) return 'clean';
    return /^https?:\/\/[^/]+$/.test(text)
      ? { span, reason: 'a prefix without the slash after the host also accepts other hosts' }
      : undefined;
  }
  return undefined;
}

/** `root === 'c:'` holds where `file.startsWith('c:')` is asked: the root is a whole drive. */
function isDriveOfRoot(program: Program, file: ProgramFile, text: string | undefined, id: ConditionId): boolean {
  if (text === undefined || !/^[a-z]:$/i.test(text)) return false;
  for (let at = file.facts.conditions[id]; at !== undefined; at = file.facts.conditions[at.parent]) {
    const test = 'test' in at && at.holds ? program.value(program.ref(file, at.test)) : undefined;
    if (
      test?.kind === 'operation' &&
      ['===', '=='].includes(test.operator) &&
      test.inputs.some((input) => literalText(program, program.ref(file, input)) === text)
    )
      return true;
  }
  return false;
}

function literalText(program: Program, ref: Ref): string | undefined {
  const [literal] = program.literals(ref) ?? [];
  return typeof literal === 'string' ? literal : undefined;
}

/** Whether the tested value itself is the result of a normalising call. */
function isNormalized(program: Program, ref: Ref): boolean {
  return program.origins(ref).some((origin) => origin.kind === 'api' && NORMALIZERS.has(leaf(origin.path)));
}

function isRelative(program: Program, ref: Ref): boolean {
  return program.origins(ref).some((origin) => origin.kind === 'api' && leaf(origin.path) === 'relative');
}

/** The name of the function whose result a path ends in. */
function leaf(path: readonly string[]): string {
  return path.at(-1) === 'ReturnValue' ? (path.at(-2)?.slice('Member['.length, -1) ?? '') : '';
}

function endsWithSeparatorText(text: string | undefined): boolean {
  return text !== undefined && /[\\/]$/.test(text);
}

/**
 * `root + path.sep`, `${root}/`, a literal that ends with a slash, or a variable that holds one of these. `path.sep`
 * alone is how predicates write "the root folder is allowed".
 */
function endsWithSeparator(program: Program, ref: Ref): boolean {
  const value = program.value(ref);
  const file = program.fileOf(ref);
  switch (value.kind) {
    case 'literal':
      return typeof value.value === 'string' && /.[\\/]$/.test(value.value);
    case 'call': {
      // `os.path.join(root, '')` puts a separator at the end, and so does `root.replace(/\\?$/, '\\')`.
      const last =
        calledName(program, ref) === 'join' ? argumentAt(program, ref, value.arguments.length - 1) : undefined;
      if (last !== undefined && value.arguments.length > 1) return literalText(program, last) === '';
      const replacement = argumentAt(program, ref, 1);
      if (replacement === undefined) return false;
      return endsWithSeparatorText(literalText(program, replacement));
    }
    case 'template': {
      const last = value.parts.at(-1);
      if (typeof last === 'string') return endsWithSeparatorText(last);
      return last !== undefined && isSeparator(program, program.ref(file, last));
    }
    case 'phi':
      return value.inputs.every(
        (input, at) =>
          endsWithSeparator(program, program.ref(file, input)) ||
          isFoundToEnd(program, program.ref(file, input), value.conditions[at] ?? -1),
      );
    default: {
      if (isSeparator(program, ref)) return value.kind === 'member';
      const origins = program.origins(ref).filter((origin) => origin.kind === 'value' && origin.at !== ref);
      return origins.length > 0 && origins.every((origin) => endsWithSeparator(program, origin.at));
    }
  }
}

/** `root.endsWith(sep) ? root : root + sep`: on the way of `root` it has been seen. */
function isFoundToEnd(program: Program, ref: Ref, condition: ConditionId): boolean {
  const file = program.fileOf(ref);
  const known = file.facts.conditions[condition];
  if (known === undefined || !('test' in known) || !known.holds) return false;
  const test = program.ref(file, known.test);
  const value = program.value(test);
  const callee = value.kind === 'call' ? program.value(program.ref(file, value.callee)) : undefined;
  const ending = argumentAt(program, test, 0);
  return (
    callee?.kind === 'member' &&
    callee.key === 'endsWith' &&
    ending !== undefined &&
    isSeparator(program, ending) &&
    sameValue(program, program.ref(file, callee.object), ref)
  );
}

/** `'.' + domain`, `.${domain}`. */
function beginsWithDot(program: Program, ref: Ref): boolean {
  const value = program.value(ref);
  const [first] = value.kind === 'template' ? value.parts : [];
  return typeof first === 'string' && first.startsWith('.');
}

function isSeparator(program: Program, ref: Ref): boolean {
  return program.origins(ref).some((origin) => {
    if (origin.kind === 'api') return origin.path.at(-1) === 'Member[sep]';
    const value = program.value(origin.at);
    return value.kind === 'literal' && (value.value === '/' || value.value === '\\');
  });
}
