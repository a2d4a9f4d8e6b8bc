import * as vscode from 'vscode';

/** Our diagnostics in the active editor. */
export function findingsAtCursor(): {
  readonly here: readonly vscode.Diagnostic[];
  readonly all: readonly vscode.Diagnostic[];
} {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return { here: [], all: [] };
  const all = vscode.languages.getDiagnostics(editor.document.uri).filter((one) => one.source === 'leashlint');
  return { here: all.filter(({ range }) => range.intersection(editor.selection) !== undefined), all };
}

export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** What the server sent along; the client library keeps it on the diagnostic. */
export function fingerprintOf(diagnostic: vscode.Diagnostic): string | undefined {
  const { data } = diagnostic as vscode.Diagnostic & { readonly data?: { readonly fingerprint?: unknown } };
  return typeof data?.fingerprint === 'string' ? data.fingerprint : undefined;
}
