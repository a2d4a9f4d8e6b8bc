import { relativeTo } from '../paths.js';
import type { Session } from '../session.js';

/**
 * Sends diagnostics that the client does not pull: `all` of them, or those of `closed` files that a scan found for a client that
 * pulls open documents. A document never gets both. Only what changed is sent.
 */
export function publishResults(session: Session, which: 'all' | 'closed'): void {
  const { connection, documents, results, onResults } = session;
  const published = new Map<string, string>();
  onResults(() => {
    const shown = new Set([...(which === 'all' ? documents.paths() : []), ...results.closedFiles()]);
    for (const path of new Set([...shown, ...published.keys()])) {
      const { id, items } = shown.has(path) ? results.file(path) : { id: undefined, items: [] };
      if (published.get(path) === id) continue;
      if (id === undefined) published.delete(path);
      else published.set(path, id);
      const version = which === 'all' ? analysedVersion(session, path) : undefined;
      void connection.sendDiagnostics({
        uri: documents.uriOf(path),
        diagnostics: [...items],
        ...(version === undefined ? {} : { version }),
      });
    }
  });
}

function analysedVersion({ documents, folders }: Session, path: string): number | undefined {
  const folder = documents.isOpen(path) ? folders.find(path) : undefined;
  return folder?.versions.get(relativeTo(folder.root, path) ?? path);
}
