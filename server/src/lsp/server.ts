import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  TextDocuments,
  type WorkspaceFolder,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analyst } from './analysis/analyst.js';
import { serverCapabilities } from './capabilities.js';
import { clientProfile } from './client-profile.js';
import { announceInvalidConfig } from './diagnostics/announce-config.js';
import { publishResults } from './diagnostics/publish.js';
import { refreshStale } from './diagnostics/refresh.js';
import { followDocuments } from './document-events.js';
import { watchedGlobs } from './file-role.js';
import { pathOfUri } from './paths.js';
import { codeAction } from './requests/code-action.js';
import { updateSettings } from './requests/did-change-configuration.js';
import { didChangeWatchedFiles } from './requests/did-change-watched-files.js';
import { didChangeWorkspaceFolders } from './requests/did-change-workspace-folders.js';
import { documentDiagnostic, type PulledIds } from './requests/document-diagnostic.js';
import { executeCommand } from './requests/execute-command.js';
import { hover } from './requests/hover.js';
import { workspaceDiagnostic } from './requests/workspace-diagnostic.js';
import { createSession, type Session } from './session.js';
import { readSettings } from './settings.js';
import { announceStatus } from './status.js';

export interface ServerOptions {
  readonly analyst: Analyst;
  /** Shown to the client in `serverInfo`. */
  readonly version: string;
  /** Milliseconds without a change before an analysis starts. */
  readonly quiet?: number;
  /** Called after each analysis with its duration in milliseconds, for benchmarks. */
  readonly analysed?: (milliseconds: number) => void;
}

/** Serves one client on a connection. Answers `initialize` at once; the engine is loaded by the first analysis. */
export function serve(connection: Connection, options: ServerOptions): void {
  const texts = new TextDocuments(TextDocument);
  connection.onInitialize((params) => {
    const profile = clientProfile(params);
    const initial = readSettings(params.initializationOptions);
    const session = createSession(connection, texts, profile, options.analyst, {
      settings: initial,
      quiet: options.quiet ?? 30,
      patience: 500,
      analysed: options.analysed,
    });
    for (const { uri } of initialFolders(params)) {
      const root = pathOfUri(uri);
      if (root !== undefined) session.folders.add(root, uri, initial);
    }
    followDocuments(session, texts);
    answerRequests(session);
    announceStatus(session);
    announceInvalidConfig(session);
    connection.onDidChangeConfiguration(({ settings }) => updateSettings(session, initial, settings));
    connection.onInitialized(async () => {
      await register(session);
      if (profile.workspaceFolders) {
        connection.workspace.onDidChangeWorkspaceFolders((event) => didChangeWorkspaceFolders(session, event, initial));
      }
      if (profile.pullsConfiguration) await updateSettings(session, initial);
      for (const folder of session.folders.all()) {
        if (folder.settings.diagnosticMode === 'workspace') session.reanalyse(folder);
      }
    });
    return {
      capabilities: serverCapabilities(profile, initial),
      serverInfo: { name: 'leashlint', version: options.version },
    };
  });
  texts.listen(connection);
  connection.listen();
}

function answerRequests(session: Session): void {
  const { connection, profile, pullsClosedFiles } = session;
  connection.onCodeAction(async (params, token) => [...(await codeAction(session, params, token))]);
  connection.onHover((params) => hover(session, params));
  connection.onExecuteCommand((params, token) => executeCommand(session, params, token));
  connection.onDidChangeWatchedFiles((params) => {
    didChangeWatchedFiles(session, params);
  });
  connection.onShutdown(() => {
    session.ending = true;
    session.loop.dispose();
    session.analyst.dispose();
    session.showResults();
  });
  if (profile.transport === 'push') {
    publishResults(session, 'all');
    return;
  }
  const pulled: PulledIds = new Map();
  refreshStale(session, pulled);
  connection.languages.diagnostics.on((params, token) => documentDiagnostic(session, pulled, params, token));
  if (!pullsClosedFiles) publishResults(session, 'closed');
  connection.languages.diagnostics.onWorkspace((params, token, _progress, partial) =>
    workspaceDiagnostic(session, params, token, partial),
  );
}

async function register({ connection, profile }: Session): Promise<void> {
  if (profile.registersWatchers) {
    const watchers = watchedGlobs.map((globPattern) => ({ globPattern }));
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }
  if (profile.registersConfiguration) {
    await connection.client.register(DidChangeConfigurationNotification.type, { section: 'leashlint' });
  }
}

/** Clients of before version 3.6 send a root only. */
function initialFolders(params: InitializeParams): readonly Pick<WorkspaceFolder, 'uri'>[] {
  if (params.workspaceFolders && params.workspaceFolders.length > 0) return params.workspaceFolders;
  const { rootUri } = params as { readonly rootUri?: string | null };
  return rootUri ? [{ uri: rootUri }] : [];
}
