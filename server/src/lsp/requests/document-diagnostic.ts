import {
  type CancellationToken,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver/node';
import { pathOfUri } from '../paths.js';
import type { Session } from '../session.js';

/** Result ids that the client holds, by path. A refresh is due when one of them is out of date. */
export type PulledIds = Map<string, string>;

/** Answers with the findings of the text as it is now. */
export async function documentDiagnostic(
  session: Session,
  pulled: PulledIds,
  { textDocument, previousResultId }: DocumentDiagnosticParams,
  token: CancellationToken,
): Promise<DocumentDiagnosticReport> {
  const path = pathOfUri(textDocument.uri);
  if (path === undefined) return { kind: 'full', items: [] };
  await session.settled(token);
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
  if (!session.documents.isOpen(path) && !(session.pullsClosedFiles && session.results.closedFiles().includes(path))) {
    pulled.delete(path);
    return { kind: 'full', items: [] };
  }
  const { id, items } = session.results.file(path);
  pulled.set(path, id);
  return previousResultId === id
    ? { kind: 'unchanged', resultId: id }
    : { kind: 'full', resultId: id, items: [...items] };
}
