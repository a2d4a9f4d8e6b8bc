import { startServer as start } from '../lsp/main.js';
import { version } from '../version.js';

/** Serves until the editor ends the session; the exit code is that of an orderly end. */
export async function startServer(): Promise<number> {
  start({ version });
  return new Promise(() => undefined);
}
