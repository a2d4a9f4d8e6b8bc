import type { Program, Ref } from '../program/program.js';

/** Stands for a part whose text is not known. */
const UNKNOWN = '\u0000';

/** Scheme and host, a base address from elsewhere that something follows (no host has a `=`), or a path on the same host. */
const HOST_ENDED = [/^[a-z][\w+.-]*:\/\/[^/?#]+[/?#]/i, /^\0(?!:?\/\/)[^/?#=&]*[/?#=&]/, /^\/[^/\\]/];

/**
 * Parts of a text that come after its host is decided: whoever chooses them chooses a path or a query, not where the
 * request goes.
 */
export function partsBehindHost(
  program: Program,
  parts: readonly (string | number)[],
  local: (id: number) => Ref,
): ReadonlySet<number> {
  const behind = new Set<number>();
  let before = '';
  parts.forEach((part, index) => {
    if (typeof part === 'string') {
      before += part;
      return;
    }
    const start = beginsWithPath(program, local(part)) ? `${before}/` : before;
    if (HOST_ENDED.some((pattern) => pattern.test(start))) behind.add(index);
    before += knownText(program, local(part), 0);
  });
  return behind;
}

const MAX_DEPTH = 4;

/** The text of a literal, or of a text that was put together before, as far as it is known. */
function knownText(program: Program, ref: Ref, depth: number): string {
  const value = program.value(ref);
  if (value.kind === 'template' && value.tag === undefined && depth < MAX_DEPTH) {
    const file = program.fileOf(ref);
    return value.parts
      .map((part) => (typeof part === 'string' ? part : knownText(program, program.ref(file, part), depth + 1)))
      .join('');
  }
  const [literal, ...others] = program.literals(ref) ?? [];
  return typeof literal === 'string' && others.length === 0 ? literal : UNKNOWN;
}

/** `new URL(…).pathname` and texts that begin with it: whoever chooses the rest, there is a slash before it. */
function beginsWithPath(program: Program, ref: Ref): boolean {
  const value = program.value(ref);
  const file = program.fileOf(ref);
  if (value.kind === 'template' && value.tag === undefined) {
    const [first = ''] = value.parts;
    return typeof first === 'string' ? first.startsWith('/') : beginsWithPath(program, program.ref(file, first));
  }
  if (value.kind !== 'member' || value.key !== 'pathname') return false;
  return program
    .origins(program.ref(file, value.object))
    .every((origin) => origin.kind === 'api' && origin.path.join('.') === 'Member[URL].Instance');
}
