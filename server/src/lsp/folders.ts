import type { AnalysisRequest, FolderAnalysis } from './analysis/analyst.js';
import { parentOf, relativeTo } from './paths.js';
import type { Settings } from './settings.js';

/** A workspace folder, or the folder of a file that was opened outside of every workspace folder. */
export interface Folder {
  /** Absolute, with `/`. */
  readonly root: string;
  /** As the client writes it; undefined for a loose folder. */
  readonly uri: string | undefined;
  settings: Settings;
  pending: Pending;
  /** Document versions that the last analysis saw, by path relative to the root. */
  readonly versions: Map<string, number>;
  analysis: FolderAnalysis | undefined;
  /** Whether the whole folder was asked for explicitly. Once it is `done`, findings of closed files show too. */
  scan: 'none' | 'wanted' | 'done';
}

/** What happened since the last analysis was started. */
export interface Pending {
  dirty: boolean;
  readonly buffers: Map<string, { readonly text: string | undefined; readonly version: number | undefined }>;
  readonly changed: Set<string>;
  relist: boolean;
  reconfigure: boolean;
}

export interface Folders {
  all(): readonly Folder[];
  /** The folder that a file belongs to: the nearest root above it wins. A loose folder is made when there is none. */
  of(path: string): Folder;
  /** The same, without making one. */
  find(path: string): Folder | undefined;
  add(root: string, uri: string, settings: Settings): Folder;
  remove(root: string): Folder | undefined;
}

export function createFolders(settings: () => Settings): Folders {
  let folders: readonly Folder[] = [];
  const insert = (root: string, uri: string | undefined, own: Settings): Folder => {
    const folder = newFolder(root, uri, own);
    folders = [...folders, folder].sort((a, b) => b.root.length - a.root.length || (a.root < b.root ? -1 : 1));
    return folder;
  };
  const find = (path: string): Folder | undefined => folders.find(({ root }) => relativeTo(root, path) !== undefined);
  return {
    all: () => folders,
    find,
    of: (path) => find(path) ?? insert(parentOf(path), undefined, settings()),
    add: insert,
    remove(root) {
      const gone = folders.find((one) => one.root === root);
      folders = folders.filter((one) => one !== gone);
      return gone;
    },
  };
}

function newFolder(root: string, uri: string | undefined, settings: Settings): Folder {
  return { root, uri, settings, pending: nothing(), versions: new Map(), analysis: undefined, scan: 'none' };
}

function nothing(): Pending {
  return { dirty: false, buffers: new Map(), changed: new Set(), relist: false, reconfigure: false };
}

/** The request for what is pending in a folder. Nothing is pending afterwards: an analyst keeps even what it did not finish. */
export function takePending(folder: Folder, only: readonly string[] | undefined): AnalysisRequest {
  const { pending } = folder;
  folder.pending = nothing();
  for (const [path, { version }] of pending.buffers) {
    if (version === undefined) folder.versions.delete(path);
    else folder.versions.set(path, version);
  }
  return {
    folder: setupOf(folder),
    buffers: [...pending.buffers].map(([path, { text }]) => ({ path, text })),
    changed: [...pending.changed],
    relist: pending.relist,
    reconfigure: pending.reconfigure,
    only,
  };
}

export function setupOf({ root, uri, settings }: Folder): AnalysisRequest['folder'] {
  const { configPath, preset } = settings;
  return { root, loose: uri === undefined, settings: { configPath, preset } };
}
