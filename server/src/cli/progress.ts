import type { Output } from './streams.js';

export interface Progress {
  readonly update: (done: number, total: number) => void;
  /** Takes the line away. */
  end(): void;
}

/** Short runs show nothing. */
const QUIET_MS = 500;
const INTERVAL_MS = 100;

/** A line on the terminal while a long analysis runs. */
export function createProgress(output: Output): Progress {
  const started = performance.now();
  let last = started + QUIET_MS - INTERVAL_MS;
  let shown = false;
  return {
    update(done, total) {
      const now = performance.now();
      if (output.isTTY !== true || now - last < INTERVAL_MS) return;
      last = now;
      shown = true;
      output.write(`\r\x1b[KReading ${done} of ${total} files`);
    },
    end() {
      if (shown) output.write('\r\x1b[K');
    },
  };
}
