import type { TextEdit, TraceStep } from './finding.js';
import type { FrameworkRef } from './framework-ref.js';
import type { Repair } from './setting.js';
import type { Span } from './span.js';

/** A step of a CI job that runs an agent: an action, or a command line. */
export interface AgentStep {
  readonly framework: FrameworkRef;
  /** The step, and the text that says what it runs. */
  readonly span: Span;
  readonly nameSpan: Span;
  /** Events on which people without write access start the step, secrets at hand. Empty when somebody or something vouches for them. */
  readonly strangers: readonly CiTrigger[];
  /** What the agent may do: any command, some named tools, or nothing but answer; `unknown` could not be resolved. */
  readonly tools: 'any' | 'some' | 'none' | 'unknown';
  /** Inputs that let accounts without write access, or bots, start it. */
  readonly openTo: readonly CiSetting[];
  /** Where an allow list has a tool that runs any command. */
  readonly anyTool: Span | undefined;
  /** Inputs and flags that switch its limits off. */
  readonly unsafe: readonly CiSetting[];
  /** Write permissions of the job's token. */
  readonly writes: readonly CiPermission[];
  /** Secrets that the job uses besides the model's key and the job's own token. */
  readonly secrets: readonly CiSecret[];
  /** Texts of the event that reach the agent's prompt or command line. */
  readonly untrusted: readonly CiUntrustedText[];
  /** Checkout of what a stranger proposes, into the folder that the agent works in. */
  readonly proposedCode: Span | undefined;
  /** Places where a script contains what the agent wrote. */
  readonly outputs: readonly CiOutputUse[];
}

export interface CiTrigger {
  /** `issue_comment`. */
  readonly event: string;
  readonly span: Span;
}

export interface CiSetting {
  /** `allowed_non_write_users: "*"` as written. */
  readonly label: string;
  readonly span: Span;
  /** What it leads to, as the end of a sentence. */
  readonly note: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly repair: Repair | undefined;
}

export interface CiPermission {
  /** `contents`; `write-all` for all of them. */
  readonly name: string;
  readonly span: Span;
  /** What it says: `write`. */
  readonly valueSpan: Span;
}

export interface CiSecret {
  readonly name: string;
  readonly span: Span;
}

export interface CiUntrustedText {
  /** `github.event.issue.body`. */
  readonly context: string;
  /** The expression, or the variable that stands for it. */
  readonly span: Span;
  readonly place: 'prompt' | 'arguments' | 'script';
  /** Variables, outputs and inputs through which it comes, from the event on; empty if it comes straight. */
  readonly way: readonly TraceStep[];
  /** Written as a JSON string, which cannot be left. */
  readonly quoted: boolean;
  /** Only where the text reaches nothing but a script by it. */
  readonly offer: CiVariableOffer | undefined;
}

/** A variable of the step's environment that takes an expression out of its script. */
export interface CiVariableOffer {
  readonly name: string;
  readonly insert: TextEdit;
  readonly use: TextEdit;
}

export interface CiOutputUse {
  /** `steps.agent.outputs.response`. */
  readonly context: string;
  readonly span: Span;
  /** Variables, outputs and inputs through which it comes, from the agent on. */
  readonly way: readonly TraceStep[];
  readonly offer: CiVariableOffer | undefined;
}
