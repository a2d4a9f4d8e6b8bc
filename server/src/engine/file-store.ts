import type { FactsCache } from '../cache/facts-cache.js';
import type { FileFacts } from '../facts.js';
import { excludedByText, isMinified } from '../workspace/excludes.js';
import { isNotebook, readNotebook } from '../frontends/python/notebook.js';
import { isPython } from '../program/resolve-python-module.js';
import { importSpecifiers } from '../workspace/import-scan.js';
import { pythonImports } from '../workspace/python-imports.js';
import type { Lock } from '../program/locks/locked-package.js';
import { parseJson } from '../program/workspace-packages.js';
import { readLock } from '../program/locks/read-lock.js';
import type { Prefilter, Trigger } from '../workspace/prefilter.js';
import type { PrefilterOf } from './prefilters.js';
import { lineCount } from './stats.js';
import { isSettingsFile } from '../workspace/text-files.js';
import type { EngineHost } from './engine.js';
import type { EngineParts } from './parts.js';
import {
  declaresExport,
  declaresFunction,
  mentions,
  passesOn,
  passesOnInPython,
  wordFilter,
  writesKey,
} from './export-text.js';

export interface Lowered {
  readonly text: string;
  readonly facts: FileFacts;
}

/** What one look at a file's text told, before any parsing. */
export type Probe =
  | {
      readonly kind: 'text';
      readonly trigger: Trigger | undefined;
      readonly directive: boolean;
      readonly bytes: number;
    }
  | { readonly kind: 'skipped'; readonly reason: string }
  | { readonly kind: 'missing' };

/** Texts and facts by path, kept until they are invalidated. A file whose text did not change is not lowered again. */
export interface FileStore {
  probe(path: string): Probe;
  text(path: string): string | undefined;
  /** Undefined if the file is not there, is no text, or no front-end reads it. */
  lower(path: string): Lowered | undefined;
  /** What a lock file says about some packages. Its text, which may be large, is not kept. */
  lock(path: string, names: readonly string[]): Lock | undefined;
  /** Whether the file may export the name, or pass it on. */
  mayExport(path: string, name: string): boolean;
  /** Whether the file exports a function that it declares under the name. Nothing is known of Python. */
  declaresFunction(path: string, name: string): boolean;
  /** Whether a Python file's text shows a write to a property of the name. */
  writesKey(path: string, name: string): boolean;
  /** What was told about files of which neither the text nor facts were given to anybody. */
  hearsay(): ReadonlyMap<string, Hearsay>;
  /** How many lines a text has; 0 if there is none. */
  lines(path: string): number;
  /** A text as JSON; undefined if it is none. */
  json(path: string): unknown;
  specifiers(path: string): readonly string[];
  /** Whether the specifiers are others than before the file was invalidated. */
  specifiersChanged(path: string): boolean;
  /** Whether the file has `export … from`. */
  passesOn(path: string): boolean;
  /** Whether the file's text has one of the names as a word. */
  mentions(path: string, names: readonly string[]): boolean;
  /** The front-end's own failure on a file, which is a bug of ours. */
  failure(path: string): string | undefined;
  invalidate(paths: readonly string[] | undefined): void;
}

/** Answers that were given about a file. */
export interface Hearsay {
  /** The probe without what is only counted. */
  readonly probe?: readonly unknown[];
  /** What is only counted: the length of the text. */
  readonly bytes?: number;
  readonly specifiers?: readonly string[];
  readonly passesOn?: boolean;
  /** By the names that were asked for. */
  readonly mentions?: Answers;
  readonly mayExport?: Answers;
  readonly declaresFunction?: Answers;
  readonly writesKey?: Answers;
}

type Answers = readonly (readonly [names: string, answer: boolean])[];
type Question = 'mentions' | 'mayExport' | 'declaresFunction' | 'writesKey';

interface Entry {
  /** Its text or facts were given to somebody. */
  known?: true;
  told?: Map<Question, Map<string, boolean>>;
  probe?: Probe;
  text?: string;
  /** There is no text. */
  missing?: true;
  lines?: number;
  json?: { readonly value: unknown };
  /** Facts may be older than the text; they count when they were made from it. */
  lowered?: Lowered;
  /** By the names that were asked for. */
  locks?: Map<string, Lock | undefined>;
  specifiers?: readonly string[];
  /** What `specifiers` gave before the last change. */
  oldSpecifiers?: readonly string[];
  failure?: string;
  passesOn?: boolean;
  mentions?: ReturnType<typeof wordFilter>;
}

export function createFileStore(
  host: EngineHost,
  prefilterOf: PrefilterOf,
  { frontEnds, configKinds }: Pick<EngineParts, 'frontEnds' | 'configKinds'>,
  cache?: FactsCache,
): FileStore {
  const entries = new Map<string, Entry>();

  const entryOf = (path: string): Entry => {
    let entry = entries.get(path);
    if (entry === undefined) entries.set(path, (entry = {}));
    return entry;
  };

  const text = (path: string): string | undefined => {
    const entry = entryOf(path);
    if (entry.text !== undefined || entry.missing === true) return entry.text;
    const read = host.read(path);
    if (read === undefined || 'error' in read) entry.missing = true;
    else entry.text = read.text;
    return entry.text;
  };

  const specifiers = (path: string): readonly string[] => {
    const entry = entryOf(path);
    if (entry.specifiers !== undefined) return entry.specifiers;
    const kept = entry.text !== undefined;
    const source = text(path) ?? '';
    if (!isPython(path)) entry.specifiers = importSpecifiers(source);
    else entry.specifiers = pythonImports(isNotebook(path) ? (readNotebook(source)?.code ?? '') : source);
    if (!kept) delete entry.text;
    return entry.specifiers;
  };

  /** Gives an answer about a name once, and keeps it. */
  const tell = (path: string, question: Question, name: string, ask: () => boolean): boolean => {
    const told = (entryOf(path).told ??= new Map<Question, Map<string, boolean>>());
    let answers = told.get(question);
    if (answers === undefined) told.set(question, (answers = new Map<string, boolean>()));
    let answer = answers.get(name);
    if (answer === undefined) answers.set(name, (answer = ask()));
    return answer;
  };

  const passesOnAs = (path: string): boolean => {
    const entry = entryOf(path);
    return (entry.passesOn ??= (isPython(path) ? passesOnInPython : passesOn)(text(path) ?? ''));
  };

  const mentionsAny = (path: string, names: readonly string[]): boolean => {
    const entry = entryOf(path);
    return tell(path, 'mentions', names.join('\0'), () =>
      names.some((entry.mentions ??= wordFilter(text(path) ?? ''))),
    );
  };

  /** For whoever sees a text: everything in it may count. */
  const known = (path: string): Entry => {
    const entry = entryOf(path);
    entry.known = true;
    return entry;
  };

  return {
    text(path) {
      known(path);
      return text(path);
    },
    probe(path) {
      const entry = entryOf(path);
      if (entry.probe !== undefined) return entry.probe;
      const read = host.read(path);
      entry.probe = probeOf(path, read, prefilterOf(path), configKinds);
      // The texts of all other files would be most of the memory, for nothing.
      if (entry.probe.kind === 'text' && (entry.probe.trigger !== undefined || entry.probe.directive)) {
        if (read !== undefined && 'text' in read) entry.text = read.text;
      }
      return entry.probe;
    },
    lower(path) {
      const entry = known(path);
      const current = text(path);
      const frontEnd = frontEnds.find(
        (each) => each.reads?.(path) ?? each.extensions.some((end) => path.toLowerCase().endsWith(end)),
      );
      if (current === undefined || frontEnd === undefined || isMinified(current)) return undefined;
      entry.text = current;
      if (entry.lowered?.text === current) return entry.lowered;
      delete entry.failure;
      try {
        let facts = cache?.find(path, current);
        if (facts === undefined) {
          facts = frontEnd.lower(path, current);
          cache?.keep(path, current, facts);
        }
        entry.lowered = { text: current, facts };
        return entry.lowered;
      } catch (error) {
        delete entry.lowered;
        entry.failure = error instanceof Error ? error.message : String(error);
        return undefined;
      }
    },
    lock(path, names) {
      const entry = known(path);
      const locks = (entry.locks ??= new Map<string, Lock | undefined>());
      const key = names.join();
      if (locks.has(key)) return locks.get(key);
      const read = host.exists(path) ? host.read(path) : undefined;
      const lock = read === undefined || 'error' in read ? undefined : readLock(path, read.text, names);
      locks.set(key, lock);
      return lock;
    },
    lines: (path) => (known(path).lines ??= lineCount(text(path) ?? '')),
    json: (path) => (known(path).json ??= { value: parseJson(text(path)) }).value,
    specifiers,
    specifiersChanged(path) {
      const old = entryOf(path).oldSpecifiers;
      return old === undefined || old.join('\0') !== specifiers(path).join('\0');
    },
    passesOn: passesOnAs,
    mentions: mentionsAny,
    mayExport: (path, name) =>
      tell(path, 'mayExport', name, () => {
        if (passesOnAs(path)) return true;
        const source = text(path) ?? '';
        return isPython(path) ? mentions(source, [name]) : declaresExport(source, name);
      }),
    declaresFunction: (path, name) =>
      tell(path, 'declaresFunction', name, () => !isPython(path) && declaresFunction(text(path) ?? '', name)),
    writesKey: (path, name) =>
      tell(path, 'writesKey', name, () => mentionsAny(path, [name]) && writesKey(text(path) ?? '', name)),
    hearsay() {
      const out = new Map<string, Hearsay>();
      for (const [path, entry] of entries) {
        if (entry.known === true) continue;
        out.set(path, {
          ...(entry.probe && { probe: essence(entry.probe) }),
          ...(entry.probe?.kind === 'text' && { bytes: entry.probe.bytes }),
          ...(entry.specifiers && { specifiers: entry.specifiers }),
          ...(entry.passesOn !== undefined && { passesOn: entry.passesOn }),
          ...Object.fromEntries([...(entry.told ?? [])].map(([question, answers]) => [question, [...answers]])),
        });
      }
      return out;
    },
    failure: (path) => entries.get(path)?.failure,
    invalidate(paths) {
      for (const path of paths ?? [...entries.keys()]) {
        const entry = entries.get(path);
        if (entry === undefined) continue;
        delete entry.probe;
        delete entry.text;
        delete entry.missing;
        delete entry.json;
        delete entry.lines;
        delete entry.locks;
        delete entry.passesOn;
        delete entry.mentions;
        delete entry.told;
        if (entry.specifiers !== undefined) entry.oldSpecifiers = entry.specifiers;
        delete entry.specifiers;
      }
    },
  };
}

function essence(probe: Probe): readonly unknown[] {
  switch (probe.kind) {
    case 'text':
      return [probe.kind, probe.trigger ?? null, probe.directive];
    case 'skipped':
      return [probe.kind, probe.reason];
    case 'missing':
      return [probe.kind];
  }
}

/** Whether a store of other texts would tell the same about a file. */
export function tellsTheSame(store: FileStore, path: string, hearsay: Hearsay, counted: boolean): boolean {
  const { bytes, probe, specifiers, passesOn } = hearsay;
  if (probe !== undefined && JSON.stringify(essence(store.probe(path))) !== JSON.stringify(probe)) return false;
  if (counted && bytes !== undefined) {
    const now = store.probe(path);
    if (now.kind !== 'text' || now.bytes !== bytes) return false;
  }
  if (specifiers !== undefined && store.specifiers(path).join('\0') !== specifiers.join('\0')) return false;
  if (passesOn !== undefined && store.passesOn(path) !== passesOn) return false;
  const same = (answers: Answers | undefined, ask: (name: string) => boolean): boolean =>
    (answers ?? []).every(([name, was]) => ask(name) === was);
  return (
    same(hearsay.mentions, (names) => store.mentions(path, names.split('\0'))) &&
    same(hearsay.mayExport, (name) => store.mayExport(path, name)) &&
    same(hearsay.declaresFunction, (name) => store.declaresFunction(path, name)) &&
    same(hearsay.writesKey, (name) => store.writesKey(path, name))
  );
}

function probeOf(
  path: string,
  read: ReturnType<EngineHost['read']>,
  prefilter: Prefilter,
  configKinds: EngineParts['configKinds'],
): Probe {
  if (read === undefined) return { kind: 'missing' };
  if ('error' in read) return { kind: 'skipped', reason: read.error };
  const reason = excludedByText(read.text);
  if (reason !== undefined) return { kind: 'skipped', reason };
  return {
    kind: 'text',
    trigger: configKinds.mayBe(path, read.text) ? 'configuration' : triggerOf(path, read.text, prefilter),
    directive: read.text.includes('leashlint:'),
    bytes: read.text.length,
  };
}

/** A name of a framework means nothing in settings. */
function triggerOf(path: string, text: string, prefilter: Prefilter): Trigger | undefined {
  if (!isSettingsFile(path)) return prefilter.trigger(text);
  return prefilter.mayHoldKey(text) ? 'secret' : undefined;
}
