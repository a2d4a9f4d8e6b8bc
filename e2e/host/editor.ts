import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { source, type QuickFix } from 'e2e-expectations';

const patience = 60_000;

export function sampleUri(file: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'a folder is open');
  return vscode.Uri.joinPath(folder.uri, file);
}

/** Opens a sample in the editor area and gives its document. */
export async function openSample(file: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(sampleUri(file));
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** Leaves no editor open and no change on a sample. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    if (!document.isDirty) continue;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Calls `probe` until it gives a value. */
export async function eventually<T>(what: string, probe: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const value = await probe();
    if (value !== undefined) return value;
    assert.ok(Date.now() < end, `waited ${patience / 1000} s in vain for ${what}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

export function findings(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter((one) => one.source === source);
}

/** The rule id of a diagnostic, whether or not it carries a link. */
export function ruleOf(diagnostic: vscode.Diagnostic): string {
  const { code } = diagnostic;
  return String(typeof code === 'object' ? code.value : code);
}

/** Line of a text that must stand exactly once in a document: a table row that is ambiguous proves nothing. */
export function lineOf(document: vscode.TextDocument, text: string): number {
  const parts = document.getText().split(text);
  assert.equal(parts.length, 2, `"${text}" stands ${parts.length - 1} times in ${document.fileName}`);
  return document.positionAt(parts[0]?.length ?? 0).line;
}

/** Waits for a rule's finding on a line. */
export function finding(document: vscode.TextDocument, rule: string, line: number): Promise<vscode.Diagnostic> {
  const here = (one: vscode.Diagnostic) => ruleOf(one) === rule && one.range.start.line === line;
  return eventually(`${rule} on line ${line + 1} of ${document.fileName}`, () => findings(document).find(here));
}

export async function openAtFinding(row: Pick<QuickFix, 'file' | 'rule' | 'at'>) {
  const document = await openSample(row.file);
  const diagnostic = await finding(document, row.rule, lineOf(document, row.at));
  return { document, diagnostic };
}

export async function codeActions(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  const resolve = 100;
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    kind.value,
    resolve,
  );
}

/** Applies an action as the editor does: its edit first, then its command. */
export async function apply(action: vscode.CodeAction): Promise<void> {
  assert.ok(action.edit ?? action.command, `"${action.title}" must have an effect`);
  if (action.edit) assert.ok(await vscode.workspace.applyEdit(action.edit), `"${action.title}" could not be applied`);
  const { command } = action;
  if (command) await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
}

interface Manifest {
  readonly publisher: string;
  readonly name: string;
  readonly contributes?: { readonly commands?: readonly { readonly command: string }[] };
}

/** Manifest of the extension under test. */
export function manifest(): Manifest {
  const folder = process.env.LEASHLINT_E2E_EXTENSION;
  assert.ok(folder, 'LEASHLINT_E2E_EXTENSION names the folder of the extension');
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}
