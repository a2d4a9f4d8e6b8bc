import type { FileFacts } from '../facts.js';
import type { Prefilter, Trigger } from '../workspace/prefilter.js';
import type { FileStore } from './file-store.js';
import type { PrefilterOf } from './prefilters.js';
import { mentions } from './export-text.js';
import type { Project } from './project.js';

export type NeighbourReason = 'importer' | 're-export';

/** Files that only pass exports on are looked through this often. */
const MOST_HOPS = 3;
/** A file that more others import is plumbing: its importers are parsed when a flow leads there. */
const MOST_IMPORTERS = 300;

/**
 * Files that import one that touches an AI framework and are worth parsing for it: those that use the framework under its
 * own names through a re-export, and those that use what the file itself exports and may act on what a model wrote.
 */
export function neighbours(
  chosen: ReadonlyMap<string, Trigger>,
  wanted: (file: string) => boolean,
  project: Project,
  store: FileStore,
  prefilterOf: PrefilterOf,
): ReadonlyMap<string, NeighbourReason> {
  const out = new Map<string, NeighbourReason>();
  for (const [hit, trigger] of chosen) {
    if (trigger !== 'ai' || project.importersOf(hit).length === 0) continue;
    const facts = store.lower(hit)?.facts;
    if (facts === undefined) continue;
    const prefilter = prefilterOf(hit);
    const { own, framework, everything } = exportsOf(facts, prefilter);
    const consider = (importer: string): void => {
      if (chosen.has(importer) || !wanted(importer) || store.probe(importer).kind !== 'text') return;
      const text = store.text(importer) ?? '';
      if (mentions(text, framework) || (everything && prefilter.usesAiName(text))) out.set(importer, 're-export');
      else if (!out.has(importer) && mentions(text, own) && prefilter.mayAct(text)) out.set(importer, 'importer');
    };
    for (const importer of importersThrough(hit, project, store)) consider(importer);
  }
  return out;
}

interface Exports {
  /** Names of the file's own values; undefined if an importer may call them anything. */
  readonly own: readonly string[] | undefined;
  /** Names that it takes from an AI framework. */
  readonly framework: readonly string[];
  /** It passes on all that a framework exports. */
  readonly everything: boolean;
}

function exportsOf(facts: FileFacts, prefilter: Prefilter): Exports {
  const own: string[] = [];
  const framework: string[] = [];
  let everything = false;
  for (const entry of facts.exports) {
    if ('module' in entry) {
      if (!prefilter.isAiModule(entry.module)) continue;
      if (entry.name === '*') everything = true;
      else framework.push(entry.name);
      continue;
    }
    const value = facts.values[entry.value];
    if (value?.kind === 'import' && prefilter.isAiModule(value.module)) framework.push(entry.name);
    else own.push(entry.name);
  }
  const anonymous = own.some((name) => name === 'default' || name === '=');
  return { own: anonymous ? undefined : own, framework, everything };
}

/** Importers of a file, and of the files that pass its exports on. */
function importersThrough(file: string, project: Project, store: FileStore): ReadonlySet<string> {
  const out = new Set<string>();
  let frontier = [file];
  for (let hop = 0; hop < MOST_HOPS && frontier.length > 0; hop++) {
    const next: string[] = [];
    for (const path of frontier) {
      const importers = project.importersOf(path);
      if (importers.length > MOST_IMPORTERS) continue;
      for (const importer of importers) {
        if (out.has(importer)) continue;
        out.add(importer);
        if (store.passesOn(importer)) next.push(importer);
      }
    }
    frontier = next;
  }
  return out;
}
