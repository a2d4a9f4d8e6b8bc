import type { Tool, ToolClassRow } from '@leashlint/rules';
import type { ClassFacts } from '../facts.js';
import type { Program, ProgramFile, Ref } from '../program/program.js';
import { baseOrigins } from './base-classes.js';
import type { Match } from './catalogue-index.js';
import type { Building, ModelContext, ToolEntry } from './entries.js';
import { proseOf, provenanceOf, textOf } from './row-values.js';
import { readSchema } from './schema.js';
import { inputsOf } from './tools.js';

/** Classes that are tools because of their base: `class Shell extends StructuredTool { name = 'shell'; _call({ cmd }) {} }`. */
export function toolClasses(context: ModelContext, files: readonly ProgramFile[]): readonly ToolEntry[] {
  return files.flatMap((file) =>
    file.facts.classes.flatMap((facts): ToolEntry[] => {
      const [match] = context.catalogue.match('toolClasses', file, baseOrigins(context.program, file, facts));
      return match === undefined ? [] : [toolOf(context.program, file, facts, match)];
    }),
  );
}

function toolOf(
  program: Program,
  file: ProgramFile,
  facts: ClassFacts,
  { row, framework, ref }: Match<'toolClasses'>,
): ToolEntry {
  const handlers = facts.methods
    .filter((method) => method.name === row.handler && !method.static)
    .map((method) => program.functionRef(file, method.function));
  const at = program.ref(file, facts.value);
  const provenance = provenanceOf(framework, ref);
  return {
    tool: newTool(program, file, facts, row, ref, handlers[0]),
    ref: at,
    handlers,
    inputs: inputsOf(program, handlers, row.input, undefined),
    dispatch: false,
    provenance,
    gateRows: [],
    settingRows: [],
    server: false,
    // Who gets an instance, and with which gates, is decided where it is constructed.
    open: true,
  };
}

function newTool(
  program: Program,
  file: ProgramFile,
  facts: ClassFacts,
  row: ToolClassRow,
  framework: Tool['framework'],
  handler: number | undefined,
): Building<Tool> {
  const field = (name: string | undefined): Ref | undefined => {
    const value = facts.fields.find((candidate) => candidate.name === name && !candidate.static)?.value;
    return value === undefined ? undefined : program.ref(file, value);
  };
  const span = program.spanOfRange(file, facts.range);
  const name = field(row.name);
  const schema = field(row.schema);
  return {
    name: textOf(program, name) ?? facts.name,
    description: proseOf(program, field(row.description)),
    framework,
    span,
    nameSpan: name === undefined ? span : program.span(name),
    options: undefined,
    schema:
      schema === undefined
        ? { state: 'unknown', span: undefined, dialect: 'other', fields: [] }
        : readSchema(program, schema, undefined),
    handler: handler === undefined ? undefined : program.spanOfRange(file, program.function(handler).range),
    effects: [],
    capabilities: [],
    exposures: [],
    annotations: undefined,
    recorded: 'unknown',
    agent: undefined,
    gates: [],
    gated: 'unknown',
    gateOffers: [],
    users: [],
    served: false,
    hosted: undefined,
  };
}
