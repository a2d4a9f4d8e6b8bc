import type { Origin, Program, Ref } from '../../program/program.js';
import type { CatalogueIndex } from '../catalogue/catalogue-index.js';
import { makersOf } from '../catalogue/makers.js';

/**
 * What decides about the text that a call fetches or loads: its arguments, and those of the calls that made its object. Undefined
 * for calls that fetch nothing. Who puts texts into a store chose them by choosing the address or the file.
 */
export function retrievalInputs(
  program: Program,
  index: CatalogueIndex,
  call: Ref,
  callee: readonly Origin[],
): readonly Ref[] | undefined {
  const results = callee.flatMap((origin): readonly Origin[] =>
    origin.kind === 'api' ? [{ ...origin, path: [...origin.path, 'ReturnValue'] }] : [],
  );
  const fetches = index.match('sources', program.fileOf(call), results).some(({ row }) => row.kind === 'retrieved');
  return fetches ? [call, ...makersOf(program, call)].flatMap((at) => argumentsAt(program, at)) : undefined;
}

function argumentsAt(program: Program, call: Ref): readonly Ref[] {
  const value = program.value(call);
  const file = program.fileOf(call);
  return value.kind === 'call' ? value.arguments.map((argument) => program.ref(file, argument.value)) : [];
}
