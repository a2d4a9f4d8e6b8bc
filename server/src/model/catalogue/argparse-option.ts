import type { CallValue } from '../../facts.js';
import type { Program, Ref } from '../../program/program.js';
import { memberName } from './access-path.js';

/** The calls of the file that declare the option of an `argparse` parser that a value is read from: `args.limit`; empty for other values. */
export function argparseOption(program: Program, ref: Ref): readonly CallValue[] {
  const value = program.value(ref);
  if (value.kind !== 'member') return [];
  const file = program.fileOf(ref);
  const parsed = program
    .origins(program.ref(file, value.object))
    .some((origin) => origin.kind === 'api' && origin.module === 'python:argparse' && parses(origin.path));
  if (!parsed) return [];
  const flag = `--${value.key.replaceAll('_', '-')}`;
  return file.facts.values.flatMap((other) => {
    if (other.kind !== 'call' || file.facts.values[other.callee]?.kind !== 'member') return [];
    const names = other.arguments.flatMap(({ value: id }) => {
      const argument = file.facts.values[id];
      return argument?.kind === 'literal' ? [argument.value] : [];
    });
    return names.includes(flag) || names.includes(`--${value.key}`) ? [other] : [];
  });
}

function parses(path: readonly string[]): boolean {
  return path.some((step) => /^parse_(?:known_|intermixed_)?args$/.test(memberName(step) ?? ''));
}
