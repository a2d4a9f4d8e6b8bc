import type { Framework, FrameworkRef, FunctionToolRow, ToolRow } from '@leashlint/rules';
import type { FunctionRef, Program, Ref } from '../../program/program.js';
import { annotationsAt } from './annotations.js';
import type { Match } from '../catalogue/catalogue-index.js';
import { emptyTool } from './empty-tool.js';
import type { ToolEntry } from '../entries.js';
import { filledInputs, filledParameters } from './filled-parameters.js';
import { find, functionsOf, heldBy, proseOf, provenanceOf, siteSpan, textOf } from '../catalogue/row-values.js';
import { classSchema, signatureSchema } from '../schema/signature.js';
import { readSchema } from '../schema/schema.js';
import { optionsSite } from '../catalogue/sites.js';

/**
 * The tool that a decorator makes of a function. Front-ends see a decorator as a call with the function: `call` is that
 * call; with options its callee is the call that takes them. Called directly, it takes both.
 */
export function decoratedTool(program: Program, call: Ref, match: Match<'tools'>): ToolEntry | undefined {
  const value = program.value(call);
  const [first] = value.kind === 'call' ? value.arguments : [];
  if (value.kind !== 'call' || first === undefined) return undefined;
  const file = program.fileOf(call);
  const functions = functionsOf(program, program.ref(file, first.value));
  // Of a function that a decorator of the project has replaced, its own signature counts, as `functools.wraps` says.
  const isWritten = (fn: FunctionRef): boolean =>
    program.fileOfFunction(fn) === file && program.function(fn).range[0] === first.range[0];
  const handlers = [...functions.filter(isWritten), ...functions.filter((fn) => !isWritten(fn))];
  const callee = program.ref(file, value.callee);
  const isFactory = program.value(callee).kind === 'call';
  return signatureTool(program, call, handlers, match, isFactory ? callee : isDirect(program, call) ? call : undefined);
}

/** `tool(search, name='find')` rather than `@tool`, of which nothing but the function is an argument. */
function isDirect(program: Program, call: Ref): boolean {
  const value = program.value(call);
  return value.kind === 'call' && value.arguments.length > 1;
}

/** The tool that a call makes of a function that it is given: `FunctionTool.from_defaults(fn=search)`. */
export function wrappedTool(program: Program, call: Ref, match: Match<'tools'>): ToolEntry | undefined {
  const handler = find(program, call, match.row.handler, 'function').value;
  return handler && signatureTool(program, call, functionsOf(program, handler.ref), match, call);
}

/** A function in a place that takes tools. */
export function functionTool(
  program: Program,
  at: Ref,
  framework: Framework,
  ref: FrameworkRef,
  row: FunctionToolRow,
): ToolEntry | undefined {
  return signatureTool(program, at, program.functions(at), { framework, ref, row }, undefined);
}

interface Declared {
  readonly framework: Framework;
  readonly ref: FrameworkRef;
  readonly row: Partial<ToolRow>;
}

/** What the options at `options` do not say, the function does: its name, its docstring, its parameters. */
function signatureTool(
  program: Program,
  at: Ref,
  handlers: readonly FunctionRef[],
  { framework, ref, row }: Declared,
  options: Ref | undefined,
): ToolEntry | undefined {
  const [handler] = handlers;
  if (handler === undefined) return undefined;
  const option = (path: string | undefined, wanted: 'text' | 'any') =>
    options === undefined ? undefined : find(program, options, path, wanted).value;
  const facts = program.function(handler);
  const home = program.fileOfFunction(handler);
  const name = option(row.name, 'text');
  const schema = option(row.schema, 'any')?.ref;
  const documented = facts.docstring === undefined ? undefined : program.ref(home, facts.docstring);
  const provenance = provenanceOf(framework, ref);
  const tool = emptyTool(program.span(at), ref);
  tool.name = textOf(program, name?.ref) ?? facts.name;
  tool.nameSpan = name ? siteSpan(program, name) : program.spanOfRange(home, facts.nameRange ?? facts.range);
  tool.description = proseOf(program, option(row.description, 'text')?.ref ?? documented);
  tool.options = optionsSite(program, options ?? at);
  if (options !== undefined) tool.annotations = annotationsAt(program, options, row.annotations);
  tool.schema =
    schema === undefined
      ? signatureSchema(program, handler, filledParameters(program, handler, framework, row))
      : (classSchema(program, schema) ?? readSchema(program, schema));
  tool.handler = program.spanOfRange(home, facts.range);
  tool.served = row.server === true;
  return {
    tool,
    ref: at,
    handlers,
    inputs: filledInputs(program, handlers, framework, row),
    dispatch: false,
    provenance,
    gateRows: heldBy(row.gates, provenance),
    ...(options !== undefined && { optionsAt: options }),
    settingRows: [],
    server: row.server === true,
    open: false,
  };
}
