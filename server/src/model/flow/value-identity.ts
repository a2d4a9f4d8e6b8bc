import type { SinkKind } from '@leashlint/rules';
import type { Program, Ref } from '../../program/program.js';
import { calledName } from '../../taint/python-paths.js';

/** Sinks whose values are checked once, before whatever is done with them. */
const CHECKED_ONCE: ReadonlySet<SinkKind> = new Set(['path', 'sql', 'url', 'shell', 'code', 'template', 'deserialize']);

/** Functions whose result is the same path, or a part of it: who checks the path has checked the result. */
const SAME_PATH: ReadonlySet<string> = new Set(['dirname', 'Path', 'PurePath', 'str', 'fspath']);
const MAX_DEPTH = 3;

/** The same for all sinks of one function that get one value: the same variable, field, or the folder of the same path. */
export function valueIdentity(program: Program, kind: SinkKind, ref: Ref): string | undefined {
  if (!CHECKED_ONCE.has(kind)) return undefined;
  const made = kind === 'path' ? pathBehind(program, ref, 0) : ref;
  const file = program.fileOf(made);
  const value = program.value(made);
  // Each read of a field is a value of its own.
  const name = value.kind === 'member' ? file.text.slice(...value.range) : String(made);
  return `${kind} ${String(program.functionOf(made))} ${name}`;
}

function pathBehind(program: Program, ref: Ref, depth: number): Ref {
  const value = program.value(ref);
  const file = program.fileOf(ref);
  if (depth === MAX_DEPTH) return ref;
  if (value.kind === 'member' && value.key === 'parent')
    return pathBehind(program, program.ref(file, value.object), depth + 1);
  const [first] = value.kind === 'call' ? value.arguments : [];
  if (first === undefined || !SAME_PATH.has(calledName(program, ref))) return ref;
  return pathBehind(program, program.ref(file, first.value), depth + 1);
}
