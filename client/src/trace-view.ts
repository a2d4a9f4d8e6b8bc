import * as vscode from 'vscode';

/** From source to sink, as the server sends it. */
export interface Trace {
  readonly rule: string;
  readonly message: string;
  readonly steps: readonly TraceStep[];
}

interface TraceStep {
  readonly uri: string;
  readonly path: string;
  readonly range: { readonly start: ProtocolPosition; readonly end: ProtocolPosition };
  readonly message: string;
}

interface ProtocolPosition {
  readonly line: number;
  readonly character: number;
}

interface Numbered {
  readonly number: number;
  readonly step: TraceStep;
}

export interface TraceView {
  dispose(): void;
  show(trace: Trace): Promise<void>;
}

/** A tree of one trace; its steps carry the same numbers in the editors as long as it is shown. */
export function createTraceView(): TraceView {
  const changed = new vscode.EventEmitter<undefined>();
  let steps: readonly Numbered[] = [];
  const provider: vscode.TreeDataProvider<Numbered> = {
    onDidChangeTreeData: changed.event,
    getChildren: (parent) => (parent === undefined ? [...steps] : []),
    getParent: () => undefined,
    getTreeItem: treeItem,
  };
  const view = vscode.window.createTreeView('leashlint.trace', { treeDataProvider: provider });
  const badge = vscode.window.createTextEditorDecorationType({
    before: {
      color: new vscode.ThemeColor('badge.foreground'),
      backgroundColor: new vscode.ThemeColor('badge.background'),
      margin: '0 0.4em 0 0',
    },
  });
  const decorate = (): void => {
    for (const editor of vscode.window.visibleTextEditors) {
      const uri = editor.document.uri.toString();
      const own = steps.filter(({ step }) => vscode.Uri.parse(step.uri).toString() === uri);
      editor.setDecorations(
        badge,
        own.map(({ number, step }) => ({
          range: rangeOf(step),
          hoverMessage: step.message,
          renderOptions: { before: { contentText: ` ${number} ` } },
        })),
      );
    }
  };
  const clear = (): void => {
    steps = [];
    changed.fire(undefined);
    decorate();
    void vscode.commands.executeCommand('setContext', 'leashlint.hasTrace', false);
  };

  const parts = vscode.Disposable.from(
    view,
    badge,
    changed,
    vscode.window.onDidChangeVisibleTextEditors(decorate),
    // Numbers on a changed text would point at the wrong places.
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const uri = document.uri.toString();
      if (contentChanges.length > 0 && steps.some(({ step }) => vscode.Uri.parse(step.uri).toString() === uri)) clear();
    }),
  );
  return {
    async show(trace) {
      steps = trace.steps.map((step, index) => ({ number: index + 1, step }));
      view.message = trace.message;
      view.description = trace.rule;
      await vscode.commands.executeCommand('setContext', 'leashlint.hasTrace', true);
      changed.fire(undefined);
      decorate();
      const [first] = steps;
      if (first !== undefined) await view.reveal(first, { select: true, focus: true });
    },
    dispose: () => void parts.dispose(),
  };
}

function treeItem({ number, step }: Numbered): vscode.TreeItem {
  const item = new vscode.TreeItem(`${number}. ${step.message}`);
  item.description = `${step.path}:${step.range.start.line + 1}`;
  item.iconPath = new vscode.ThemeIcon('debug-step-over');
  item.command = {
    command: 'vscode.open',
    title: 'Go to step',
    arguments: [vscode.Uri.parse(step.uri), { selection: rangeOf(step), preserveFocus: true }],
  };
  return item;
}

function rangeOf({ range: { start, end } }: TraceStep): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
