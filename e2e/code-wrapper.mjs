// Takes the arguments with which @vscode/test-electron starts desktop VS Code and runs the same tests in code-server
// with a headless browser. The exit code is the one the tests gave.
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { prepareHome, startCodeServer } from './driver/code-server.mjs';
import { output, screenshots, temporaryDirectory } from './driver/paths.mjs';
import { launchBrowser, remoteUri, workbenchUrl } from './driver/workbench.mjs';

const timeout = Number(process.env.E2E_TIMEOUT ?? 900) * 1000;
const consoleLog = join(output, 'host-console.log');

/** @param {string[]} args */
function parse(args) {
  const option = (/** @type {string} */ name) => {
    const value = args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
    if (!value) throw new Error(`--${name}= is missing`);
    return resolve(value);
  };
  const folder = args.find((arg) => !arg.startsWith('-'));
  if (!folder) throw new Error('no folder to open was given');
  return {
    extension: option('extensionDevelopmentPath'),
    tests: option('extensionTestsPath'),
    folder: resolve(folder),
  };
}

/**
 * Opens the workbench and waits until the tests have ended.
 * @param {ReturnType<typeof parse>} request
 * @param {import('./driver/code-server.mjs').Server} server
 * @returns {Promise<number>} exit code of the tests
 */
async function runTests(request, server) {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    /** @type {Promise<number>} */
    const exit = new Promise((done) => page.exposeFunction('codeAutomationExit', done));
    await page.exposeFunction('codeAutomationLog', keepLog);
    await page.goto(
      workbenchUrl(server.port, request.folder, [
        ['extensionDevelopmentPath', remoteUri(server.port, request.extension)],
        ['extensionTestsPath', remoteUri(server.port, request.tests)],
        ['skipWelcome', 'true'],
        ['skipReleaseNotes', 'true'],
      ]),
    );
    const code = await withTimeout(exit);
    if (code !== 0) {
      console.error(`What the workbench and its extension host wrote is in ${consoleLog}`);
      mkdirSync(screenshots, { recursive: true });
      // A picture is a help, never a reason to fail differently.
      await page.screenshot({ path: join(screenshots, 'host-failure.png') }).catch(() => undefined);
    }
    return code ?? timedOut(server);
  } finally {
    await browser.close();
  }
}

/**
 * The workbench talks a lot, and much of it is the gallery it cannot reach: a person sees the tests, the file has all.
 * @param {string} type
 * @param {unknown[]} args
 */
function keepLog(type, args) {
  const line = args.map(String).join(' ');
  if (/^(ok  |FAIL) /.test(line)) console.log(line);
  else appendFileSync(consoleLog, `${type}: ${line}\n`);
}

/**
 * @param {Promise<number>} exit
 * @returns {Promise<number | undefined>} undefined when time ran out
 */
async function withTimeout(exit) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  /** @type {Promise<undefined>} */
  const late = new Promise((done) => (timer = setTimeout(done, timeout, undefined)));
  const code = await Promise.race([exit, late]);
  clearTimeout(timer);
  return code;
}

/** @param {import('./driver/code-server.mjs').Server} server */
function timedOut(server) {
  console.error(`The tests did not end within ${timeout / 1000} s. The server's log:\n${server.log()}`);
  return 124;
}

async function main() {
  const request = parse(process.argv.slice(2));
  mkdirSync(output, { recursive: true });
  writeFileSync(consoleLog, '');
  const home = temporaryDirectory('code-server');
  prepareHome(home.path);
  const server = await startCodeServer(home.path, { testDriver: true });
  try {
    return await runTests(request, server);
  } finally {
    await server.stop();
    home.release();
  }
}

for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.once(name, () => process.exit(130));
try {
  process.exitCode = await main();
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
