import type { FrameworkRef } from './framework-ref.js';
import type { OptionsSite, PropertySite } from './site.js';
import type { Span } from './span.js';
import type { Gate, Tool } from './tool.js';

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
  readonly unboundedLoop: EndlessLoop | undefined;
}

/** A loop around a model call that nothing bounds: no counter, deadline, abort signal or wait for a person. */
export interface EndlessLoop {
  readonly span: Span;
  /** The parameter that would bound it, but that some caller leaves at nothing. */
  readonly leftOff: string | undefined;
}

/** An agent that may give work, and what it has read, to another one. */
export interface Delegation {
  readonly from: Agent;
  readonly to: Agent;
  /** Where the code says so. */
  readonly span: Span;
  /** `handoff`: the other goes on with the conversation; `tool`: it runs as a tool; `team`: members ask each other. */
  readonly how: 'handoff' | 'tool' | 'team';
  /** A filter, a condition or a person stands between them, or something unresolved may. */
  readonly restricted: boolean;
  /** Calls that run the first one. */
  readonly runs: readonly ModelCall[];
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
  readonly denial:
    | {
        readonly replace: Span;
        readonly text: string;
        readonly import?: { readonly module: string; readonly name: string };
      }
    | undefined;
}
