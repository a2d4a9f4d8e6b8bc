import type { Capability, Severity, Span } from '@leashlint/rules';

export type Preset = 'recommended' | 'strict' | 'audit';

/** The configuration in force for a root after file, defaults and flags were joined. Data only; nothing is executed. */
export interface EffectiveConfig {
  /** Where it came from, relative to the root; undefined = defaults. */
  readonly source: string | undefined;
  readonly preset: Preset;
  /** Rule id → severity or `off`. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  readonly only: readonly string[] | undefined;
  readonly skip: readonly string[];
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Access paths or project function names (`src/safe.ts#confine`) that clean a value for the named sinks or all. */
  readonly sanitizers: readonly { readonly name: string; readonly cleans: readonly string[] | 'all' }[];
  readonly guards: readonly {
    readonly name: string;
    readonly cleans: readonly string[] | 'all';
    /** `completes`: throws for bad values. */ readonly how: 'truthy' | 'completes';
  }[];
  /** Tools read any page by design. */
  readonly allowOpenWeb: boolean;
  readonly allow: readonly {
    readonly rule: string;
    readonly path: string | undefined;
    readonly reason: string;
    readonly expires: string | undefined;
  }[];
  /** What the project allows and forbids; undefined if nothing is said. */
  readonly policy: PolicyConfig | undefined;
  /** Where lines of the policy stand, by their keys joined with dots. */
  readonly places: Readonly<Record<string, Span>>;
  readonly inlineIgnores: boolean;
  /** Show findings of evidence `heuristic` too. */
  readonly heuristics: boolean;
}

/** Lists that are undefined forbid nothing. */
export interface PolicyConfig {
  readonly allowedProviders: readonly string[] | undefined;
  readonly allowedModels: readonly string[] | undefined;
  readonly allowedEndpoints: readonly string[] | undefined;
  readonly firstPartyMcp: readonly string[] | undefined;
  readonly modelGateway: readonly string[] | undefined;
  readonly forbid: readonly CapabilityConfig[];
  readonly requireApproval: readonly CapabilityConfig[];
  /** Agent → the only tools that it may have. */
  readonly allowTools: Readonly<Record<string, readonly string[]>>;
  readonly agents: Readonly<
    Record<
      string,
      {
        readonly owner: string | undefined;
        readonly purpose: string | undefined;
        readonly reviewBy: string | undefined;
      }
    >
  >;
}

export interface CapabilityConfig {
  readonly agents: readonly string[] | undefined;
  readonly capabilities: readonly Capability[];
  readonly tools: readonly string[];
  readonly reason: string | undefined;
}
