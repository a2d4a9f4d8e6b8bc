import type { Agent, ModelCall, PromptSlot, Tool } from '@leashlint/rules';
import type { ConditionId } from '../facts.js';
import type { FunctionRef, Ref } from '../program/program.js';
import type { Bind } from './tools/tool-instances.js';

/** What the agent half of the model builder hands to the flow half: model entries with the values behind them. */
export interface ToolDraft {
  /** `effects` and `capabilities` are empty until the flow half fills them in. */
  readonly tool: Tool;
  /** The value that declares the tool. */
  readonly ref: Ref;
  readonly handlers: readonly FunctionRef[];
  /**
   * Parameters of the handlers that the model fills; `keys` lead from the parameter to the arguments. With `field` the
   * parameter is the one argument of that name.
   */
  readonly inputs: readonly { readonly parameter: Ref; readonly keys: readonly string[]; readonly field?: string }[];
  /** Only in force where the handler has tested that the requested tool has this name (low-level MCP servers). */
  readonly dispatch: boolean;
  /** Keys from the handler's parameter to the name of the requested tool; with `dispatch`. */
  readonly nameKeys?: readonly string[];
  /** Which parameter that is; the first if absent. */
  readonly nameParameter?: number;
  /** What differs between the tools of a declaration in a loop or wrapper, for this tool. */
  readonly bind?: Bind;
}

export interface SlotDraft {
  readonly slot: PromptSlot;
  readonly value: Ref;
  readonly condition: ConditionId;
  readonly owner: ModelCall | Agent;
}

/** A value that a model wrote: `keys` select the part of `ref` that is model text; empty = all of it. */
export interface OutputDraft {
  readonly ref: Ref;
  readonly keys: readonly string[];
  readonly modelCall: ModelCall;
}
