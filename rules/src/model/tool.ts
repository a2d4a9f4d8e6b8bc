import type { Agent } from './agent.js';
import type { TraceStep } from './finding.js';
import type { SinkKind } from './flow.js';
import type { FrameworkRef } from './framework-ref.js';
import type { OptionsSite } from './site.js';
import type { Span } from './span.js';

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

export interface McpServer {
  readonly name: string | undefined;
  readonly framework: FrameworkRef;
  readonly span: Span;
  readonly transport: 'stdio' | 'http' | 'sse' | 'unknown';
  readonly tools: readonly Tool[];
}
