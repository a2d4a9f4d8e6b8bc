import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A file of a package that leashlint ships: beside the bundle, or where npm put it when the sources run. */
export function shippedFile(specifier: string): Uint8Array {
  const bundled = path.join(import.meta.dirname, path.basename(specifier));
  if (existsSync(bundled)) return readFileSync(bundled);
  for (let folder = import.meta.dirname; ; folder = path.dirname(folder)) {
    const installed = path.join(folder, 'node_modules', specifier);
    if (existsSync(installed) || folder === path.dirname(folder)) return readFileSync(installed);
  }
}
