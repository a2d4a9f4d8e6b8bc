import * as vscode from 'vscode';
import type { Server } from '../server.js';
import { versionOf } from '../version.js';

/** What a bug report needs; nothing of the analysed code. */
export async function copyDebugInfo(context: vscode.ExtensionContext, server: Server): Promise<void> {
  const { status, failure } = server;
  const lines = [
    `leashlint ${versionOf(context)}`,
    `${vscode.env.appName} ${vscode.version}, ${process.platform} ${process.arch}, node ${process.versions.node}`,
    `trusted: ${vscode.workspace.isTrusted}, remote: ${vscode.env.remoteName ?? 'no'}, folders: ${vscode.workspace.workspaceFolders?.length ?? 0}`,
    `server: ${failure ?? 'running'}`,
    ...(status?.folders ?? []).map(({ config, files, findings, problems }) =>
      [`config ${config ?? 'defaults'}`, `${files} files`, `${findings} findings`, ...problems].join(', '),
    ),
    `last analysis: ${Math.round(status?.milliseconds ?? 0)} ms`,
    `settings: ${JSON.stringify(vscode.workspace.getConfiguration('leashlint'))}`,
  ];
  await vscode.env.clipboard.writeText(lines.join('\n'));
  vscode.window.setStatusBarMessage('leashlint: debug information copied', 5000);
}
