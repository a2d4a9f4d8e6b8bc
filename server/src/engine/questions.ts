import type { ProgramHost } from '../program/program.js';
import { parseJson } from '../program/workspace-packages.js';
import { directoryOf } from '../path.js';

/** Files that may be others than when a question was asked. */
export type Doubts = 'all' | ReadonlySet<string>;

/** A workspace that is asked once more, where only some files may be others than before. */
export interface AskedAgain extends ProgramHost {
  /** Whether `importersOf` gives the file for a path. */
  isImporter(file: string, path: string, names: readonly string[] | undefined): boolean;
  /** Whether `writersOf` gives the file for a name. */
  isWriter(file: string, name: string): boolean;
}

/** What a program asked of the workspace, with the answers. As long as each would be the same, so would everything made of them. */
export interface Questions {
  /** To be given to the program. */
  readonly host: ProgramHost;
  /** Whether `now` gives the same answers, of which only those that have to do with `doubts` may be others. */
  hold(now: AskedAgain, doubts: Doubts): boolean;
  /** Files that have facts. */
  readonly lowered: ReadonlySet<string>;
}

/** What was asked about one path. */
interface Asked {
  /** The text, also where its facts were asked for: they are a pure function of it. */
  text?: { readonly was: string | undefined };
  exists?: boolean;
  readonly exports: Map<string, boolean>;
  readonly functions: Map<string, boolean>;
  readonly locks: Map<string, { readonly names: readonly string[]; readonly was: string | undefined }>;
  readonly importers: Map<string, { readonly names: readonly string[] | undefined; readonly was: readonly string[] }>;
}

type List = 'manifests' | 'pythonProjects' | 'dependencyManifests';

/** Writes down what is asked. */
export function recordQuestions(host: ProgramHost): Questions {
  const about = new Map<string, Asked>();
  const writers = new Map<string, readonly string[]>();
  let packages: ReadonlyMap<string, string> | undefined;
  const lists = new Map<List, readonly string[]>();
  const lowered = new Set<string>();

  const at = (path: string): Asked => {
    let asked = about.get(path);
    if (asked === undefined) {
      asked = { exports: new Map(), functions: new Map(), locks: new Map(), importers: new Map() };
      about.set(path, asked);
    }
    return asked;
  };
  const list = (name: List) => (): readonly string[] => {
    const was = host[name]?.() ?? [];
    lists.set(name, was);
    return was;
  };

  const recording: ProgramHost = {
    lower(path) {
      const found = host.lower(path);
      at(path).text ??= { was: found?.text ?? host.read(path) };
      if (found !== undefined) lowered.add(path);
      return found;
    },
    read(path) {
      const was = host.read(path);
      at(path).text ??= { was };
      return was;
    },
    workspacePackages: () => (packages ??= host.workspacePackages?.() ?? new Map<string, string>()),
    json(path) {
      at(path).text ??= { was: host.read(path) };
      return host.json === undefined ? parseJson(host.read(path)) : host.json(path);
    },
    exists(path) {
      const asked = at(path);
      return (asked.exists ??= host.exists(path));
    },
    manifests: list('manifests'),
    pythonProjects: list('pythonProjects'),
    dependencyManifests: list('dependencyManifests'),
    importersOf(path, names) {
      const was = host.importersOf(path, names);
      at(path).importers.set(names?.join('\0') ?? '*', { names, was });
      return was;
    },
    mayExport: (path, name) => kept(at(path).exports, name, () => host.mayExport?.(path, name) ?? true),
    declaresFunction: (path, name) =>
      kept(at(path).functions, name, () => host.declaresFunction?.(path, name) ?? false),
    writersOf: (name) => kept(writers, name, () => host.writersOf?.(name) ?? []),
    lock(path, names) {
      const was = host.lock?.(path, names);
      at(path).locks.set(names.join('\0'), { names, was: JSON.stringify(was) });
      return was;
    },
    // Nothing of the workspace.
    frameworkPackages: () => host.frameworkPackages?.() ?? new Set(),
  };

  function hold(now: AskedAgain, doubts: Doubts): boolean {
    for (const [name, was] of lists) if (!areEqual(now[name]?.() ?? [], was)) return false;
    const named = now.workspacePackages?.();
    if (packages !== undefined && named !== packages && !areEqual([...packages].flat(), [...(named ?? [])].flat()))
      return false;
    const paths = doubts === 'all' ? about.keys() : withFolders(doubts);
    for (const path of paths) {
      const asked = about.get(path);
      if (asked !== undefined && !isSame(now, path, asked)) return false;
    }
    for (const [name, was] of writers) {
      if (
        doubts === 'all'
          ? !areEqual(now.writersOf?.(name) ?? [], was)
          : !haveSame(was, doubts, (file) => now.isWriter(file, name))
      )
        return false;
    }
    for (const [path, { importers }] of about) {
      for (const { names, was } of importers.values()) {
        if (
          doubts === 'all'
            ? !areEqual(now.importersOf(path, names), was)
            : !haveSame(was, doubts, (file) => now.isImporter(file, path, names))
        )
          return false;
      }
    }
    return true;
  }

  return { host: recording, hold, lowered };
}

function isSame(now: ProgramHost, path: string, { text, exists, exports, functions, locks }: Asked): boolean {
  if (exists !== undefined && now.exists(path) !== exists) return false;
  if (text !== undefined && now.read(path) !== text.was) return false;
  for (const [name, was] of exports) if (now.mayExport?.(path, name) !== was) return false;
  for (const [name, was] of functions) if (now.declaresFunction?.(path, name) !== was) return false;
  for (const { names, was } of locks.values()) if (JSON.stringify(now.lock?.(path, names)) !== was) return false;
  return true;
}

/** Whether an answer has the same of the doubtful files as before; of all others nothing changed. */
function haveSame(was: readonly string[], doubts: ReadonlySet<string>, has: (file: string) => boolean): boolean {
  for (const file of doubts) if (was.includes(file) !== has(file)) return false;
  return true;
}

/** A file that comes or goes may bring or take its folders. */
function withFolders(paths: ReadonlySet<string>): ReadonlySet<string> {
  const out = new Set(paths);
  for (const path of out) if (path.includes('/')) out.add(directoryOf(path));
  return out;
}

function kept<T>(answers: Map<string, T>, key: string, ask: () => T): T {
  const known = answers.get(key);
  if (known !== undefined) return known;
  const answer = ask();
  answers.set(key, answer);
  return answer;
}

function areEqual(some: readonly string[], others: readonly string[]): boolean {
  return some === others || (some.length === others.length && some.every((each, index) => each === others[index]));
}
