import type { Span } from './span.js';

export type Ecosystem = 'npm' | 'PyPI';

/** A known flaw of some versions of a package. */
export interface Advisory {
  /** `CVE-2025-68664`; what happened, where nobody gave it a number. */
  readonly id: string;
  readonly ecosystem: Ecosystem;
  readonly package: string;
  /** Ranges of versions, one of which has to hold: comparisons separated by commas, `>=1.0.0,<1.2.5`. */
  readonly affected: readonly string[];
  /** The first versions without it, one per line of releases. */
  readonly fixed: readonly string[];
  /** A noun or half a sentence for messages. */
  readonly what: string;
  /** `mcp-transport`: only a server that MCP clients reach over the network has it. */
  readonly needs?: 'mcp-transport';
  /** The extra that brings the flawed part along: `proxy` of `litellm[proxy]`. */
  readonly extra?: string;
  readonly source: string;
}

/** A package that its makers gave up, and say so in the registry. */
export interface UnmaintainedPackage {
  readonly ecosystem: Ecosystem;
  readonly package: string;
  readonly source: string;
}

/** A dependency with known flaws, or without anybody who would repair new ones. */
export interface RiskyDependency {
  readonly ecosystem: Ecosystem;
  readonly package: string;
  /** The version in use, or the range that a manifest asks for. */
  readonly version: string;
  /** How the version is known: `range` means that every version of the range is affected. */
  readonly known: 'pinned' | 'range' | 'locked' | 'installed' | 'any';
  /** What the manifest asks for; the version in the lock file where no manifest names the package. */
  readonly span: Span;
  /** The version in the lock file. */
  readonly locked: Span | undefined;
  /** Empty for a package that was given up. */
  readonly advisories: readonly Advisory[];
  /** The lowest version above the used one that has none of the flaws. */
  readonly fixed: string | undefined;
  /** Where a manifest pins a version: the version itself. */
  readonly pin: Span | undefined;
  /** Stands in a test, fixture or example. */
  readonly test: boolean;
}
