import type { Evidence, TextEdit } from './finding.js';
import type { FrameworkRef } from './framework-ref.js';
import type { OptionsSite, PropertySite } from './site.js';
import type { Span } from './span.js';

export interface Client {
  readonly framework: FrameworkRef;
  readonly span: Span;
  readonly options: OptionsSite | undefined;
  readonly credential: PropertySite | undefined;
  /** The variable that the client reads by itself when the option is absent: `OPENAI_API_KEY`. */
  readonly envVariable: string | undefined;
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
  readonly addresses: readonly EndpointAddress[];
  /** Where the secret comes from that authenticates the requests: a label; undefined if none is known to. */
  readonly secret: string | undefined;
}

export interface EndpointAddress {
  readonly text: string;
  /** Where it is written. */
  readonly span: Span;
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
  /** Repairs that follow from what stands at the place and beside it, each as a whole. */
  readonly repairs?: readonly Repair[];
  /** Extra sentence of the catalogue row for the message. */
  readonly note: string | undefined;
  readonly severity: 'error' | 'warning' | 'info';
  /** True when the option stands in code that runs in a browser. */
  readonly client: boolean;
  readonly evidence: Evidence;
}

export interface Repair {
  /** `Remove --yolo`. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
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
  | 'endpoint-override'
  | 'tls-unverified';
