import type { CancellationToken, Connection, TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analyst, CancelFlag, Progress } from './analysis/analyst.js';
import { createAnalysisLoop, type AnalysisLoop } from './analysis-loop.js';
import type { ClientProfile } from './client-profile.js';
import { createFolders, takePending, type Folder, type Folders } from './folders.js';
import { openDocuments, type OpenDocuments } from './open-documents.js';
import { relativeTo } from './paths.js';
import { createResults, type Results } from './results.js';
import type { Settings } from './settings.js';

/** One client's connection: what it can do, what it has open, and what is known about its folders. */
export interface Session {
  readonly connection: Connection;
  readonly profile: ClientProfile;
  readonly documents: OpenDocuments;
  readonly folders: Folders;
  readonly results: Results;
  readonly analyst: Analyst;
  readonly loop: AnalysisLoop;
  /** Settings for files outside of every folder, and until a folder's own are known. */
  settings: Settings;
  /** Called after every analysis of a folder, and when what is shown changed without one; gives a way to stop. */
  readonly onResults: (listener: () => void) => () => void;
  readonly showResults: () => void;
  /** Analyses a folder again, whatever is known. */
  readonly reanalyse: (folder: Folder) => void;
  /** Resolves when the current texts are analysed; rejects never, returns early when cancelled. */
  readonly settled: (token: CancellationToken) => Promise<void>;
  /** Closed files are reported by `workspace/diagnostic`; decided once, with the capabilities. */
  readonly pullsClosedFiles: boolean;
  /** The client asked for the end: nothing is waited for any more. */
  ending: boolean;
  /** Progress of the analysis that an explicit scan started. */
  progress: Progress | undefined;
}

export interface SessionOptions {
  /** From the client's initialization. */
  readonly settings: Settings;
  /** Milliseconds without a change before an analysis starts. */
  readonly quiet: number;
  /** Milliseconds after which it starts although changes keep coming. */
  readonly patience: number;
  /** Called after each analysis with its duration in milliseconds. */
  readonly analysed?: ((milliseconds: number) => void) | undefined;
}

export function createSession(
  connection: Connection,
  texts: TextDocuments<TextDocument>,
  profile: ClientProfile,
  analyst: Analyst,
  options: SessionOptions,
): Session {
  const listeners = new Set<() => void>();
  const documents = openDocuments(texts);
  const folders = createFolders(() => session.settings);
  const showResults = (): void => {
    for (const listener of [...listeners]) listener();
  };
  const loop = createAnalysisLoop({
    quiet: options.quiet,
    patience: options.patience,
    run: (cancel) => analyseDirty(session, cancel, options.analysed),
    failed: (error) => {
      connection.console.error(
        `Analysis failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    },
  });
  const session: Session = {
    connection,
    profile,
    documents,
    folders,
    results: createResults(folders, documents, profile),
    analyst,
    loop,
    settings: options.settings,
    pullsClosedFiles: profile.transport === 'pull' && options.settings.diagnosticMode === 'workspace',
    onResults(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    showResults,
    reanalyse(folder) {
      folder.pending.dirty = true;
      loop.touch();
    },
    settled: (token) =>
      Promise.race([
        loop.settled(),
        new Promise<void>((resolve) =>
          token.onCancellationRequested(() => {
            resolve();
          }),
        ),
      ]),
    ending: false,
    progress: undefined,
  };
  return session;
}

/** False when it was cancelled: the folders that are left stay dirty. */
async function analyseDirty(
  session: Session,
  cancel: CancelFlag,
  analysed: SessionOptions['analysed'],
): Promise<boolean> {
  for (const folder of session.folders.all().filter((one) => one.pending.dirty)) {
    const only = wantedFiles(session, folder);
    if (!folder.settings.enable || only?.length === 0) {
      folder.pending.dirty = false;
      folder.analysis = undefined;
      session.showResults();
      continue;
    }
    const request = takePending(folder, only);
    const analysis = await session.analyst.analyse(request, cancel, session.progress);
    if (analysis === undefined) {
      folder.pending.dirty = true;
      return false;
    }
    if (!session.folders.all().includes(folder)) continue;
    if (only === undefined) folder.scan = 'done';
    folder.analysis = analysis;
    analysed?.(analysis.milliseconds);
    session.showResults();
  }
  return true;
}

/**
 * Files whose findings a client will see: `undefined` = the whole folder. After an explicit scan the files that had
 * findings are kept up to date; only the next scan finds new ones in closed files.
 */
function wantedFiles({ documents, folders }: Session, folder: Folder): readonly string[] | undefined {
  if (folder.scan === 'wanted' || folder.settings.diagnosticMode === 'workspace') return undefined;
  const open = documents
    .paths()
    .filter((path) => folders.find(path) === folder)
    .map((path) => relativeTo(folder.root, path))
    .filter((path) => path !== undefined)
    // Editors show data files that are none of our business.
    .filter((path) => folder.pending.buffers.has(path) || folder.versions.has(path));
  const found = folder.scan === 'done' ? Object.keys(folder.analysis?.files ?? {}) : [];
  return [...new Set([...open, ...found])].sort();
}

/** The folder of a path and the path in it. */
export function placeOf(session: Session, path: string): { readonly folder: Folder; readonly relative: string } {
  const folder = session.folders.of(path);
  return { folder, relative: relativeTo(folder.root, path) ?? path };
}
