import { baseNameOf } from '../path.js';

const MANIFEST = /^(?:package\.json|pyproject\.toml|Pipfile|[\w.-]*requirements[\w.-]*\.txt)$/;
const LOCK =
  /^(?:package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|yarn\.lock|bun\.lock|uv\.lock|poetry\.lock|pdm\.lock|Pipfile\.lock|pylock(?:\.[\w-]+)?\.toml)$/;

/** Whether people write in a file, by its name, which packages they need. */
export function isDependencyManifest(path: string): boolean {
  return MANIFEST.test(baseNameOf(path)) || /(?:^|\/)requirements\/[\w.-]+\.txt$/.test(path);
}

/** Whether a package manager writes a file, by its name, to say which versions it installs. */
export function isLockFile(path: string): boolean {
  return LOCK.test(baseNameOf(path));
}
