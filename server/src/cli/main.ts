import type { OpenCase } from '../cache/remembered-runs.js';
import { keepCompiledCode } from '../code-cache.js';
import { version } from '../version.js';
import { readArguments } from './arguments.js';
import { helpText } from './help.js';
import { commands } from './options.js';
import { processStreams } from './process-streams.js';

/**
 * The entry of the command line. What needs neither files nor rules is answered here; everything else is loaded when
 * it is asked for.
 */
async function main(argv: readonly string[]): Promise<number> {
  const args = readArguments(argv);
  if ('error' in args) {
    process.stderr.write(`${args.error}\nTry leashlint --help.\n`);
    return 2;
  }
  if (args.has('version')) {
    process.stdout.write(`${version}\n`);
    return 0;
  }
  if (args.has('help')) {
    const named = commands.some(({ name }) => argv.includes(name));
    process.stdout.write(helpText(named ? args.command : undefined));
    return 0;
  }
  keepCompiledCode();
  if (args.command === 'lsp') {
    const { startServer } = await import('./lsp.js');
    return startServer();
  }
  const streams = processStreams();
  let open: OpenCase | undefined;
  if (args.command === 'check') {
    const { repeat } = await import('./repeat.js');
    const known = repeat(args, streams);
    if (typeof known === 'number') return known;
    open = known;
  }
  const { runCommand } = await import('./run.js');
  return runCommand(args, streams, open);
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(
      `leashlint failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = 2;
  },
);
