import type { WorkspaceFoldersChangeEvent } from 'vscode-languageserver/node';
import { pathOfUri, relativeTo } from '../paths.js';
import type { Session } from '../session.js';
import type { Settings } from '../settings.js';
import { updateSettings } from './did-change-configuration.js';

/** Open documents move to the folder that is nearest now. */
export async function didChangeWorkspaceFolders(
  session: Session,
  { added, removed }: WorkspaceFoldersChangeEvent,
  initial: Settings,
): Promise<void> {
  const { analyst, documents, folders } = session;
  const before = new Map(documents.paths().map((path) => [path, folders.find(path)]));
  for (const { uri } of removed) {
    const gone = folders.remove(pathOfUri(uri) ?? '');
    if (gone !== undefined) analyst.close(gone.root);
  }
  for (const { uri } of added) {
    const root = pathOfUri(uri);
    if (root === undefined) continue;
    folders.remove(root);
    analyst.close(root);
    folders.add(root, uri, session.settings);
  }
  for (const [path, old] of before) {
    const folder = folders.of(path);
    const document = documents.get(path);
    if (folder === old || document === undefined) continue;
    if (old !== undefined && folders.all().includes(old)) {
      old.pending.buffers.set(relativeTo(old.root, path) ?? path, { text: undefined, version: undefined });
      session.reanalyse(old);
    }
    folder.pending.buffers.set(relativeTo(folder.root, path) ?? path, {
      text: document.getText(),
      version: document.version,
    });
    session.reanalyse(folder);
  }
  for (const folder of folders.all()) if (folder.settings.diagnosticMode === 'workspace') session.reanalyse(folder);
  await updateSettings(session, initial);
}
