import { MessageChannel } from 'node:worker_threads';
import { engineAnalyst } from '../../src/lsp/analysis/engine-analyst.js';
import { serveAnalyst } from '../../src/lsp/analysis/serve-analyst.js';
import type { AnalysisThread } from '../../src/lsp/analysis/thread-analyst.js';
import type { FakeEngine } from './fake-engine.js';

export interface FakeThread {
  /** Ends the thread as a lack of memory would. */
  crash(): void;
}

/** The far end of a message channel, with a memory of its own. */
export function fakeThread(engine: FakeEngine, threads: FakeThread[]): AnalysisThread {
  const { port1, port2 } = new MessageChannel();
  serveAnalyst(
    port2,
    engineAnalyst(() => Promise.resolve(engine)),
  );
  let ended: ((reason: string) => void) | undefined;
  threads.push({
    crash() {
      port2.close();
      ended?.('crash');
    },
  });
  return {
    port: port1,
    onEnd(listener) {
      ended = listener;
    },
    stop: () => port1.close(),
  };
}
