import type { ModelDecision, SuppliedSubject, ToolCredential, ToolSupply } from './conduct.js';
import type { ConfiguredServer, InstructionFile } from './configuration.js';
import type { Evidence, TraceStep } from './finding.js';
import type { ArgumentSite, CallSite, OptionsSite, PropertySite, SourceFile } from './site.js';
import type { Span } from './span.js';
import type { AgentStep } from './workflow.js';

/**
 * The application as an agent security reviewer sees it. Built from facts and the catalogue by the server; rules only read
 * it. Every list is complete for the files that were analysed and sorted by file and offset. `undefined` means "not
 * there", and where a fact could not be resolved the model says `unknown`, never "absent".
 */
export interface AppModel {
  readonly policy: Policy;
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly agents: readonly Agent[];
  readonly tools: readonly Tool[];
  readonly modelCalls: readonly ModelCall[];
  readonly clients: readonly Client[];
  readonly endpoints: readonly Endpoint[];
  readonly guardrails: readonly GuardrailCall[];
  readonly secrets: readonly SecretLiteral[];
  readonly settings: readonly Setting[];
  readonly approvals: readonly ApprovalDecision[];
  readonly mcpServers: readonly McpServer[];
  readonly configuredServers: readonly ConfiguredServer[];
  readonly instructionFiles: readonly InstructionFile[];
  readonly agentSteps: readonly AgentStep[];
  readonly supplies: readonly ToolSupply[];
  readonly modelDecisions: readonly ModelDecision[];
  readonly suppliedSubjects: readonly SuppliedSubject[];
  readonly toolCredentials: readonly ToolCredential[];
  readonly routes: readonly Route[];
  readonly mcpTransports: readonly McpTransport[];
  readonly tokenForwards: readonly TokenForward[];
  readonly flows: readonly Flow[];
  /** The source text of a span of an analysed file. */
  text(span: Span): string;
}

/** What the configuration says about the application as a whole. */
export interface Policy {
  /** Tools may read any public page: a free choice of address by the model is meant. */
  readonly allowOpenWeb: boolean;
}

/** Where a fact's meaning comes from. `version` is the installed or declared major.minor.patch, if known. */
export interface FrameworkRef {
  /** Catalogue id: `vercel-ai`, `openai-agents-js`. */
  readonly id: string;
  /** Name for people: "Vercel AI SDK". */
  readonly title: string;
  readonly package: string;
  readonly version: string | undefined;
}

export type Capability =
  'private-read' | 'untrusted-in' | 'egress' | 'write' | 'exec' | 'pay' | 'identity' | 'config-change' | 'bulk-export';

export type EffectKind =
  | 'exec'
  | 'eval'
  | 'fs-read'
  | 'fs-write'
  | 'fs-delete'
  | 'http'
  | 'sql'
  | 'data-read'
  | 'db-write'
  | 'mail'
  | 'message'
  | 'pay'
  | 'deploy'
  | 'identity'
  | 'browser';

/** Something with consequences that a handler reaches, possibly through other functions and files. */
export interface Effect {
  readonly kind: EffectKind;
  /** Canonical name of what is called: `stripe.refunds.create`, `child_process.exec`. */
  readonly callee: string;
  readonly span: Span;
  /** From the handler to the call; empty when the handler calls it itself. */
  readonly path: readonly TraceStep[];
  /** Whether the effect undoes, moves money, publishes or destroys (a classifier of the catalogue row). */
  readonly highImpact: boolean;
  /**
   * What it does to things outside of the process that last: `removes` and `overwrites` what was there, `adds`, or `none`.
   * Temporary files, caches and logs are `none`; `unknown` where the call alone does not say.
   */
  readonly change: 'none' | 'adds' | 'overwrites' | 'removes' | 'unknown';
  /** Who chooses whom or what it reaches (host, recipient, file): the model through the tool's input, the code, or unknown. */
  readonly chosenBy: 'model' | 'code' | 'unknown';
}

/** One of the three parts of the lethal trifecta, with the place that shows it. */
export interface Exposure {
  readonly part: 'private-read' | 'untrusted-in' | 'egress';
  readonly span: Span;
  /** What does it: `pg.Pool.query`, `web-search`. */
  readonly label: string;
}

/** A field of a tool's input schema. `open` means any value of the type is accepted. */
export interface SchemaField {
  readonly name: string;
  readonly span: Span;
  readonly type: 'string' | 'number' | 'boolean' | 'object' | 'array' | 'any' | 'unknown';
  /** Enum, literal, uuid, datetime, anchored pattern, number, boolean: no free text passes. */
  readonly constrained: boolean;
  readonly optional: boolean;
  readonly fields?: readonly SchemaField[];
  /** Of a text that is not constrained: where it does no harm all the same. An address begins with no dash. */
  readonly harmlessFor?: readonly SinkKind[];
  /** Of a constrained text: where it does harm all the same. A pattern may let `../` through. */
  readonly harmfulFor?: readonly SinkKind[];
}

export interface ToolSchema {
  /** `absent`: declared without a schema; `open`: any / record / passthrough / additionalProperties; `unknown`: not resolved. */
  readonly state: 'fields' | 'absent' | 'open' | 'unknown';
  readonly span: Span | undefined;
  /** Why the state is `open`: `z.any()`, `.passthrough()`, `strict: false`. */
  readonly reason?: string;
  /** How the schema is written, so that a fix can speak its language. */
  readonly dialect: 'zod' | 'json-schema' | 'other';
  readonly fields: readonly SchemaField[];
}

/** An approval that a person gives before a tool runs, at whatever level it was declared. */
export interface Gate {
  readonly level: 'tool' | 'call' | 'agent' | 'middleware' | 'callback' | 'elicitation' | 'interrupt' | 'server';
  /** `asks` always or on a condition; `never` is a literal that switches asking off; `unknown` could not be resolved. */
  readonly state: 'asks' | 'conditional' | 'never' | 'unknown';
  /** Option or mechanism as written: `needsApproval`, `humanInTheLoopMiddleware`. */
  readonly name: string;
  readonly span: Span;
}

/** How to add a gate with the framework's own means in the installed version. */
export interface GateOffer {
  /** `needsApproval: true`: a property to add to `options`. */
  readonly property: string;
  readonly options: OptionsSite;
  /** Title for people: "Require approval with needsApproval". */
  readonly title: string;
  /** Name that the property needs from the framework. */
  readonly import?: { readonly module: string; readonly name: string };
}

export interface Tool {
  readonly name: string | undefined;
  readonly description: string | undefined;
  readonly framework: FrameworkRef;
  /** The declaration. */
  readonly span: Span;
  /** The shortest span that names the tool: its name literal, key or the callee. */
  readonly nameSpan: Span;
  readonly options: OptionsSite | undefined;
  readonly schema: ToolSchema;
  /** The code that runs when the model calls the tool; absent for hosted tools and when not resolved. */
  readonly handler: Span | undefined;
  readonly effects: readonly Effect[];
  readonly capabilities: readonly Capability[];
  /** Parts of the lethal trifecta that the tool's effects, or the provider that runs it, certainly bring. */
  readonly exposures: readonly Exposure[];
  /** What the tool says about itself to MCP clients: `{ readOnlyHint: true }`; undefined if nothing is said or nothing is known. */
  readonly annotations: OptionsSite | undefined;
  /** Whether a log, trace or audit record tells about a run: in the handler, or around every tool of the application. */
  readonly recorded: 'yes' | 'no' | 'unknown';
  /** The agent that runs as this tool. */
  readonly agent: Agent | undefined;
  /** Every gate that covers the tool as wired. */
  readonly gates: readonly Gate[];
  /** `unknown`: an unresolved spread or wrapper may hold a gate, or the wiring leaves the analysed code. */
  readonly gated: 'yes' | 'no' | 'unknown';
  readonly gateOffers: readonly GateOffer[];
  /** Agents and model calls that get the tool; empty when no wiring was found. */
  readonly users: readonly Span[];
  /** Offered to clients outside of the program, which ask their users or not. */
  readonly served: boolean;
  /** Hosted by the provider: the kind (`web-search`, `code`, `shell`, `computer`, `mcp`), else undefined. */
  readonly hosted: string | undefined;
}

export interface PromptSlot {
  readonly role: 'system' | 'user' | 'assistant' | 'tool' | 'messages' | 'template';
  /** Option as written: `instructions`, `messages[0].content`. */
  readonly name: string;
  readonly span: Span;
}

/** A bound on steps, turns, tokens, time or money. */
export interface Limit {
  readonly kind: 'steps' | 'tokens' | 'time' | 'cost';
  readonly name: string;
  /** `bounded` by `value` or by the framework's default; `unbounded`: removed, infinite or absurd; `unknown`: not resolved. */
  readonly state: 'bounded' | 'unbounded' | 'unknown';
  readonly value: number | undefined;
  /** Where it is set; undefined when the state is the framework's default. */
  readonly span: Span | undefined;
  readonly property: PropertySite | undefined;
  /** Code that bounds it: `stopWhen: isStepCount(20)`, with the names to import. */
  readonly offer: LimitOffer | undefined;
}

export interface LimitOffer {
  readonly property: string;
  readonly options: OptionsSite;
  readonly import: { readonly module: string; readonly name: string } | undefined;
}

export interface Agent {
  readonly name: string | undefined;
  readonly framework: FrameworkRef;
  readonly span: Span;
  readonly options: OptionsSite | undefined;
  readonly slots: readonly PromptSlot[];
  readonly tools: readonly Tool[];
  /** False when a spread, a parameter or another repository may add tools. */
  readonly toolsKnown: boolean;
  /** Agents that it may hand the conversation to. */
  readonly handoffs: readonly Agent[];
  readonly gates: readonly Gate[];
  readonly limits: readonly Limit[];
}

export interface ModelCall {
  readonly framework: FrameworkRef;
  /** `generateText`, `chat.completions.create`. */
  readonly name: string;
  readonly span: Span;
  readonly calleeSpan: Span;
  readonly options: OptionsSite | undefined;
  readonly slots: readonly PromptSlot[];
  readonly tools: readonly Tool[];
  readonly toolsKnown: boolean;
  readonly gates: readonly Gate[];
  readonly limits: readonly Limit[];
  /** The loop around the call that nothing bounds: no counter, deadline, abort signal or wait for a person. */
  readonly unboundedLoop: Span | undefined;
}

export interface Client {
  readonly framework: FrameworkRef;
  readonly span: Span;
  readonly options: OptionsSite | undefined;
  readonly credential: PropertySite | undefined;
  /** The variable that the client reads by itself when the option is absent: `OPENAI_API_KEY`. */
  readonly envVariable: string | undefined;
}

/** A call that checks a text before a model call or an answer, by itself or through functions of the project. */
export interface GuardrailCall {
  /** As it is called: `moderations.create`, or the project's function. */
  readonly name: string;
  readonly span: Span;
  /**
   * What becomes of a failure or a bad verdict: `handled`: the model is not reached; `swallowed`: it is reached after the check
   * has failed; `unread`: nobody looks at the verdict; `unknown`: no model call is known to follow.
   */
  readonly failure: 'handled' | 'swallowed' | 'unread' | 'unknown';
  /** The code that catches the failure. */
  readonly handler: Span | undefined;
  /** The call that is reached all the same. */
  readonly reaches: Span | undefined;
}

/** An address that a client of a model, MCP server or service is given, or that a request goes to. */
export interface Endpoint {
  /** The option's value, or the argument. */
  readonly span: Span;
  /** What takes it: `OpenAI`, `StreamableHTTPClientTransport`. */
  readonly client: string;
  /** Option as written: `baseURL`. */
  readonly name: string;
  /** Addresses that it can be, each up to its first unknown part, which NUL stands for; empty when nothing is known. */
  readonly addresses: readonly string[];
  /** Where the secret comes from that authenticates the requests: a label; undefined if none is known to. */
  readonly secret: string | undefined;
}

export interface SecretLiteral {
  /** Id in the key format table, or `option` when only its place says that it is a secret. */
  readonly format: string;
  /** "OpenAI API key". */
  readonly title: string;
  readonly span: Span;
  /** First four characters and an ellipsis. */
  readonly preview: string;
  readonly envVariable: string;
  /** The client construction whose credential option holds the literal. */
  readonly client: Client | undefined;
  readonly property: PropertySite | undefined;
  readonly evidence: Evidence;
  /** What the literal is embedded in, which decides the edit: a whole string, part of a template, or a non-code file. */
  readonly literal: 'string' | 'template' | 'other';
}

/** An option or construct that the catalogue gives a security meaning by itself. */
export interface Setting {
  readonly meaning: SettingMeaning;
  readonly framework: FrameworkRef;
  /** What the option belongs to: `query`, `hostedMcpTool`. */
  readonly subject: string;
  /** `permissionMode: 'bypassPermissions'` as written, or "maxTurns is absent". */
  readonly label: string;
  readonly span: Span;
  readonly property: PropertySite | undefined;
  readonly options: OptionsSite | undefined;
  /** Further entries of the same list with the meaning: one root cause. */
  readonly alike: readonly PropertySite[];
  /** Replacement for the property's value, or a property to insert when it is absent. */
  readonly replacement: string | undefined;
  /** What a fix may take out instead: the property, or one entry of its object. */
  readonly removable: { readonly from: Span; readonly item: Span } | undefined;
  /** Extra sentence of the catalogue row for the message. */
  readonly note: string | undefined;
  readonly severity: 'error' | 'warning' | 'info';
  /** True when the option stands in code that runs in a browser. */
  readonly client: boolean;
  readonly evidence: Evidence;
}

export type SettingMeaning =
  | 'approval-disabled'
  | 'browser-key'
  | 'hosted-unrestricted'
  | 'unsandboxed-executor'
  | 'overbroad-scope'
  | 'system-messages-allowed'
  | 'unsafe-template'
  | 'content-recorded'
  | 'sandbox-open-egress'
  | 'dangerous-opt-in'
  | 'safety-disabled'
  | 'env-passthrough'
  | 'permission-bypass'
  | 'overbroad-allow'
  | 'sandbox-weakened'
  | 'auto-trust'
  | 'risky-hook'
  | 'endpoint-override';

/** Code that answers an approval request. */
export interface ApprovalDecision {
  readonly framework: FrameworkRef;
  /** `canUseTool`, `state.approve in a loop over result.interruptions`. */
  readonly mechanism: string;
  readonly span: Span;
  /** `grants`: every path approves and nobody was asked; `decides`: a denial or a question is reachable; `unknown`. */
  readonly outcome: 'grants' | 'decides' | 'unknown';
  readonly body: Span | undefined;
  /** Code that denies, in the framework's own shape, replacing `replace`. */
  readonly denial: { readonly replace: Span; readonly text: string } | undefined;
}

export interface McpServer {
  readonly name: string | undefined;
  readonly framework: FrameworkRef;
  readonly span: Span;
  readonly transport: 'stdio' | 'http' | 'sse' | 'unknown';
  readonly tools: readonly Tool[];
}

export type SourceKind =
  'request' | 'tool-input' | 'model-output' | 'retrieved' | 'secret' | 'sensitive' | 'session' | 'local';

export type SinkKind =
  | 'shell'
  | 'process-arguments'
  | 'code'
  | 'url'
  | 'path'
  | 'sql'
  | 'html'
  | 'template'
  | 'log'
  | 'prompt-system'
  | 'prompt-user'
  | 'prompt-messages'
  | 'prompt-role'
  /** Text of another kind that a model reads: what an assistant or tool message says, input of an embedding. */
  | 'prompt-other'
  /** What the handler of a tool returns: the model reads it. */
  | 'tool-result'
  /** Address of a model or MCP client. */
  | 'endpoint'
  /** Where a browser is sent. */
  | 'redirect'
  /** Who gets a mail or message. */
  | 'recipient'
  /** A module that is loaded. */
  | 'module'
  /** Text that becomes markup whose images and links a browser follows. */
  | 'markdown'
  /** What is written, paid, sent or deleted by an effect: only its checks matter, not what it consists of. */
  | 'record';

export interface FlowSource {
  readonly kind: SourceKind;
  readonly span: Span;
  /** `req.body.persona`, "argument `url` of tool `fetch_page`". */
  readonly label: string;
  /** The tool whose input this is. */
  readonly tool: Tool | undefined;
  /** The model call whose output this is. */
  readonly modelCall: ModelCall | undefined;
}

export interface FlowSink {
  readonly kind: SinkKind;
  /** The argument that receives the value. */
  readonly span: Span;
  readonly label: string;
  readonly call: CallSite | undefined;
  readonly argument: ArgumentSite | undefined;
  /** What the call does, when it is an effect. */
  readonly effect: EffectKind | undefined;
  /** The model call or agent whose slot this is. */
  readonly slot: PromptSlot | undefined;
  readonly modelCall: ModelCall | Agent | undefined;
}

/** An unguarded path from a source to a sink. Guarded paths are not in the model. */
export interface Flow {
  readonly source: FlowSource;
  readonly sink: FlowSink;
  readonly steps: readonly TraceStep[];
  readonly evidence: Evidence;
  /** Guards that were seen and do not count, with the reason: "`includes` accepts any text around the word". */
  readonly weakGuards: readonly { readonly span: Span; readonly reason: string }[];
  /** True when only a part of the sink's value comes from the source: concatenated or interpolated. */
  readonly partial: boolean;
  /** What sets the value apart from the instructions around it; for prompts only. */
  readonly boundary?: Boundary;
  /** The call that makes data of the text on the way: `JSON.parse(text)`. */
  readonly parse?: Span;
}

/** How a value stands in the text of a prompt. */
export interface Boundary {
  /** `none`: between words of an instruction; `marked`: tags, a fence or encoding say where it ends; `apart`: in a text of its own. */
  readonly state: 'none' | 'marked' | 'apart';
  /** The text that holds it, when the state is `none`. */
  readonly span: Span | undefined;
}

/** Code that answers requests from a network and reaches something that strangers should not. */
export interface Route {
  readonly framework: FrameworkRef;
  readonly transport: 'http' | 'websocket' | 'action';
  /** `POST /api/chat`, `server action ask`. */
  readonly label: string;
  /** Where it is registered, or the name under which it is exported. */
  readonly span: Span;
  /** Shortest path first. */
  readonly reaches: readonly Reached[];
  readonly authentication: Authentication;
  /** Calls that bind the server; empty when the platform does, or nothing is known. */
  readonly listeners: readonly Listener[];
  /** The platform makes it public: a serverless route, a worker. */
  readonly hosted: boolean;
  /** Where the platform is told to end the request after some seconds. */
  readonly maxDuration: Span | undefined;
}

/** Something of consequence that a request handler reaches. */
export interface Reached {
  readonly kind: 'model-call' | 'agent' | 'mcp' | 'approval' | 'privilege' | 'effect';
  /** What is called, for people. */
  readonly label: string;
  readonly span: Span;
  /** From the handler to the call; empty when the handler calls it itself. */
  readonly path: readonly TraceStep[];
  readonly modelCall: ModelCall | undefined;
  readonly effect: Effect | undefined;
}

/**
 * What asks who sends the request. `no`: everything that runs before was seen and nothing asks; `optional`: a check that
 * a setting can leave out; `unknown`: something that was not seen may ask.
 */
export interface Authentication {
  readonly state: 'yes' | 'no' | 'optional' | 'unknown';
  readonly evidence: readonly { readonly span: Span; readonly message: string }[];
  /** A check of the same server that is registered after the route, so that it never runs for it. */
  readonly later: Span | undefined;
}

/** A call that binds a server to an address. */
export interface Listener {
  readonly call: CallSite | undefined;
  readonly span: Span;
  /** `loopback` and `all` hold unless somebody configures another address. */
  readonly where: 'loopback' | 'all' | 'unknown';
  /** The host as written; undefined when it is left to the framework. */
  readonly host: Span | undefined;
  /** Option that names the host, when it is one. */
  readonly options: OptionsSite | undefined;
  readonly property: string | undefined;
}

/** A transport that serves MCP to a network. */
export interface McpTransport {
  readonly framework: FrameworkRef;
  /** `StreamableHTTPServerTransport`. */
  readonly name: string;
  readonly span: Span;
  readonly calleeSpan: Span;
  readonly options: OptionsSite | undefined;
  /** Whether foreign Host headers are refused, so that a page in a browser cannot talk to it under another name. */
  readonly hostCheck: 'yes' | 'no' | 'unknown';
  readonly routes: readonly Route[];
  readonly listeners: readonly Listener[];
  readonly authentication: Authentication;
  /** Tools that clients get, as far as they are known. */
  readonly tools: readonly Tool[];
  readonly hosted: boolean;
}

/** The token of an incoming request goes out again to another server. */
export interface TokenForward {
  readonly source: { readonly span: Span; readonly label: string };
  /** The header's value in the outgoing request. */
  readonly sink: { readonly span: Span; readonly label: string };
  readonly steps: readonly TraceStep[];
  readonly evidence: Evidence;
  /** The server checks that tokens were issued for it. */
  readonly audienceChecked: boolean;
}
