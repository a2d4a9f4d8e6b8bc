import type { Program, Ref } from './program.js';

const MAX_LINKS = 24;

/**
 * The links of `first | second | third`, in order; of a dictionary that is the first link, the merge with what follows.
 * Empty for any other value.
 */
export function chainLinks(program: Pick<Program, 'value' | 'ref' | 'fileOf' | 'origins'>, chain: Ref): readonly Ref[] {
  const links: Ref[] = [];
  const collect = (at: Ref, isOuter: boolean): void => {
    if (links.length >= MAX_LINKS) return;
    const joined = joinedBy(program, at);
    if (joined !== undefined) for (const part of joined) collect(part, false);
    else if (!isOuter) links.push(at);
  };
  collect(chain, true);
  return links;
}

/** Both sides of the operator. A chain may have got a name in between. */
function joinedBy(
  program: Pick<Program, 'value' | 'ref' | 'fileOf' | 'origins'>,
  ref: Ref,
): readonly Ref[] | undefined {
  const file = program.fileOf(ref);
  if (file.facts.language !== 'python') return undefined;
  const value = program.value(ref);
  if (value.kind === 'operation') {
    return value.operator === '|' ? value.inputs.map((input) => program.ref(file, input)) : undefined;
  }
  if (value.kind !== 'object' || value.entries.length !== 2) return undefined;
  const sides = value.entries.flatMap((entry) => ('spread' in entry ? [program.ref(file, entry.spread)] : []));
  return sides.length === 2 ? sides : undefined;
}
