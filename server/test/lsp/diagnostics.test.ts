import { afterEach, describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { type ClientName, clients } from './clients.js';
import { endSessions, start, uri } from './session.js';

afterEach(endSessions);

const names = Object.keys(clients) as readonly ClientName[];
const flow = {
  '/w/src/run.ts': "import { command } from './request.js';\nshell(command);\n",
  '/w/src/request.ts': 'export const command = input();\n',
};

describe.each(names)('%s', (client) => {
  it('gets diagnostics by one transport only', async () => {
    const session = await start({ client, files: flow });
    const pulls = session.initialized.capabilities.diagnosticProvider !== undefined;
    expect(pulls).toBe(client === 'Visual Studio Code' || client === 'Neovim');
    await session.open('/w/src/run.ts');
    const found = await session.diagnostics('/w/src/run.ts');
    expect(found.map((one) => one.code)).toEqual(['exec-tool-shell']);
    await session.change('/w/src/run.ts', 'shell(command);\n');
    expect(await session.diagnostics('/w/src/run.ts')).toEqual([]);
    await session.quiet();
    expect(session.published.length > 0).toBe(!pulls);
  });

  it('sees what is typed in another file', async () => {
    const session = await start({ client, files: flow });
    await session.open('/w/src/run.ts');
    await session.open('/w/src/request.ts');
    expect(await session.diagnostics('/w/src/run.ts')).toHaveLength(1);
    await session.change('/w/src/request.ts', "export const command = 'ls';\n");
    await session.quiet();
    expect(await session.diagnostics('/w/src/run.ts')).toEqual([]);
    await session.close('/w/src/request.ts');
    expect(await session.diagnostics('/w/src/run.ts'), 'the disk counts again').toHaveLength(1);
  });
});

describe('a diagnostic', () => {
  it('carries the trace, the page and the edits', async () => {
    const session = await start({ files: { ...flow, '/w/key.ts': 'key("sk-1");\n' } });
    await session.open('/w/src/run.ts');
    const [shell] = await session.diagnostics('/w/src/run.ts');
    expect(shell).toMatchObject({
      source: 'leashlint',
      code: 'exec-tool-shell',
      severity: 1,
      message: 'exec-tool-shell here.',
      codeDescription: { href: 'https://leashlint.dev/rules/exec-tool-shell' },
      range: { start: { line: 1, character: 6 }, end: { line: 1, character: 13 } },
      relatedInformation: [
        { location: { uri: uri('/w/src/request.ts') }, message: 'Comes from outside.' },
        { location: { uri: uri('/w/src/run.ts') }, message: 'Reaches a shell.' },
      ],
    });
    await session.open('/w/key.ts');
    const [key] = await session.diagnostics('/w/key.ts');
    expect(key?.data).toMatchObject({ versions: { 'key.ts': 1 }, fixes: [{ kind: 'safe' }, { kind: 'suggest' }] });
  });

  it('names the source in its message where related places do not show', async () => {
    const session = await start({ client: 'Helix', files: flow });
    await session.open('/w/src/run.ts');
    const [shell] = await session.diagnostics('/w/src/run.ts');
    expect(shell?.message).toBe('exec-tool-shell here. (from src/request.ts:1)');
    expect(shell).not.toHaveProperty('relatedInformation');
    expect(shell).not.toHaveProperty('codeDescription');
  });

  it('fades an ignore comment that covers nothing', async () => {
    const session = await start({ files: { '/w/a.ts': 'const a = 1; // leashlint: ignore[unused]\n' } });
    await session.open('/w/a.ts');
    const found = await session.diagnostics('/w/a.ts');
    expect(found).toMatchObject([{ code: 'unused-ignore', tags: [1], severity: 3 }]);
    const [action] = await session.actions('/w/a.ts', { diagnostics: [...found] });
    expect(action?.title).toBe('Remove the unused ignore comment (suggestion)');
    expect(action?.edit?.documentChanges).toMatchObject([
      { edits: [{ range: { start: { line: 0, character: 12 }, end: { line: 0, character: 41 } }, newText: '' }] },
    ]);
  });
});

describe('pulling', () => {
  it('answers "unchanged" to a client that holds the result', async () => {
    const session = await start({ files: { '/w/key.ts': 'key("sk-1");\n' } });
    await session.open('/w/key.ts');
    const first = await session.pull('/w/key.ts');
    expect(await session.pull('/w/key.ts', first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    // The finding is the same, but the edits that ride with it are for another version.
    await session.change('/w/key.ts', 'key("sk-1");\n\n');
    expect((await session.pull('/w/key.ts', first.resultId)).kind).toBe('full');
  });

  it('asks for a refresh when another open document changes, and not for what was typed', async () => {
    const session = await start({ files: flow });
    await session.open('/w/src/run.ts');
    await session.open('/w/src/request.ts');
    await session.diagnostics('/w/src/run.ts');
    await session.diagnostics('/w/src/request.ts');
    await session.change('/w/src/request.ts', 'export const command = input(); // same\n');
    await session.diagnostics('/w/src/request.ts');
    await settle(session);
    expect(session.refreshes).toHaveLength(0);
    await session.change('/w/src/request.ts', "export const command = 'ls';\n");
    await session.diagnostics('/w/src/request.ts');
    await settle(session);
    expect(session.refreshes).toHaveLength(1);
  });

  it('ends a cancelled pull at once', async () => {
    const session = await start({ files: flow, quiet: 300 });
    await session.open('/w/src/run.ts');
    const source = new CancellationTokenSource();
    const params = { textDocument: { uri: uri('/w/src/run.ts') } };
    const answer = session.connection.sendRequest('textDocument/diagnostic', params, source.token);
    await new Promise((resolve) => setTimeout(resolve, 20));
    source.cancel();
    await expect(answer).rejects.toMatchObject({ code: -32800 });
    expect(session.engine.analyses).toEqual([]);
  });
});

describe('typing', () => {
  it('is analysed once when it pauses', async () => {
    const session = await start({ files: flow, quiet: 40 });
    await session.open('/w/src/run.ts');
    for (const length of [1, 2, 3, 4]) await session.change('/w/src/run.ts', flow['/w/src/run.ts'].slice(0, -length));
    await session.quiet();
    expect(session.engine.analyses).toHaveLength(1);
  });

  it('waits for the save where the settings say so', async () => {
    const session = await start({ files: flow, initializationOptions: { run: 'onSave' } });
    await session.open('/w/src/run.ts');
    expect(await session.diagnostics('/w/src/run.ts')).toHaveLength(1);
    await session.change('/w/src/run.ts', 'nothing;\n');
    await session.quiet();
    expect(await session.diagnostics('/w/src/run.ts')).toHaveLength(1);
    await session.save('/w/src/run.ts');
    expect(await session.diagnostics('/w/src/run.ts')).toEqual([]);
  });
});

async function settle(session: Awaited<ReturnType<typeof start>>): Promise<void> {
  await session.quiet();
  await new Promise((resolve) => setTimeout(resolve, 20));
}
