import * as vscode from 'vscode';

const scheme = 'leashlint';

/** Read-only documents that the extension shows: configurations in force and rule pages. */
export interface VirtualDocuments {
  dispose(): void;
  /** `name` decides the language by its extension. */
  show(name: string, text: string): Promise<void>;
  preview(name: string, markdown: string): Promise<void>;
}

export function createVirtualDocuments(): VirtualDocuments {
  const texts = new Map<string, string>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: ({ path }) => texts.get(path) ?? '',
  });
  const put = (name: string, text: string): vscode.Uri => {
    const uri = vscode.Uri.from({ scheme, path: `/${name}` });
    texts.set(uri.path, text);
    changed.fire(uri);
    return uri;
  };
  return {
    async show(name, text) {
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(put(name, text)), { preview: true });
    },
    async preview(name, markdown) {
      await vscode.commands.executeCommand('markdown.showPreview', put(name, markdown));
    },
    dispose() {
      provider.dispose();
      changed.dispose();
    },
  };
}
