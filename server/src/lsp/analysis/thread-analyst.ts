import type { Analyst, ConfigInForce, FolderAnalysis, Progress } from './analyst.js';
import type { Port, ThreadReply, ThreadRequest } from './thread-messages.js';

/** A thread that serves an analyst. */
export interface AnalysisThread {
  readonly port: Port;
  /** Calls when the thread ends by itself: out of memory, or a failure outside of a request. */
  onEnd(listener: (reason: string) => void): void;
  stop(): void;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly progress: Progress | undefined;
}

/** After this many lost threads the analyst stays silent: the folder is too much for it. */
const maximumThreads = 4;

type Unnumbered<T> = T extends unknown ? Omit<T, 'id'> : never;

/**
 * An analyst on a thread of its own: requests of the editor are answered while it works, and a cancelled analysis stops in the
 * middle, since the flag is shared memory. The thread starts with the first request. One that is lost is replaced, and
 * what it knew is gone: `onLost` listeners send it again.
 */
export function threadAnalyst(spawn: () => AnalysisThread): Analyst {
  const waiting = new Map<number, Waiting>();
  const listeners: (() => void)[] = [];
  let thread: AnalysisThread | undefined;
  let threads = 0;
  let next = 0;

  const receive = (message: unknown): void => {
    // Only `serveAnalyst` writes to this port.
    const reply = message as ThreadReply;
    const one = waiting.get(reply.id);
    if (one === undefined) return;
    if (reply.kind === 'progress') {
      one.progress?.(reply.done, reply.total);
      return;
    }
    waiting.delete(reply.id);
    if (reply.kind === 'result') one.resolve(reply.value);
    else one.reject(new Error(reply.message));
  };
  const lose = (reason: string): void => {
    thread = undefined;
    const lost = [...waiting.values()];
    waiting.clear();
    for (const one of lost) one.reject(new Error(`The analysis thread ended: ${reason}`));
    for (const listener of listeners) listener();
  };
  const running = (): AnalysisThread => {
    if (thread !== undefined) return thread;
    if (threads >= maximumThreads)
      throw new Error('The analysis thread ended too often. Restart the server to try again.');
    threads += 1;
    const started = spawn();
    started.port.on('message', receive);
    started.onEnd((reason) => {
      if (thread === started) lose(reason);
    });
    thread = started;
    return started;
  };
  const send = (request: Unnumbered<ThreadRequest>, progress?: Progress): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const { port } = running();
      const id = next++;
      waiting.set(id, { resolve, reject, progress });
      port.postMessage({ ...request, id });
    });

  return {
    analyse: (request, cancel, progress) =>
      send({ kind: 'analyse', request, cancel }, progress) as Promise<FolderAnalysis | undefined>,
    effectiveConfig: (folder) => send({ kind: 'effectiveConfig', folder }) as Promise<ConfigInForce>,
    rulePage: (rule) => send({ kind: 'rulePage', rule }) as Promise<string | undefined>,
    close(root) {
      thread?.port.postMessage({ kind: 'close', root, id: next++ });
    },
    onLost: (listener) => listeners.push(listener),
    dispose() {
      const ended = thread;
      thread = undefined;
      waiting.clear();
      ended?.stop();
    },
  };
}
