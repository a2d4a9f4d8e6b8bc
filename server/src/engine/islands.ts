import type { Finding, Span, WorkspaceModel } from '@leashlint/rules';
import type { EffectiveConfig } from '../config/config.js';
import type { ProgramHost } from '../program/program.js';
import { buildApp } from './build-app.js';
import { loadProgram } from './load-program.js';
import type { EngineParts, ModelInput } from './parts.js';
import { type AskedAgain, type Doubts, type Questions, recordQuestions } from './questions.js';
import type { Problem } from './report.js';
import { runRules } from './run-rules.js';
import type { SelectedRule } from './select-rules.js';
import type { Stopwatch } from './stopwatch.js';
import { sharedWithWorkspace } from './workspace-model.js';

/** A part of the workspace that is analysed by itself, and what decides about the result besides the workspace. */
export interface Island extends Pick<ModelInput, 'texts' | 'dependencies'> {
  /** Files to load first, in order. */
  readonly roots: readonly string[];
}

export interface IslandResult {
  /** Not merged yet. */
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  /** For rules about the workspace. */
  readonly shared: WorkspaceModel;
  /** Where the search for sources was cut off. */
  readonly bounds: readonly Span[];
  /** Files with facts. */
  readonly lowered: ReadonlySet<string>;
}

export interface Terms {
  readonly config: EffectiveConfig;
  readonly rules: readonly SelectedRule[];
  /** ISO date. */
  readonly today: string;
}

/** Results of islands, each kept for as long as everything that it was made of is the same. */
export interface Islands {
  /** Undefined when cancelled. Results of islands that are not among these are forgotten. */
  analyse(
    islands: readonly Island[],
    terms: Terms,
    host: AskedAgain,
    watch: Stopwatch,
    cancelled: () => boolean,
  ): readonly IslandResult[] | undefined;
  /** These files may be others now. */
  doubt(files: Doubts): void;
}

interface Kept {
  readonly island: Island;
  readonly terms: Terms;
  readonly questions: Questions;
  readonly result: IslandResult;
  doubts: Set<string> | 'all';
}

export function createIslands(parts: EngineParts): Islands {
  let known = new Map<string, Kept>();

  return {
    analyse(islands, terms, host, watch, cancelled) {
      const next = new Map<string, Kept>();
      for (const island of islands) {
        const key = island.roots.join('\0');
        const before = known.get(key);
        const kept =
          before !== undefined && isSame(before, island, terms, host)
            ? before
            : analyseIsland(parts, island, terms, host, watch, cancelled);
        if (kept === undefined) {
          // What was found out already is worth keeping for the next try.
          known = new Map([...known, ...next]);
          return undefined;
        }
        if (kept.doubts === 'all' || kept.doubts.size > 0) kept.doubts = new Set();
        next.set(key, kept);
      }
      known = next;
      return [...next.values()].map(({ result }) => result);
    },
    doubt(files) {
      for (const kept of known.values()) {
        if (files === 'all') kept.doubts = 'all';
        else if (kept.doubts !== 'all') for (const file of files) kept.doubts.add(file);
      }
    },
  };
}

function isSame({ doubts, island, questions, terms }: Kept, other: Island, now: Terms, host: AskedAgain): boolean {
  return (
    terms.config === now.config &&
    terms.today === now.today &&
    island.dependencies === other.dependencies &&
    island.texts.length === other.texts.length &&
    island.texts.every(({ path, text }, at) => path === other.texts[at]?.path && text === other.texts[at].text) &&
    questions.hold(host, doubts)
  );
}

function analyseIsland(
  parts: EngineParts,
  island: Island,
  terms: Terms,
  host: ProgramHost,
  watch: Stopwatch,
  cancelled: () => boolean,
): Kept | undefined {
  const { config, rules, today } = terms;
  const questions = recordQuestions(host);
  const program = loadProgram(parts, questions.host, island.roots, cancelled);
  watch.lap('parse');
  if (program === undefined) return undefined;
  const { app, bounds, problems } = buildApp(parts, program, config, island, today);
  watch.lap('model');
  if (cancelled()) return undefined;
  const results = runRules(rules, 'part', app, config, cancelled);
  watch.lap('rules');
  if (results === undefined) return undefined;
  const result: IslandResult = {
    findings: results.findings,
    shared: sharedWithWorkspace(app),
    problems: [...problems, ...results.problems],
    bounds,
    lowered: questions.lowered,
  };
  return { island, terms, questions, result, doubts: new Set() };
}
