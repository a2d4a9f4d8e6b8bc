import type { Framework, Tool, ToolClassRow } from '@leashlint/rules';
import type { ClassFacts } from '../../facts.js';
import type { FunctionRef, Program, ProgramFile, Ref } from '../../program/program.js';
import { baseOrigins } from '../catalogue/base-classes.js';
import type { Match } from '../catalogue/catalogue-index.js';
import { emptyTool } from './empty-tool.js';
import type { Building, ModelContext, ToolEntry } from '../entries.js';
import { filledInputs, filledParameters } from './filled-parameters.js';
import { proseOf, provenanceOf, textOf } from '../catalogue/row-values.js';
import { classSchema, signatureSchema } from '../schema/signature.js';
import { readSchema } from '../schema/schema.js';
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
    tool: newTool(program, file, facts, { row, framework, ref }, handlers[0]),
    ref: at,
    handlers,
    inputs:
      row.input === undefined
        ? filledInputs(program, handlers, framework, row)
        : inputsOf(program, handlers, row.input, undefined),
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
  { row, framework, ref }: Match<'toolClasses'>,
  handler: FunctionRef | undefined,
): Building<Tool> {
  const field = (name: string | undefined): Ref | undefined => {
    // In Python a field of the class is one of its instances.
    const isReached = (isStatic: boolean): boolean => !isStatic || file.facts.language === 'python';
    const value = facts.fields.find((candidate) => candidate.name === name && isReached(candidate.static))?.value;
    return value === undefined ? undefined : program.ref(file, value);
  };
  const span = program.spanOfRange(file, facts.range);
  const name = field(row.name);
  const schema = field(row.schema);
  const tool = emptyTool(span, ref);
  tool.name = textOf(program, name) ?? facts.name;
  tool.nameSpan = name === undefined ? span : program.span(name);
  tool.description = proseOf(program, field(row.description));
  tool.schema = schemaOf(program, row, framework, schema, handler);
  if (handler !== undefined) tool.handler = program.spanOfRange(file, program.function(handler).range);
  return tool;
}

/** As the field says, else as the method's parameters do where the model fills each of them. */
function schemaOf(
  program: Program,
  row: ToolClassRow,
  framework: Framework,
  field: Ref | undefined,
  handler: FunctionRef | undefined,
): Tool['schema'] {
  if (field !== undefined) return classSchema(program, field) ?? readSchema(program, field, undefined);
  if (row.input === undefined && handler !== undefined) {
    return signatureSchema(program, handler, filledParameters(program, handler, framework, row));
  }
  return { state: 'unknown', span: undefined, dialect: 'other', fields: [] };
}
