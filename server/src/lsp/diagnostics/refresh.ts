import type { PulledIds } from '../requests/document-diagnostic.js';
import type { Session } from '../session.js';

/**
 * Asks a pulling client to pull again when an analysis changed the findings of a document that the client will not ask
 * about by itself: a change in one file moves findings in another.
 */
export function refreshStale({ connection, documents, loop, onResults, results }: Session, pulled: PulledIds): void {
  let asked = false;
  onResults(() => {
    for (const path of pulled.keys()) if (!documents.isOpen(path)) pulled.delete(path);
    if (asked) return;
    asked = true;
    // Pulls that wait for this analysis are answered first and are up to date then.
    void loop.settled().then(() =>
      setImmediate(() => {
        asked = false;
        const stale = [...pulled].some(([path, id]) => documents.isOpen(path) && results.file(path).id !== id);
        if (stale) connection.languages.diagnostics.refresh().catch(() => undefined);
      }),
    );
  });
}
