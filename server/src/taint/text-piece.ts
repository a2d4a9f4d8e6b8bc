import { argumentAt } from '../program/origins.js';
import type { Program, Ref } from '../program/program.js';

/** What a piece of a text that was split lacks: separators, or the dots of `..`. */
export type Lacks = 'separators' | 'parents';

/**
 * `name.split('/').pop()`, `name.split('.').at(-1)`, `name.split('.')[0]`: one piece of a text has nothing of what it was
 * split at.
 */
export function lackedBy(program: Program, ref: Ref): Lacks | undefined {
  const list = listOf(program, ref);
  const value = list === undefined ? undefined : program.value(list);
  if (list === undefined || value?.kind !== 'call') return undefined;
  const callee = program.value(program.ref(program.fileOf(list), value.callee));
  const at = argumentAt(program, list, 0);
  if (callee.kind !== 'member' || callee.key !== 'split' || at === undefined || value.arguments.length !== 1)
    return undefined;
  const separator = program.value(at);
  if (separator.kind === 'regex') {
    return /^\[(?:\\?\/|\\\\){2}\]\+?$/.test(separator.pattern) ? 'separators' : undefined;
  }
  const texts = program.literals(at) ?? [];
  if (texts.length !== 1) return undefined;
  return texts[0] === '/' ? 'separators' : texts[0] === '.' ? 'parents' : undefined;
}

/** The list of which a value is one element: the first, or the last. */
function listOf(program: Program, ref: Ref): Ref | undefined {
  const value = program.value(ref);
  const file = program.fileOf(ref);
  if (value.kind === 'member') return /^\d+$/.test(value.key) ? program.ref(file, value.object) : undefined;
  if (value.kind === 'element') {
    return typeof program.literals(program.ref(file, value.key))?.[0] === 'number'
      ? program.ref(file, value.object)
      : undefined;
  }
  const callee = value.kind === 'call' ? program.value(program.ref(file, value.callee)) : undefined;
  if (callee?.kind !== 'member' || !['pop', 'shift', 'at'].includes(callee.key)) return undefined;
  return program.ref(file, callee.object);
}
