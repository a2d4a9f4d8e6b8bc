import type { AccessPath, RelativePath, Row, VersionRange } from './access-path.js';

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
  /** Option to insert, in any form of the language: `stopWhen: isStepCount(20)`, `max_turns=10`. */
  readonly insert?: string;
  /** Name that the inserted text needs from the framework's own module; in Python with its module: `pkg.mod.Name`. */
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
  /** Without the option it asks. */
  readonly absent?: 'asks';
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

/** A call that sends a request. To the address of a model (`isModelAddress`) it is a call of that model. */
export interface ModelRequestRow extends Row {
  readonly call: AccessPath;
  readonly address: RelativePath;
  /** Where the body stands: an object, or the text that was made of it. */
  readonly body: readonly RelativePath[];
  /** What the model answers, relative to the call. */
  readonly outputs: readonly RelativePath[];
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
  /** The literal `true` lets it ask the other members of its team to work for it. */
  readonly delegates?: RelativePath;
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
  /**
   * For callbacks: property and value in the returned object that grants, `{ behavior: 'allow' }`; or a bare literal, or the
   * access path of a class whose instances grant.
   */
  readonly grants?: { readonly property?: string; readonly values: readonly (string | boolean)[] };
  /** Text that denies. */
  readonly denial?: string;
  /** Name that the denial needs, with its module in Python. */
  readonly denialImport?: string;
  readonly name: string;
}

/** A call that goes on with a run that waits for an answer. */
export interface ResumeRow extends Row {
  readonly call: AccessPath;
  /** The answer; without it the call does something else. */
  readonly answer: RelativePath;
}
