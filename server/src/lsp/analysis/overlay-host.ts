import type { EngineHost } from '../../engine/engine.js';

export interface OverlayHost extends EngineHost {
  /** Walks the folder again: files came or went. */
  relist(): void;
}

/** Keeps the list of files between keystrokes: the walk over a large folder costs more than the analysis of an edit. */
export function overlayHost(base: EngineHost): OverlayHost {
  let files: readonly string[] | undefined;
  return {
    ...base,
    list: () => (files ??= base.list()),
    relist: () => void (files = base.list()),
  };
}
