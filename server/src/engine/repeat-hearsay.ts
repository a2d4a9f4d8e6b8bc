import type { EngineHost } from './engine.js';
import { createFileStore, type Hearsay, tellsTheSame } from './file-store.js';
import type { EngineParts } from './parts.js';
import { createPrefilters } from './prefilters.js';

/**
 * Whether files of which an analysis had nothing but hearsay still give rise to the same, although their texts are others now: then
 * the analysis, too, would be the same. Only for code: other files may have been read by somebody else. `counted`: their sizes count.
 */
export function repeatHearsay(
  host: EngineHost,
  parts: EngineParts,
  changed: readonly string[],
  hearsay: ReadonlyMap<string, Hearsay>,
  counted: boolean,
): boolean {
  const store = createFileStore(host, createPrefilters(parts.catalogue, parts.secretPatterns, parts.choose), parts);
  const extensions = parts.frontEnds.filter(({ code }) => code).flatMap((frontEnd) => frontEnd.extensions);
  return changed.every((path) => {
    const told = hearsay.get(path);
    const isCode = extensions.some((extension) => path.toLowerCase().endsWith(extension));
    return told !== undefined && isCode && tellsTheSame(store, path, told, counted);
  });
}
