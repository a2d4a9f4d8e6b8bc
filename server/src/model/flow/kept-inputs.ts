import type { AccessPath, Framework, SourceRow } from '@leashlint/rules';
import type { Program, Ref } from '../../program/program.js';
import { follow } from '../catalogue/relative.js';
import { isAt } from '../catalogue/setting-values.js';

/**
 * Whether every call that takes a parameter's function fills the parameter with something that stays on the server, or none
 * with something that counts.
 */
export function isKept(
  program: Program,
  parameter: Ref,
  framework: Framework,
  { list, kept, only }: NonNullable<SourceRow['filledBy']>,
): boolean {
  const value = program.value(parameter);
  if (value.kind !== 'parameter') return false;
  const file = program.fileOf(parameter);
  const inputs = program
    .uses(program.functionOf(parameter))
    .flatMap((use) => (use.kind === 'argument' ? follow(program, program.ref(file, use.call), list).values : []))
    .map(({ ref }) => itemAt(program, ref, value.index));
  const isOneOf = (input: Ref, paths: readonly AccessPath[]): boolean =>
    program
      .origins(input)
      .every((origin) => origin.kind === 'api' && paths.some((path) => isAt(origin, framework, path)));
  if (only !== undefined) return !inputs.some((input) => input !== undefined && isOneOf(input, only));
  return inputs.length > 0 && inputs.every((input) => input !== undefined && isOneOf(input, kept));
}

function itemAt(program: Program, list: Ref, index: number): Ref | undefined {
  const value = program.value(list);
  const item = value.kind === 'array' ? value.items[index] : undefined;
  return item !== undefined && 'value' in item ? program.ref(program.fileOf(list), item.value) : undefined;
}
