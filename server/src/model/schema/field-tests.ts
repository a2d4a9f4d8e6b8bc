import type { ConditionId, ValueId } from '../../facts.js';
import type { Program, ProgramFile, Ref } from '../../program/program.js';
import type { ToolDraft } from '../drafts.js';
import { inputParts } from '../tools/tool-input.js';

/** What a test says about a field of a tool's input. */
export interface FieldTest {
  /** Way to the field: `['options', 'confirm']`. */
  readonly keys: readonly string[];
  /** What the field has to be: truthy, falsy, or a text. */
  readonly wants: boolean | string;
  readonly test: Ref;
}

const EQUALITY = /^[!=]==?$/;

/** What a model may fill, and the calls (`by`) that lead from there to the function of a test. */
export interface TestedInput {
  readonly inputs: ToolDraft['inputs'];
  readonly by: readonly Ref[];
}

/** Tests of input fields that have to come out as they did for a place to be reached. */
export function fieldTests(
  program: Program,
  file: ProgramFile,
  condition: ConditionId,
  input: TestedInput,
): readonly FieldTest[] {
  return testsAt(file, condition).flatMap(({ test, holds }) =>
    whatHolds(program, program.ref(file, test), holds, input),
  );
}

/** Fields of which one value is enough to pass a test that asks for something else too: `if (risky && confirmFirst) return`. */
export function waivingFields(
  program: Program,
  file: ProgramFile,
  condition: ConditionId,
  input: TestedInput,
): readonly FieldTest[] {
  return testsAt(file, condition).flatMap(({ test, holds }) => {
    const value = file.facts.values[test];
    if (value?.kind !== 'operation' || value.operator !== (holds ? 'or' : 'and')) return [];
    const ways = value.inputs.map((operand) => whatHolds(program, program.ref(file, operand), holds, input));
    // Where every way is a field of the input, the model is asked what it wants, not for approval.
    return ways.some((way) => way.length === 0) ? ways.flat() : [];
  });
}

/** The tests that have come out one way or the other where a condition holds, the nearest first. */
function testsAt(file: ProgramFile, condition: ConditionId): readonly { readonly test: ValueId; readonly holds: boolean }[] {
  const found: { readonly test: ValueId; readonly holds: boolean }[] = [];
  for (let id = condition; id >= 0;) {
    const facts = file.facts.conditions[id];
    if (facts === undefined) break;
    if ('test' in facts) found.push(facts);
    id = facts.parent;
  }
  return found;
}

/** What is known of input fields when a value is truthy (`holds`) or falsy. */
export function whatHolds(program: Program, test: Ref, holds: boolean, input: TestedInput): readonly FieldTest[] {
  const value = program.value(test);
  const file = program.fileOf(test);
  const inner = (id: ValueId, still: boolean): readonly FieldTest[] =>
    whatHolds(program, program.ref(file, id), still, input);
  if (value.kind === 'operation') {
    if (value.operator === 'not' || value.operator === '!') return inner(value.inputs[0] ?? -1, !holds);
    if (value.operator === (holds ? 'and' : 'or')) return value.inputs.flatMap((operand) => inner(operand, holds));
    if (EQUALITY.test(value.operator)) return compared(program, test, holds, input);
    return [];
  }
  if (value.kind === 'call') {
    const [argument] = value.arguments;
    const isBoolean = program
      .origins(program.ref(file, value.callee))
      .some(
        (origin) => origin.kind === 'api' && origin.module === 'global' && origin.path.join('.') === 'Member[Boolean]',
      );
    return isBoolean && argument !== undefined ? inner(argument.value, holds) : [];
  }
  return fieldsBehind(program, test, input).map((keys) => ({ keys, wants: holds, test }));
}

/** `confirm === true`, `answer !== 'yes'`. */
function compared(program: Program, test: Ref, holds: boolean, input: TestedInput): readonly FieldTest[] {
  const value = program.value(test);
  if (value.kind !== 'operation') return [];
  const file = program.fileOf(test);
  const equal = value.operator.startsWith('=') === holds;
  const operands = value.inputs.map((operand) => program.ref(file, operand));
  const literals = operands.map((operand) => {
    const known = program.value(operand).kind === 'literal' ? program.literals(operand) : undefined;
    return known?.length === 1 ? known[0] : undefined;
  });
  const literal = literals.find((known) => known !== undefined);
  const field = operands.find((_, index) => literals[index] === undefined);
  if (field === undefined || literal === undefined || literal === null || typeof literal === 'number') return [];
  const wants = typeof literal === 'boolean' ? literal === equal : equal ? literal : undefined;
  if (wants === undefined) return [];
  return fieldsBehind(program, field, input).map((keys) => ({ keys, wants, test }));
}

function fieldsBehind(program: Program, value: Ref, { inputs, by }: TestedInput): readonly (readonly string[])[] {
  return inputParts(program, value, inputs, by).flatMap(({ keys, same }) =>
    same && !keys.includes('*') ? [keys] : [],
  );
}
