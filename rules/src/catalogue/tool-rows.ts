import type { Capability } from '../model/tool.js';
import type { AccessPath, RelativePath, Row } from './access-path.js';
import type { GateOptionRow } from './agent-rows.js';
import type { SettingRow } from './setting-rows.js';

/**
 * A tool that a call declares. Rows with the name `key` also hold for a plain object in a tools map of the framework
 * (`tools: { search: { inputSchema, execute } }`): the object is what the call would get as `Argument[0]`.
 */
export interface ToolRow extends Row {
  readonly call: AccessPath;
  /** A path, or `key`: the name is the key under which the tool stands in a tools map. */
  readonly name: RelativePath;
  readonly description?: RelativePath;
  readonly schema?: RelativePath;
  /** How the schema's value is to be read: a zod shape is the object of fields without `z.object`. */
  readonly schemaShape?: 'schema' | 'zod-shape';
  /** The function that runs. */
  readonly handler?: RelativePath;
  /** The handler's parameter that the model fills; if absent, in Python, all but the injected ones. */
  readonly input?: number;
  /** Path from that parameter to the model's arguments: `Member[params].Member[arguments]`. */
  readonly inputPath?: RelativePath;
  /** The object literal that takes tool options. */
  readonly options?: RelativePath;
  readonly gates?: readonly GateOptionRow[];
  /** Hints for MCP clients. */
  readonly annotations?: RelativePath;
  /** The agent that runs as this tool: `Receiver` of `agent.asTool()`. */
  readonly agent?: RelativePath;
  /** Registered on a server for unknown clients: absence of a gate option is not a finding by itself. */
  readonly server?: boolean;
  /**
   * `call` is a decorator, bare or with options: `@tool`, `@tool(name='x')`. Paths are relative to the call that takes the
   * options; what they do not say, the decorated function does: its name, its docstring, its parameters.
   */
  readonly decorator?: true;
  /** Types of parameters, or marks of `Annotated` ones, that the framework fills instead of the model: `Member[Context]`. */
  readonly injected?: readonly AccessPath[];
  /** Names of such parameters. */
  readonly injectedNames?: readonly string[];
  /** The agent that gets the tool: `Receiver` of `@agent.tool`. */
  readonly joins?: RelativePath;
  /** Several of these decorators on one function declare one tool. */
  readonly shared?: true;
}

/** Functions that stand in a tools list as they are: `tools=[search]`. Their signature is the schema. */
export interface FunctionToolRow extends Row, Pick<ToolRow, 'injected' | 'injectedNames'> {}

/** A tool that the provider or the framework executes. */
export interface HostedToolRow extends Row {
  readonly call: AccessPath;
  /** The export is the tool itself, not something that makes one. */
  readonly constant?: true;
  readonly tool:
    | 'web-search'
    | 'web-fetch'
    | 'browser'
    | 'code'
    | 'shell'
    | 'computer'
    | 'mcp'
    | 'file-search'
    | 'image'
    | 'edit'
    | 'retrieval';
  readonly capabilities: readonly Capability[];
  /** Where this is written in the code, the tool reads nothing else: what the application brings along is nobody's secret. */
  readonly fixedBy?: RelativePath;
  readonly gates?: readonly GateOptionRow[];
  /** The function that runs it locally. */
  readonly handler?: RelativePath;
  readonly input?: number;
  readonly options?: RelativePath;
}

/**
 * A tool written as an object in the tools list of a model call or agent instead of made by a call: `{ type: 'web_search' }`,
 * `{ codeExecution: {} }`, `{ type: 'function', function: { name, parameters } }`. Paths start at the object: `Member[name]`.
 */
export interface ToolObjectRow extends Row {
  /** The object has this property, with one of these values unless the list is empty; `web_fetch_*` is a prefix. */
  readonly is: { readonly property: string; readonly values: readonly string[] };
  /** Set for tools that the provider or the framework runs. */
  readonly hosted?: { readonly tool: HostedToolRow['tool']; readonly capabilities: readonly Capability[] };
  readonly name?: RelativePath;
  readonly description?: RelativePath;
  readonly schema?: RelativePath;
  readonly handler?: RelativePath;
  readonly input?: number;
  readonly gates?: readonly GateOptionRow[];
  readonly settings?: readonly ToolObjectSettingRow[];
}

/** A `SettingRow` for a tool object: `at` and `unless` start at the object, without `at` the object by itself has the meaning. */
export type ToolObjectSettingRow = Omit<SettingRow, 'call' | 'module' | 'versions'>;

/** A class of the project that is a tool because of its base: `class Shell extends StructuredTool { name; schema; _call(input) {} }`. */
export interface ToolClassRow extends Row {
  readonly base: AccessPath;
  /** Fields of the class. */
  readonly name: string;
  readonly description?: string;
  readonly schema?: string;
  /** The method that runs. */
  readonly handler: string;
  /** The method's parameter that the model fills; if absent, all but the injected ones. */
  readonly input?: number;
  readonly injected?: readonly AccessPath[];
  readonly injectedNames?: readonly string[];
}

export interface McpServerRow extends Row {
  readonly call: AccessPath;
  readonly name?: RelativePath;
  /** Low-level servers: a handler for the call-tool request, `server.setRequestHandler(CallToolRequestSchema, fn)`. */
  readonly callToolHandler?: {
    readonly call: AccessPath;
    readonly schema: RelativePath;
    /** The schema's access path, or the method's literal name. */
    readonly schemaIs: readonly string[];
    readonly handler: RelativePath;
    /** From the handler's first parameter to the name and to the arguments. */
    readonly toolName: RelativePath;
    readonly toolArguments: RelativePath;
  };
  readonly dispatcher?: DispatcherRow;
}

/**
 * Low-level servers for which one function answers all tool calls and another lists the tools. Both are registered by methods that
 * are decorators (`@server.call_tool()`), or are options of the constructor (`Server('x', on_call_tool=fn)`).
 */
export type DispatcherRow = (
  | { readonly call: AccessPath; readonly listing: AccessPath }
  | { readonly handler: RelativePath; readonly listed: RelativePath }
) & {
  /** From the function that answers: `Parameter[0]`, `Parameter[1].Member[arguments]`. */
  readonly toolName: RelativePath;
  readonly toolArguments: RelativePath;
};

/**
 * A call that bundles tools, so that what it makes stands for all of them where tools are wanted; also that of a constructor
 * above: `super().__init__(tools=[self.run])`.
 */
export interface ToolSetRow extends Row {
  readonly call: AccessPath;
  /** If absent, only what is declared on it: `@tools.action`. */
  readonly tools?: RelativePath;
}

/** A call that gives tools of an MCP server to an agent or model call without naming them. */
export interface ToolSupplyRow extends Row {
  readonly call: AccessPath;
  /** Where the servers are named, relative to the call, or to the call that made its receiver (`of: 'receiver'`). */
  readonly of?: 'call' | 'receiver';
  /** A server's address or the object that has `url` or `command` and `args`; several paths are alternatives. */
  readonly servers: readonly RelativePath[];
  /** Options of the call that name the tools that are given. */
  readonly allow?: readonly RelativePath[];
  /** Property text that names the tools: `toolFilter: createMCPToolStaticFilter({ allowed: [] })`. */
  readonly insert?: string;
  readonly insertImport?: string;
  /** Options by which the call or its maker asks a person. */
  readonly gates?: readonly GateOptionRow[];
}
