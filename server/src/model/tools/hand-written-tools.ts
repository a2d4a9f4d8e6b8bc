import type { SinkKind } from '@leashlint/rules';
import type { ClassFacts, FunctionFacts, ParameterFacts } from '../../facts.js';
import type { Program, ProgramFile, Ref } from '../../program/program.js';
import type { SourceMark } from '../../taint/semantics.js';
import type { CatalogueIndex } from '../catalogue/catalogue-index.js';
import { knownKeys } from '../../taint/keys.js';
import { isClean } from '../flow/marks.js';
import { readSchema } from '../schema/schema.js';
import { toolLiteral } from './tool-literals.js';

/** Methods by which agents run a tool that is an object. */
const RUNS: ReadonlySet<string> = new Set([
  'run',
  '_run',
  'arun',
  '_arun',
  'execute',
  '_execute',
  'aexecute',
  'call',
  '__call__',
  'invoke',
  'ainvoke',
  'forward',
  'use',
]);
/** What tells a model which arguments a tool takes. */
const SCHEMAS: ReadonlySet<string> = new Set([
  'parameters',
  'inputs',
  'schema',
  'input_schema',
  'args_schema',
  'json_schema',
  'parameters_schema',
  'inputSchema',
  'params_schema',
  'tool_schema',
  'arguments',
]);
const TOOL_CLASS = /Tool$/;
const TOOL_DECORATOR = /^(?:(?:function|agent|llm|ai|mcp|register)_)?tool(?:_(?:api|function|method))?$/;

/**
 * What a model passes to a tool of a framework that nobody knows, or that the project is: a class that tells its name, its
 * description and its arguments and has a method to run it, and a function under a decorator for tools; in JavaScript an object
 * with all of these.
 */
export function handWrittenTool(
  program: Program,
  index: CatalogueIndex,
  ref: Ref,
  keys: readonly string[],
  sink: SinkKind | undefined,
): SourceMark | undefined {
  const value = program.value(ref);
  const file = program.fileOf(ref);
  if (value.kind !== 'parameter') return undefined;
  if (file.facts.language !== 'python') return value.index === 0 ? inputOfLiteral(program, ref, keys, sink) : undefined;
  const fn = file.facts.functions[value.function];
  const parameter = fn?.parameters[value.index];
  if (fn?.name === undefined || parameter === undefined) return undefined;
  if (isToolUse(program, file, parameter)) return inputOfUse(fn.name, keys);
  if (!holdsText(program, file, parameter)) return undefined;
  const owner = fn.class === undefined ? undefined : file.facts.classes[fn.class];
  const declares = owner !== undefined && RUNS.has(fn.name) && isToolClass(file, owner);
  if (!declares && !isDecorated(program, index, file, fn)) return undefined;
  const tool = declares ? (owner.name ?? fn.name) : fn.name;
  const label = `argument \`${parameter.name ?? String(value.index + 1)}\` of tool \`${tool}\``;
  return { kind: 'tool-input', label, span: undefined, owner: undefined, evidence: 'likely' };
}

/** The input of a tool that is an object: `{ name, description, parameters, handler }`. */
function inputOfLiteral(
  program: Program,
  ref: Ref,
  keys: readonly string[],
  sink: SinkKind | undefined,
): SourceMark | undefined {
  const value = program.value(ref);
  if (value.kind !== 'parameter') return undefined;
  const tool = toolLiteral(program, program.fileOf(ref), value.function);
  if (tool === undefined || isClean(readSchema(program, tool.schema), keys, sink)) return undefined;
  const known = knownKeys(keys).join('.');
  const of = tool.name === undefined ? 'a tool' : `tool \`${tool.name}\``;
  const label = known === '' ? `input of ${of}` : `argument \`${known}\` of ${of}`;
  return { kind: 'tool-input', label, span: undefined, owner: undefined, evidence: 'likely' };
}

/** Strands: a function of a module with a `TOOL_SPEC` gets what the model said about the call, its input among it. */
function isToolUse(program: Program, file: ProgramFile, { type }: ParameterFacts): boolean {
  if (type?.reference === undefined) return false;
  return program
    .origins(program.ref(file, type.reference.value))
    .some((origin) => origin.kind === 'api' && origin.module === 'python:strands' && origin.path.at(-1) === TOOL_USE);
}

const TOOL_USE = 'Member[ToolUse]';

function inputOfUse(tool: string, keys: readonly string[]): SourceMark | undefined {
  const [part, ...known] = knownKeys(keys);
  if (part !== 'input') return undefined;
  const what = known.length === 0 ? 'input' : `argument \`${known.join('.')}\``;
  return {
    kind: 'tool-input',
    label: `${what} of tool \`${tool}\``,
    span: undefined,
    owner: undefined,
    evidence: 'likely',
  };
}

/** Parameters that whoever runs the tool fills. */
const FILLED = /^(?:ctx|context|run_manager|callbacks?|config|state|session|request|deps)$/;

function holdsText(program: Program, file: ProgramFile, { name, type, rest }: ParameterFacts): boolean {
  if (rest || FILLED.test(name ?? '') || type?.literals !== undefined) return false;
  if (type?.primitive !== undefined) return type.primitive === 'string';
  if (type?.reference === undefined) return true;
  const origins = program.origins(program.ref(file, type.reference.value));
  return origins.every(
    (origin) => origin.kind === 'api' && /^python:(?:builtins|typing|collections)$/.test(origin.module),
  );
}

/** Name and description are written in the class, and so are the arguments, unless the class says that it is a tool. */
function isToolClass(file: ProgramFile, owner: ClassFacts): boolean {
  const tells = (name: string): boolean => isText(file, owner, name);
  if (!tells('name') || !tells('description')) return false;
  const members = [...owner.fields.map(({ name }) => name), ...owner.methods.map(({ name }) => name)];
  return members.some((name) => SCHEMAS.has(name)) || TOOL_CLASS.test(owner.name ?? '');
}

/** A field with a literal, or a property that returns one. */
function isText(file: ProgramFile, owner: ClassFacts, name: string): boolean {
  const isString = (id: number | undefined): boolean => {
    const value = id === undefined || id < 0 ? undefined : file.facts.values[id];
    return value?.kind === 'template' || (value?.kind === 'literal' && typeof value.value === 'string');
  };
  if (owner.fields.some((field) => field.name === name && isString(field.value))) return true;
  const getter = owner.methods.find((method) => method.name === name);
  const returns = getter === undefined ? [] : (file.facts.functions[getter.function]?.returns ?? []);
  return returns.length > 0 && returns.every(({ value }) => isString(value));
}

/** `@tool`, `@tool(…)`, `@agent.tool` of the project or of a package that nobody knows. */
function isDecorated(
  program: Program,
  index: CatalogueIndex,
  file: ProgramFile,
  { decorators }: FunctionFacts,
): boolean {
  return decorators.some((id) => {
    const written = file.facts.values[id];
    const callee = written?.kind === 'call' ? written.callee : id;
    const value = file.facts.values[callee];
    // The catalogue says which of the parameters the model fills.
    if (index.match('tools', file, program.origins(program.ref(file, callee))).length > 0) return false;
    const name =
      value?.kind === 'member'
        ? value.key
        : value?.kind === 'import'
          ? value.name
          : functionName(program, program.ref(file, callee));
    return TOOL_DECORATOR.test(name ?? '');
  });
}

function functionName(program: Program, ref: Ref): string | undefined {
  const [fn] = program.functions(ref);
  return fn === undefined ? undefined : program.function(fn).name;
}
