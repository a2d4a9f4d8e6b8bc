import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { delayOptimizer } from '../delay-optimizer.js';
import { engineAnalyst } from './analysis/engine-analyst.js';
import { loadEngine } from './analysis/load-engine.js';
import { threadAnalyst } from './analysis/thread-analyst.js';
import { analysisBundle, spawnWorker } from './analysis/worker.js';
import { serve } from './server.js';

export interface StartOptions {
  readonly version: string;
}

/**
 * Starts the language server of this process. The transport comes from the command line: `--node-ipc`, `--socket=<port>`,
 * `--pipe=<name>`, else standard input and output. The process ends with the connection.
 */
export function startServer({ version }: StartOptions): void {
  delayOptimizer(process.versions.v8);
  const named = process.argv.some((argument) => /^--(?:node-ipc|socket|pipe)(?:=|$)/.test(argument));
  const connection = named
    ? createConnection(ProposedFeatures.all)
    : createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  // Standard output belongs to the protocol: a stray line would end the session.
  if (!named) console.log = console.error;
  const thread = analysisBundle();
  const analyst = thread === undefined ? engineAnalyst(loadEngine) : threadAnalyst(() => spawnWorker(thread));
  serve(connection, { analyst, version });
}
