import type { Analyst } from './analyst.js';
import type { Port, ThreadReply, ThreadRequest } from './thread-messages.js';

/** The far end of `threadAnalyst`: answers its requests with an analyst that runs here. */
export function serveAnalyst(port: Port, analyst: Analyst): void {
  const reply = (message: ThreadReply): void => {
    port.postMessage(message);
  };
  const answer = (request: ThreadRequest): Promise<unknown> | undefined => {
    switch (request.kind) {
      case 'analyse':
        return analyst.analyse(request.request, request.cancel, (done, total) => {
          reply({ id: request.id, kind: 'progress', done, total });
        });
      case 'effectiveConfig':
        return analyst.effectiveConfig(request.folder);
      case 'rulePage':
        return analyst.rulePage(request.rule);
      case 'close':
        analyst.close(request.root);
        return undefined;
    }
  };
  port.on('message', (message) => {
    // Only `threadAnalyst` writes to this port.
    const request = message as ThreadRequest;
    answer(request)?.then(
      (value) => {
        reply({ id: request.id, kind: 'result', value });
      },
      (error: unknown) => {
        const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
        reply({ id: request.id, kind: 'error', message: text });
      },
    );
  });
}
