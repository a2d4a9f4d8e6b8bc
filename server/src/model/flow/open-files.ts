import type { Origin } from '../../program/program.js';

/** Where frameworks for the web and for pages keep files that were sent. */
const UPLOADS = /Member\[(?:files|file|file_uploader|camera_input|audio_input)\](?:\.|$)/;
const NAMES: ReadonlySet<string | undefined> = new Set(['name', 'filename']);

/** Whether a value that was sent is an open file, and so no path: `upload.file`, `request.files['table']`, but not its name. */
export function isOpenFile(origins: readonly Origin[], keys: readonly string[]): boolean {
  return (
    !NAMES.has(keys.at(-1)) && origins.some((origin) => origin.kind === 'api' && UPLOADS.test(origin.path.join('.')))
  );
}
