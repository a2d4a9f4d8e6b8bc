import type { ModelCall } from './agent.js';
import type { Evidence, TraceStep } from './finding.js';
import type { FrameworkRef } from './framework-ref.js';
import type { CallSite, OptionsSite } from './site.js';
import type { Span } from './span.js';
import type { Effect, Tool } from './tool.js';

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
  /** Nothing in the code shows that others than this machine can connect: a command starts the server. */
  readonly unbound: boolean;
  /** Where the platform is told to end the request after some seconds. */
  readonly maxDuration: Span | undefined;
  /** Clients are let through only so often. `unknown`: something that was not seen may see to it. */
  readonly rateLimited: 'yes' | 'no' | 'unknown';
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
  /** Whoever connects gets a debugger, which runs code. */
  readonly debugs?: true;
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
