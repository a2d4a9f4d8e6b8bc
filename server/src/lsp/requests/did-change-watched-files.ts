import { type DidChangeWatchedFilesParams, FileChangeType } from 'vscode-languageserver/node';
import { fileRole } from '../file-role.js';
import { pathOfUri, relativeTo } from '../paths.js';
import type { Session } from '../session.js';

/** Takes in what happened on disk. The text of an open document is the editor's, whatever the disk says. */
export function didChangeWatchedFiles(session: Session, { changes }: DidChangeWatchedFilesParams): void {
  const touched = new Set<ReturnType<typeof session.folders.of>>();
  for (const { uri, type } of changes) {
    const path = pathOfUri(uri);
    const role = path === undefined ? undefined : fileRole(path);
    if (path === undefined || role === undefined) continue;
    // A manifest or configuration above a nested folder concerns the files in it as well.
    for (const folder of session.folders.all()) {
      const relative = relativeTo(folder.root, path);
      if (relative === undefined) continue;
      if (type === FileChangeType.Changed && session.documents.isOpen(path) && role !== 'config') continue;
      folder.pending.changed.add(relative);
      folder.pending.relist ||= type !== FileChangeType.Changed || role === 'ignore';
      folder.pending.reconfigure ||= role === 'config' || role === 'context';
      touched.add(folder);
    }
  }
  for (const folder of touched) session.reanalyse(folder);
}
