import type { Ref } from '../../program/program.js';
import type { ModelContext } from '../entries.js';
import { follow } from '../catalogue/relative.js';
import type { Sighting } from '../catalogue/sightings.js';
import { fileKeys } from './file-keys.js';

/** A write of a file, and what is written: undefined for objects of the program. */
export interface FileWrite {
  readonly call: Ref;
  readonly file: string;
  readonly content: Ref | undefined;
  /** The call that fetches what it writes. */
  readonly download: boolean;
}

export interface WrittenFiles {
  /** Writes to a file that a path may stand for. */
  to(path: Ref): readonly FileWrite[];
  /** Whether code of a file writes objects to files whose names it does not know. */
  writesElsewhere(file: string): boolean;
}

/** Files that the code writes, by the names that `fileKeys` gives. */
export function writtenFiles(context: ModelContext, calls: readonly Sighting[]): WrittenFiles {
  const { program, catalogue } = context;
  const byKey = new Map<string, FileWrite[]>();
  const unnamed = new Set<string>();
  const add = (to: Ref, write: FileWrite): void => {
    for (const key of fileKeys(context, to)) {
      if (key.includes('#') && write.content === undefined && !write.download) unnamed.add(write.file);
      const list = byKey.get(key);
      if (list === undefined) byKey.set(key, [write]);
      else list.push(write);
    }
  };
  for (const { ref, file, callee } of calls) {
    for (const { row } of catalogue.match('fileWriters', file, callee)) {
      const [content] = row.content === undefined ? [] : follow(program, ref, row.content).values;
      if (row.content !== undefined && content === undefined) continue;
      for (const to of follow(program, ref, row.to).values) {
        add(to.ref, { call: ref, file: file.path, content: content?.ref, download: false });
      }
    }
    for (const { row } of catalogue.match('downloads', file, callee)) {
      if (row.to === undefined) continue;
      for (const to of follow(program, ref, row.to).values) {
        add(to.ref, { call: ref, file: file.path, content: undefined, download: true });
      }
    }
  }
  return {
    to(path) {
      const writes = fileKeys(context, path).flatMap((key) => byKey.get(key) ?? []);
      return [...new Set(writes)];
    },
    writesElsewhere: (file) => unnamed.has(file),
  };
}
