import type { Program, Ref } from '../program/program.js';

/** Stands for a part whose text is not known. */
const UNKNOWN = '\u0000';

/** Scheme and host, a base address from elsewhere that something follows, or a path on the same host. */
const HOST_ENDED = [/^[a-z][\w+.-]*:\/\/[^/?#]+[/?#]/i, /^\0(?!:?\/\/)[^/?#]*[/?#]/, /^\/[^/\\]/];

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
    const [literal, ...others] = program.literals(local(part)) ?? [];
    before += typeof literal === 'string' && others.length === 0 ? literal : UNKNOWN;
  });
  return behind;
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
