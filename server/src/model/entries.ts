import type { Agent, Framework, GateOptionRow, ModelCall, Tool, ToolObjectSettingRow } from '@leashlint/rules';
import type { OutputDraft, SlotDraft, ToolDraft } from './drafts.js';
import type { CatalogueIndex } from './catalogue/catalogue-index.js';
import type { ReachedEffect } from './effects/effects.js';
import type { Visit } from './effects/reach.js';
import type { SupplyDraft } from './tools/tool-supplies.js';
import type { Program, Ref } from '../program/program.js';

/** What every builder of the model works with. */
export interface ModelContext {
  readonly program: Program;
  readonly catalogue: CatalogueIndex;
}

/**
 * A model entry while it is built. The object is made once and completed in place by the passes of `build.ts`, so that
 * drafts, flows and other entries can point at it; outside of the builder it is read-only.
 */
export type Building<T> = { -readonly [K in keyof T]: T[K] };

/** Where a value comes from in the catalogue: options of a row hold for this framework and version. */
export interface Provenance {
  readonly framework: Framework;
  readonly version: string | undefined;
  readonly package: string;
}

export interface ToolEntry extends ToolDraft {
  readonly tool: Building<Tool>;
  readonly provenance: Provenance;
  /** Tool-level gate options; their paths start at `ref`, or at the object for tools written as one. */
  readonly gateRows: readonly GateOptionRow[];
  /** Where they start instead: the call that takes a decorator's options. */
  readonly optionsAt?: Ref;
  /** Settings of a tool written as an object; their paths start at `ref`. */
  readonly settingRows: readonly ToolObjectSettingRow[];
  /** Registered on a server for clients outside of the program. */
  readonly server: boolean;
  /** Whether an unresolved part of the options may hold anything. */
  readonly open: boolean;
  /** What its handlers run; filled in once the tools are known. */
  reach?: { readonly visits: readonly Visit[]; readonly effects: readonly ReachedEffect[] };
}

/** An agent or model call: what gets tools, prompts, gates and limits. */
export interface UserEntry<T extends Agent | ModelCall = Agent | ModelCall> {
  readonly entry: Building<T>;
  readonly ref: Ref;
  readonly provenance: Provenance;
  /** Call- or agent-level gate options that hold for the installed version; paths start at `ref`. */
  readonly gateRows: readonly GateOptionRow[];
  readonly tools: ToolEntry[];
  /** MCP servers whose tools it gets. */
  readonly supplies: readonly SupplyDraft[];
  /** Entries whose gates also hold here: the agent that a call runs. */
  readonly runs: readonly UserEntry[];
  readonly slots: readonly SlotDraft[];
}

export interface ModelCallEntry extends UserEntry<ModelCall> {
  readonly outputs: readonly OutputDraft[];
  /** No model runs yet: a message, template or chat is made. */
  readonly prepares: boolean;
}
