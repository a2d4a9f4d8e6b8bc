import type { Finding, Span } from '@leashlint/rules';

/** A finding with what the engine adds to it. */
export interface ReportedFinding extends Finding {
  /** Stable across moves: hash of rule, path, and the whitespace-normalised lines of sink and source, with a counter for equals. */
  readonly fingerprint: string;
  /** Set when an ignore comment or a config entry covers the finding. */
  readonly suppression:
    | { readonly kind: 'comment' | 'config'; readonly reason: string | undefined; readonly span: Span | undefined }
    | undefined;
}

/** Something that kept the engine from doing its whole job. */
export interface Problem {
  readonly kind: 'read' | 'parse' | 'config' | 'rule' | 'bound' | 'suppression';
  readonly message: string;
  readonly span: Span | undefined;
  /** True when the result may miss findings because of it: exit code 2. A file with broken syntax is not fatal. */
  readonly fatal: boolean;
  /** The ignore comment covers nothing: its rule stands at `span` and can go. */
  readonly unused?: boolean;
}

export interface Stats {
  readonly files: {
    readonly listed: number;
    readonly read: number;
    readonly skipped: number;
    readonly analysed: number;
    readonly onDemand: number;
  };
  /** Reason → number of files not read or not analysed: `too large`, `binary`, `no trigger`. */
  readonly skippedBecause: Readonly<Record<string, number>>;
  /** Reason → number of files parsed: `ai`, `secret`, `importer`, `re-export`, `on demand`; and read for keys: `settings`. */
  readonly parsedBecause: Readonly<Record<string, number>>;
  readonly bytes: number;
  readonly lines: number;
  /** Phase → milliseconds. */
  readonly timings: Readonly<Record<string, number>>;
  readonly rules: number;
}

export interface Report {
  /** Sorted by file, offset, rule. Suppressed findings are included and marked. */
  readonly findings: readonly ReportedFinding[];
  readonly problems: readonly Problem[];
  readonly stats: Stats;
  /** Text of an analysed file, for code frames and positions. */
  text(file: string): string | undefined;
}
