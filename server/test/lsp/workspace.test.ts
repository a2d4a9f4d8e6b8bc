import { afterEach, describe, expect, it } from 'vitest';
import type { WorkspaceDiagnosticReport } from 'vscode-languageserver/node';
import { type ClientName, clients } from './clients.js';
import { endSessions, start, type TestClient, uri } from './session.js';

afterEach(endSessions);

const key = 'key("sk-1");\n';
const codes = async (session: TestClient, path: string) => (await session.diagnostics(path)).map((one) => one.code);
const changed = (path: string, type: 1 | 2 | 3) => ({ changes: [{ uri: uri(path), type }] });
const run = <T>(session: TestClient, command: string, ...args: unknown[]) =>
  session.connection.sendRequest<T>('workspace/executeCommand', {
    command: `leashlint.server.${command}`,
    arguments: args,
  });

describe('several folders', () => {
  const files = {
    '/w/a.ts': 'todo();\n',
    '/w/inner/b.ts': 'todo();\n',
    '/w/inner/leashlint.config.json': '{ "preset": "strict" }',
  };

  it('each have their own configuration; the nearest root wins', async () => {
    const session = await start({ folders: ['/w', '/w/inner'], files });
    await session.open('/w/a.ts');
    await session.open('/w/inner/b.ts');
    expect(await codes(session, '/w/a.ts')).toEqual([]);
    expect(await codes(session, '/w/inner/b.ts')).toEqual(['todo']);
    expect(session.engine.analyses.filter((one) => one.root === '/w').flatMap((one) => one.only)).not.toContain(
      'inner/b.ts',
    );
  });

  it('come and go', async () => {
    const session = await start({ folders: ['/w'], files });
    await session.open('/w/inner/b.ts');
    expect(await codes(session, '/w/inner/b.ts')).toEqual([]);
    const folder = { uri: uri('/w/inner'), name: 'inner' };
    const event = (added: unknown[], removed: unknown[]) =>
      session.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added, removed } });
    await event([folder], []);
    expect(await codes(session, '/w/inner/b.ts')).toEqual(['todo']);
    await event([], [folder]);
    expect(await codes(session, '/w/inner/b.ts')).toEqual([]);
  });

  it('have settings of their own', async () => {
    const session = await start({
      folders: ['/w', '/v'],
      files: { '/w/a.ts': key, '/v/a.ts': key },
      configuration: {
        '': {},
        '/w': { enable: false },
        '/v': { rules: { customizations: [{ rule: 'secret-*', severity: 'info' }] } },
      },
    });
    await session.open('/w/a.ts');
    await session.open('/v/a.ts');
    expect(await session.diagnostics('/w/a.ts')).toEqual([]);
    expect((await session.diagnostics('/v/a.ts')).map((one) => one.severity)).toEqual([3]);
  });
});

describe('a file outside of every folder', () => {
  it('is analysed with the open files next to it only', async () => {
    const session = await start({ files: { '/tmp/x/a.ts': key, '/tmp/x/b.ts': key } });
    await session.open('/tmp/x/a.ts');
    expect(await codes(session, '/tmp/x/a.ts')).toEqual(['secret-hardcoded']);
    expect(session.engine.analyses).toEqual([{ root: '/tmp/x', only: ['a.ts'] }]);
    await session.close('/tmp/x/a.ts');
    await session.open('/tmp/x/a.ts', 'nothing;');
    expect(await codes(session, '/tmp/x/a.ts')).toEqual([]);
  });

  it('is left alone when it is not on disk', async () => {
    const session = await start();
    await session.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: 'untitled:Untitled-1', languageId: 'typescript', version: 1, text: key },
    });
    await session.quiet();
    expect(session.engine.analyses).toEqual([]);
  });
});

describe('configuration', () => {
  it('is read again when its file changes, on disk or in the editor', async () => {
    const session = await start({ files: { '/w/a.ts': 'todo();\n' } });
    await session.open('/w/a.ts');
    expect(await codes(session, '/w/a.ts')).toEqual([]);
    session.disk.set('/w/leashlint.config.json', '{ "preset": "strict" }');
    await session.connection.sendNotification(
      'workspace/didChangeWatchedFiles',
      changed('/w/leashlint.config.json', 1),
    );
    expect(await codes(session, '/w/a.ts')).toEqual(['todo']);
    await session.open('/w/leashlint.config.json', '{}');
    expect(await codes(session, '/w/a.ts')).toEqual([]);
  });

  it('shows what is wrong with it where it is written', async () => {
    const session = await start({ files: { '/w/leashlint.config.json': '{ "preset": ' } });
    await session.open('/w/leashlint.config.json');
    expect(await session.diagnostics('/w/leashlint.config.json')).toMatchObject([
      { code: 'config-problem', severity: 1 },
    ]);
  });

  it('that is invalid is announced once, until it is repaired', async () => {
    const session = await start({ files: { '/w/leashlint.config.json': '{ "preset": ' } });
    await session.open('/w/leashlint.config.json');
    await session.open('/w/a.ts', 'one;\n');
    await session.quiet();
    await session.change('/w/a.ts', 'two;\n');
    await session.quiet();
    expect(session.messages).toEqual(['leashlint: leashlint.config.json: Not JSON.']);
    await session.change('/w/leashlint.config.json', '{}');
    await session.quiet();
    await session.change('/w/leashlint.config.json', '{');
    await session.quiet();
    expect(session.messages).toHaveLength(2);
  });

  it('is shown as it holds', async () => {
    const session = await start({ files: { '/w/leashlint.config.json': '{ "preset": "audit" }' } });
    const [first] = await run<{ root: string; source: string; text: string }[]>(
      session,
      'effectiveConfig',
      uri('/w/a.ts'),
    );
    expect(first).toMatchObject({ root: '/w', source: 'leashlint.config.json' });
    expect(JSON.parse(first?.text ?? '')).toMatchObject({ preset: 'audit' });
  });

  it.each<[ClientName, object]>([
    ['Visual Studio Code', { '': { preset: 'strict' }, '/w': { preset: 'strict' } }],
    ['minimal', {}],
  ])('of the editor takes effect at once in %s', async (client, next) => {
    const session = await start({ client, files: { '/w/a.ts': 'todo();\n' } });
    await session.open('/w/a.ts');
    expect(await codes(session, '/w/a.ts')).toEqual([]);
    Object.assign(session.configuration, next);
    const settings = client === 'minimal' ? { leashlint: { preset: 'strict' } } : null;
    await session.connection.sendNotification('workspace/didChangeConfiguration', { settings });
    await session.quiet();
    expect(await codes(session, '/w/a.ts')).toEqual(['todo']);
  });

  it('of the editor has the same shape in initializationOptions', async () => {
    const session = await start({
      client: 'Helix',
      files: { '/w/a.ts': 'todo();\n' },
      initializationOptions: { preset: 'strict' },
    });
    await session.open('/w/a.ts');
    expect(await codes(session, '/w/a.ts')).toEqual(['todo']);
  });

  it('hides findings in excluded files', async () => {
    const session = await start({ files: { '/w/gen/a.ts': key }, initializationOptions: { exclude: ['gen/**'] } });
    await session.open('/w/gen/a.ts');
    expect(await session.diagnostics('/w/gen/a.ts')).toEqual([]);
  });
});

describe('files on disk', () => {
  const files = { '/w/run.ts': "import { a } from './a.js';\nshell(a);\n", '/w/a.ts': 'export const a = 1;\n' };

  it('count when they change', async () => {
    const session = await start({ files });
    await session.open('/w/run.ts');
    expect(await codes(session, '/w/run.ts')).toEqual([]);
    session.disk.set('/w/a.ts', 'export const a = input();\n');
    await session.connection.sendNotification('workspace/didChangeWatchedFiles', changed('/w/a.ts', 2));
    expect(await codes(session, '/w/run.ts')).toEqual(['exec-tool-shell']);
  });

  it('do not count while they are open', async () => {
    const session = await start({ files });
    await session.open('/w/run.ts');
    await session.open('/w/a.ts');
    await session.quiet();
    const before = session.engine.analyses.length;
    session.disk.set('/w/a.ts', 'export const a = input();\n');
    await session.connection.sendNotification('workspace/didChangeWatchedFiles', changed('/w/a.ts', 2));
    expect(await codes(session, '/w/run.ts')).toEqual([]);
    expect(session.engine.analyses).toHaveLength(before);
  });

  it('are watched by clients that can', async () => {
    expect((await start({ files })).registered).toEqual([
      'workspace/didChangeWatchedFiles',
      'workspace/didChangeConfiguration',
    ]);
    expect((await start({ client: 'Neovim', files })).registered).toEqual([]);
  });

  it('below node_modules are nobody’s business', async () => {
    const session = await start({ files });
    await session.connection.sendNotification('workspace/didChangeWatchedFiles', changed('/w/node_modules/x/a.ts', 2));
    await session.quiet();
    expect(session.engine.analyses).toEqual([]);
  });
});

describe('a scan of the workspace', () => {
  const files = { '/w/a.ts': key, '/w/b.ts': key, '/w/c.ts': 'nothing;\n' };

  it.each(Object.keys(clients) as ClientName[])(
    'shows findings of closed files in %s, and never twice',
    async (client) => {
      const session = await start({ client, files });
      await session.open('/w/a.ts');
      await session.diagnostics('/w/a.ts');
      const pulls = session.initialized.capabilities.diagnosticProvider !== undefined;
      expect(await run(session, 'scanWorkspace')).toEqual({ files: 3, findings: 2, problems: [], cancelled: false });
      const shown = (path: string) =>
        session.published.findLast((one) => one.uri === uri(path))?.diagnostics.length ?? 0;
      expect(shown('/w/b.ts')).toBe(1);
      expect(shown('/w/a.ts')).toBe(pulls ? 0 : 1);
      await session.open('/w/b.ts');
      await session.quiet();
      expect(shown('/w/b.ts')).toBe(pulls ? 0 : 1);
      expect(await codes(session, '/w/b.ts')).toEqual(['secret-hardcoded']);
    },
  );

  it('reports its progress', async () => {
    const session = await start({ files });
    await run(session, 'scanWorkspace');
    const kinds = session.progress.map((one) => (one as { readonly kind: string }).kind);
    expect([kinds[0], kinds.at(-1)]).toEqual(['begin', 'end']);
    expect(kinds).toContain('report');
  });

  it('keeps what it found up to date', async () => {
    const session = await start({ files });
    await run(session, 'scanWorkspace');
    session.disk.set('/w/b.ts', 'nothing;\n');
    await session.connection.sendNotification('workspace/didChangeWatchedFiles', changed('/w/b.ts', 2));
    await session.quiet();
    expect(session.published.findLast((one) => one.uri === uri('/w/b.ts'))?.diagnostics).toEqual([]);
  });
});

describe('diagnostics of the whole workspace', () => {
  const files = { '/w/a.ts': key, '/w/b.ts': key };
  const initializationOptions = { diagnosticMode: 'workspace' };
  const pull = (session: TestClient, previousResultIds: unknown[], partialResultToken?: string) =>
    session.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds,
      ...(partialResultToken === undefined ? {} : { partialResultToken }),
    });

  it('are pulled, without the open documents', async () => {
    const session = await start({ files, initializationOptions });
    expect(session.initialized.capabilities.diagnosticProvider).toMatchObject({ workspaceDiagnostics: true });
    await session.open('/w/a.ts');
    const { items } = await pull(session, []);
    expect(items.map((one) => one.uri)).toEqual([uri('/w/b.ts')]);
    expect(session.published).toEqual([]);
  });

  it('are held until there is news', async () => {
    const session = await start({ files, initializationOptions });
    const { items } = await pull(session, []);
    const held = pull(
      session,
      items.map((one) => ({ uri: one.uri, value: one.resultId })),
      'token',
    );
    const first = await Promise.race([held, new Promise((resolve) => setTimeout(resolve, 30, 'held'))]);
    expect(first).toBe('held');
    session.disk.delete('/w/b.ts');
    await session.connection.sendNotification('workspace/didChangeWatchedFiles', changed('/w/b.ts', 3));
    await held;
    expect(session.progress).toEqual([{ items: [{ kind: 'full', uri: uri('/w/b.ts'), version: null, items: [] }] }]);
  });

  it('are pushed to clients that do not pull', async () => {
    const session = await start({ client: 'Helix', files, initializationOptions });
    await session.quiet();
    expect(session.published.map((one) => one.uri).toSorted()).toEqual([uri('/w/a.ts'), uri('/w/b.ts')]);
  });
});

describe('status', () => {
  it('is sent to clients that show it', async () => {
    const session = await start({ files: { '/w/a.ts': key } });
    await session.open('/w/a.ts');
    await session.quiet();
    expect(session.statuses.map((one) => one.busy)).toContain(true);
    expect(session.statuses.at(-1)).toMatchObject({
      busy: false,
      folders: [{ root: '/w', files: 1, findings: 1, config: null }],
    });
  });

  it('is not sent to others', async () => {
    const session = await start({ client: 'Neovim', files: { '/w/a.ts': key } });
    await session.open('/w/a.ts');
    await session.quiet();
    expect(session.statuses).toEqual([]);
  });
});
