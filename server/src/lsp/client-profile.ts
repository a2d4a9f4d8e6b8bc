import type { InitializeParams } from 'vscode-languageserver/node';

/** What the client can do, read once from its capabilities. No feature asks for the client's name. */
export interface ClientProfile {
  /** Pull needs refresh too: without it a change in one file leaves stale findings in another. */
  readonly transport: 'pull' | 'push';
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly tags: boolean;
  readonly documentChanges: boolean;
  readonly createFiles: boolean;
  readonly snippetEdits: boolean;
  readonly markdownHover: boolean;
  readonly progress: boolean;
  readonly pullsConfiguration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly opensDocuments: boolean;
  readonly workspaceFolders: boolean;
  /** The client shows the state of the server and asks for `leashlint/status` notifications. */
  readonly status: boolean;
  /** The client has a command `leashlint.showTrace` that takes a document URI and a fingerprint. */
  readonly showsTraces: boolean;
}

export function clientProfile({ capabilities }: Pick<InitializeParams, 'capabilities'>): ClientProfile {
  const { textDocument, workspace, window } = capabilities;
  const published = textDocument?.publishDiagnostics;
  const pulled = textDocument?.diagnostic;
  const pull = pulled !== undefined && workspace?.diagnostics?.refreshSupport === true;
  const fields = pull ? { ...published, ...pulled } : published;
  const edit = workspace?.workspaceEdit;
  const own = ownCapabilities(capabilities.experimental);
  return {
    transport: pull ? 'pull' : 'push',
    relatedInformation: fields?.relatedInformation === true,
    codeDescription: fields?.codeDescriptionSupport === true,
    tags: fields?.tagSupport !== undefined,
    documentChanges: edit?.documentChanges === true,
    createFiles: edit?.documentChanges === true && edit.resourceOperations?.includes('create') === true,
    snippetEdits: edit?.documentChanges === true && edit.snippetEditSupport === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    progress: window?.workDoneProgress === true,
    pullsConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    opensDocuments: window?.showDocument?.support === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    status: own.status === true,
    showsTraces: own.showTrace === true,
  };
}

function ownCapabilities(experimental: unknown): { readonly status?: unknown; readonly showTrace?: unknown } {
  if (typeof experimental !== 'object' || experimental === null || !('leashlint' in experimental)) return {};
  const own = experimental.leashlint;
  return typeof own === 'object' && own !== null ? own : {};
}
