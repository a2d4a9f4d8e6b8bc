import { afterEach, describe, expect, it } from 'vitest';
import { cancel, newCancelFlag } from '../../src/lsp/analysis-loop.js';
import { threadAnalyst } from '../../src/lsp/analysis/thread-analyst.js';
import { fakeEngine } from './fake-engine.js';
import { fakeThread } from './fake-thread.js';
import { endSessions, start, uri } from './session.js';

afterEach(endSessions);

const files = { '/w/a.ts': 'key("sk-1");\n', '/w/b.ts': 'key("sk-2");\n' };

describe('an analyst behind a thread', () => {
  it('gives the same answers', async () => {
    const session = await start({ files, threaded: true });
    await session.open('/w/a.ts', 'key("sk-1");\nkey("sk-3");\n');
    expect(await session.diagnostics('/w/a.ts')).toHaveLength(2);
    const command = 'leashlint.server.scanWorkspace';
    const scanned = await session.connection.sendRequest('workspace/executeCommand', { command });
    expect(scanned).toMatchObject({ files: 2, findings: 3 });
    expect(session.progress.length).toBeGreaterThan(2);
    const page = { command: 'leashlint.server.rulePage', arguments: ['some-rule'] };
    expect(await session.connection.sendRequest('workspace/executeCommand', page)).toBe('# some-rule\n');
  });

  it('starts no thread before something is analysed', async () => {
    const session = await start({ files, threaded: true });
    expect(session.threads).toHaveLength(0);
  });

  it('sends open documents again when the thread is lost', async () => {
    const session = await start({ files, threaded: true });
    await session.open('/w/a.ts', 'nothing;\n');
    expect(await session.diagnostics('/w/a.ts')).toEqual([]);
    session.threads[0]?.crash();
    await session.change('/w/a.ts', 'key("sk-3");\nkey("sk-4");\n');
    await session.open('/w/b.ts');
    expect(await session.diagnostics('/w/a.ts')).toHaveLength(2);
    expect(session.threads).toHaveLength(2);
  });

  it('gives up on a folder that ends every thread, and goes on answering', async () => {
    const session = await start({ files, threaded: true });
    session.engine.during = () => session.threads.at(-1)?.crash();
    await session.open('/w/a.ts');
    expect(await session.diagnostics('/w/a.ts')).toEqual([]);
    expect(session.threads).toHaveLength(4);
    const hover = { textDocument: { uri: uri('/w/a.ts') }, position: { line: 0, character: 5 } };
    expect(await session.connection.sendRequest('textDocument/hover', hover)).toBeNull();
  });

  it('sees a cancellation while it is busy', async () => {
    const engine = fakeEngine(new Map(Object.entries(files)));
    const analyst = threadAnalyst(() => fakeThread(engine, []));
    const flag = newCancelFlag();
    engine.during = () => {
      cancel(flag);
    };
    const folder = { root: '/w', loose: false, settings: { configPath: undefined, preset: undefined } };
    const request = { folder, buffers: [], changed: [], relist: false, reconfigure: false, only: undefined };
    expect(await analyst.analyse(request, flag)).toBeUndefined();
    engine.during = () => undefined;
    expect(await analyst.analyse(request, newCancelFlag())).toMatchObject({ filesAnalysed: 2 });
    analyst.dispose();
  });
});
