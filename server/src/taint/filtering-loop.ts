import type { SinkKind } from '@leashlint/rules';
import { argumentAt } from '../program/origins.js';
import type { Program, Ref } from '../program/program.js';

/** Characters that a loop has to take out of a text, so that what is left can do no harm. */
const NEEDED: Partial<Readonly<Record<SinkKind, string>>> = { path: '/\\' };

/** `for char in '/\\:*?': name = name.replace(char, '')`: whether a value is what such a loop leaves. */
export function isFilteredByLoop(program: Program, ref: Ref, sink: SinkKind): boolean {
  const value = program.value(ref);
  const needed = NEEDED[sink];
  if (value.kind !== 'phi' || needed === undefined) return false;
  const file = program.fileOf(ref);
  return value.inputs.some((input) => {
    const call = program.ref(file, input);
    const replaced = program.value(call);
    const callee = replaced.kind === 'call' ? program.value(program.ref(file, replaced.callee)) : undefined;
    const [searched, replacement] = [argumentAt(program, call, 0), argumentAt(program, call, 1)];
    if (callee?.kind !== 'member' || callee.key !== 'replace' || program.ref(file, callee.object) !== ref) return false;
    const characters = searched === undefined ? undefined : charactersOf(program, searched);
    const inserted = replacement === undefined ? undefined : program.literals(replacement);
    return Array.from(needed).every(
      (character) =>
        characters?.includes(character) === true &&
        inserted?.every((text) => typeof text === 'string' && !text.includes(character)) === true,
    );
  });
}

/** What a loop over a fixed text or a list of characters goes through. */
function charactersOf(program: Program, element: Ref): readonly string[] | undefined {
  const value = program.value(element);
  if (value.kind !== 'iteration') return undefined;
  const of = program.ref(program.fileOf(element), value.of);
  const [text, ...others] = program.literals(of) ?? [];
  if (typeof text === 'string' && others.length === 0) return Array.from(text);
  const [list] = program.origins(of);
  const listed = list === undefined ? undefined : program.value(list.at);
  if (list === undefined || listed?.kind !== 'array') return undefined;
  return listed.items.flatMap((item) =>
    'value' in item
      ? (program.literals(program.ref(program.fileOf(list.at), item.value)) ?? []).filter(
          (literal) => typeof literal === 'string',
        )
      : [],
  );
}
