import * as vscode from 'vscode';
import { type ServerOptions, TransportKind } from 'vscode-languageclient/node';

/**
 * The bundled server, or the one that the user installed. Only a machine setting names it, and never that of an
 * untrusted workspace.
 */
export function serverOptions(context: vscode.ExtensionContext): ServerOptions {
  const path = vscode.workspace.getConfiguration('leashlint').get<string>('server.path', '').trim();
  if (path === '') {
    const module = context.asAbsolutePath('dist/server.cjs');
    return {
      run: { module, transport: TransportKind.ipc },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6119'] } },
    };
  }
  return /\.[cm]?js$/.test(path)
    ? { module: path, args: ['lsp'], transport: TransportKind.stdio }
    : { command: path, args: ['lsp'], transport: TransportKind.stdio };
}
