import * as vscode from 'vscode';
import { findingsAtCursor, ruleOf } from '../findings.js';
import type { Server } from '../server.js';
import type { VirtualDocuments } from '../virtual-documents.js';

/** Shows the page of a rule: the given one, or one of those reported at the cursor, else anywhere in the file. */
export async function openRulePage(server: Server, documents: VirtualDocuments, given: unknown): Promise<void> {
  const rule = typeof given === 'string' ? given : await pickRule();
  if (rule === undefined) return;
  const page = await server.request<string | null>('rulePage', rule);
  if (page) await documents.preview(`rules/${rule}.md`, page);
  else void vscode.window.showInformationMessage(`There is no page for ${rule}.`);
}

async function pickRule(): Promise<string | undefined> {
  const { here, all } = findingsAtCursor();
  const rules = [...new Set((here.length > 0 ? here : all).map(ruleOf))];
  if (rules.length === 1) return rules[0];
  return vscode.window.showQuickPick(rules, { placeHolder: 'Rule to read about' });
}
