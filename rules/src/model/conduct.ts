import type { FrameworkRef } from './framework-ref.js';
import type { Effect, GateOffer, Tool } from './tool.js';
import type { TraceStep } from './finding.js';
import type { Span } from './span.js';

/** Tools of an MCP server that an agent or model call gets without being named one by one. */
export interface ToolSupply {
  readonly framework: FrameworkRef;
  /** What gives the tools, where the agent or call gets them from: `client.tools()`. */
  readonly span: Span;
  /** Where the server is named. */
  readonly serverSpan: Span;
  /** Address or package: `https://mcp.vendor.io`, `@vendor/server`. */
  readonly server: string;
  /** `other`: a remote address or a package that a runner downloads; `own`: this machine or this repository; `unknown`. */
  readonly party: 'other' | 'own' | 'unknown';
  /** `some`: an allow-list or filter stands between the server and the agent; `unknown`: something unresolved may. */
  readonly given: 'all' | 'some' | 'unknown';
  /** Whether a person is asked before tools of the server run. */
  readonly gated: 'yes' | 'no' | 'unknown';
  /** How to name the tools that are given, in the framework's own terms. */
  readonly offer: GateOffer | undefined;
  /** The agents and model calls that get them. */
  readonly users: readonly Span[];
}

/** A field of a tool's input that decides whether something with consequences happens: the model approves what it does itself. */
export interface ModelDecision {
  readonly tool: Tool;
  /** Name of the field, and where the schema has it. */
  readonly field: string;
  readonly fieldSpan: Span | undefined;
  /**
   * `runs`: the effects happen only if the field says so; `waives`: the field makes a check pass that asks for something else
   * too; `skips-approval`: the field switches the approval off.
   */
  readonly kind: 'runs' | 'waives' | 'skips-approval';
  /** The test. */
  readonly span: Span;
  readonly effects: readonly Effect[];
}

/** A field of a tool's input that says for whom data is read or changed, in an application that knows who is signed in. */
export interface SuppliedSubject {
  readonly tool: Tool;
  readonly field: string;
  readonly fieldSpan: Span | undefined;
  /** Where the field selects data. */
  readonly use: Span;
  /** What it selects in: `prisma.order.findMany`. */
  readonly label: string;
  readonly steps: readonly TraceStep[];
  /** Where the application gets the signed-in subject from. */
  readonly session: { readonly span: Span; readonly label: string };
}

/** A credential with more rights than a user has that a tool's handler works with. */
export interface ToolCredential {
  readonly tool: Tool;
  /** `process.env.SUPABASE_SERVICE_ROLE_KEY`. */
  readonly label: string;
  readonly span: Span;
  /** What it may do: "bypasses row-level security". */
  readonly power: string;
  /** From the handler to the place that uses it. */
  readonly path: readonly TraceStep[];
}
