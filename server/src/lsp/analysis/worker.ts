import { existsSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { AnalysisThread } from './thread-analyst.js';

/** The bundle that stands next to ours; undefined where there are no bundles, as in tests. */
export function analysisBundle(): string | undefined {
  const file = path.join(__dirname, 'analysis.cjs');
  return existsSync(file) ? file : undefined;
}

export function spawnWorker(file: string): AnalysisThread {
  const worker = new Worker(file, { stdout: true });
  // Standard output may be the protocol's.
  worker.stdout.pipe(process.stderr);
  return {
    port: worker,
    onEnd(listener) {
      worker.on('error', (error) => {
        listener(error instanceof Error ? error.message : String(error));
      });
      worker.on('exit', (code) => {
        listener(`exit code ${code}`);
      });
    },
    stop: () => void worker.terminate(),
  };
}
