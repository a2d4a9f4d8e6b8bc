import { isPathlibPath } from '../program/python-results.js';
import { argumentAt } from '../program/origins.js';
import type { Program, Ref } from '../program/program.js';

/** Functions and methods that remove `..` from a path: by name, as they are called in the code. */
export const PYTHON_NORMALIZERS: ReadonlySet<string> = new Set([
  'resolve',
  'realpath',
  'normpath',
  'abspath',
  'relpath',
]);

/** Calls that write the same path in another way: `str(path)`, `Path(text)`. */
const SAME_PATH: ReadonlySet<string> = new Set([
  'str',
  'fspath',
  'Path',
  'PurePath',
  'PurePosixPath',
  'as_posix',
  'expanduser',
  'normcase',
]);
const LAST_PARTS: ReadonlySet<string> = new Set(['name', 'stem', 'suffix']);
const MAX_DEPTH = 6;

/** Whether a value is a path of `pathlib`. */
export function isPath(program: Program, ref: Ref): boolean {
  return program.origins(ref).some((origin) => origin.kind === 'api' && isPathlibPath(origin.module, origin.path));
}

/** `path.name`: it has no separator. */
export function isLastPart(program: Program, ref: Ref): boolean {
  const value = program.value(ref);
  return (
    value.kind === 'member' &&
    LAST_PARTS.has(value.key) &&
    isPath(program, program.ref(program.fileOf(ref), value.object))
  );
}

/** Whether a value is the result of a call that removes `..`, also through variables, `str()` and functions of the project. */
export function isNormalizedPath(program: Program, ref: Ref, depth = 0): boolean {
  if (depth > MAX_DEPTH) return false;
  const value = program.value(ref);
  const file = program.fileOf(ref);
  if (value.kind === 'phi')
    return value.inputs.every((input) => isNormalizedPath(program, program.ref(file, input), depth + 1));
  if (value.kind === 'call') {
    const name = calledName(program, ref);
    if (PYTHON_NORMALIZERS.has(name)) return true;
    if (SAME_PATH.has(name)) {
      const inner = inputOf(program, ref);
      if (inner !== undefined) return isNormalizedPath(program, inner, depth + 1);
    }
  }
  return program.origins(ref).some((origin) => origin.at !== ref && isNormalizedPath(program, origin.at, depth + 1));
}

/** What `str(x)` or `x.as_posix()` writes in another way. */
function inputOf(program: Program, call: Ref): Ref | undefined {
  const value = program.value(call);
  const file = program.fileOf(call);
  const callee = value.kind === 'call' ? program.value(program.ref(file, value.callee)) : undefined;
  return argumentAt(program, call, 0) ?? (callee?.kind === 'member' ? program.ref(file, callee.object) : undefined);
}

/** The last name of what a call calls. */
export function calledName(program: Program, call: Ref): string {
  const value = program.value(call);
  if (value.kind !== 'call') return '';
  const callee = program.value(program.ref(program.fileOf(call), value.callee));
  if (callee.kind === 'member') return callee.key;
  return callee.kind === 'import' || callee.kind === 'global' ? callee.name : '';
}
