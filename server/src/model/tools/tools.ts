import type { Framework, FrameworkRef, HostedToolRow, Span, Tool, ToolObjectRow, ToolRow } from '@leashlint/rules';
import type { FunctionRef, Origin, Program, Ref } from '../../program/program.js';
import { parsePath } from '../catalogue/access-path.js';
import type { Match } from '../catalogue/catalogue-index.js';
import { declaredSchema } from './declared-schema.js';
import { decoratedTool, functionTool, wrappedTool } from './signature-tools.js';
import { emptyTool } from './empty-tool.js';
import type { Building, ModelContext, ToolEntry } from '../entries.js';
import { follow, followTokens } from '../catalogue/relative.js';
import { isWritten } from '../catalogue/written-texts.js';
import type { FollowedValue } from '../catalogue/relative.js';
import { find, functionsOf, heldBy, proseOf, provenanceOf, siteSpan, textOf } from '../catalogue/row-values.js';
import { optionsSite } from '../catalogue/sites.js';
import { annotationsAt } from './annotations.js';
import { declaredName, keyOf } from '../catalogue/names.js';
import { toolInstances } from './tool-instances.js';
import type { Bind } from './tool-instances.js';

/** Every tool of the program, each declaration once. */
export interface ToolTable {
  /** The tool that a call declares; undefined if the call is something else. */
  declaredBy(call: Ref): ToolEntry | undefined;
  /** A tool that a package exports as it is: `GOOGLE_SEARCH`. */
  exportedAs(origin: Origin): ToolEntry | undefined;
  /** A tool written as an object, in a place that takes tools of this framework. */
  writtenAs(object: Ref, framework: Framework, ref: FrameworkRef, key: string | undefined): ToolEntry | undefined;
  /** A function in such a place, where the framework makes a tool of it. */
  madeOf(fn: Ref, framework: Framework, ref: FrameworkRef): ToolEntry | undefined;
  /** The tool that a class of the project is. */
  ofClass(value: Ref): ToolEntry | undefined;
  add(entry: ToolEntry): void;
  entries(): readonly ToolEntry[];
  /** Values that declare tools; several may declare the same one. */
  declarations(): readonly { readonly call: Ref; readonly tool: ToolEntry }[];
}

export function createToolTable(context: ModelContext): ToolTable {
  const { program, catalogue } = context;
  const table = new Map<Ref, ToolEntry | undefined>();
  /** Further tools of a declaration that declares several. */
  const others: ToolEntry[] = [];
  /** Tools that several decorators of a function declare. */
  const shared = new Map<FunctionRef, ToolEntry>();

  const declare = (call: Ref): ToolEntry | undefined => {
    const value = program.value(call);
    if (value.kind !== 'call') return undefined;
    const file = program.fileOf(call);
    const origins = program.origins(program.ref(file, value.callee));
    const tool = withHandler(program, call, catalogue.match('tools', file, origins));
    if (tool?.row.decorator === true) return sharedTool(decoratedTool(program, call, tool), tool.row);
    const wrapped = tool && takesParameters(tool) ? wrappedTool(program, call, tool) : undefined;
    if (wrapped) return wrapped;
    if (tool) return declaredTools(program, call, tool, others);
    const hosted = catalogue.match('hosted', file, origins).find((match) => match.row.constant !== true);
    return hosted && hostedToolOf(program, call, hosted.framework, hosted.ref, hosted.row);
  };

  const sharedTool = (tool: ToolEntry | undefined, row: ToolRow): ToolEntry | undefined => {
    const [handler] = tool?.handlers ?? [];
    if (tool === undefined || handler === undefined || row.shared !== true) return tool;
    const first = shared.get(handler) ?? tool;
    shared.set(handler, first);
    return first;
  };

  const constantAt = (origin: Origin): ToolEntry | undefined => {
    const constant = catalogue
      .match('hosted', program.fileOf(origin.at), [origin])
      .find((match) => match.row.constant === true);
    return constant && hostedToolOf(program, origin.at, constant.framework, constant.ref, constant.row);
  };

  return {
    declaredBy(call) {
      if (!table.has(call)) table.set(call, declare(call));
      return table.get(call);
    },
    exportedAs(origin) {
      if (origin.kind !== 'api') return undefined;
      if (!table.has(origin.at)) table.set(origin.at, constantAt(origin));
      return table.get(origin.at);
    },
    writtenAs(object, framework, ref, key) {
      // A call may have been asked for before, as a declaration.
      if (table.get(object) === undefined) table.set(object, objectTool(program, object, framework, ref, key));
      return table.get(object);
    },
    madeOf(fn, framework, ref) {
      const [row] = heldBy(framework.functionTools, provenanceOf(framework, ref));
      if (!table.has(fn)) table.set(fn, row && functionTool(program, fn, framework, ref, row));
      return table.get(fn);
    },
    ofClass: (value) => table.get(value),
    add(entry) {
      table.set(entry.ref, entry);
    },
    entries: () => [...new Set([...table.values()].filter((entry) => entry !== undefined)), ...others],
    declarations: () => [...table].flatMap(([call, tool]) => (tool === undefined ? [] : [{ call, tool }])),
  };
}

/** Python hands the model's arguments to the handler one by one. */
function takesParameters({ framework, row }: Match<'tools'>): boolean {
  return framework.language === 'python' && row.handler !== undefined && row.input === undefined;
}

/** Of the ways to write the declaration, the one in which a function stands where the handler has to be. */
function withHandler(program: Program, call: Ref, matches: readonly Match<'tools'>[]): Match<'tools'> | undefined {
  if (matches.length < 2) return matches[0];
  return matches.find(({ row }) => find(program, call, row.handler, 'function').value !== undefined) ?? matches[0];
}

interface Parts {
  readonly name: FollowedValue | undefined;
  readonly description: FollowedValue | undefined;
  readonly schema: FollowedValue | undefined;
  readonly schemaOpen: boolean;
  readonly handler: FollowedValue | undefined;
  readonly options: Ref | undefined;
  readonly open: boolean;
}

type DeclaringRow = Pick<ToolRow, 'description' | 'schema' | 'handler' | 'options'> & { readonly name?: string };

function partsAt(program: Program, start: Ref, row: DeclaringRow, bind?: Bind): Parts {
  const schema = find(program, start, row.schema, 'schema', bind);
  const written = find(program, start, row.handler, 'function', bind);
  const handler = written.value ? written : find(program, start, row.handler, 'any', bind);
  const options = find(program, start, row.options, 'object', bind);
  const named = row.name !== undefined && row.name !== 'key';
  return {
    name: named ? find(program, start, row.name, 'text', bind).value : undefined,
    description: find(program, start, row.description, 'text', bind).value,
    schema: schema.value,
    schemaOpen: schema.open,
    handler: handler.value,
    options: options.value && program.object(options.value.ref),
    open: handler.open || schema.open || options.open,
  };
}

/** The tool of a declaration; where a loop or a wrapper declares several, the first, with the others in `rest`. */
function declaredTools(
  program: Program,
  call: Ref,
  { framework, ref, row }: Match<'tools'>,
  rest: ToolEntry[],
): ToolEntry {
  const name = row.server === true ? find(program, call, row.name).value?.ref : undefined;
  const [first, ...others] = toolInstances(program, call, name);
  rest.push(...others.map((bind) => toolOf(program, call, framework, ref, row, bind)));
  return toolOf(program, call, framework, ref, row, first);
}

function toolOf(
  program: Program,
  call: Ref,
  framework: Framework,
  ref: FrameworkRef,
  row: ToolRow,
  bind?: Bind,
): ToolEntry {
  const parts = partsAt(program, call, row, bind);
  const handlers = parts.handler ? boundFunctions(program, parts.handler.ref, bind) : [];
  const tool = newTool(program, call, ref, parts, handlers);
  if (row.name === 'key') nameByKey(program, call, tool);
  tool.schema = declaredSchema(program, row, parts, handlers);
  tool.annotations = annotationsAt(program, call, row.annotations, bind);
  tool.served = row.server === true;
  return {
    tool,
    ref: call,
    handlers,
    inputs: inputsOf(program, handlers, row.input, row.inputPath),
    dispatch: false,
    provenance: provenanceOf(framework, ref),
    gateRows: heldBy(row.gates, provenanceOf(framework, ref)),
    settingRows: [],
    server: row.server === true,
    open: parts.open || tool.options?.open === true,
    ...(bind && { bind }),
  };
}

/** The handler that one caller gave, not those of all callers that a wrapper around it runs. */
function boundFunctions(program: Program, handler: Ref, bind: Bind | undefined): readonly FunctionRef[] {
  const value = program.value(handler);
  if (bind === undefined || value.kind !== 'call') return functionsOf(program, handler);
  const file = program.fileOf(handler);
  const given = value.arguments.flatMap((argument) => {
    const ref = program.ref(file, argument.value);
    const bound = bind(ref);
    return bound.length === 1 && bound[0] === ref ? [] : bound.flatMap((each) => functionsOf(program, each));
  });
  return given.length > 0 ? [...new Set(given)] : functionsOf(program, handler);
}

/** The text that the tool reads stands in the code. */
function readsFixed(program: Program, call: Ref, { fixedBy }: HostedToolRow): boolean {
  if (fixedBy === undefined) return false;
  const { values, open } = follow(program, call, fixedBy);
  return !open && values.length > 0 && values.every(({ ref }) => isWritten(program, ref));
}

function hostedToolOf(
  program: Program,
  call: Ref,
  framework: Framework,
  ref: FrameworkRef,
  row: HostedToolRow,
): ToolEntry {
  const parts = partsAt(program, call, row);
  const handlers = parts.handler ? functionsOf(program, parts.handler.ref) : [];
  const tool = newTool(program, call, ref, parts, handlers);
  nameByKey(program, call, tool);
  tool.name ??= row.tool;
  tool.hosted = row.tool;
  tool.capabilities = readsFixed(program, call, row) ? [] : row.capabilities;
  const provenance = provenanceOf(framework, ref);
  return {
    tool,
    ref: call,
    handlers,
    inputs: inputsOf(program, handlers, row.input ?? 0, undefined),
    dispatch: false,
    provenance,
    gateRows: heldBy(row.gates, provenance),
    settingRows: [],
    server: false,
    open: parts.open || tool.options?.open === true,
  };
}

/** `{ type: 'web_search' }` by the rows for objects; in a map also `{ description, inputSchema, execute }` by the rows for calls. */
function objectTool(
  program: Program,
  object: Ref,
  framework: Framework,
  ref: FrameworkRef,
  key: string | undefined,
): ToolEntry | undefined {
  const provenance = provenanceOf(framework, ref);
  const row = heldBy(framework.toolObjects, provenance).find((candidate) => isSuch(program, object, candidate));
  if (row) return toolObjectOf(program, object, framework, ref, row);
  const plain = heldBy(framework.tools, provenance).find((candidate) => candidate.name === 'key');
  if (key === undefined || plain === undefined) return undefined;
  const inside = onObject(plain);
  const entry = toolFromObject(program, object, framework, ref, inside);
  entry.tool.name = key;
  entry.tool.nameSpan = keySpan(program, object) ?? entry.tool.nameSpan;
  return entry;
}

function isSuch(program: Program, object: Ref, row: ToolObjectRow): boolean {
  const values = followTokens(program, object, [{ kind: 'Member', names: [row.is.property] }]).values.map(
    ({ ref }) => ref,
  );
  if (row.is.values.length === 0) return values.length > 0;
  return values.some((value) => {
    const literals = program.literals(value) ?? [];
    return literals.some(
      (literal) => typeof literal === 'string' && row.is.values.some((wanted) => covers(wanted, literal)),
    );
  });
}

function covers(wanted: string, literal: string): boolean {
  return wanted.endsWith('*') ? literal.startsWith(wanted.slice(0, -1)) : wanted === literal;
}

function toolObjectOf(
  program: Program,
  object: Ref,
  framework: Framework,
  ref: FrameworkRef,
  row: ToolObjectRow,
): ToolEntry {
  const entry = toolFromObject(program, object, framework, ref, row);
  if (row.hosted) {
    entry.tool.hosted = row.hosted.tool;
    entry.tool.capabilities = row.hosted.capabilities;
    entry.tool.name ??= row.hosted.tool;
  }
  return entry;
}

function toolFromObject(
  program: Program,
  object: Ref,
  framework: Framework,
  ref: FrameworkRef,
  row: Omit<ToolObjectRow, 'is' | 'hosted'> & Pick<ToolRow, 'schemaShape' | 'inputPath'>,
): ToolEntry {
  const parts = { ...partsAt(program, object, row), options: object };
  const handlers = parts.handler ? functionsOf(program, parts.handler.ref) : [];
  const tool = newTool(program, object, ref, parts, handlers);
  tool.schema = declaredSchema(program, row, parts, handlers);
  const provenance = provenanceOf(framework, ref);
  return {
    tool,
    ref: object,
    handlers,
    inputs: inputsOf(program, handlers, row.input, row.inputPath),
    dispatch: false,
    provenance,
    gateRows: heldBy(row.gates, provenance),
    settingRows: row.settings ?? [],
    server: false,
    open: parts.open || tool.options?.open === true,
  };
}

/** A row for a call, read on the object that the call would get as its first argument. */
export function onObject(
  row: ToolRow,
): Omit<ToolObjectRow, 'is' | 'hosted'> & Pick<ToolRow, 'schemaShape' | 'inputPath'> {
  const strip = (path: string | undefined): string | undefined => path?.replace(/^Argument\[0\]\.?/, '');
  const paths = {
    description: strip(row.description),
    schema: strip(row.schema),
    handler: strip(row.handler),
  };
  return {
    ...Object.fromEntries(Object.entries(paths).filter(([, path]) => path !== undefined)),
    ...(row.input === undefined ? {} : { input: row.input }),
    ...(row.inputPath === undefined ? {} : { inputPath: row.inputPath }),
    ...(row.schemaShape === undefined ? {} : { schemaShape: row.schemaShape }),
    gates: (row.gates ?? []).map((gate) => ({ ...gate, at: strip(gate.at) ?? gate.at })),
  };
}

function newTool(
  program: Program,
  at: Ref,
  framework: FrameworkRef,
  parts: Parts,
  handlers: readonly FunctionRef[],
): Building<Tool> {
  const [handler] = handlers;
  const tool = emptyTool(program.span(at), framework);
  tool.name = textOf(program, parts.name?.ref);
  tool.description = proseOf(program, parts.description?.ref);
  tool.nameSpan = parts.name ? siteSpan(program, parts.name) : calleeSpan(program, at);
  if (parts.options !== undefined) tool.options = optionsSite(program, parts.options);
  if (handler !== undefined) {
    tool.handler = program.spanOfRange(program.fileOfFunction(handler), program.function(handler).range);
  }
  return tool;
}

function calleeSpan(program: Program, at: Ref): Span {
  const value = program.value(at);
  return value.kind === 'call' ? program.spanOfRange(program.fileOf(at), value.calleeRange) : program.span(at);
}

/** The key of the object entry that holds the declaration, else the variable or export that is named after it. */
function nameByKey(program: Program, call: Ref, tool: Building<Tool>): void {
  const file = program.fileOf(call);
  const key = keyOf(program, call);
  if (key) {
    tool.name = key.name;
    tool.nameSpan = program.spanOfRange(file, key.range);
    return;
  }
  tool.name = declaredName(program, call);
}

function keySpan(program: Program, object: Ref): Span | undefined {
  const key = keyOf(program, object);
  return key && program.spanOfRange(program.fileOf(object), key.range);
}

/** Parameters that the model fills, with the way from them to the arguments. */
export function inputsOf(
  program: Program,
  handlers: readonly FunctionRef[],
  input: number | undefined,
  path: string | undefined,
): ToolEntry['inputs'] {
  if (input === undefined) return [];
  const keys =
    path === undefined
      ? []
      : parsePath(path).flatMap((token) => (token.kind === 'Member' ? token.names.slice(0, 1) : []));
  return handlers.flatMap((handler) => {
    const parameter = program.function(handler).parameters[input];
    if (parameter === undefined) return [];
    return [{ parameter: program.ref(program.fileOfFunction(handler), parameter.value), keys }];
  });
}
