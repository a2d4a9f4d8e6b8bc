import type { TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { documentRole, fileRole } from './file-role.js';
import { parentOf, pathOfUri, relativeTo } from './paths.js';
import type { Session } from './session.js';

/** Turns what happens to open documents into pending work of their folders. */
export function followDocuments(session: Session, texts: TextDocuments<TextDocument>): void {
  const take = (document: TextDocument, text: string | undefined): void => {
    const path = pathOfUri(document.uri);
    if (path === undefined) return;
    const role = text === undefined ? fileRole(path) : documentRole(path, text);
    // What was of interest once is followed until it is closed, or its findings would stay.
    if (role === undefined && !isKnown(session, path)) return;
    const folder = session.folders.of(path);
    const relative = relativeTo(folder.root, path) ?? path;
    folder.pending.buffers.set(relative, { text, version: text === undefined ? undefined : document.version });
    folder.pending.reconfigure ||= role === 'config';
    session.reanalyse(folder);
  };
  const waitsForSave = (document: TextDocument): boolean => {
    const path = pathOfUri(document.uri);
    return path !== undefined && session.folders.find(path)?.settings.run === 'onSave';
  };

  session.analyst.onLost(() => {
    for (const document of texts.all()) take(document, document.getText());
    for (const folder of session.folders.all()) session.reanalyse(folder);
  });
  texts.onDidChangeContent(({ document }) => {
    // The first change event of a document is its opening.
    const path = pathOfUri(document.uri);
    const known = path !== undefined && isKnown(session, path);
    if (!known || !waitsForSave(document)) take(document, document.getText());
  });
  texts.onDidSave(({ document }) => {
    take(document, document.getText());
  });
  texts.onDidClose(({ document }) => {
    take(document, undefined);
    dropLooseFolder(session, document.uri);
  });
}

function isKnown({ folders }: Session, path: string): boolean {
  const folder = folders.find(path);
  const relative = folder && relativeTo(folder.root, path);
  if (folder === undefined || relative === undefined) return false;
  return folder.pending.buffers.get(relative)?.text !== undefined || folder.versions.has(relative);
}

/** Nothing is kept of a folder that was only there for a file. */
function dropLooseFolder({ analyst, documents, folders, showResults }: Session, uri: string): void {
  const path = pathOfUri(uri);
  const folder = path === undefined ? undefined : folders.find(path);
  if (folder === undefined || folder.uri !== undefined || path === undefined) return;
  if (documents.paths().some((one) => parentOf(one) === folder.root)) return;
  folders.remove(folder.root);
  analyst.close(folder.root);
  showResults();
}
