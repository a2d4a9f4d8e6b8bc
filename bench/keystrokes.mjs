import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { fromUsage } from './measure.mjs';

const usage = createRequire(import.meta.url).resolve('./usage.cjs');
/** The server's own copy of the protocol. */
const rpc = createRequire(new URL('../server/package.json', import.meta.url))('vscode-languageserver/node');

/** Milliseconds of quiet that the server waits for before it works: `quiet` in server/src/lsp/server.ts. */
export const DEBOUNCE = 30;

/** Typed into the body of a tool's handler, then into a prompt: character by character, through every broken state between. */
export const TYPED = [
  {
    after: "if (!/^[a-z]+$/.test(service)) return 'unknown service';\n",
    text: '    const unit = `${service}.service`.trim();',
  },
  { after: 'Be short and friendly.', text: ' Never promise a date, and name the owner of a ticket when there is one.' },
  { after: 'const tickets = new Map<string, Ticket>();\n', text: 'const limit = Number(process.env.LIMIT ?? 20);' },
];

/**
 * Types into a file over the real language server and waits after each character until the diagnostics of that version
 * are there, as a client that pulls them gets them.
 * @param {string} cli path of the command line's bundle
 * @param {string} root workspace folder
 * @param {string} file path in it
 * @param {typeof TYPED} typed what is typed where
 * @returns {Promise<{ first: number, times: readonly number[], cpu: number, memory: number, findings: number }>} `first`:
 * from the start of the process to the first diagnostics; `times` of the edits; `cpu` of the server per edit, in milliseconds
 */
export async function typeInto(cli, root, file, typed = TYPED) {
  const started = performance.now();
  const child = spawn(process.execPath, ['--require', usage, cli, 'lsp', '--stdio'], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit', 'ignore', 'ipc'],
  });
  const connection = rpc.createProtocolConnection(
    new rpc.StreamMessageReader(child.stdout),
    new rpc.StreamMessageWriter(child.stdin),
  );
  connection.onUnhandledNotification(() => undefined);
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  connection.listen();
  const used = () =>
    new Promise((resolve) => {
      child.once('message', (report) => resolve(fromUsage(report)));
      child.send('usage');
    });

  const rootUri = pathToFileURL(root).href;
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: 'bench' }],
    capabilities: {
      textDocument: { diagnostic: {}, publishDiagnostics: { relatedInformation: true } },
      workspace: { diagnostics: { refreshSupport: true }, workspaceFolders: true },
    },
  });
  await connection.sendNotification('initialized', {});
  const uri = pathToFileURL(path.join(root, file)).href;
  let text = fs.readFileSync(path.join(root, file), 'utf8');
  let version = 1;
  const diagnostics = async () => {
    const report = await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
    return report.items ?? [];
  };
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: file.endsWith('.py') ? 'python' : 'typescript', version, text },
  });
  const findings = (await diagnostics()).length;
  const first = performance.now() - started;

  const before = await used();
  const times = [];
  for (const { after, text: added } of typed) {
    let offset = text.indexOf(after) + after.length;
    for (const character of added) {
      const position = positionAt(text, offset);
      text = text.slice(0, offset) + character + text.slice(offset);
      offset += 1;
      version += 1;
      const pressed = performance.now();
      void connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range: { start: position, end: position }, text: character }],
      });
      await diagnostics();
      times.push(performance.now() - pressed);
    }
  }
  const after = await used();
  await connection.sendRequest('shutdown');
  const ended = new Promise((resolve) => child.on('exit', resolve));
  await connection.sendNotification('exit');
  await ended;
  connection.dispose();
  return { first, times, cpu: (after.cpu - before.cpu) / times.length, memory: after.memory, findings };
}

function positionAt(text, offset) {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length - 1, character: offset - (before.lastIndexOf('\n') + 1) };
}
