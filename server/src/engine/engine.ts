import type { Report } from './report.js';
import type { EffectiveConfig } from '../config/config.js';
import type { Hearsay } from './file-store.js';
import type { Shard } from './shard.js';

/** Where the engine gets files from. Paths are relative to the root with `/`. All calls are synchronous. */
export interface EngineHost {
  /** Absolute path of the workspace folder. */
  readonly root: string;
  /** Source and settings files of the workspace and every `package.json`, ignore files and excludes applied, sorted. */
  list(): readonly string[];
  /** Text of a file inside the root, or why there is none. Unsaved buffers win over the disk. Also serves files that `list` leaves out (ignored, node_modules/<package>/package.json). */
  read(path: string): { readonly text: string } | { readonly error: string } | undefined;
  exists(path: string): boolean;
  /** Reason → number of files and folders that the last `list` left out. */
  skipped?(): ReadonlyMap<string, number>;
}

/** What an analysis is to look at. */
export interface Asked {
  readonly config: EffectiveConfig;
  /** Report findings only for these paths or folders (their context is still read); undefined = all. */
  readonly only?: readonly string[];
  /** Report findings only for this part of them, as an analysis of all of them would. */
  readonly shard?: Shard;
}

export interface AnalyseOptions extends Asked {
  /** Called between files and rules; a true answer ends the analysis with `undefined`. */
  readonly cancelled?: () => boolean;
  readonly progress?: (done: number, total: number) => void;
  /** ISO date that `expires` of config entries is compared with; the current day if undefined. */
  readonly today?: string;
}

/** Keeps facts between analyses; a changed file is lowered again, everything else is taken from memory. */
export interface Engine {
  /** Loads the parsers of the languages that the analysis will meet, as far as that takes time. To be awaited before `analyse`. */
  prepare(options: Asked): Promise<void>;
  analyse(options: AnalyseOptions): Report | undefined;
  /** What the analyses rest on that no text had to be read for. */
  hearsay(): ReadonlyMap<string, Hearsay>;
  /** Forget what is known about these files (changed, created or deleted); all files if undefined. */
  invalidate(paths: readonly string[] | undefined): void;
}
