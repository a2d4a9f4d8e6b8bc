import * as vscode from 'vscode';
import { copyDebugInfo } from './commands/copy-debug-info.js';
import { openRulePage } from './commands/open-rule-page.js';
import { openSample } from './commands/open-sample.js';
import { scanWorkspace } from './commands/scan-workspace.js';
import { showEffectiveConfig } from './commands/show-effective-config.js';
import { showTrace } from './commands/show-trace.js';
import { createServer } from './server.js';
import { createStatusItem } from './status-item.js';
import { createTraceView } from './trace-view.js';
import { versionOf } from './version.js';
import { createVirtualDocuments } from './virtual-documents.js';

/** Commands are registered before the server starts, so that the palette never fails. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const log = vscode.window.createOutputChannel('leashlint', { log: true });
  const server = createServer(context, log);
  const status = createStatusItem(server, versionOf(context));
  const documents = createVirtualDocuments();
  const traces = createTraceView();

  const command = (name: string, run: (...args: unknown[]) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(`leashlint.${name}`, run);
  context.subscriptions.push(
    log,
    server,
    status,
    documents,
    traces,
    command('scanWorkspace', () => scanWorkspace(server)),
    command('showEffectiveConfig', () => showEffectiveConfig(server, documents)),
    command('restart', () => server.restart()),
    command('openRulePage', (rule) => openRulePage(server, documents, rule)),
    command('showTrace', (uri, fingerprint) => showTrace(server, traces, uri, fingerprint)),
    command('copyDebugInfo', () => copyDebugInfo(context, server)),
    command('openSample', () => openSample(context)),
  );
  await server.start();
}
