import fs from 'node:fs';
import { delayOptimizer } from '../delay-optimizer.js';
import type { Arguments } from './arguments.js';
import { check } from './check.js';
import { explain } from './explain.js';
import { init } from './init.js';
import { listRules } from './list-rules.js';
import { showConfig } from './show-config.js';
import type { Streams } from './streams.js';

/** Runs a command that needs files or rules; gives the exit code. */
export async function runCommand(args: Arguments): Promise<number> {
  delayOptimizer(process.versions.v8);
  const streams: Streams = {
    cwd: process.cwd(),
    environment: process.env,
    stdout: { isTTY: process.stdout.isTTY, write: writeWhole(1) },
    stderr: { isTTY: process.stderr.isTTY, write: writeWhole(2) },
    readStdin: () => fs.readFileSync(0, 'utf8'),
  };
  switch (args.command) {
    case 'check':
      return check(args, streams);
    case 'explain':
      return explain(args, streams);
    case 'rules':
      return listRules(args, streams);
    case 'init':
      return init(args, streams);
    case 'config':
      return showConfig(args, streams);
    case 'lsp':
      throw new Error('The language server is started elsewhere.');
  }
}

/** A pipe whose reader has gone is no error; a full one is waited for. */
function writeWhole(descriptor: number): (text: string) => void {
  return (text) => {
    let rest = Buffer.from(text, 'utf8');
    while (rest.length > 0) {
      try {
        rest = rest.subarray(fs.writeSync(descriptor, rest));
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : undefined;
        if (code === 'EPIPE') return;
        if (code !== 'EAGAIN') throw error;
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      }
    }
  };
}
