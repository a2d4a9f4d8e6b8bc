import { PassThrough } from 'node:stream';
import {
  type ApplyWorkspaceEditResult,
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { engineAnalyst } from '../../src/lsp/analysis/engine-analyst.js';
import { realEngine } from '../../src/lsp/analysis/real-engine.js';
import { threadAnalyst } from '../../src/lsp/analysis/thread-analyst.js';
import { serve } from '../../src/lsp/server.js';
import { capabilitiesOf, type ClientName } from './clients.js';
import { fakeEngine, type FakeDisk, type FakeEngine } from './fake-engine.js';
import { fakeThread, type FakeThread } from './fake-thread.js';

export interface StartOptions {
  readonly client?: ClientName;
  readonly capabilities?: ClientCapabilities;
  /** Absolute paths of the workspace folders. */
  readonly folders?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  readonly initializationOptions?: unknown;
  /** Answers to `workspace/configuration`, by folder path; `''` is the one without a scope. */
  readonly configuration?: Record<string, unknown>;
  readonly quiet?: number;
  /** Analyse behind a message channel, as on a thread. */
  readonly threaded?: boolean;
  /** With the engine that ships, which reads the disk. */
  readonly shipped?: boolean;
}

/** A client that talks to a server over streams, and remembers what it was told. */
export interface TestClient {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  readonly engine: FakeEngine;
  readonly threads: readonly FakeThread[];
  readonly disk: FakeDisk;
  readonly configuration: Record<string, unknown>;
  readonly published: PublishDiagnosticsParams[];
  readonly refreshes: number[];
  readonly registered: string[];
  readonly progress: unknown[];
  /** Notifications that a person had to read. */
  readonly messages: string[];
  readonly statuses: { readonly busy: boolean; readonly folders: readonly { readonly files: number }[] }[];
  open(path: string, text?: string): Promise<void>;
  change(path: string, text: string): Promise<void>;
  save(path: string): Promise<void>;
  close(path: string): Promise<void>;
  pull(path: string, previousResultId?: string): Promise<DocumentDiagnosticReport>;
  /** Diagnostics of an open document by the transport that the server chose, once the server has nothing to do. */
  diagnostics(path: string): Promise<readonly Diagnostic[]>;
  actions(path: string, context: Partial<CodeActionContext>, range?: Range): Promise<readonly CodeAction[]>;
  /** Waits until the server has analysed everything. */
  quiet(): Promise<void>;
}

export const uri = (path: string): string => `file://${path}`;
const whole: Range = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };
const open: ProtocolConnection[] = [];

/** Ends all sessions of a test; for `afterEach`. */
export async function endSessions(): Promise<void> {
  for (const connection of open.splice(0)) {
    await connection.sendRequest('shutdown');
    connection.dispose();
  }
}

export async function start(options: StartOptions = {}): Promise<TestClient> {
  const disk: FakeDisk = new Map(Object.entries(options.files ?? {}));
  const engine = fakeEngine(disk);
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  const own = engineAnalyst(() => Promise.resolve(options.shipped === true ? realEngine : engine));
  const threads: FakeThread[] = [];
  const analyst = options.threaded === true ? threadAnalyst(() => fakeThread(engine, threads)) : own;
  serve(server, { analyst, version: '0.0.0', quiet: options.quiet ?? 1 });
  const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  open.push(connection);

  const told = listen(connection, options);
  connection.listen();
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    capabilities: options.capabilities ?? capabilitiesOf(options.client ?? 'Visual Studio Code'),
    workspaceFolders: (options.folders ?? ['/w']).map((path) => ({ uri: uri(path), name: path })),
    initializationOptions: options.initializationOptions,
  });
  await connection.sendNotification('initialized', {});

  const versions = new Map<string, number>();
  const identifier = (path: string) => ({ uri: uri(path), version: versions.get(path) ?? 0 });
  const client: TestClient = {
    connection,
    initialized,
    engine,
    threads,
    disk,
    ...told,
    async open(path, text = disk.get(path) ?? '') {
      versions.set(path, 1);
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri: uri(path), languageId: 'typescript', version: 1, text },
      });
    },
    async change(path, text) {
      versions.set(path, (versions.get(path) ?? 0) + 1);
      await connection.sendNotification('textDocument/didChange', {
        textDocument: identifier(path),
        contentChanges: [{ text }],
      });
    },
    save: (path) => connection.sendNotification('textDocument/didSave', { textDocument: { uri: uri(path) } }),
    close: (path) => connection.sendNotification('textDocument/didClose', { textDocument: { uri: uri(path) } }),
    pull: (path, previousResultId) =>
      connection.sendRequest('textDocument/diagnostic', {
        textDocument: { uri: uri(path) },
        ...(previousResultId === undefined ? {} : { previousResultId }),
      }),
    async diagnostics(path) {
      if (initialized.capabilities.diagnosticProvider !== undefined) {
        const report = await client.pull(path);
        return report.kind === 'full' ? report.items : [];
      }
      await client.quiet();
      return told.published.findLast((one) => one.uri === uri(path))?.diagnostics ?? [];
    },
    actions: (path, context, range = whole) =>
      connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri: uri(path) },
        range,
        context: { diagnostics: [], ...context },
      }),
    async quiet() {
      // Answered when nothing is left to analyse; everything that was sent before has been taken in by then.
      await connection.sendRequest('workspace/executeCommand', {
        command: 'leashlint.server.trace',
        arguments: ['', ''],
      });
    },
  };
  // Registrations and the first settings take a round trip each.
  for (let round = 0; round < 4; round++) await client.quiet();
  return client;
}

function listen(connection: ProtocolConnection, options: StartOptions) {
  const configuration = options.configuration ?? {};
  const told = {
    configuration,
    published: [] as PublishDiagnosticsParams[],
    refreshes: [] as number[],
    registered: [] as string[],
    progress: [] as unknown[],
    messages: [] as string[],
    statuses: [] as TestClient['statuses'],
  };
  connection.onNotification(
    'textDocument/publishDiagnostics',
    (params: PublishDiagnosticsParams) => void told.published.push(params),
  );
  connection.onNotification(
    'leashlint/status',
    (status: TestClient['statuses'][number]) => void told.statuses.push(status),
  );
  connection.onNotification(
    '$/progress',
    (params: { readonly value: unknown }) => void told.progress.push(params.value),
  );
  connection.onRequest('workspace/diagnostic/refresh', () => void told.refreshes.push(Date.now()));
  connection.onRequest('window/showMessageRequest', ({ message }: { readonly message: string }) => {
    told.messages.push(message);
    return null;
  });
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.onRequest('window/showDocument', () => ({ success: true }));
  connection.onRequest('workspace/applyEdit', (): ApplyWorkspaceEditResult => ({ applied: true }));
  connection.onRequest(
    'client/registerCapability',
    ({ registrations }: { readonly registrations: readonly { readonly method: string }[] }) => {
      told.registered.push(...registrations.map((one) => one.method));
      return null;
    },
  );
  connection.onRequest(
    'workspace/configuration',
    ({ items }: { readonly items: readonly { readonly scopeUri?: string }[] }) =>
      items.map(({ scopeUri }) => configuration[scopeUri?.slice('file://'.length) ?? ''] ?? null),
  );
  return told;
}
