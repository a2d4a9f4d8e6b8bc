import type { Framework, FrameworkRef } from '@leashlint/rules';
import type { ClassFacts } from '../../facts.js';
import type { Origin, ProgramFile, Ref } from '../../program/program.js';
import type { ModelContext, ToolEntry } from '../entries.js';
import type { PathToken } from '../catalogue/access-path.js';
import { joinedTools } from '../tools/joined-tools.js';
import { constructorCall, follow, followTokens, isOpen, ownKeys } from '../catalogue/relative.js';
import { supplyAt } from '../tools/tool-supplies.js';
import type { SupplyDraft } from '../tools/tool-supplies.js';
import type { ToolTable } from '../tools/tools.js';

/** The tools that a value in a `tools` place holds. */
export interface Wired {
  readonly tools: readonly ToolEntry[];
  /** False when a spread, a parameter or something unresolved may add tools. */
  readonly known: boolean;
  /** MCP servers whose tools are among them. */
  readonly supplies: readonly SupplyDraft[];
}

const NONE: Wired = { tools: [], known: true, supplies: [] };
const UNKNOWN: Wired = { tools: [], known: false, supplies: [] };
const MAX_DEPTH = 8;
const ELEMENTS: readonly PathToken[] = [{ kind: 'ArrayElement' }];

export interface Wiring {
  /** Tools of a map from name to tool, an array of tools, or a function that gives either. */
  collection(value: Ref, framework: Framework, ref: FrameworkRef): Wired;
  /** Tools that are declared on what a call makes. */
  joined(call: Ref): readonly ToolEntry[];
}

export function createWiring(context: ModelContext, table: ToolTable): Wiring {
  const { program, catalogue } = context;
  let byHolder: ReturnType<typeof joinedTools> | undefined;

  function joined(call: Ref): readonly ToolEntry[] {
    byHolder ??= joinedTools(context, table.declarations());
    return byHolder.get(call) ?? [];
  }

  const known = new Map<string, Wired>();

  /** Each value is looked at once. What holds itself adds nothing to itself. */
  function once(kind: string, value: Ref, framework: Framework, find: () => Wired): Wired {
    const key = `${kind} ${framework.id} ${String(value)}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, NONE);
    const found = find();
    known.set(key, found);
    return found;
  }

  function collection(value: Ref, framework: Framework, ref: FrameworkRef, depth: number): Wired {
    if (depth > MAX_DEPTH) return UNKNOWN;
    return once('all', value, framework, () => allOf(value, framework, ref, depth));
  }

  function allOf(value: Ref, framework: Framework, ref: FrameworkRef, depth: number): Wired {
    // `Object.assign({}, a, b)` behaves as its first argument elsewhere; here all of them count.
    const merged = mergedObjects(value);
    if (merged) return join(merged.map((part) => collection(part, framework, ref, depth + 1)));
    return join(program.origins(value).map((origin) => ofOrigin(origin, framework, ref, depth)));
  }

  function mergedObjects(value: Ref): readonly Ref[] | undefined {
    const call = program.value(value);
    if (call.kind !== 'call') return undefined;
    const file = program.fileOf(value);
    const callee = program.origins(program.ref(file, call.callee));
    const merges = callee.some(
      (origin) =>
        origin.kind === 'api' &&
        origin.module === 'global' &&
        origin.path.join('.') === 'Member[Object].Member[assign]',
    );
    return merges ? call.arguments.map((given) => program.ref(file, given.value)) : undefined;
  }

  function ofOrigin(origin: Origin, framework: Framework, ref: FrameworkRef, depth: number): Wired {
    if (origin.kind === 'module') return ofNamespace(origin.path, origin.at, framework, ref, depth);
    const value = program.value(origin.at);
    if (origin.kind === 'unknown') return UNKNOWN;
    if (value.kind === 'literal') return NONE;
    if (value.kind === 'object') return ofMap(origin.at, framework, ref, depth);
    if (value.kind === 'array') return ofList(origin.at, framework, ref, depth);
    if (value.kind === 'function') return ofReturns(origin.at, framework, ref, depth);
    if (value.kind !== 'call') return UNKNOWN;
    const declared = table.declaredBy(origin.at);
    if (declared) return oneTool(declared);
    return ofLibraryCall(origin, framework, ref, depth);
  }

  /** `import * as tools from './tools.js'`: the tools among the exports. */
  function ofNamespace(path: string, at: Ref, framework: Framework, ref: FrameworkRef, depth: number): Wired {
    const file = program.load(path);
    if (file === undefined) return UNKNOWN;
    const names = new Set(file.facts.exports.map((entry) => entry.name));
    const held = [...names].flatMap((name) =>
      program.exported(path, name, at).map((value) => single(value, name, framework, ref, depth + 1)),
    );
    return join([
      ...held.map(({ tools, supplies }) => ({ tools, supplies, known: true })),
      names.has('*') ? UNKNOWN : NONE,
    ]);
  }

  /** An object is a map of tools, unless it is itself a tool of the list that holds it. */
  function ofMap(object: Ref, framework: Framework, ref: FrameworkRef, depth: number): Wired {
    const parts = ownKeys(program, object).map((key) => {
      const { values } = program.property(object, key);
      return join(values.map((value) => single(value, key, framework, ref, depth + 1)));
    });
    const spread = spreads(object, framework, ref, depth);
    return join([...parts, ...spread, isClosed(object, spread) ? NONE : UNKNOWN]);
  }

  /** Spreads that were resolved here make an object open for everybody else. */
  function isClosed(object: Ref, spread: readonly Wired[]): boolean {
    const value = program.value(object);
    if (spread.length === 0 || value.kind !== 'object') return !isOpen(program, object);
    return !value.entries.some((entry) => 'computed' in entry);
  }

  /** Spreads of values that are no object literals: `...createTools()` of a package. */
  function spreads(object: Ref, framework: Framework, ref: FrameworkRef, depth: number): readonly Wired[] {
    const value = program.value(object);
    if (value.kind !== 'object') return [];
    const file = program.fileOf(object);
    return value.entries.flatMap((entry) => {
      if (!('spread' in entry)) return [];
      const spread = program.ref(file, entry.spread);
      return program.object(spread) === undefined ? [collection(spread, framework, ref, depth + 1)] : [];
    });
  }

  function ofList(list: Ref, framework: Framework, ref: FrameworkRef, depth: number): Wired {
    const { values, open } = followTokens(program, list, ELEMENTS);
    const tools = values.map((item) => single(item.ref, undefined, framework, ref, depth + 1));
    return join([...tools, ...spreadSupplies(list), open ? UNKNOWN : NONE]);
  }

  /** `[...(await client.tools())]` */
  function spreadSupplies(list: Ref): readonly Wired[] {
    const value = program.value(list);
    if (value.kind !== 'array') return [];
    const file = program.fileOf(list);
    return value.items.flatMap((item) => {
      if (!('spread' in item)) return [];
      return program.origins(program.ref(file, item.spread)).flatMap((origin) => supplied(origin.at) ?? []);
    });
  }

  /** The tools that a call bundles: `createSdkMcpServer({ tools: [search] })`. */
  function toolSet(call: Ref): readonly Ref[] | undefined {
    const value = program.value(call);
    if (value.kind !== 'call') return undefined;
    const file = program.fileOf(call);
    const [match] = catalogue.match('toolSets', file, program.origins(program.ref(file, value.callee)));
    if (match === undefined) return undefined;
    return match.row.tools === undefined ? [] : follow(program, call, match.row.tools).values.map((tools) => tools.ref);
  }

  function supplied(call: Ref): Wired | undefined {
    const supply = supplyAt(context, call);
    return supply && { tools: [], known: false, supplies: [supply] };
  }

  function ofReturns(fn: Ref, framework: Framework, ref: FrameworkRef, depth: number): Wired {
    return join(
      program.functions(fn).flatMap((target) => {
        const file = program.fileOfFunction(target);
        const returns = program.function(target).returns.filter((exit) => exit.value >= 0);
        return returns.map((exit) => collection(program.ref(file, exit.value), framework, ref, depth + 1));
      }),
    );
  }

  /** `Object.values(tools)`, `Object.assign({}, a, b)`, `tools.filter(…)`; anything else of a package may hold any tool. */
  function ofLibraryCall(origin: Origin, framework: Framework, ref: FrameworkRef, depth: number): Wired {
    const value = program.value(origin.at);
    if (value.kind !== 'call') return UNKNOWN;
    const supply = supplied(origin.at);
    if (supply !== undefined) return supply;
    const set = toolSet(origin.at);
    if (set !== undefined) {
      const added = joined(origin.at).map(oneTool);
      return join([...set.map((part) => collection(part, framework, ref, depth + 1)), ...added]);
    }
    const file = program.fileOf(origin.at);
    if (origin.kind === 'api' && origin.module === 'global' && TRANSPARENT.has(origin.path.slice(0, 2).join('.'))) {
      return join(
        value.arguments.map((given) => collection(program.ref(file, given.value), framework, ref, depth + 1)),
      );
    }
    const elements = followTokens(program, origin.at, ELEMENTS);
    const tools = elements.values.map((item) => single(item.ref, undefined, framework, ref, depth + 1));
    return join([...tools, UNKNOWN]);
  }

  function single(value: Ref, key: string | undefined, framework: Framework, ref: FrameworkRef, depth: number): Wired {
    if (depth > MAX_DEPTH) return UNKNOWN;
    return once(`one ${key ?? ''}`, value, framework, () => oneOf(value, key, framework, ref, depth));
  }

  function oneOf(value: Ref, key: string | undefined, framework: Framework, ref: FrameworkRef, depth: number): Wired {
    const origins = program.origins(value);
    if (origins.length === 0) return UNKNOWN;
    const [functions, others] = [origins.filter(isFunction), origins.filter((origin) => !isFunction(origin))];
    const made = join(
      others.map((origin): Wired => {
        if (origin.kind === 'module') return UNKNOWN;
        const held = program.value(origin.at);
        if (held.kind === 'literal') return NONE;
        if (held.kind === 'object') {
          const written = table.writtenAs(origin.at, framework, ref, key);
          if (written) return oneTool(written);
          // `{ functionDeclarations: [...] }` and the like hold further tools.
          return key === undefined ? nested(origin.at, framework, ref, depth) : UNKNOWN;
        }
        if (held.kind === 'array') return ofList(origin.at, framework, ref, depth);
        if (held.kind !== 'call') {
          const constant = table.exportedAs(origin);
          return constant === undefined ? UNKNOWN : oneTool(constant);
        }
        const declared = table.declaredBy(origin.at);
        if (declared) {
          if (key !== undefined) declared.tool.name ??= key;
          return oneTool(declared);
        }
        return (
          ofOptions(origin, framework, ref, key, depth) ??
          ofInstance(origin.at, framework, ref, depth) ??
          ofLibraryCall(origin, framework, ref, depth)
        );
      }),
    );
    // What a decorator makes a tool of is also there as the function that it was.
    if (functions.length === 0 || made.tools.length > 0) return made;
    return join([made, ...functions.map(({ at }) => ofFunction(at, framework, ref))]);
  }

  function isFunction(origin: Origin): boolean {
    return origin.kind === 'value' && program.value(origin.at).kind === 'function';
  }

  function ofFunction(fn: Ref, framework: Framework, ref: FrameworkRef): Wired {
    const tool = table.madeOf(fn, framework, ref);
    return tool === undefined ? UNKNOWN : oneTool(tool);
  }

  /** An object of a project class that is a tool, or that holds tools: as methods, or those that its constructor bundles. */
  function ofInstance(call: Ref, framework: Framework, ref: FrameworkRef, depth: number): Wired | undefined {
    const made = program.value(call);
    if (made.kind !== 'call') return undefined;
    const classes = program.origins(program.ref(program.fileOf(call), made.callee)).flatMap(({ kind, at }) => {
      const value = kind === 'value' ? program.value(at) : undefined;
      const facts = value?.kind === 'class' ? program.fileOf(at).facts.classes[value.class] : undefined;
      return facts === undefined ? [] : [{ at, facts }];
    });
    if (classes.length === 0) return undefined;
    const held = classes.flatMap(({ at, facts }): readonly Wired[] => {
      const tool = table.ofClass(at);
      if (tool !== undefined) return [oneTool(tool)];
      const file = program.fileOf(at);
      const methods = toolMethods(file, facts);
      if (methods.length > 0) return methods.map(oneTool);
      const constructed =
        facts.constructorFunction === undefined ? [] : (file.facts.functions[facts.constructorFunction]?.calls ?? []);
      const bundled = constructed.flatMap((id) => toolSet(program.ref(file, id)) ?? []);
      return bundled.map((part) => bundle(part, framework, ref, depth + 1));
    });
    return held.length === 0 ? UNKNOWN : join(held);
  }

  /** A list of tools, or one. */
  function bundle(part: Ref, framework: Framework, ref: FrameworkRef, depth: number): Wired {
    return isList(part) ? collection(part, framework, ref, depth) : single(part, undefined, framework, ref, depth);
  }

  function toolMethods(file: ProgramFile, { fields }: ClassFacts): readonly ToolEntry[] {
    const values = fields.flatMap(({ value }) =>
      value === undefined ? [] : program.origins(program.ref(file, value)),
    );
    return values.flatMap((origin) => (origin.kind === 'api' ? (table.declaredBy(origin.at) ?? []) : []));
  }

  /** `Tool(google_search=GoogleSearch())` is what `{ googleSearch: {} }` is elsewhere. */
  function ofOptions(
    origin: Origin,
    framework: Framework,
    ref: FrameworkRef,
    key: string | undefined,
    depth: number,
  ): Wired | undefined {
    const call = constructorCall(program, origin);
    if (call === undefined) return undefined;
    const written = table.writtenAs(call, framework, ref, key);
    if (written !== undefined) return oneTool(written);
    const inner = key === undefined ? nested(call, framework, ref, depth) : UNKNOWN;
    return inner.tools.length > 0 ? inner : undefined;
  }

  function nested(object: Ref, framework: Framework, ref: FrameworkRef, depth: number): Wired {
    const held = followTokens(program, object, [{ kind: 'Member', names: ['*'] }]).values;
    const lists = held.map((value) => value.ref).filter((value) => isList(value));
    return lists.length === 0 ? UNKNOWN : join(lists.map((list) => collection(list, framework, ref, depth + 1)));
  }

  function isList(value: Ref): boolean {
    return program
      .origins(value)
      .every((origin) => origin.kind !== 'module' && program.value(origin.at).kind === 'array');
  }

  return { collection: (value, framework, ref) => collection(value, framework, ref, 0), joined };
}

const TRANSPARENT = new Set(
  ['values', 'fromEntries', 'entries']
    .map((name) => `Member[Object].Member[${name}]`)
    .concat('Member[Array].Member[from]'),
);

function oneTool(tool: ToolEntry): Wired {
  return { tools: [tool], known: true, supplies: [] };
}

function join(parts: readonly Wired[]): Wired {
  return {
    tools: [...new Set(parts.flatMap((part) => part.tools))],
    known: parts.every((part) => part.known),
    supplies: [...new Map(parts.flatMap((part) => part.supplies).map((supply) => [supply.call, supply])).values()],
  };
}
