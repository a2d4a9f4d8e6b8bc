import { type TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { pathOfUri, uriOfPath } from './paths.js';

/** Open documents by path. Editors write one path as different URIs; the client's own spelling is kept for answers. */
export interface OpenDocuments {
  isOpen(path: string): boolean;
  get(path: string): TextDocument | undefined;
  paths(): readonly string[];
  /** The client's URI of an open document, ours for any other file. */
  uriOf(path: string): string;
}

export function openDocuments(documents: TextDocuments<TextDocument>): OpenDocuments {
  const uris = new Map<string, string>();
  documents.onDidOpen(({ document }) => {
    const path = pathOfUri(document.uri);
    if (path !== undefined) uris.set(path, document.uri);
  });
  documents.onDidClose(({ document }) => {
    const path = pathOfUri(document.uri);
    if (path !== undefined) uris.delete(path);
  });
  const get = (path: string): TextDocument | undefined => {
    const uri = uris.get(path);
    return uri === undefined ? undefined : documents.get(uri);
  };
  return {
    isOpen: (path) => uris.has(path),
    get,
    paths: () => [...uris.keys()],
    uriOf: (path) => uris.get(path) ?? uriOfPath(path),
  };
}
