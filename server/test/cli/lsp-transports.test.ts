import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildBundle } from './bundle.js';

const initialize = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { processId: null, rootUri: null, capabilities: {} },
};
const body = JSON.stringify(initialize);
const framed = `Content-Length: ${String(body.length)}\r\n\r\n${body}`;

let bundle: ReturnType<typeof buildBundle>;
beforeAll(() => {
  bundle = buildBundle();
});
afterAll(() => {
  bundle.remove();
});

/** What comes in until the answer to `initialize` is whole. */
async function answer(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of stream) {
    text += String(chunk);
    if (text.includes('"capabilities"')) break;
  }
  return text;
}

test.each([[], ['--stdio'], ['--stdio', '--clientProcessId', String(process.pid)]])(
  'standard input and output: lsp %s %s',
  async (...args) => {
    const server = spawn(process.execPath, [bundle.cli, 'lsp', ...args]);
    server.stdin.write(framed);
    expect(await answer(server.stdout)).toContain('"codeActionProvider"');
    server.kill();
  },
);

test('a channel to the parent process', async () => {
  const server = fork(bundle.cli, ['lsp', '--node-ipc'], { execArgv: [] });
  server.send(initialize);
  const [message] = (await once(server, 'message')) as [unknown];
  expect(JSON.stringify(message)).toContain('"codeActionProvider"');
  server.kill();
});

test('a port on which the editor listens', async () => {
  const editor = net.createServer().listen(0, '127.0.0.1');
  await once(editor, 'listening');
  const address = editor.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  const server = spawn(process.execPath, [bundle.cli, 'lsp', `--socket=${String(address.port)}`]);
  const [socket] = (await once(editor, 'connection')) as [net.Socket];
  socket.write(framed);
  expect(await answer(socket)).toContain('"codeActionProvider"');
  server.kill();
  editor.close();
});
