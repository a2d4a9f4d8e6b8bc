import { createRequire } from 'node:module';
import { join } from 'node:path';
import { findChrome } from './chrome.mjs';
import { editor } from './paths.mjs';

/** @type {typeof import('../editor/node_modules/playwright-core')} */
const { chromium } = createRequire(join(editor, 'package.json'))('playwright-core');

/** @typedef {import('../editor/node_modules/playwright-core').Page} Page */
/** @typedef {import('../editor/node_modules/playwright-core').Browser} Browser */

/** @returns {Promise<Browser>} */
export async function launchBrowser() {
  const executablePath = findChrome();
  if (!executablePath) throw new Error('No Chrome or Chromium: run e2e/setup.mjs');
  const args = [
    ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
    ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
  ];
  return chromium.launch({ executablePath, headless: true, args });
}

/**
 * A path of this machine as the workbench names it.
 * @param {number} port
 * @param {string} path
 */
export function remoteUri(port, path) {
  return `vscode-remote://127.0.0.1:${port}${encodeURI(path)}`;
}

/**
 * Address of a workbench on a folder.
 * @param {number} port
 * @param {string} folder
 * @param {readonly (readonly [string, string])[]} payload
 */
export function workbenchUrl(port, folder, payload) {
  const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
  return `http://127.0.0.1:${port}/?${query.toString()}`;
}
