import fs from 'node:fs';
import path from 'node:path';
import type { Streams } from './streams.js';

/** The streams of this process. */
export function processStreams(): Streams {
  return {
    cwd: process.cwd(),
    environment: process.env,
    stdout: { isTTY: process.stdout.isTTY, write: writeWhole(1) },
    stderr: { isTTY: process.stderr.isTTY, write: writeWhole(2) },
    readStdin: () => fs.readFileSync(0, 'utf8'),
    writeFile(file, text) {
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, text);
    },
  };
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
