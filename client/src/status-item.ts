import * as vscode from 'vscode';
import { languages } from './document-selector.js';
import type { Server, Status } from './server.js';

/** Analyses that take longer than this deserve a look at the log. */
const slow = 4000;

/** The language status item: version, configuration in force, files analysed, busy. */
export function createStatusItem(server: Server, version: string): vscode.Disposable {
  const selector = languages.map((language) => ({ language }));
  const item = vscode.languages.createLanguageStatusItem('leashlint.status', selector);
  item.name = 'leashlint';
  item.command = { command: 'leashlint.showEffectiveConfig', title: 'Configuration' };
  const show = (): void => {
    const { status, failure } = server;
    item.text = `leashlint ${version}`;
    item.busy = status?.busy === true;
    item.severity = vscode.LanguageStatusSeverity.Information;
    if (failure !== undefined) {
      item.severity = vscode.LanguageStatusSeverity.Error;
      item.detail = `not running: ${failure}`;
      return;
    }
    const folder = status && folderOf(status);
    if (status === undefined || folder === undefined) {
      item.detail = 'nothing analysed yet';
      return;
    }
    const { config, files, findings, problems } = folder;
    if (problems.length > 0 || status.milliseconds > slow) item.severity = vscode.LanguageStatusSeverity.Warning;
    item.detail = [
      config ?? 'default configuration',
      counted(files, 'file', 'files'),
      counted(findings, 'finding', 'findings'),
      ...problems.slice(0, 1),
    ].join(' · ');
  };
  show();
  return vscode.Disposable.from(item, server.onStatus(show), vscode.window.onDidChangeActiveTextEditor(show));
}

/** The folder of the active editor, else the first one. */
function folderOf({ folders }: Status): Status['folders'][number] | undefined {
  const path = vscode.window.activeTextEditor?.document.uri.fsPath.replaceAll('\\', '/').toLowerCase();
  const own = folders.filter(({ root }) => path?.startsWith(`${root.toLowerCase()}/`));
  return own.sort((a, b) => b.root.length - a.root.length)[0] ?? folders[0];
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
