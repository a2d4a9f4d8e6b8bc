import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** A file of the parser: beside the bundle, or where npm put it when the sources run. */
export function grammarFile(specifier: string): Uint8Array {
  const folder = import.meta.dirname;
  const bundled = path.join(folder, path.basename(specifier));
  if (existsSync(bundled)) return readFileSync(bundled);
  return readFileSync(createRequire(path.join(folder, 'grammar.ts')).resolve(specifier));
}
