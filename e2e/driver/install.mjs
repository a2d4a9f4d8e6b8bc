import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { findChrome } from './chrome.mjs';
import { node24 } from './node24.mjs';
import { codeServer, editor } from './paths.mjs';
import { run } from './run.mjs';

const stamp = join(editor, 'node_modules', '.e2e-stamp');

function wanted() {
  const lock = readFileSync(join(editor, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}\n`;
}

/** Installs code-server and what it needs; does nothing when the lock file is the one already installed. */
export async function installEditor() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted()) return;
  if (process.platform === 'win32') {
    throw new Error('code-server does not run on Windows. Run the host tests in desktop VS Code: set VSCODE_DESKTOP=1');
  }
  // No install scripts: code-server's own refuses every Node but 24, and the prebuilt files suffice.
  await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: editor });
  const env = { ...process.env, PATH: `${dirname(node24())}${delimiter}${process.env.PATH ?? ''}` };
  const vscode = join(codeServer, 'lib', 'vscode');
  // `npm ci` rejects these two (their package.json and shrinkwrap disagree); the shrinkwrap pins for `install` too.
  for (const cwd of [vscode, join(vscode, 'extensions')]) {
    await run('npm', ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd, env });
  }
  writeFileSync(stamp, wanted());
}

/** @returns {Promise<string>} path of the browser, installed on Debian when we may */
export async function installChrome() {
  const found = findChrome();
  if (found) return found;
  const packages = ['chromium', 'fonts-dejavu-core'];
  const debian = process.platform === 'linux' && existsSync('/etc/debian_version');
  if (debian && process.getuid?.() === 0) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { env });
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env });
    const installed = findChrome();
    if (installed) return installed;
    throw new Error(`apt-get installed ${packages.join(' ')} but no Chrome or Chromium can be found`);
  }
  throw new Error(`No Chrome or Chromium found. Run: ${command(debian, packages)}\nor set CHROME_PATH to one.`);
}

/**
 * @param {boolean} debian
 * @param {string[]} packages
 */
function command(debian, packages) {
  if (debian) return `sudo apt-get install -y ${packages.join(' ')}`;
  if (process.platform === 'darwin') return 'brew install --cask chromium';
  if (process.platform === 'win32') return 'winget install --id Google.Chrome';
  return "your distribution's package manager to install chromium";
}
