import type { EngineHost } from '../engine/engine.js';
import { normalize } from '../path.js';
import { isSettingsFile } from './text-files.js';

export interface MemoryHost extends EngineHost {
  write(file: string, text: string): void;
  remove(file: string): void;
}

function isCodeOrSettings(file: string): boolean {
  return /\.[cm]?[jt]sx?$|(?:^|\/)package\.json$/.test(file) || isSettingsFile(file);
}

/** A workspace in memory: for tests, rule pages and text from standard input. Files below `node_modules` are not listed. */
export function createMemoryHost(
  files: Readonly<Record<string, string>>,
  root = '/workspace',
  wanted: (file: string) => boolean = isCodeOrSettings,
): MemoryHost {
  const texts = new Map(Object.entries(files));
  let known: Set<string> | undefined;
  const folders = (): Set<string> => {
    if (known !== undefined) return known;
    known = new Set<string>();
    for (const file of texts.keys()) {
      for (let at = file.lastIndexOf('/'); at > 0; at = file.lastIndexOf('/', at - 1)) known.add(file.slice(0, at));
    }
    return known;
  };
  return {
    root,
    list: () => [...texts.keys()].filter((file) => !/(?:^|\/)node_modules\//.test(file) && wanted(file)).sort(),
    read(file) {
      const text = texts.get(normalize(file) ?? '');
      return text === undefined ? undefined : { text };
    },
    exists(file) {
      const clean = normalize(file);
      return clean !== undefined && (texts.has(clean) || folders().has(clean));
    },
    write(file, text) {
      texts.set(file, text);
      known = undefined;
    },
    remove(file) {
      texts.delete(file);
      known = undefined;
    },
  };
}
