import type { ConditionId } from '../../facts.js';
import type { Program, ProgramFile, Ref } from '../../program/program.js';

const EQUALITY = new Set(['===', '==']);
const INEQUALITY = new Set(['!==', '!=']);

/**
 * Texts that a value was found equal to on the way to a place: the names of the tools for which a shared handler gets
 * there. Undefined if nothing on the way compares with a text. With `isName` only comparisons of such values count.
 */
export function dispatchedNames(
  program: Program,
  file: ProgramFile,
  condition: ConditionId,
  isName?: (ref: Ref) => boolean,
): ReadonlySet<string> | undefined {
  for (let id = condition; id >= 0;) {
    const facts = file.facts.conditions[id];
    if (facts === undefined) return undefined;
    if ('test' in facts) {
      const names = comparedTexts(program, file, facts.test, facts.holds, isName);
      if (names !== undefined) return names;
    }
    id = facts.parent;
  }
  return undefined;
}

/** `name === 'a' || name === 'b'` that holds, `name !== 'a'` that does not. */
function comparedTexts(
  program: Program,
  file: ProgramFile,
  test: number,
  holds: boolean,
  isName: ((ref: Ref) => boolean) | undefined,
): ReadonlySet<string> | undefined {
  const value = file.facts.values[test];
  if (value?.kind !== 'operation') return undefined;
  if (value.operator === 'not') return comparedTexts(program, file, value.inputs[0] ?? -1, !holds, isName);
  if (value.operator === (holds ? 'or' : 'and')) {
    const parts = value.inputs.map((input) => comparedTexts(program, file, input, holds, isName));
    return parts.every((part) => part !== undefined) ? new Set(parts.flatMap((part) => [...part])) : undefined;
  }
  if (!(holds ? EQUALITY : INEQUALITY).has(value.operator)) return undefined;
  if (isName !== undefined && !value.inputs.some((input) => isName(program.ref(file, input)))) return undefined;
  const texts = value.inputs.flatMap((input) => program.literals(program.ref(file, input)) ?? []);
  return texts.length === 1 && typeof texts[0] === 'string' ? new Set([texts[0]]) : undefined;
}
