import type { Arguments } from './arguments.js';
import { configure } from './configure.js';
import type { Streams } from './streams.js';
import { findWorkspace } from './workspace.js';

/** Prints the configuration in force as JSON; `source` says where it comes from. */
export function showConfig(args: Arguments, { cwd, stdout, stderr }: Streams): number {
  const workspace = findWorkspace(args, cwd);
  const configured = 'error' in workspace ? workspace : configure(args, workspace, cwd);
  if ('error' in configured) {
    stderr.write(`${configured.error}\n`);
    return 2;
  }
  for (const { message } of configured.problems) stderr.write(`${configured.config.source ?? ''}: ${message}\n`);
  const { config } = configured;
  const shown = { ...config, source: config.source ?? null, places: undefined };
  stdout.write(JSON.stringify(shown, undefined, 2) + '\n');
  return configured.problems.length > 0 ? 2 : 0;
}
