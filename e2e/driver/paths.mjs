import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Root of the repository, which is also the extension under development. */
export const repository = join(here, '..', '..');
export const e2e = join(here, '..');
/** The package that carries code-server, its Node and playwright. */
export const editor = join(e2e, 'editor');
export const codeServer = join(editor, 'node_modules', 'code-server');
/** Bundles and result files; emptied by every run that writes there. */
export const output = join(e2e, 'dist');
export const screenshots = join(e2e, 'screenshots');

/**
 * A directory of our own, removed when `release` is called.
 * @param {string} purpose
 */
export function temporaryDirectory(purpose) {
  const path = mkdtempSync(join(tmpdir(), `leashlint-${purpose}-`));
  const release = () => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  return { path, release };
}
