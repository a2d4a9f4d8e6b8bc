import { describe, expect, it, vi } from 'vitest';
import type { CancelFlag } from '../../src/lsp/analysis/analyst.js';
import { createAnalysisLoop } from '../../src/lsp/analysis-loop.js';

const base = { quiet: 1, patience: 100, failed: vi.fn() };

/** A run that lasts until it is told to end. */
function slowRun() {
  const flags: CancelFlag[] = [];
  const ends: (() => void)[] = [];
  const run = async (flag: CancelFlag): Promise<boolean> => {
    flags.push(flag);
    await new Promise<void>((resolve) => ends.push(resolve));
    return Atomics.load(flag, 0) === 0;
  };
  return { run, flags, ends };
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('the analysis loop', () => {
  it('cancels what is under way when something changes, and settles after the last run', async () => {
    const { run, flags, ends } = slowRun();
    const loop = createAnalysisLoop({ ...base, run });
    let settled = false;
    loop.touch();
    void loop.settled().then(() => {
      settled = true;
    });
    await vi.waitFor(() => {
      expect(flags).toHaveLength(1);
    });
    loop.touch();
    expect(Atomics.load(flags[0] as CancelFlag, 0)).toBe(1);
    ends[0]?.();
    await vi.waitFor(() => {
      expect(flags).toHaveLength(2);
    });
    expect(settled).toBe(false);
    ends[1]?.();
    await vi.waitFor(() => {
      expect(settled).toBe(true);
    });
  });

  it('starts in the end although changes keep coming', async () => {
    const run = vi.fn(() => Promise.resolve(true));
    const loop = createAnalysisLoop({ ...base, quiet: 30, patience: 60, run });
    for (let change = 0; change < 12; change++) {
      loop.touch();
      await pause(10);
    }
    expect(run).toHaveBeenCalled();
    loop.dispose();
  });

  it('settles and goes on after a failure', async () => {
    const failed = vi.fn();
    const run = vi.fn(() => Promise.resolve(true)).mockRejectedValueOnce(new Error('broken'));
    const loop = createAnalysisLoop({ ...base, failed, run });
    loop.touch();
    await loop.settled();
    expect(failed).toHaveBeenCalledOnce();
    expect(run, 'once more for what is left').toHaveBeenCalledTimes(2);
  });

  it('leaves nobody waiting when it ends', async () => {
    const { run, flags } = slowRun();
    const loop = createAnalysisLoop({ ...base, run });
    loop.touch();
    await vi.waitFor(() => {
      expect(flags).toHaveLength(1);
    });
    const settled = loop.settled();
    loop.dispose();
    await settled;
    expect(Atomics.load(flags[0] as CancelFlag, 0)).toBe(1);
  });
});
