import type { EffectiveConfig } from '../../config/config.js';
import type { Engine, EngineHost } from '../../engine/engine.js';
import type { Problem } from '../../engine/report.js';
import type { FolderSetup } from './analyst.js';

/** What the language server needs of the engine. Tests give a small one; the real one is loaded on first use. */
export interface EngineModules {
  createEngine(host: EngineHost): Engine;
  /** `overlay` holds the texts of open documents by path relative to the root and changes between analyses. */
  createHost(folder: FolderSetup, overlay: ReadonlyMap<string, string>): EngineHost;
  resolveConfig(host: EngineHost, folder: FolderSetup): ResolvedConfig;
  rule(id: string): { readonly title: string; readonly url: string } | undefined;
  /** The rule's page as Markdown. */
  page(id: string): Promise<string | undefined>;
}

export interface ResolvedConfig {
  readonly config: EffectiveConfig;
  readonly problems: readonly Problem[];
}

export type LoadEngine = () => Promise<EngineModules>;
