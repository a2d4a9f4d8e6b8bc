import { recordingDisk } from '../cache/inputs.js';
import { remember } from '../cache/remembered-runs.js';
import { plainDisk, type Disk } from '../workspace/disk.js';
import type { Caches } from './cache.js';
import type { Streams } from './streams.js';

/** Notes what a run reads and writes, so that a later one can be spared. */
export interface Memory {
  readonly disk: Disk;
  readonly streams: Streams;
  /** To be called at the end. `dated`: the outcome depends on the day. `hearsay`: see `remember`. */
  keep(code: number, dated: boolean, hearsay: string): void;
}

/** A run that cannot be repeated reads and writes as ever. */
export function createMemory(caches: Caches | undefined, streams: Streams): Memory {
  if (caches?.runs === undefined) return { disk: plainDisk, streams, keep: () => undefined };
  const { entries, key } = caches.runs;
  const started = new Date();
  const disk = recordingDisk(plainDisk, started.getTime());
  const files: { path: string; text: string }[] = [];
  let stdout = '';
  let stderr = '';
  return {
    disk,
    streams: {
      ...streams,
      stdout: {
        isTTY: streams.stdout.isTTY,
        write(text) {
          stdout += text;
          streams.stdout.write(text);
        },
      },
      stderr: {
        isTTY: streams.stderr.isTTY,
        write(text) {
          stderr += text;
          streams.stderr.write(text);
        },
      },
      writeFile(path, text) {
        files.push({ path, text });
        streams.writeFile(path, text);
      },
    },
    keep(code, dated, hearsay) {
      const inputs = disk.inputs();
      if (inputs === undefined) return;
      remember(entries, key, inputs, { code, stdout, stderr, files }, dated ? started : undefined, hearsay);
      entries.tidy();
    },
  };
}
