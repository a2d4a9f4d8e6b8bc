import type { OpenCase } from '../cache/remembered-runs.js';
import { delayOptimizer } from '../delay-optimizer.js';
import type { Arguments } from './arguments.js';
import { check } from './check.js';
import { explain } from './explain.js';
import { init } from './init.js';
import { listRules } from './list-rules.js';
import { merge } from './merge.js';
import { showConfig } from './show-config.js';
import type { Streams } from './streams.js';

/** Runs a command that needs files or rules; gives the exit code. */
export async function runCommand(args: Arguments, streams: Streams, open?: OpenCase): Promise<number> {
  delayOptimizer(process.versions.v8);
  switch (args.command) {
    case 'check':
      return check(args, streams, open);
    case 'explain':
      return explain(args, streams);
    case 'rules':
      return listRules(args, streams);
    case 'init':
      return init(args, streams);
    case 'config':
      return showConfig(args, streams);
    case 'merge':
      return merge(args, streams);
    case 'lsp':
      throw new Error('The language server is started elsewhere.');
  }
}
