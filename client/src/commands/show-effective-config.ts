import * as vscode from 'vscode';
import type { Server } from '../server.js';
import type { VirtualDocuments } from '../virtual-documents.js';

interface ConfigInForce {
  readonly root: string;
  readonly source: string | null;
  readonly problems: readonly string[];
  readonly text: string;
}

/** Shows which configuration holds for the active file, or for every folder when no file is active. */
export async function showEffectiveConfig(server: Server, documents: VirtualDocuments): Promise<void> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const uri = active?.scheme === 'file' ? active.toString() : undefined;
  const found = await server.request<readonly ConfigInForce[]>('effectiveConfig', ...(uri === undefined ? [] : [uri]));
  if (found === undefined) return;
  await documents.show('effective-configuration.jsonc', found.map(section).join('\n'));
}

function section({ root, source, problems, text }: ConfigInForce): string {
  const head = [`folder: ${root}`, `source: ${source ?? 'defaults (no configuration file)'}`, ...problems];
  return `${head.map((line) => `// ${line}`).join('\n')}\n${text}\n`;
}
