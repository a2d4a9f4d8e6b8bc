import type { Range } from 'vscode-languageserver/node';
import type { Evidence, Severity } from '@leashlint/rules';
import type { Settings } from '../settings.js';

/**
 * Analyses folders for the language server. Everything that crosses this interface is plain data, so that the engine can
 * run on a thread of its own and the editor's requests are answered meanwhile. One analysis runs at a time.
 */
export interface Analyst {
  /** `undefined`: cancelled. What the request says about buffers and files is taken in even then. */
  analyse(request: AnalysisRequest, cancel: CancelFlag, progress?: Progress): Promise<FolderAnalysis | undefined>;
  effectiveConfig(folder: FolderSetup): Promise<ConfigInForce>;
  /** The documentation page of a rule as Markdown. */
  rulePage(rule: string): Promise<string | undefined>;
  /** Calls when everything that was sent is forgotten: open documents have to be sent again. */
  onLost(listener: () => void): void;
  /** Frees what is kept for a folder. */
  close(root: string): void;
  dispose(): void;
}

export type Progress = (done: number, total: number) => void;

/** Element 0 is set to 1 to cancel. Shared memory: a thread that is busy still sees it. */
export type CancelFlag = Int32Array<SharedArrayBuffer>;

export interface FolderSetup {
  /** Absolute, with `/`. */
  readonly root: string;
  /** A file outside every workspace folder was opened: nothing but open documents is analysed here. */
  readonly loose: boolean;
  readonly settings: Pick<Settings, 'configPath' | 'preset'>;
}

export interface AnalysisRequest {
  readonly folder: FolderSetup;
  /** Texts of open documents that are new since the last request; `undefined` when a document was closed. */
  readonly buffers: readonly { readonly path: string; readonly text: string | undefined }[];
  /** Files that changed on disk since the last request. */
  readonly changed: readonly string[];
  /** Files came or went, or ignore files changed. */
  readonly relist: boolean;
  readonly reconfigure: boolean;
  /** Report only these files; `undefined` = the whole folder. */
  readonly only: readonly string[] | undefined;
}

export interface FolderAnalysis {
  /** Files with findings, by path relative to the root. */
  readonly files: Readonly<Record<string, readonly LocatedFinding[]>>;
  /** Messages about the work itself that have no place in a file. */
  readonly problems: readonly string[];
  readonly filesAnalysed: number;
  readonly milliseconds: number;
  /** Configuration file in force, relative to the root; undefined = defaults. */
  readonly config: string | undefined;
}

export interface ConfigInForce {
  readonly source: string | undefined;
  readonly problems: readonly string[];
  /** The effective configuration as JSON. */
  readonly text: string;
}

/** A place as the protocol writes it. */
export interface Place {
  /** Relative to the root. */
  readonly path: string;
  readonly range: Range;
}

export interface Note extends Place {
  readonly message: string;
}

/** A finding with lines and columns instead of offsets. */
export interface LocatedFinding {
  readonly rule: string;
  /** The rule's title and page; undefined for what is not a rule's, such as an invalid configuration. */
  readonly documentation: { readonly title: string; readonly url: string } | undefined;
  readonly severity: Severity;
  readonly evidence: Evidence;
  readonly message: string;
  readonly help: string;
  readonly fingerprint: string;
  readonly range: Range;
  /** From source to sink. */
  readonly trace: readonly Note[];
  readonly related: readonly Note[];
  readonly fixes: readonly LocatedFix[];
  /** An ignore comment that covers nothing. */
  readonly unused: boolean;
}

export interface LocatedFix {
  readonly title: string;
  readonly kind: 'safe' | 'suggest';
  readonly edits: readonly LocatedEdit[];
  /** Files that some of the edits add a line to, or that these edits fill for the first time. */
  readonly appends: readonly AppendedFile[];
}

export interface LocatedEdit extends Place {
  readonly newText: string;
}

export interface AppendedFile {
  readonly path: string;
  readonly exists: boolean;
}
