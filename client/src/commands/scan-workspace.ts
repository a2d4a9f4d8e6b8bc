import * as vscode from 'vscode';
import type { Server } from '../server.js';

interface ScanResult {
  readonly files: number;
  readonly findings: number;
  readonly problems: readonly string[];
  readonly cancelled: boolean;
}

/** Analyses every file and opens the Problems view, which is where the answer stands. */
export async function scanWorkspace(server: Server): Promise<void> {
  const result = await server.request<ScanResult>('scanWorkspace');
  if (result === undefined || result.cancelled) return;
  if (result.findings > 0) await vscode.commands.executeCommand('workbench.actions.view.problems');
  const { files, findings } = result;
  vscode.window.setStatusBarMessage(`leashlint: ${findings} findings in ${files} analysed files`, 10_000);
}
