import {
  CodeActionKind,
  PositionEncodingKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import type { ClientProfile } from './client-profile.js';
import { commands } from './requests/execute-command.js';
import { fixAllKind } from './requests/code-action.js';
import type { Settings } from './settings.js';

export function serverCapabilities(profile: ClientProfile, settings: Settings): ServerCapabilities {
  return {
    // Every client has to support UTF-16, and offsets are UTF-16 inside.
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
    hoverProvider: true,
    executeCommandProvider: { commands: Object.values(commands) },
    ...(profile.transport === 'pull'
      ? {
          diagnosticProvider: {
            identifier: 'leashlint',
            interFileDependencies: true,
            workspaceDiagnostics: settings.diagnosticMode === 'workspace',
          },
        }
      : {}),
    ...(profile.workspaceFolders
      ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }
      : {}),
  };
}
