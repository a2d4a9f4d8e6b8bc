import * as vscode from 'vscode';
import { findingsAtCursor, fingerprintOf, ruleOf } from '../findings.js';
import type { Server } from '../server.js';
import type { Trace, TraceView } from '../trace-view.js';

/** Opens the path of a finding as a tree, with its steps numbered in the editors. */
export async function showTrace(server: Server, view: TraceView, uri: unknown, fingerprint: unknown): Promise<void> {
  const given = typeof uri === 'string' && typeof fingerprint === 'string' ? { uri, fingerprint } : await pickFinding();
  if (given === undefined) return;
  const trace = await server.request<Trace | null>('trace', given.uri, given.fingerprint);
  if (trace && trace.steps.length > 0) await view.show(trace);
  else void vscode.window.showInformationMessage('This finding has no path to show.');
}

async function pickFinding(): Promise<{ readonly uri: string; readonly fingerprint: string } | undefined> {
  const { here, all } = findingsAtCursor();
  const items = (here.length > 0 ? here : all).flatMap((diagnostic) => {
    const fingerprint = fingerprintOf(diagnostic);
    return fingerprint === undefined
      ? []
      : [{ label: ruleOf(diagnostic), description: diagnostic.message, fingerprint }];
  });
  const picked = items.length === 1 ? items[0] : await vscode.window.showQuickPick(items, { placeHolder: 'Finding' });
  const uri = vscode.window.activeTextEditor?.document.uri.toString();
  return picked === undefined || uri === undefined ? undefined : { uri, fingerprint: picked.fingerprint };
}
