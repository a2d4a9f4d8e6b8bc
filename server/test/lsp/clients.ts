import type { ClientCapabilities } from 'vscode-languageserver/node';

/** What well-known editors say that they can do, as far as it decides about an answer. */
export const clients = {
  'Visual Studio Code': {
    textDocument: {
      publishDiagnostics: {
        relatedInformation: true,
        codeDescriptionSupport: true,
        dataSupport: true,
        versionSupport: true,
        tagSupport: { valueSet: [1, 2] },
      },
      diagnostic: {
        dynamicRegistration: true,
        relatedInformation: true,
        codeDescriptionSupport: true,
        dataSupport: true,
        tagSupport: { valueSet: [1, 2] },
      },
      hover: { contentFormat: ['markdown', 'plaintext'] },
      codeAction: { isPreferredSupport: true, dataSupport: true },
    },
    workspace: {
      configuration: true,
      workspaceFolders: true,
      didChangeConfiguration: { dynamicRegistration: true },
      didChangeWatchedFiles: { dynamicRegistration: true },
      diagnostics: { refreshSupport: true },
      workspaceEdit: {
        documentChanges: true,
        resourceOperations: ['create', 'rename', 'delete'],
        snippetEditSupport: true,
      },
    },
    window: { workDoneProgress: true, showDocument: { support: true } },
    experimental: { leashlint: { status: true, showTrace: true } },
  },
  Neovim: {
    textDocument: {
      publishDiagnostics: { relatedInformation: true, dataSupport: true, tagSupport: { valueSet: [1, 2] } },
      diagnostic: {
        dynamicRegistration: true,
        dataSupport: true,
        relatedInformation: true,
        tagSupport: { valueSet: [1, 2] },
      },
      hover: { contentFormat: ['markdown', 'plaintext'] },
      codeAction: { isPreferredSupport: true, dataSupport: true },
    },
    workspace: {
      configuration: true,
      workspaceFolders: true,
      didChangeConfiguration: { dynamicRegistration: false },
      didChangeWatchedFiles: { dynamicRegistration: false },
      diagnostics: { refreshSupport: true },
      workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
    },
    window: { workDoneProgress: true, showDocument: { support: true } },
  },
  Helix: {
    textDocument: {
      publishDiagnostics: { versionSupport: true, tagSupport: { valueSet: [1, 2] } },
      hover: { contentFormat: ['markdown'] },
      codeAction: { isPreferredSupport: true, dataSupport: true },
    },
    workspace: {
      configuration: true,
      workspaceFolders: true,
      didChangeConfiguration: { dynamicRegistration: false },
      didChangeWatchedFiles: { dynamicRegistration: true },
      workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
    },
    window: { workDoneProgress: true, showDocument: { support: true } },
  },
  /** An older one that pulls but cannot be asked to pull again. */
  'pull without refresh': {
    textDocument: { publishDiagnostics: { relatedInformation: true }, diagnostic: {} },
    workspace: { workspaceFolders: true },
  },
  minimal: {},
} as const satisfies Record<string, unknown>;

export type ClientName = keyof typeof clients;

export function capabilitiesOf(name: ClientName): ClientCapabilities {
  return structuredClone(clients[name]) as unknown as ClientCapabilities;
}
