import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  createProtocolConnection,
  type CodeAction,
  type Diagnostic,
  type Hover,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { buildBundle } from './bundle.js';

const root = path.join(import.meta.dirname, '../../../samples/billing-desk/vulnerable');
const uriOf = (file: string): string => pathToFileURL(path.join(root, file)).href;

let bundle: ReturnType<typeof buildBundle>;
let server: ChildProcess;
let connection: ProtocolConnection;
let shell: Diagnostic | undefined;
const uri = uriOf('printing.py');

beforeAll(async () => {
  bundle = buildBundle();
  const child = spawn(process.execPath, [bundle.cli, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  server = child;
  connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(root).href,
    workspaceFolders: [{ uri: pathToFileURL(root).href, name: 'sample' }],
    capabilities: {
      textDocument: {
        diagnostic: {},
        publishDiagnostics: { relatedInformation: true },
        hover: { contentFormat: ['markdown'] },
        codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
      },
      workspace: {
        workspaceFolders: true,
        workspaceEdit: { documentChanges: true },
        diagnostics: { refreshSupport: true },
      },
    },
  });
  await connection.sendNotification('initialized', {});
  for (const file of ['desk.py', 'printing.py']) {
    const text = fs.readFileSync(path.join(root, file), 'utf8');
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: uriOf(file), languageId: 'python', version: 1, text },
    });
  }
  // What leads to the finding stands in the other file, which may be looked at later.
  await vi.waitFor(
    async () => {
      const report = await connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
        textDocument: { uri },
      });
      shell = report.items.find(({ code }) => code === 'exec-tool-shell');
      expect(shell).toBeDefined();
    },
    { timeout: 60_000, interval: 100 },
  );
}, 120_000);

afterAll(() => {
  connection.dispose();
  server.kill();
  bundle.remove();
});

test('a finding in Python leads to where the value comes from, in another file', () => {
  expect(shell?.range.start.line).toBe(4);
  expect(shell?.relatedInformation?.map(({ location }) => location.uri)).toContain(uriOf('desk.py'));
});

test('the hover tells the way', async () => {
  const hover = await connection.sendRequest<Hover | null>('textDocument/hover', {
    textDocument: { uri },
    position: shell?.range.start,
  });
  expect(JSON.stringify(hover?.contents)).toMatch(/How to fix.*Path.*desk\.py/s);
});

test('a quick fix is offered', async () => {
  const actions = await connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: shell?.range,
    context: { diagnostics: shell === undefined ? [] : [shell] },
  });
  expect(actions.map(({ title }) => title).join('\n')).toContain('Pass the arguments as a list without a shell');
});
