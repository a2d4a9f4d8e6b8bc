import type { AccessPath, RelativePath, Row } from './access-path.js';

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
  /** Events whose handlers see a client before all others do, and may turn it away: `connect`. */
  readonly gates?: readonly string[];
  /** The only first arguments that make a `routes` call register a handler: `connection` of `wss.on('connection', …)`. */
  readonly events?: readonly string[];
  /** Functions, or another app, that the making call itself gets: `Argument[0..1]` of `http.createServer(app)`. */
  readonly handler?: RelativePath;
  /** Apps and routes that the making call gets: `Argument[routes].ArrayElement`. */
  readonly children?: RelativePath;
  /**
   * Python: methods of the package's other objects whose `handler` answers for the app that was made last in the same
   * function; so do other apps of the package that are made after it.
   */
  readonly inside?: { readonly methods: readonly string[]; readonly handler: RelativePath };
  /** It answers nothing until another app takes it. */
  readonly part?: true;
  /** Option of the making call that refuses clients: `Argument[0].Member[verifyClient]`. */
  readonly check?: RelativePath;
  /** Python: options of the making call, of routes and of mounts whose values run before handlers: `dependencies`. */
  readonly before?: readonly string[];
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
  /** With a true value the server gets an address that everybody can reach: `share=True`. */
  readonly publishes?: RelativePath;
  /** An option that asks who connects. */
  readonly authentication?: RelativePath;
  /** With a true value whoever connects gets a debugger. */
  readonly debugs?: RelativePath;
}

/** A call, or what it returns, whose job is to look at who sends a request, or that is known not to. */
export interface RequestCheckRow extends Row {
  readonly call: AccessPath;
  /**
   * `authenticates`: refuses strangers, or says who the user is, which callers test; `host`: refuses foreign Host or Origin
   * headers; `may`: depends on options that are not read; `nothing`: middleware or wrapper that lets everybody through;
   * `argument`: what its first argument does.
   */
  readonly does: 'authenticates' | 'host' | 'may' | 'nothing' | 'argument';
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
    /** Methods that take the same options. */
    readonly also?: readonly string[];
    readonly when: RelativePath;
    /** The option's values that ask for HTTP; any if absent. */
    readonly values?: readonly string[];
    readonly host: RelativePath;
    /** An option of the making call that names the host, and the attribute that can change it later. */
    readonly made?: RelativePath;
    readonly assigned?: RelativePath;
    readonly absent: 'loopback' | 'all';
    /** Methods that always serve HTTP. */
    readonly always?: readonly string[];
  };
  /** Methods of the instance that may put a check before it. */
  readonly guards?: readonly string[];
  /** On an address of this machine it checks the Host header by itself. */
  readonly checksLocalHost?: true;
}

/** A call that hands a request to agents of the application. */
export interface AgentRouteRow extends Row {
  readonly call: AccessPath;
  /** Options of which one lets the application refuse. */
  readonly authentication?: readonly RelativePath[];
  readonly label: string;
}
