import type { SinkKind, SourceKind } from '../model/flow.js';
import type { SettingMeaning } from '../model/setting.js';
import type { Capability, Effect, EffectKind, Exposure } from '../model/tool.js';

/**
 * A framework as data. Rows are literals only, so that they can be printed, compared and checked against the package's
 * type declarations.
 *
 * **Access paths** use the notation of CodeQL's models-as-data, tokens joined by `.`: `Member[a,b]` (a property or
 * export; `default` is the default export, `*` any name), `ReturnValue` (result of a call; awaiting is implied),
 * `Instance` (result of `new`, and any value annotated with that class or interface type), `Argument[n]` (`Argument[n..]`
 * from n on, `Argument[name]` a keyword argument), `Parameter[n]` (of a function value), `ArrayElement`.
 * `Argument[N-1]` is the last argument. A range (`Argument[1..2]`) in a row that wants one value means the first argument of
 * the range whose value has the wanted shape: text for names and descriptions, an object for schemas and options, a
 * function for handlers.
 * A path starts at a package's exports: `Member[generateText]` of package `ai`; `Member[default]` is also the module object
 * that `require` gives. The package `global` stands for names that the runtime provides. There `Member[jsx].Member[div]` is
 * the JSX element `<div>` (`Member[*]`: any element), seen as a call whose `Argument[0]` is the object of its attributes.
 *
 * **Relative paths** start at a call: `Argument[0].Member[system]` is an option of the call's first argument. `Receiver` is the
 * object of a method call; when a call made that object, `Receiver.Argument[0]` is an argument of it.
 *
 * Where several rows match one call, all of them hold.
 */
export type AccessPath = string;
export type RelativePath = string;

/** Versions that a row holds for, as a comparison of the major (and minor) version: `<6`, `>=6`, `>=5 <7`. */
export type VersionRange = string;

export interface Framework {
  /** Id of `frameworks.jsonl`: `vercel-ai`. */
  readonly id: string;
  /** Name for people. */
  readonly title: string;
  readonly language: 'javascript' | 'python';
  /** Module specifiers that count as this framework; a trailing `/*` includes subpaths. Rows apply to all of them unless they name one. */
  readonly modules: readonly string[];
  /** True for SDKs of models, agents and tools: importing one makes a file interesting to the prefilter. */
  readonly ai: boolean;
  /** Package → versions whose type declarations every row was checked against. */
  readonly checkedAgainst: Readonly<Record<string, readonly string[]>>;
  readonly clients?: readonly ClientRow[];
  readonly endpoints?: readonly EndpointRow[];
  readonly guardrails?: readonly GuardrailRow[];
  readonly calls?: readonly ModelCallRow[];
  readonly agents?: readonly AgentRow[];
  readonly tools?: readonly ToolRow[];
  readonly hosted?: readonly HostedToolRow[];
  readonly toolObjects?: readonly ToolObjectRow[];
  readonly toolClasses?: readonly ToolClassRow[];
  readonly gates?: readonly GateRow[];
  readonly approvals?: readonly ApprovalRow[];
  readonly settings?: readonly SettingRow[];
  readonly servers?: readonly McpServerRow[];
  readonly supplies?: readonly ToolSupplyRow[];
  readonly toolSets?: readonly ToolSetRow[];
  /** Runs are traced without further code, unless the application calls this. */
  readonly traces?: { readonly unless: AccessPath };
  readonly sources?: readonly SourceRow[];
  readonly conventions?: readonly ConventionRow[];
  readonly sinks?: readonly SinkRow[];
  readonly effects?: readonly EffectRow[];
  readonly passThroughs?: readonly PassThroughRow[];
  readonly sanitizers?: readonly SanitizerRow[];
  readonly guards?: readonly GuardRow[];
  readonly webServers?: readonly WebServerRow[];
  readonly requestChecks?: readonly RequestCheckRow[];
  readonly mcpTransports?: readonly McpTransportRow[];
  readonly agentRoutes?: readonly AgentRouteRow[];
  readonly privileges?: readonly PrivilegeRow[];
  readonly resumes?: readonly ResumeRow[];
}

interface Row {
  /** Module specifier if the row holds for one of the framework's modules only. */
  readonly module?: string;
  readonly versions?: VersionRange;
}

export interface ClientRow extends Row {
  /** The constructor or factory; `call` ends before `Instance` or `ReturnValue`. */
  readonly call: AccessPath;
  /** Option that takes the key. */
  readonly credential?: RelativePath;
  /** Variable that is read when the option is absent. */
  readonly envVariable?: string;
  /** The literal `true` of this option allows use in a browser. */
  readonly browserOption?: RelativePath;
}

/** A client whose address can be chosen, and where its credential stands. */
export interface EndpointRow extends Row {
  readonly call: AccessPath;
  readonly at: RelativePath;
  /** Options of which one authenticates the requests. A headers object counts by its entries. */
  readonly credentials: readonly RelativePath[];
  /** Variable that is read when none of them is given. */
  readonly envVariable?: string;
}

/** A call that asks whether a text may go to a model or to a user. */
export interface GuardrailRow extends Row {
  readonly call: AccessPath;
  /** It never throws for a bad text: the verdict is in what it gives. */
  readonly verdict: 'result' | 'throws';
}

export interface SlotRow {
  readonly role: 'system' | 'user' | 'assistant' | 'tool' | 'messages' | 'template';
  readonly at: RelativePath;
  readonly versions?: VersionRange;
}

export interface LimitRow {
  readonly kind: 'steps' | 'tokens' | 'time' | 'cost';
  readonly at: RelativePath;
  /** What holds when the option is absent. */
  readonly default: number | 'unbounded' | 'unknown';
  /** Literals that remove the limit, and access paths (`Member[isLoopFinished]`) of calls that do. */
  readonly unbounded?: readonly (null | number | string)[];
  /** Numbers above this are as good as no limit. */
  readonly absurdAbove?: number;
  /** Property text to insert: `stopWhen: isStepCount(20)`. */
  readonly insert?: string;
  /** Name that the inserted text needs from the framework's own module. */
  readonly insertImport?: string;
  /** The limit only matters when the call has tools. */
  readonly needsTools?: boolean;
  readonly versions?: VersionRange;
}

export interface GateOptionRow {
  readonly at: RelativePath;
  /** `value`: the option is a boolean, literal or predicate; `map`: an object from tool name to such a value; `list`: an array of tool names. */
  readonly shape: 'value' | 'map' | 'list';
  /** The parameter of a predicate that gets the tool's input. */
  readonly input?: number;
  /** Literals that switch asking off; `false` and `undefined` if not given. */
  readonly never?: readonly (string | boolean | null)[];
  /** Property text to insert for the gate; `$name` is the tool's name. Absent when no fix is possible. */
  readonly insert?: string;
  /** Name that the inserted text needs from the framework's own module. */
  readonly insertImport?: string;
  /** Versions that have it, but ask for another option instead. */
  readonly deprecated?: VersionRange;
  readonly versions?: VersionRange;
}

export interface ModelCallRow extends Row {
  readonly call: AccessPath;
  readonly slots: readonly SlotRow[];
  /** Map (object from name to tool) or array of tools. */
  readonly tools?: RelativePath;
  /** Connections to MCP servers whose tools it gets: values that calls of `supplies` rows make. */
  readonly servers?: RelativePath;
  /** Names of the tools that a step may use; all if absent. */
  readonly active?: RelativePath;
  readonly gates?: readonly GateOptionRow[];
  readonly limits?: readonly LimitRow[];
  /** Where an agent object is passed: `Argument[0]` of `run(agent, input)`. */
  readonly agent?: RelativePath;
  /** Model-written values, relative to the call's result: `ReturnValue.Member[text]`. Empty path tokens mean all of it. */
  readonly outputs: readonly RelativePath[];
  /** No model runs: the call makes a message, a template or a chat that a later call sends. */
  readonly prepares?: boolean;
}

export interface AgentRow extends Row {
  readonly call: AccessPath;
  readonly name?: RelativePath;
  readonly slots: readonly SlotRow[];
  readonly tools?: RelativePath;
  readonly servers?: RelativePath;
  /** The agent whose tools it has where the call gives none: `Receiver` of `agent.clone({})`. */
  readonly base?: RelativePath;
  /** Names of the tools that a step may use; all if absent. */
  readonly active?: RelativePath;
  /** Agents that get the conversation handed over: a list or map of agents. */
  readonly handoffs?: RelativePath;
  readonly gates?: readonly GateOptionRow[];
  readonly limits?: readonly LimitRow[];
  /** Methods of the agent that run it: path from the agent value to the callee, with slots and outputs relative to the call. */
  readonly runs?: readonly {
    readonly call: RelativePath;
    readonly slots: readonly SlotRow[];
    readonly outputs: readonly RelativePath[];
    readonly limits?: readonly LimitRow[];
    readonly gates?: readonly GateOptionRow[];
  }[];
}

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
  /** The handler's parameter that the model fills. */
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
  /** Types of parameters that the framework fills instead of the model: `Member[Context]`. */
  readonly injected?: readonly AccessPath[];
}

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
  /** The method's parameter that the model fills. */
  readonly input: number;
}

/** Middleware or wrappers that gate tools: `humanInTheLoopMiddleware({ interruptOn: { name: true } })`. */
export interface GateRow extends Row {
  readonly call: AccessPath;
  /** Tool names that are gated: a map or list; absent = all tools of the agent that gets this. */
  readonly covers?: GateOptionRow;
  /** Where the gate is attached. `in-handler`: calling it inside a handler asks a person. */
  readonly level: 'middleware' | 'callback' | 'elicitation' | 'interrupt' | 'in-handler';
}

/** A callback or method by which code answers approval requests. */
export interface ApprovalRow extends Row {
  /** A callback: path of the function value, from the package: `Member[query].Argument[0].Member[options].Member[canUseTool]`. */
  readonly callback?: AccessPath;
  /** A method whose call approves: path of the callee. */
  readonly approves?: AccessPath;
  /** For callbacks: property and value in the returned object that grants, `{ behavior: 'allow' }`; or a bare literal. */
  readonly grants?: { readonly property?: string; readonly values: readonly (string | boolean)[] };
  /** Text that denies. */
  readonly denial?: string;
  readonly name: string;
}

export interface SettingRow extends Row {
  readonly meaning: SettingMeaning;
  /** The call that takes the option. */
  readonly call: AccessPath;
  /** The option; absent = the call by itself has the meaning. */
  readonly at?: RelativePath;
  /**
   * Values with the meaning: literals (a prefix ends in `*`) and access paths of the framework's own constants
   * (`Member[HarmBlockThreshold].Member[OFF]`); `absent` when the missing option has it.
   */
  readonly values?: readonly (string | number | boolean | null)[];
  readonly absent?: boolean;
  /** The value has the meaning when it is the whole environment of the process, or copies it. */
  readonly holds?: 'environment';
  /** A text is a list of words separated by spaces or commas, of which one is enough. */
  readonly separated?: boolean;
  /** All of these options must be absent too (alternatives that would make it fine). */
  readonly unless?: readonly RelativePath[];
  /** With one of these values at another option the row is a note for reviewers: what is started is the application's own. */
  readonly noteIf?: { readonly at: RelativePath; readonly values: readonly string[] };
  /** A call of one of these anywhere in the application takes the meaning back: what locks a sandbox after its set-up. */
  readonly unlessCalled?: readonly AccessPath[];
  /**
   * Replacement of the value, or property text to insert when absent. A value that is written as a constant of the
   * framework is replaced by the constant beside it.
   */
  readonly replacement?: string;
  /** The framework does something fine without the option, so that a fix may leave it out. */
  readonly removable?: true;
  readonly severity?: 'error' | 'warning' | 'info';
  readonly subject: string;
  readonly note?: string;
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
}

export interface SourceRow extends Row {
  readonly kind: SourceKind;
  /** The value itself. */
  readonly path: AccessPath;
  readonly label?: string;
  /** Only if the name of the property that `Member[*]` stands for is secret-like or sensitive (`isSecretName`, `sensitivity`). */
  readonly named?: 'secret' | 'sensitive';
  /** Only where all of it is used: no property is read from it. */
  readonly whole?: boolean;
}

/** Entry points that a framework finds by file and export name rather than by a call. */
export interface ConventionRow {
  readonly kind: SourceKind;
  /** Glob over the workspace path; absent = any file. */
  readonly file?: string;
  /** Names of exports; `default.fetch` is a method of the exported object. */
  readonly exports?: readonly string[];
  /** A decorator of the function, by access path from one of the framework's modules: `Member[Post]`. */
  readonly decorator?: AccessPath;
  /** The function (or its file) carries this directive and is exported. */
  readonly directive?: string;
  /** The function is this method of a class of the project that extends a class of the framework: `Member[Agent]`. */
  readonly base?: AccessPath;
  readonly method?: string;
  readonly parameter: number | 'all';
  /** Only parameters with this decorator: `Member[Body]`. */
  readonly parameterDecorator?: AccessPath;
  /** From the parameter to the tainted value: `Member[json].ReturnValue`; several alternatives. Empty = all of it. */
  readonly at?: readonly RelativePath[];
  readonly versions?: VersionRange;
  readonly label: string;
}

export interface SinkRow extends Row {
  readonly kind: SinkKind;
  /** The callee; or with `store` the object written to. */
  readonly call: AccessPath;
  /** The dangerous argument. */
  readonly at?: RelativePath;
  /** Property write: `element.innerHTML = value`. */
  readonly store?: readonly string[];
  readonly effect?: EffectKind;
  /** Only when this option has one of these values: `shell: true` of spawn. */
  readonly when?: { readonly at: RelativePath; readonly values: readonly (string | number | boolean)[] };
  /** A second condition that must hold too: the shell's `-c` beside its name. `ArrayElement` is met by any element. */
  readonly also?: { readonly at: RelativePath; readonly values: readonly (string | number | boolean)[] };
  /** Not when this option has a value (or any value, for an empty list). */
  readonly unless?: { readonly at: RelativePath; readonly values: readonly (string | number | boolean)[] };
  /** Not when one of these options has one of the values (or any, for an empty list), or comes from one of the modules. */
  readonly unlessAny?: readonly (
    | { readonly at: RelativePath; readonly values: readonly (string | number | boolean)[] }
    | { readonly at: RelativePath; readonly modules: readonly string[] }
  )[];
}

/** A call with consequences that is not a sink of data by itself. */
export interface EffectRow extends Row {
  readonly call: AccessPath;
  readonly effect: EffectKind;
  readonly highImpact: boolean;
  /** Parts of the lethal trifecta that the call is by itself, whatever it is given: a mailbox is private and others write into it. */
  readonly exposes?: readonly Exposure['part'][];
  /** What it does to what was there; by the kind of effect if absent. */
  readonly change?: Effect['change'];
}

/** A call that bundles tools, so that what it makes stands for all of them where tools are wanted. */
export interface ToolSetRow extends Row {
  readonly call: AccessPath;
  readonly tools: RelativePath;
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

/** A call whose result carries what comes in. Unknown functions of packages do too, with lower confidence. */
export interface PassThroughRow extends Row {
  readonly call: AccessPath;
  /**
   * Relative paths of inputs; `Receiver` is the object of a method call. `ReturnValue.Member[1].Argument[0]` is what later
   * calls of that member of the result pass: the setter of `useState`.
   */
  readonly from: readonly RelativePath[];
  /** The only part of the result that carries the inputs: `ReturnValue.Member[0]`. */
  readonly to?: RelativePath;
}

/** A call whose result is clean for the given sinks (`all`: a number, boolean, hash or enum). */
export interface SanitizerRow extends Row {
  readonly call: AccessPath;
  readonly cleans: readonly SinkKind[] | 'all';
}

/** A call that returns truthy, or does not throw, only for values that are fine for the given sinks. */
export interface GuardRow extends Row {
  readonly call: AccessPath;
  readonly argument: RelativePath;
  /** `host`: the argument must be the host of a URL; a test of the whole URL says nothing. */
  readonly part?: 'host';
  readonly how: 'truthy' | 'falsy' | 'completes';
  readonly cleans: readonly SinkKind[] | 'all';
}

/** An app, router or server on which code registers what answers requests. */
export interface WebServerRow extends Row {
  /** The function or class that makes it; a type annotation with the class counts too. */
  readonly call: AccessPath;
  /** Methods that register handlers: a path, then functions, lists of functions and objects of options. */
  readonly routes?: readonly string[];
  /** Methods whose functions run before what is registered after them; they take other apps and routers too. */
  readonly middleware?: readonly string[];
  /** Methods that put another app, router or plugin function under a path. */
  readonly mounts?: readonly string[];
  /** The only first arguments that make a `routes` call register a handler: `connection` of `wss.on('connection', …)`. */
  readonly events?: readonly string[];
  /** Functions, or another app, that the making call itself gets: `Argument[0..1]` of `http.createServer(app)`. */
  readonly handler?: RelativePath;
  /** Option of the making call that refuses clients: `Argument[0].Member[verifyClient]`. */
  readonly check?: RelativePath;
  /** Middleware counts wherever it is registered. */
  readonly anyOrder?: true;
  readonly websocket?: true;
  readonly listen?: ListenRow;
  /** A header check that the making call brings along, unless this option has one of the values. */
  readonly hostCheck?: { readonly unless: RelativePath; readonly values: readonly string[] };
}

/** How a server binds. Without `method` the making call does. */
export interface ListenRow {
  readonly method?: string;
  /** Where the host may stand, the first text that is found counts. */
  readonly host: readonly RelativePath[];
  readonly absent: 'loopback' | 'all';
}

/** A call, or what it returns, whose job is to look at who sends a request, or that is known not to. */
export interface RequestCheckRow extends Row {
  readonly call: AccessPath;
  /**
   * `authenticates`: refuses strangers, or says who the user is, which callers test; `host`: refuses foreign Host or Origin
   * headers; `may`: depends on options that are not read; `nothing`: middleware or wrapper that lets everybody through.
   */
  readonly does: 'authenticates' | 'host' | 'may' | 'nothing';
}

/** A transport that serves MCP over HTTP. */
export interface McpTransportRow extends Row {
  readonly call: AccessPath;
  /** `transport`: handles requests that code hands to it; `handler`: is the request handler; `server`: listens by itself. */
  readonly kind: 'transport' | 'handler' | 'server';
  /** The function that gets the server, or the value that is it. */
  readonly server?: RelativePath;
  /** Methods that take a request. */
  readonly handles?: readonly string[];
  /** Switches the check of Host and Origin headers on. */
  readonly hostCheck?: RelativePath;
  /** Options of which one makes it authenticate. */
  readonly authentication?: readonly RelativePath[];
  /** `server`: a method of the instance, the option that selects HTTP, and where it binds. */
  readonly start?: {
    readonly method: string;
    readonly when: RelativePath;
    readonly host: RelativePath;
    readonly absent: 'loopback' | 'all';
  };
}

/** A call that hands a request to agents of the application. */
export interface AgentRouteRow extends Row {
  readonly call: AccessPath;
  /** Options of which one lets the application refuse. */
  readonly authentication?: readonly RelativePath[];
  readonly label: string;
}

/** A client that may do what no user may: it goes past row-level security. */
export interface PrivilegeRow extends Row {
  readonly call: AccessPath;
  /** The key, which is privileged when it is read from a variable of one of these names. */
  readonly key?: RelativePath;
  readonly variables?: readonly string[];
  /** Members through which it is used. */
  readonly uses: readonly string[];
  readonly label: string;
}

/** A call that goes on with a run that waits for an answer. */
export interface ResumeRow extends Row {
  readonly call: AccessPath;
  /** The answer; without it the call does something else. */
  readonly answer: RelativePath;
}
