import { isDependencyManifest } from '../workspace/dependency-files.js';
import { isSettingsFile } from '../workspace/text-files.js';
import type { EngineParts } from './parts.js';

/** Which files of a workspace are listed: code, configuration, settings that may hold a key, and manifests. */
export function wantedFiles({
  frontEnds,
  configKinds,
}: Pick<EngineParts, 'frontEnds' | 'configKinds'>): (file: string) => boolean {
  const extensions = frontEnds.filter(({ code }) => code).flatMap((frontEnd) => frontEnd.extensions);
  return (file) =>
    extensions.some((extension) => file.toLowerCase().endsWith(extension)) ||
    isDependencyManifest(file) ||
    isSettingsFile(file) ||
    configKinds.byPath(file);
}
