import type { Program, Ref } from '../../program/program.js';
import { argumentAt } from '../../program/origins.js';
import { type ArgumentPosition, positionIndices } from './access-path.js';

/**
 * What calls of a member of a call's result pass, anywhere in its file: `setText(reply)` for member 1 of
 * `useState()`.
 */
export function laterArguments(
  program: Program,
  call: Ref,
  names: readonly string[],
  positions: readonly ArgumentPosition[],
): readonly Ref[] {
  const file = program.fileOf(call);
  const { values } = file.facts;
  return values.flatMap((value, id) => {
    if (value.kind !== 'call') return [];
    const callee = values[value.callee];
    if (callee?.kind !== 'member' || !names.includes(callee.key) || program.ref(file, callee.object) !== call)
      return [];
    return positions
      .flatMap((position) => positionIndices(position, value.arguments.length))
      .flatMap((position) => argumentAt(program, program.ref(file, id), position) ?? []);
  });
}
