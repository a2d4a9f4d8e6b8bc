import type { Effect, ModelDecision, SchemaField } from '@leashlint/rules';
import type { FunctionRef, Program, Ref } from '../../program/program.js';
import type { ReachedEffect } from './effects.js';
import type { ModelContext, ToolEntry, UserEntry } from '../entries.js';
import { fieldTests, waivingFields, whatHolds } from '../schema/field-tests.js';
import type { FieldTest } from '../schema/field-tests.js';
import { follow } from '../catalogue/relative.js';
import { functionsOf } from '../catalogue/row-values.js';

/** Fields of tool inputs that decide whether something with consequences happens, or whether a person is asked. */
export function modelDecisions(
  { program }: ModelContext,
  tools: readonly ToolEntry[],
  users: readonly UserEntry[],
): readonly ModelDecision[] {
  return tools.flatMap((entry) => [
    ...runningFields(program, entry),
    ...waivers(program, entry),
    ...skippingFields(
      program,
      entry,
      users.filter((user) => user.tools.includes(entry)),
    ),
  ]);
}

interface Guarded {
  readonly reached: ReachedEffect;
  readonly tests: readonly FieldTest[];
}

/** Fields without which none of the tool's consequences happens. One that only adds to them is an option like any other. */
function runningFields(program: Program, entry: ToolEntry): readonly ModelDecision[] {
  const grave = (entry.reach?.effects ?? []).filter(({ effect }) => isGrave(effect));
  const [first, ...others] = grave.map((reached): Guarded => ({
    reached,
    tests: testsBefore(program, entry, reached),
  }));
  if (first === undefined) return [];
  const wanted = first.tests.filter(({ wants }) => wants !== false);
  const shared = wanted.filter((test) => others.every(({ tests }) => tests.some((other) => isSame(test, other))));
  const byField = new Map(shared.map((test) => [test.keys.join('.'), test]));
  return [...byField].map(([name, { test }]) => ({
    tool: entry.tool,
    field: name,
    fieldSpan: fieldOf(entry.tool.schema.fields, name)?.span,
    kind: 'runs',
    span: program.span(test),
    effects: grave.map(({ effect }) => effect),
  }));
}

/** Fields that make a check before the consequences pass, whatever else it asks. */
function waivers(program: Program, entry: ToolEntry): readonly ModelDecision[] {
  const grave = (entry.reach?.effects ?? []).filter(({ effect }) => isGrave(effect));
  const byField = new Map<string, FieldTest>();
  for (const reached of grave)
    for (const test of testsBefore(program, entry, reached, waivingFields))
      if (typeof test.wants === 'boolean' && !byField.has(test.keys.join('.'))) byField.set(test.keys.join('.'), test);
  return [...byField].map(([name, { test }]) => ({
    tool: entry.tool,
    field: name,
    fieldSpan: fieldOf(entry.tool.schema.fields, name)?.span,
    kind: 'waives',
    span: program.span(test),
    effects: grave.map(({ effect }) => effect),
  }));
}

function isGrave({ highImpact, change }: Effect): boolean {
  return highImpact || change === 'removes' || change === 'overwrites';
}

function isSame(left: FieldTest, right: FieldTest): boolean {
  return left.wants === right.wants && left.keys.join('.') === right.keys.join('.');
}

/** Tests on the whole way from the handler to the effect. */
function testsBefore(
  program: Program,
  entry: ToolEntry,
  { call, visit }: ReachedEffect,
  read = fieldTests,
): readonly FieldTest[] {
  const calls = [...visit.by, call];
  return calls.flatMap((step, index) => {
    const value = program.value(step);
    if (value.kind !== 'call') return [];
    return read(program, program.fileOf(step), value.condition, { inputs: entry.inputs, by: calls.slice(0, index) });
  });
}

/** Fields that make the predicate of an approval option answer no, although the tool acts all the same. */
function skippingFields(program: Program, entry: ToolEntry, users: readonly UserEntry[]): readonly ModelDecision[] {
  const grave = (entry.reach?.effects ?? []).filter(({ effect }) => isGrave(effect));
  if (grave.length === 0) return [];
  const harmless = new Set(
    grave.flatMap((reached) =>
      testsBefore(program, entry, reached).flatMap(({ keys, wants }) => (wants === false ? [keys.join('.')] : [])),
    ),
  );
  const predicates = [entry, ...users].flatMap((holder) =>
    holder.gateRows.flatMap((row) => {
      const { input } = row;
      if (row.shape !== 'value' || input === undefined) return [];
      return follow(program, holder.ref, row.at).values.flatMap(({ ref }) =>
        functionsOf(program, ref).map((fn) => ({ fn, input })),
      );
    }),
  );
  return predicates.flatMap(({ fn, input }) =>
    refusals(program, fn, input)
      .filter(({ keys, wants }) => wants === true && keys.length > 0 && !harmless.has(keys.join('.')))
      .map((test) => ({
        tool: entry.tool,
        field: test.keys.join('.'),
        fieldSpan: fieldOf(entry.tool.schema.fields, test.keys.join('.'))?.span,
        kind: 'skips-approval',
        span: program.span(test.test),
        effects: grave.map(({ effect }) => effect),
      })),
  );
}

/** What is known of the input where a predicate says that nobody needs to be asked. */
function refusals(program: Program, fn: FunctionRef, index: number): readonly FieldTest[] {
  const file = program.fileOfFunction(fn);
  const facts = program.function(fn);
  const parameter = facts.parameters[index];
  if (parameter === undefined) return [];
  const input = { inputs: [{ parameter: program.ref(file, parameter.value), keys: [] }], by: [] };
  const where = (condition: number): readonly FieldTest[] => fieldTests(program, file, condition, input);
  return facts.returns.flatMap(({ value, condition }) => {
    if (value === -1) return [];
    const ref = program.ref(file, value);
    const answer = program.value(ref);
    if (answer.kind === 'phi')
      return answer.inputs.flatMap((each, way) =>
        isFalse(program, program.ref(file, each)) ? where(answer.conditions[way] ?? -1) : [],
      );
    return isFalse(program, ref) ? where(condition) : whatHolds(program, ref, false, input);
  });
}

function isFalse(program: Program, ref: Ref): boolean {
  const value = program.value(ref);
  return value.kind === 'literal' && value.value === false;
}

export function fieldOf(fields: readonly SchemaField[], name: string): SchemaField | undefined {
  const [first, ...rest] = name.split('.');
  const field = fields.find((candidate) => candidate.name === first);
  return rest.length === 0 || field === undefined ? field : fieldOf(field.fields ?? [], rest.join('.'));
}
