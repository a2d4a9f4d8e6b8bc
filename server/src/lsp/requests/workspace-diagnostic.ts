import {
  type CancellationToken,
  LSPErrorCodes,
  ResponseError,
  type ResultProgressReporter,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import { pathOfUri } from '../paths.js';
import type { Session } from '../session.js';

/** Files in one partial result. */
const batch = 50;

/**
 * Findings of closed files. Open documents are left to `textDocument/diagnostic`. Clients such as VS Code ask again two
 * seconds after every answer, so a request without news is held until there is some; one without a partial result token
 * comes from a client that asks on demand, and is answered at once.
 */
export async function workspaceDiagnostic(
  session: Session,
  { previousResultIds }: WorkspaceDiagnosticParams,
  token: CancellationToken,
  partial: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined,
): Promise<WorkspaceDiagnosticReport> {
  const previous = new Map(previousResultIds.map(({ uri, value }) => [pathOfUri(uri) ?? uri, value]));
  for (;;) {
    await session.settled(token);
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    const items = changedReports(session, previous);
    if (items.length > 0 || partial === undefined || session.ending) return inBatches(items, partial);
    await nextResults(session, token);
  }
}

function changedReports(
  { documents, results }: Session,
  previous: ReadonlyMap<string, string>,
): readonly WorkspaceDocumentDiagnosticReport[] {
  const closed = new Set(results.closedFiles());
  const gone = [...previous.keys()].filter((path) => !closed.has(path) && !documents.isOpen(path));
  const reports = [...closed].map((path) => ({ path, ...results.file(path) }));
  return [...reports, ...gone.map((path) => ({ path, id: '', items: [] }))]
    .filter(({ path, id }) => previous.get(path) !== id)
    .map(({ path, id, items }) => ({
      kind: 'full',
      uri: documents.uriOf(path),
      version: null,
      ...(id === '' ? {} : { resultId: id }),
      items: [...items],
    }));
}

function inBatches(
  items: readonly WorkspaceDocumentDiagnosticReport[],
  partial: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined,
): WorkspaceDiagnosticReport {
  if (partial === undefined) return { items: [...items] };
  for (let at = 0; at < items.length; at += batch) partial.report({ items: items.slice(at, at + batch) });
  return { items: [] };
}

async function nextResults({ onResults }: Session, token: CancellationToken): Promise<void> {
  let stop: (() => void) | undefined;
  await new Promise<void>((resolve) => {
    stop = onResults(resolve);
    token.onCancellationRequested(() => {
      resolve();
    });
  });
  stop?.();
}
