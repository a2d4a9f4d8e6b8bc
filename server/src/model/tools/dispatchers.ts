import type { DispatcherRow, FrameworkRef, RelativePath } from '@leashlint/rules';
import type { Value } from '../../facts.js';
import type { FunctionRef, Program, Ref } from '../../program/program.js';
import { parsePath, tokenText } from '../catalogue/access-path.js';
import type { ModelContext, Provenance } from '../entries.js';
import { listedValues } from '../catalogue/listed-values.js';
import { withoutNew } from '../catalogue/python-paths.js';
import { find, functionsOf, proseOf, provenanceOf, textOf } from '../catalogue/row-values.js';
import { readSchema } from '../schema/schema.js';
import { namedTool } from './servers.js';
import type { DispatchedTool, NamedTool } from './servers.js';
import type { Sighting } from '../catalogue/sightings.js';
import { inputsOf } from './tools.js';

/** A function that a server runs for requests, and the call that made the server. */
interface Registered {
  readonly kind: 'answers' | 'lists';
  readonly functions: readonly FunctionRef[];
  readonly at: Ref;
  readonly receiver: Ref | undefined;
  readonly row: DispatcherRow;
  readonly framework: FrameworkRef;
  readonly provenance: Provenance;
}

/** Tools of servers for which one function answers all calls. */
export function dispatcherTools(context: ModelContext, calls: readonly Sighting[]): readonly DispatchedTool[] {
  const registered = calls.flatMap((call) => [...decorated(context, call), ...constructed(context, call)]);
  return registered
    .filter(({ kind }) => kind === 'answers')
    .flatMap((answering) =>
      toolsOf(
        context,
        answering,
        registered.filter(({ kind, receiver }) => kind === 'lists' && receiver === answering.receiver),
      ),
    );
}

/** `@server.call_tool()` is a call of what the method gives, with the function. */
function* decorated({ program, catalogue }: ModelContext, { ref, file, callee }: Sighting): Generator<Registered> {
  const value = program.value(ref);
  const [first] = value.kind === 'call' ? value.arguments : [];
  if (value.kind !== 'call' || first === undefined) return;
  for (const origin of callee) {
    if (origin.kind !== 'api' || origin.path.at(-1) !== 'ReturnValue') continue;
    for (const [made, token] of origin.path.entries()) {
      if (token !== 'ReturnValue') continue;
      const server = { ...origin, path: origin.path.slice(0, made) };
      const rest = origin.path.slice(made + 1, -1).join('.');
      for (const match of catalogue.match('servers', file, [server])) {
        const row = match.row.dispatcher;
        if (row === undefined || !('call' in row)) continue;
        const kind = rest === ownSteps(row.call) ? 'answers' : rest === ownSteps(row.listing) ? 'lists' : undefined;
        if (kind === undefined) continue;
        yield {
          kind,
          functions: functionsOf(program, program.ref(file, first.value)),
          at: ref,
          receiver: decoratingServer(program, program.ref(file, value.callee)),
          row,
          framework: match.ref,
          provenance: provenanceOf(match.framework, match.ref),
        };
      }
    }
  }
}

/** The steps after the instance. */
function ownSteps(path: string): string {
  const tokens = withoutNew(parsePath(path));
  return tokens
    .slice(tokens.findIndex(({ kind }) => kind === 'ReturnValue') + 1)
    .map(tokenText)
    .join('.');
}

/** The server that `server.call_tool()` is a method of. */
function decoratingServer(program: Program, factory: Ref): Ref | undefined {
  const value = program.value(factory);
  const callee = value.kind === 'call' ? program.value(program.ref(program.fileOf(factory), value.callee)) : undefined;
  if (callee?.kind !== 'member') return undefined;
  return program.origins(program.ref(program.fileOf(factory), callee.object))[0]?.at;
}

/** `Server('x', on_call_tool=answer, on_list_tools=list)` */
function* constructed({ program, catalogue }: ModelContext, { ref, file, callee }: Sighting): Generator<Registered> {
  for (const match of catalogue.match('servers', file, callee)) {
    const row = match.row.dispatcher;
    if (row === undefined || !('handler' in row)) continue;
    for (const [kind, path] of [
      ['answers', row.handler],
      ['lists', row.listed],
    ] as const) {
      const { value } = find(program, ref, path, 'function');
      if (value === undefined) continue;
      yield {
        kind,
        functions: functionsOf(program, value.ref),
        at: ref,
        receiver: ref,
        row,
        framework: match.ref,
        provenance: provenanceOf(match.framework, match.ref),
      };
    }
  }
}

function toolsOf(
  { program }: ModelContext,
  { functions, at, receiver, row, framework, provenance }: Registered,
  lists: readonly Registered[],
): readonly DispatchedTool[] {
  const [fn] = functions;
  if (fn === undefined) return [];
  const name = parameterOf(row.toolName);
  const given = parameterOf(row.toolArguments);
  const listed = lists.flatMap((list) => list.functions).flatMap((each) => listedTools(program, each, framework));
  const compared = comparedNames(program, functions, name).map((text) => namedTool(program, at, framework, text));
  const tools =
    listed.length > 0 ? listed : compared.length > 0 ? compared : [namedTool(program, at, framework, undefined)];
  const inputs = inputsOf(program, functions, given.index, given.path);
  const span = program.spanOfRange(program.fileOfFunction(fn), program.function(fn).range);
  return tools.map(({ tool, ref }) => {
    tool.handler = span;
    return {
      tool,
      ref,
      handlers: functions,
      inputs,
      dispatch: true,
      nameKeys: name.keys,
      nameParameter: name.index,
      provenance,
      gateRows: [],
      settingRows: [],
      server: true,
      open: false,
      receiver,
    };
  });
}

interface ParameterPath {
  readonly index: number;
  /** What follows, as a path and as keys. */
  readonly path: RelativePath;
  readonly keys: readonly string[];
}

/** `Parameter[1].Member[name]` */
function parameterOf(path: RelativePath): ParameterPath {
  const [, index = '0', rest = ''] = /^Parameter\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
  const keys = parsePath(rest).flatMap((token) => (token.kind === 'Member' ? token.names.slice(0, 1) : []));
  return { index: Number(index), path: rest, keys };
}

/** Tools that a function gives: a list of them, or something whose `tools` are that. */
function listedTools(program: Program, fn: FunctionRef, framework: FrameworkRef): readonly NamedTool[] {
  const file = program.fileOfFunction(fn);
  return program.function(fn).returns.flatMap((exit) => {
    if (exit.value === -1) return [];
    const given = program.ref(file, exit.value);
    const items = listedValues(program, given);
    const inside = items.length > 0 ? undefined : find(program, given, 'Argument[tools]').value;
    return [...items, ...(inside ? listedValues(program, inside.ref) : [])].flatMap(
      (item) => listedTool(program, item, framework) ?? [],
    );
  });
}

/** `Tool(name='search', description='…', inputSchema={…})` */
function listedTool(program: Program, item: Ref, framework: FrameworkRef): NamedTool | undefined {
  if (program.value(item).kind !== 'call') return undefined;
  const at = find(program, item, 'Argument[name]').value?.ref;
  const name = at === undefined ? undefined : textOf(program, valueOfMember(program, at));
  if (at === undefined || name === undefined) return undefined;
  const { tool, ref } = namedTool(program, item, framework, name);
  tool.nameSpan = program.span(at);
  tool.description = proseOf(program, find(program, item, 'Argument[description]').value?.ref);
  const schema =
    find(program, item, 'Argument[inputSchema]').value ?? find(program, item, 'Argument[input_schema]').value;
  if (schema !== undefined) tool.schema = readSchema(program, schema.ref);
  return { tool, ref };
}

/** `Tools.SEARCH.value` is what the member of the enumeration was declared with. */
function valueOfMember(program: Program, ref: Ref): Ref {
  const value = program.value(ref);
  if (value.kind !== 'member' || value.key !== 'value') return ref;
  const object = program.ref(program.fileOf(ref), value.object);
  return textOf(program, object) === undefined ? ref : object;
}

/** Names that the function compares the requested name with: `if name == 'search'`, `case 'search':`. */
function comparedNames(program: Program, functions: readonly FunctionRef[], name: ParameterPath): readonly string[] {
  const found = new Set<string>();
  for (const fn of functions) {
    const file = program.fileOfFunction(fn);
    const parameter = program.function(fn).parameters[name.index]?.value;
    for (const value of file.facts.values) {
      if (parameter === undefined || value.kind !== 'operation' || !/^[!=]==?$/.test(value.operator)) continue;
      if (!value.inputs.some((input) => leadsTo(file.facts.values, input, parameter, name.keys))) continue;
      for (const input of value.inputs) {
        const text = textOf(program, valueOfMember(program, program.ref(file, input)));
        if (text !== undefined) found.add(text);
      }
    }
  }
  return [...found];
}

/** Whether a value is the parameter, or what the keys lead to in it. */
function leadsTo(values: readonly Value[], from: number, parameter: number, keys: readonly string[]): boolean {
  let at = from;
  for (const key of keys.toReversed()) {
    const value = values[at];
    if (value?.kind !== 'member' || value.key !== key) return false;
    at = value.object;
  }
  return at === parameter;
}
