import * as vscode from 'vscode';
import {
  type ClientCapabilities,
  LanguageClient,
  type LanguageClientOptions,
  type StaticFeature,
} from 'vscode-languageclient/node';
import { documentSelector } from './document-selector.js';
import { serverOptions } from './server-options.js';

/** The language server as the commands see it. */
export interface Server {
  dispose(): void;
  start(): Promise<void>;
  restart(): Promise<void>;
  /** Runs a command of the server, starting it if need be. */
  request<T>(command: string, ...args: readonly unknown[]): Promise<T | undefined>;
  readonly status: Status | undefined;
  readonly onStatus: vscode.Event<Status | undefined>;
  /** Why there is no server; undefined while there is one. */
  readonly failure: string | undefined;
}

/** As `leashlint/status` brings it. */
export interface Status {
  readonly busy: boolean;
  readonly milliseconds: number;
  readonly folders: readonly {
    readonly root: string;
    readonly config: string | null;
    readonly files: number;
    readonly findings: number;
    readonly problems: readonly string[];
  }[];
}

/** Settings that are read once, when the server starts. */
const startSettings = ['leashlint.server.path', 'leashlint.diagnosticMode'];

export function createServer(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): Server {
  const changed = new vscode.EventEmitter<Status | undefined>();
  let client: LanguageClient | undefined;
  let starting: Promise<void> | undefined;
  let status: Status | undefined;
  let failure: string | undefined;

  const report = (next: Status | undefined): void => {
    status = next;
    changed.fire(next);
  };

  const launch = async (): Promise<void> => {
    client = new LanguageClient('leashlint', 'leashlint', serverOptions(context), clientOptions(log));
    client.registerFeature(ownCapabilities);
    client.onNotification('leashlint/status', report);
    try {
      await client.start();
      failure = undefined;
    } catch (error) {
      failure = error instanceof Error ? error.message : String(error);
      log.error(failure);
      const choice = await vscode.window.showErrorMessage(`leashlint could not start: ${failure}`, 'Show Log');
      if (choice !== undefined) log.show();
    }
    report(undefined);
  };
  const stop = async (): Promise<void> => {
    await starting;
    const old = client;
    client = undefined;
    starting = undefined;
    if (old?.isRunning()) await old.stop();
    await old?.dispose();
  };
  const start = (): Promise<void> => (starting ??= launch());
  const restart = async (): Promise<void> => {
    await stop();
    await start();
  };

  const settings = vscode.workspace.onDidChangeConfiguration((event) => {
    if (client !== undefined && startSettings.some((setting) => event.affectsConfiguration(setting))) void restart();
  });

  return {
    start,
    restart,
    async request<T>(command: string, ...args: readonly unknown[]) {
      await start();
      if (!client?.isRunning()) return undefined;
      return client.sendRequest<T>('workspace/executeCommand', {
        command: `leashlint.server.${command}`,
        arguments: args,
      });
    },
    get status() {
      return status;
    },
    get failure() {
      return failure;
    },
    onStatus: changed.event,
    dispose() {
      settings.dispose();
      changed.dispose();
      void stop();
    },
  };
}

function clientOptions(outputChannel: vscode.LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector,
    outputChannel,
    // The configuration object carries functions, which no message can.
    initializationOptions: JSON.parse(JSON.stringify(vscode.workspace.getConfiguration('leashlint'))) as unknown,
    diagnosticCollectionName: 'leashlint',
    diagnosticPullOptions: { onChange: true, onSave: true, onTabs: true },
    markdown: { supportHtml: false },
  };
}

/** Tells the server what only this client does. */
const ownCapabilities: StaticFeature = {
  fillClientCapabilities(capabilities: ClientCapabilities) {
    capabilities.experimental = {
      ...(capabilities.experimental as object | undefined),
      leashlint: { status: true, showTrace: true },
    };
  },
  initialize: () => undefined,
  getState: () => ({ kind: 'static' }),
  clear: () => undefined,
};
