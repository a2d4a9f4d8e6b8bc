import {
  CreateFile,
  type OptionalVersionedTextDocumentIdentifier,
  type SnippetTextEdit,
  TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { LocatedFix } from '../analysis/analyst.js';
import type { ClientProfile } from '../client-profile.js';
import { groupBy } from './group-by.js';

/** The files of an edit as the client knows them, by path relative to the folder. */
export interface EditTarget {
  uri(path: string): string;
  /** Version of the document now; undefined when it is not open. */
  version(path: string): number | undefined;
}

/**
 * Edits in the richest form that the client takes: versioned, so that it refuses them when the text has moved on. A new
 * file is left out for clients that cannot create one.
 */
export function workspaceEdit(
  profile: ClientProfile,
  target: EditTarget,
  fix: Pick<LocatedFix, 'edits' | 'appends'>,
): WorkspaceEdit {
  const created = new Set(fix.appends.filter((one) => !one.exists).map((one) => one.path));
  const possible = fix.edits.filter(({ path }) => profile.createFiles || !created.has(path));
  const changes = [...groupBy(possible, (edit) => edit.path)].map(([path, own]) => ({
    document: { uri: target.uri(path), version: target.version(path) ?? null },
    edits: own.map(({ range, newText }): TextEdit => ({ range, newText })),
  }));
  if (!profile.documentChanges) {
    return { changes: Object.fromEntries(changes.map(({ document, edits }) => [document.uri, edits])) };
  }
  const creations = profile.createFiles ? [...created] : [];
  return {
    documentChanges: [
      ...creations.map((path) => CreateFile.create(target.uri(path), { ignoreIfExists: true })),
      ...changes.map(({ document, edits }) => TextDocumentEdit.create(document, edits)),
    ],
  };
}

/** One versioned insertion whose tab stops the person fills in, or plain text for clients without snippets. */
export function snippetEdit(
  profile: ClientProfile,
  document: OptionalVersionedTextDocumentIdentifier,
  { range }: Pick<TextEdit, 'range'>,
  text: { readonly snippet: string; readonly plain: string },
): WorkspaceEdit {
  if (profile.snippetEdits) {
    const edit: SnippetTextEdit = { range, snippet: { kind: 'snippet', value: text.snippet } };
    return { documentChanges: [TextDocumentEdit.create(document, [edit])] };
  }
  const edit: TextEdit = { range, newText: text.plain };
  return profile.documentChanges
    ? { documentChanges: [TextDocumentEdit.create(document, [edit])] }
    : { changes: { [document.uri]: [edit] } };
}
