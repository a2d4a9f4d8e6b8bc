import { argumentAt } from '../program/origins.js';
import type { Program, Ref } from '../program/program.js';

/** The first word of a text, as a key: element 0 of `shlex.split(text)` is this of `text`. */
export const FIRST_WORD = '*first-word';

/** The text that a call splits at white space: `shlex.split(text)`, `text.split()`; undefined for other calls. */
export function splitText(program: Program, call: Ref): Ref | undefined {
  const value = program.value(call);
  if (value.kind !== 'call') return undefined;
  const file = program.fileOf(call);
  const callee = program.value(program.ref(file, value.callee));
  const text = argumentAt(program, call, 0);
  const [origin] = program.origins(program.ref(file, value.callee));
  if (origin?.kind === 'api' && origin.module === 'python:shlex')
    return origin.path.join('.') === 'Member[split]' ? text : undefined;
  if (callee.kind !== 'member' || callee.key !== 'split') return undefined;
  const separators = text === undefined ? undefined : (program.literals(text) ?? ['']);
  return separators === undefined || separators.every((each) => each === ' ' || each === null)
    ? program.ref(file, callee.object)
    : undefined;
}

/** Whether a text begins with a whole word that is written in the code: `f'git {arguments}'`. */
export function beginsWithWord(parts: readonly (string | number)[]): boolean {
  const [head] = parts;
  return typeof head === 'string' && /^\s*\S+\s/.test(head);
}
