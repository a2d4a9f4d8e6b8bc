import * as vscode from 'vscode';

/** Opens a fresh copy of a small vulnerable agent, so that there is something to try fixes on. */
export async function openSample({ extensionUri, globalStorageUri }: vscode.ExtensionContext): Promise<void> {
  const copy = vscode.Uri.joinPath(globalStorageUri, 'sample', 'agent.ts');
  await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(globalStorageUri, 'sample'));
  const original = vscode.Uri.joinPath(extensionUri, 'client', 'media', 'walkthrough', 'agent.ts.txt');
  await vscode.workspace.fs.copy(original, copy, { overwrite: true });
  await vscode.window.showTextDocument(copy);
}
