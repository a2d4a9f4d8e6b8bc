import type { Span } from './span.js';
import type { Capability } from './tool.js';

/** What the configuration says about the application as a whole. */
export interface Policy {
  /** Tools may read any public page: a free choice of address by the model is meant. */
  readonly allowOpenWeb: boolean;
  /** What the project allows and forbids; undefined if nothing is said. */
  readonly project?: ProjectPolicy | undefined;
}

/** Names may have `*` for any text. A list that is undefined was not configured and forbids nothing. */
export interface ProjectPolicy {
  readonly providers: PolicyList | undefined;
  readonly models: PolicyList | undefined;
  readonly servers: PolicyList | undefined;
  readonly hosts: PolicyList | undefined;
  /** Where the list of files stands through which models have to be called. */
  readonly gateway: PolicyList | undefined;
  readonly forbidden: readonly CapabilityRule[];
  readonly approvals: readonly CapabilityRule[];
  readonly toolLists: readonly AgentToolList[];
  readonly reviews: readonly AgentReview[];
}

export interface PolicyList {
  readonly values: readonly string[];
  /** In the configuration file; undefined if that lies outside of the workspace. */
  readonly span: Span | undefined;
}

/** Something that tools may not do, or not without a person. */
export interface CapabilityRule {
  /** Names of agents; undefined for everything that gives tools to a model. */
  readonly agents: readonly string[] | undefined;
  readonly capabilities: readonly Capability[];
  /** Names of tools, whatever they do. */
  readonly tools: readonly string[];
  readonly reason: string | undefined;
  readonly span: Span | undefined;
}

/** The only tools that an agent may have. */
export interface AgentToolList extends PolicyList {
  readonly agent: string;
}

/** What is written down about an agent. */
export interface AgentReview {
  readonly agent: string;
  readonly owner: string | undefined;
  /** Last day before which somebody had to look at it again: `2026-12-31`. */
  readonly reviewBy: string;
  readonly overdue: boolean;
  readonly span: Span | undefined;
}

/** A place where texts go to a provider of models. */
export interface ProviderUse {
  /** `openai`, as the table of providers and the configuration call it. */
  readonly provider: string;
  readonly title: string;
  /** What shows it: `new OpenAI`, an address, the prefix of a model's name. */
  readonly span: Span;
}
