import type { Effect, SuppliedSubject } from '@leashlint/rules';
import type { Program, Ref } from '../../program/program.js';
import type { ModelContext, ToolEntry } from '../entries.js';
import { argumentsOf } from './effect-change.js';
import { fieldOf } from './model-decisions.js';
import type { Visit } from './reach.js';
import { sessionsAround } from './sessions.js';
import { calledOrigins } from '../flow/sinks.js';
import { calleeName } from '../catalogue/sites.js';
import { inputParts } from '../tools/tool-input.js';
import { wayBack } from '../flow/way-back.js';

/** Fields that say on whose behalf something is done. Customers, projects and teams are what people work on. */
const SUBJECT =
  /^(?:user|account|tenant|org|organi[sz]ation|owner|actor|member|subject)_?id$|^(?:on_?behalf_?of|impersonate|as_?user)$/i;
const DATA: ReadonlySet<Effect['kind']> = new Set(['sql', 'data-read', 'db-write']);

/** Tools that take the subject of a query from the model although the application knows who is signed in. */
export function suppliedSubjects(context: ModelContext, tools: readonly ToolEntry[]): readonly SuppliedSubject[] {
  return tools.flatMap((entry) => {
    const names = fieldNames(entry).filter((name) => SUBJECT.test(name));
    const [effect] = (entry.reach?.effects ?? []).filter((reached) => DATA.has(reached.effect.kind));
    if (names.length === 0 || effect === undefined) return [];
    const sessions = sessionsAround(context, entry);
    const [session] = sessions;
    if (session === undefined) return [];
    return names.flatMap((name) => {
      const uses = usesOf(context, entry, name);
      const [use] = uses.filter(({ data }) => data);
      if (use === undefined || uses.some(({ data }) => !data)) return [];
      if (isCompared(context.program, entry, name) || isNarrowed(context.program, uses, sessions)) return [];
      return [
        {
          tool: entry.tool,
          field: name,
          fieldSpan: fieldOf(entry.tool.schema.fields, name)?.span,
          use: context.program.span(use.call),
          label: effect.effect.callee,
          steps: use.visit.path,
          session: { span: context.program.span(session), label: textOf(context.program, session) },
        },
      ];
    });
  });
}

function fieldNames({ tool, inputs }: ToolEntry): readonly string[] {
  return inputs.length === 0 ? [] : tool.schema.fields.map(({ name }) => name);
}

interface Use {
  readonly call: Ref;
  readonly visit: Visit;
  /** The call belongs to a database or service of the catalogue. */
  readonly data: boolean;
}

/** Calls that get the field; those that only lead on to one of them left out. */
function usesOf({ program, catalogue }: ModelContext, entry: ToolEntry, name: string): readonly Use[] {
  const visits = entry.reach?.visits ?? [];
  const leading = new Set(visits.flatMap((visit) => visit.by));
  return visits.flatMap((visit) =>
    visit.calls.flatMap((call): readonly Use[] => {
      if (leading.has(call)) return [];
      const parts = argumentsOf(program, call).flatMap((value) => inputParts(program, value, entry.inputs, visit.by));
      if (!parts.some(({ keys }) => keys[0] === name)) return [];
      const origins = calledOrigins(program, call);
      // Conversions, logs and the like are no use of the data.
      if (origins.some((origin) => origin.kind === 'api' && origin.module === 'global')) return [];
      if (catalogue.match('sinks', program.fileOf(call), origins).some(({ row }) => row.kind === 'log')) return [];
      const data = origins.some((origin) => origin.kind === 'api' && catalogue.knowsModule(origin.module));
      return [{ call, visit, data }];
    }),
  );
}

/** `if (userId !== session.user.id)`: with anything that is no literal. */
function isCompared(program: Program, entry: ToolEntry, name: string): boolean {
  return (entry.reach?.visits ?? []).some((visit) => {
    const file = program.fileOfFunction(visit.fn);
    return file.facts.values.some((value, id) => {
      if (value.kind !== 'operation' || !/^[!=]==?$/.test(value.operator)) return false;
      if (program.functionOf(program.ref(file, id)) !== visit.fn) return false;
      const operands = value.inputs.map((input) => program.ref(file, input));
      const hasField = operands.some((operand) =>
        inputParts(program, operand, entry.inputs, visit.by).some(({ keys }) => keys[0] === name),
      );
      return hasField && operands.every((operand) => program.literals(operand) === undefined);
    });
  });
}

/** The query also says who is signed in, or the session's rights have been tested on the way. */
function isNarrowed(program: Program, uses: readonly Use[], sessions: readonly Ref[]): boolean {
  const fromSession = (value: Ref, visit: Visit): boolean =>
    wayBack(program, value, visit.by).some(({ ref }) => sessions.includes(ref));
  return uses.some(({ call, visit }) => {
    const around = visit.calls.filter((other) => program.functionOf(other) === program.functionOf(call));
    if (around.some((other) => argumentsOf(program, other).some((value) => fromSession(value, visit)))) return true;
    return testsBefore(program, [...visit.by, call]).some((test) => {
      const value = program.value(test);
      return value.kind === 'operation' && fromSession(test, visit);
    });
  });
}

function testsBefore(program: Program, calls: readonly Ref[]): readonly Ref[] {
  return calls.flatMap((call) => {
    const value = program.value(call);
    const file = program.fileOf(call);
    const tests: Ref[] = [];
    for (let id = value.kind === 'call' ? value.condition : -1; id >= 0;) {
      const facts = file.facts.conditions[id];
      if (facts === undefined) break;
      if ('test' in facts) tests.push(program.ref(file, facts.test));
      id = facts.parent;
    }
    return tests;
  });
}

function textOf(program: Program, ref: Ref): string {
  const { range, kind } = program.value(ref);
  return kind === 'call' ? calleeName(program, ref) : program.fileOf(ref).text.slice(...range);
}
