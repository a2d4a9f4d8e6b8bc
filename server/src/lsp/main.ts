import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { engineAnalyst } from './analysis/engine-analyst.js';
import type { LoadEngine } from './analysis/engine-modules.js';
import { serve } from './server.js';

export interface StartOptions {
  readonly version: string;
}

const loadEngine: LoadEngine = async () => (await import('./analysis/real-engine.js')).realEngine;

/**
 * Starts the language server of this process. The transport comes from the command line: `--node-ipc`, `--socket=<port>`,
 * `--pipe=<name>`, else standard input and output. The process ends with the connection.
 */
export function startServer({ version }: StartOptions): void {
  const named = process.argv.some((argument) => /^--(?:node-ipc|socket|pipe)(?:=|$)/.test(argument));
  const connection = named
    ? createConnection(ProposedFeatures.all)
    : createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  // Standard output belongs to the protocol: a stray line would end the session.
  if (!named) console.log = console.error;
  serve(connection, { analyst: engineAnalyst(loadEngine), version });
}
