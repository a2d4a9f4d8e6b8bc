import type { CancelFlag } from './analysis/analyst.js';

export interface LoopOptions {
  /** Milliseconds of quiet before an analysis starts. */
  readonly quiet: number;
  /** An analysis starts after this many milliseconds even if changes keep coming. */
  readonly patience: number;
  /** False: something is left to do. A failure must leave less to do, or it repeats for ever. */
  readonly run: (cancel: CancelFlag) => Promise<boolean>;
  readonly failed: (error: unknown) => void;
}

/** Runs one analysis at a time and starts over when something changed meanwhile. */
export interface AnalysisLoop {
  /** Something changed: the running analysis is cancelled and another one follows. */
  touch(): void;
  /** Resolves when nothing is left to analyse. */
  settled(): Promise<void>;
  readonly busy: boolean;
  /** Called when work begins and when nothing is left. */
  onBusy(listener: () => void): void;
  dispose(): void;
}

export function createAnalysisLoop({ quiet, patience, run, failed }: LoopOptions): AnalysisLoop {
  let stale = false;
  let running: CancelFlag | undefined;
  let timer: NodeJS.Timeout | undefined;
  let firstChange: number | undefined;
  let disposed = false;
  let waiting: (() => void)[] = [];

  const listeners: (() => void)[] = [];
  const announce = (): void => {
    for (const listener of listeners) listener();
  };

  const settle = (): void => {
    const done = waiting;
    waiting = [];
    for (const resolve of done) resolve();
    announce();
  };

  const start = async (): Promise<void> => {
    timer = undefined;
    firstChange = undefined;
    stale = false;
    running = newCancelFlag();
    try {
      if (!(await run(running))) stale = true;
    } catch (error) {
      // What failed is not pending any more; what comes after it still is.
      failed(error);
      stale = true;
    }
    running = undefined;
    if (disposed) return;
    if (stale) plan();
    else settle();
  };

  const plan = (): void => {
    if (running !== undefined || disposed) return;
    const now = Date.now();
    if (firstChange === undefined) announce();
    firstChange ??= now;
    clearTimeout(timer);
    timer = setTimeout(() => void start(), Math.max(0, Math.min(quiet, firstChange + patience - now)));
  };

  return {
    touch() {
      stale = true;
      if (running !== undefined) cancel(running);
      plan();
    },
    settled: () =>
      timer === undefined && running === undefined
        ? Promise.resolve()
        : new Promise((resolve) => waiting.push(resolve)),
    get busy() {
      return timer !== undefined || running !== undefined;
    },
    onBusy: (listener) => listeners.push(listener),
    dispose() {
      disposed = true;
      clearTimeout(timer);
      if (running !== undefined) cancel(running);
      settle();
    },
  };
}

export function newCancelFlag(): CancelFlag {
  return new Int32Array(new SharedArrayBuffer(4));
}

export function cancel(flag: CancelFlag): void {
  Atomics.store(flag, 0, 1);
}
