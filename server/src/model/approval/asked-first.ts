import type { ConditionId } from '../../facts.js';
import type { Program, ProgramFile, Ref } from '../../program/program.js';
import type { TaintAnswer } from '../../taint/solver.js';
import { waitsForPerson } from './person.js';

/** Conditions, and values inside of one test, that are looked at. */
const MOST_CONDITIONS = 30;
const MOST_NESTED = 5;

interface Place {
  readonly file: ProgramFile;
  readonly condition: ConditionId;
}

/**
 * Whether somebody at the terminal answers a question between the making of a value and its use: the way to the use depends on
 * the answer, and the value was there before the question. What a person types to begin with is no answer to it.
 */
export function isAskedFirst(program: Program, use: Place, { values }: Pick<TaintAnswer, 'values'>): boolean {
  return [use, ...placesOfCalls(program, values)].some((place) =>
    questionsBefore(program, place).some((question) => values.some((value) => isBefore(program, value, question))),
  );
}

/** Where the calls stand that hand the value on from one function to the next. */
function placesOfCalls(program: Program, values: readonly Ref[]): readonly Place[] {
  return values.flatMap((value, index) => {
    const next = values[index + 1];
    if (next === undefined || program.value(next).kind !== 'parameter') return [];
    const file = program.fileOf(value);
    return program.function(program.functionOf(value)).calls.flatMap((id) => {
      const call = file.facts.values[id];
      const hands =
        call?.kind === 'call' &&
        call.arguments.some((argument) => program.ref(file, argument.value) === value) &&
        program.callees(program.ref(file, id)).includes(program.functionOf(next));
      return hands ? [{ file, condition: call.condition }] : [];
    });
  });
}

/** Questions on whose answers it depends that a place is reached. */
function questionsBefore(program: Program, { file, condition: start }: Place): readonly Ref[] {
  const questions: Ref[] = [];
  const ways: ConditionId[] = [start];
  const seen = new Set<ConditionId>();
  for (let id = ways.pop(); id !== undefined; id = ways.pop()) {
    const condition = file.facts.conditions[id];
    if (condition === undefined || seen.has(id) || seen.size > MOST_CONDITIONS) continue;
    seen.add(id);
    ways.push(condition.parent);
    if ('either' in condition) ways.push(...condition.either);
    if ('test' in condition) questions.push(...questionsIn(program, program.ref(file, condition.test), 0));
  }
  return questions;
}

/** The calls in a test that wait for an answer: `input("Run it? ").lower() in ("y", "yes")`. */
function questionsIn(program: Program, ref: Ref, depth: number): readonly Ref[] {
  const file = program.fileOf(ref);
  const value = program.value(ref);
  const inside = (ids: readonly number[]): readonly Ref[] =>
    depth >= MOST_NESTED ? [] : ids.flatMap((id) => questionsIn(program, program.ref(file, id), depth + 1));
  switch (value.kind) {
    case 'call':
      if (waitsForPerson(program, ref)) return [ref];
      return inside([value.callee, ...value.arguments.map((argument) => argument.value)]);
    case 'member':
      return inside([value.object]);
    case 'await':
      return inside([value.value]);
    case 'operation':
    case 'phi':
      return inside(value.inputs);
    default:
      return [];
  }
}

function isBefore(program: Program, value: Ref, question: Ref): boolean {
  return (
    program.fileOf(value) === program.fileOf(question) &&
    program.functionOf(value) === program.functionOf(question) &&
    program.value(value).range[0] < program.value(question).range[0]
  );
}
