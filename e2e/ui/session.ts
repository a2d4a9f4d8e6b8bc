import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { prepareHome, installExtension, startCodeServer } from '../driver/code-server.mjs';
import { screenshots, temporaryDirectory } from '../driver/paths.mjs';
import { launchBrowser, remoteUri, workbenchUrl, type Page } from '../driver/workbench.mjs';

export interface Session {
  /** Opens a fresh copy of the samples with one file in the editor and hands both to `body`. */
  readonly withSample: (name: string, file: string, body: (opened: Opened) => Promise<void>) => Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface Opened {
  readonly page: Page;
  /** The copy, to be read back after a save. */
  readonly path: string;
  /** Saves a picture under the name of the test. */
  readonly picture: (step: string) => Promise<void>;
}

export interface Prepare {
  /** Called on the copied samples before the workbench opens them. */
  readonly prepare?: (folder: string) => void;
}

function environment(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: start this suite with e2e/run-ui.mjs`);
  return value;
}

/** One server with the packaged extension installed, and one browser. */
export async function startSession({ prepare }: Prepare = {}): Promise<Session> {
  const samples = environment('LEASHLINT_E2E_WORKSPACE');
  const home = temporaryDirectory('ui');
  prepareHome(home.path);
  await installExtension(home.path, environment('LEASHLINT_E2E_VSIX'));
  const server = await startCodeServer(home.path);
  const browser = await launchBrowser();
  let opened = 0;

  const withSample: Session['withSample'] = async (name, file, body) => {
    const folder = join(home.path, `workspace-${++opened}`);
    cpSync(samples, folder, { recursive: true, filter: (path) => basename(path) !== 'node_modules' });
    prepare?.(folder);
    const path = join(folder, file);
    const slug = name
      .replace(/[^a-zA-Z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .toLowerCase();
    // A context of its own: nothing that an earlier test left in the browser's storage is seen.
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const picture = async (step: string) => {
      await page.screenshot({ path: join(screenshots, `${slug}-${step}.png`) });
    };
    try {
      await page.goto(workbenchUrl(server.port, folder, [['openFile', remoteUri(server.port, path)]]));
      await body({ page, path, picture });
    } catch (error) {
      await picture('failure').catch(() => undefined);
      console.error(`Server log:\n${server.log()}`);
      throw error;
    } finally {
      await context.close();
    }
  };
  const stop = async () => {
    await browser.close();
    await server.stop();
    home.release();
  };
  return { withSample, stop };
}

/** Removes the pictures of an earlier run, so that those found belong to this one. */
export function clearScreenshots(): void {
  rmSync(screenshots, { recursive: true, force: true });
  mkdirSync(screenshots, { recursive: true });
}
