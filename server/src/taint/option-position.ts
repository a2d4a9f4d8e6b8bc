import { optionsWithoutValue } from '@leashlint/rules';
import type { ConditionId, Value } from '../facts.js';
import type { Program, Ref } from '../program/program.js';

/** Functions whose result is an absolute path or address. */
const ABSOLUTE = /^Member\[(?:resolve|realpath|realpathSync|pathToFileURL)\]$/;
const END_OF_OPTIONS: ReadonlySet<unknown> = new Set(['--', '--end-of-options']);
const flags: ReadonlySet<unknown> = new Set(optionsWithoutValue);

interface Item {
  readonly ref: Ref;
  /** Where it is added; undefined for an item of the array itself. */
  readonly addition: ConditionId | undefined;
}

/**
 * Whether an item of an argument array may be read as an option. It is none behind `--`, and none where the option before
 * it takes it as its value. True for anything that is not seen to be an item.
 */
export function argumentMayBeOption(program: Program, array: Ref, part: Ref): boolean {
  const items = itemsOf(program, array);
  const places = items.flatMap(({ ref }, index) => (ref === part ? [index] : []));
  return places.length === 0 || places.some((index) => mayBeOption(program, items, index));
}

export function neverBeginsWithDash(program: Program, call: Ref): boolean {
  const value = program.value(call);
  if (value.kind !== 'call') return false;
  const origins = program.origins(program.ref(program.fileOf(call), value.callee));
  return (
    origins.length > 0 &&
    origins.every((origin) => origin.kind === 'api' && ABSOLUTE.test(origin.path.at(-1) ?? '') && isPathModule(origin))
  );
}

function isPathModule({ module }: { readonly module: string }): boolean {
  return /^(?:node:)?(?:path|fs|url)(?:\/|$)/.test(module);
}

/** The items of an array literal and what its file adds to it, in order of the code. */
function itemsOf(program: Program, array: Ref): readonly Item[] {
  const file = program.fileOf(array);
  const value: Value = program.value(array);
  const own = value.kind === 'array' ? value.items : [];
  const items: Item[] = own.map((item) => ({
    ref: program.ref(file, 'value' in item ? item.value : item.spread),
    addition: undefined,
  }));
  for (const call of program.additions(array)) {
    const added = program.value(call);
    if (added.kind !== 'call') continue;
    items.push(
      ...added.arguments.map((argument) => ({
        ref: program.ref(file, argument.value),
        addition: added.condition,
      })),
    );
  }
  return items;
}

function mayBeOption(program: Program, items: readonly Item[], index: number): boolean {
  const item = items[index];
  if (item === undefined) return true;
  const surely = ({ addition }: Item): boolean => addition === undefined || addition < 0 || addition === item.addition;
  if (items.slice(0, index).some((before) => surely(before) && isLiteral(program, before.ref, END_OF_OPTIONS)))
    return false;
  const before = items[index - 1];
  return before === undefined || !surely(before) || !takesValue(program, before.ref);
}

/** `-m`, `--message`: an option whose value is the next argument. */
function takesValue(program: Program, ref: Ref): boolean {
  const literals = program.literals(ref);
  return (
    literals !== undefined &&
    literals.length > 0 &&
    literals.every((text) => typeof text === 'string' && /^-[^=]+$/.test(text) && text !== '--' && !flags.has(text))
  );
}

function isLiteral(program: Program, ref: Ref, wanted: ReadonlySet<unknown>): boolean {
  return program.literals(ref)?.every((literal) => wanted.has(literal)) === true;
}
