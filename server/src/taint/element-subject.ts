import type { Program, Ref } from '../program/program.js';
import { keysBetween, type Subject } from './subject.js';

/**
 * The subject as the element that a loop or a callback looks at, if it is an element of the same list or the list of which
 * each element was looked at.
 */
export function asElement(program: Program, element: Ref, subject: Subject): Subject | undefined {
  const value = program.value(element);
  return value.kind === 'iteration'
    ? elementOf(program, program.ref(program.fileOf(element), value.of), element, subject)
    : undefined;
}

/** The same for a list that is known: `element` stands for any of its elements. */
export function elementOf(program: Program, list: Ref, element: Ref, subject: Subject): Subject | undefined {
  const [first, ...keys] = keysBetween(program, list, subject) ?? ['none'];
  if (first !== undefined && first !== '*' && !/^\d+$/.test(first)) return undefined;
  return { ...subject, ref: element, keys };
}
