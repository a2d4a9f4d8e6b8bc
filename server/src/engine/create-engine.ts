import type { Span } from '@leashlint/rules';
import type { FactsCache } from '../cache/facts-cache.js';
import type { EffectiveConfig } from '../config/config.js';
import type { FrontEnd } from '../frontends/frontend.js';
import { isNotebook } from '../frontends/python/notebook.js';
import { suppress } from '../suppress/suppress.js';
import { baseNameOf } from '../path.js';
import { isLockFile } from '../workspace/dependency-files.js';
import { cutOff } from './build-app.js';
import { chooseFiles, type Choice, type Reason } from './choose-files.js';
import { compareProblems, type PlacedProblem } from './compare-problems.js';
import { connectedFiles } from './connected-files.js';
import type { AnalyseOptions, Asked, Engine, EngineHost } from './engine.js';
import { parseProblems, readProblems } from './file-problems.js';
import { createFileStore } from './file-store.js';
import { fingerprints } from './fingerprint.js';
import { literalRanges } from './literal-ranges.js';
import { createIslands, type Island } from './islands.js';
import { rootFiles } from './load-program.js';
import { programHost } from './program-host.js';
import { createPrefilters } from './prefilters.js';
import type { EngineParts } from './parts.js';
import { createProject, isManifest, within, type Project } from './project.js';
import type { Problem, Report, Stats } from './report.js';
import { mergeFindings, runRules } from './run-rules.js';
import { selectRules } from './select-rules.js';
import { shardOf } from './shard.js';
import { countReasons, sumByReason } from './stats.js';
import { createStopwatch } from './stopwatch.js';
import { waysInto } from './ways-into.js';
import { workflowParts } from './workflow-parts.js';
import { workspaceModel } from './workspace-model.js';

/**
 * An engine over one workspace folder. `parts` are the front-ends, the catalogue and the rules that it works with; `cache` has
 * facts of earlier runs.
 */
export function createEngine(host: EngineHost, parts: EngineParts, cache?: FactsCache): Engine {
  const prefilterOf = createPrefilters(parts.catalogue, parts.secretPatterns, parts.choose);
  const store = createFileStore(host, prefilterOf, parts, cache);
  const known = new Set(parts.rules.map((rule) => rule.meta.id));
  const text = (file: string): string | undefined => store.text(file);
  const islands = createIslands(parts);
  let current: { readonly config: EffectiveConfig; readonly project: Project } | undefined;
  const ready = new Set<FrontEnd>();
  /** Files that were invalidated although no list has them: an editor shows an ignored file. */
  const unlisted = new Set<string>();

  const projectFor = (config: EffectiveConfig): Project => {
    if (current?.config !== config) current = { config, project: createProject(host, store, config) };
    return current.project;
  };

  function analyse(options: AnalyseOptions): Report | undefined {
    const { config, only } = options;
    const cancelled = options.cancelled ?? (() => false);
    const watch = createStopwatch();
    const today = options.today ?? new Date().toISOString().slice(0, 10);
    const project = projectFor(config);
    const asked = askedFiles(project, options);
    const candidates = candidateFiles(project, options, asked);
    watch.lap('discovery');

    const tick = (done: number): boolean => {
      options.progress?.(done, candidates.length);
      return !cancelled();
    };
    const choice = chooseFiles(candidates, store, tick, () => options.shard !== undefined && touchesAi(project));
    if (choice === undefined) return undefined;
    watch.lap('prefilter');

    const chosen = rootFiles(choice, candidates, project, store, prefilterOf);
    watch.lap('parse');
    const rules = selectRules(parts.rules, config);
    const results = islands.analyse(
      islandsOf(project, chosen, choice),
      { config, rules, today },
      programHost(parts, host, project, store),
      watch,
      cancelled,
    );
    if (results === undefined) return undefined;
    const whole = runRules(rules, 'workspace', workspaceModel(results.map(({ shared }) => shared)), config, cancelled);
    if (whole === undefined) return undefined;
    const findings = mergeFindings(
      rules,
      [...results, whole].flatMap((result) => result.findings),
      asked,
    );
    const lowered = new Set(results.flatMap((result) => [...result.lowered]));
    watch.lap('rules');

    const { suppressions, problems: complaints } = suppress({
      findings,
      config,
      files: choice.directives.filter(asked).map((path) => {
        const facts = lowered.has(path) ? store.lower(path)?.facts : undefined;
        return { path, text: text(path) ?? '', inString: literalRanges(facts) };
      }),
      known,
      ran: new Set(rules.map(({ rule }) => rule.meta.id)),
      today,
    });
    const prints = fingerprints(findings, text);
    watch.lap('report');

    // A file of another shard may be met here only: who puts the reports together drops what several say.
    const told = options.shard === undefined ? asked : within(only);
    const parsed = [...new Set([...lowered, ...chosen.keys()])].filter(told).sort();
    return {
      findings: findings.map((finding, index) => ({
        ...finding,
        // The code of a notebook stands in strings.
        fixes: finding.fixes.filter(({ edits }) => !edits.some(({ span }) => isNotebook(span.file))),
        fingerprint: prints[index] ?? '',
        suppression: suppressions[index],
      })),
      problems: [
        ...cutOff(onceByFile(results.map(({ bounds }) => bounds))).filter(({ span }) => asked(span?.file ?? '')),
        ...readProblems(choice.unreadable.filter(({ path }) => asked(path))),
        ...parseProblems(store, parsed),
        ...distinctMessages([...results, whole].flatMap((result) => result.problems)),
        ...complaints,
      ].sort(byPlace),
      stats: { ...statsOf(candidates, choice, chosen, lowered, project), timings: watch.laps(), rules: rules.length },
      text,
    };
  }

  /** Settings are looked into by themselves: code does not depend on them. */
  function islandsOf(project: Project, chosen: ReadonlyMap<string, Reason>, choice: Choice): readonly Island[] {
    const texts = choice.settings.map((path) => ({ path, text: text(path) ?? '' }));
    const named = (wanted: boolean): readonly string[] =>
      [...chosen].flatMap(([path, reason]) => ((reason === 'configuration') === wanted ? [path] : []));
    return [
      { roots: named(true), texts, dependencies: true },
      ...project.split(named(false)).map((roots) => ({ roots, texts: [], dependencies: false })),
    ];
  }

  /** Whether what is found in a file is to be reported. */
  function askedFiles(project: Project, { only, shard }: Asked): (file: string) => boolean {
    const named = within(only);
    if (shard === undefined) return named;
    const mine = shardOf(project.files.filter(named), project.packages, shard);
    return (file) => named(file) && mine(file);
  }

  /**
   * Files to look into: the project's, narrowed to what was asked for, with files asked for by name that no list has, files
   * from which a flow may lead into one that was asked for, and all workflows where one was.
   */
  function candidateFiles(project: Project, options: Asked, asked: (file: string) => boolean): readonly string[] {
    const { only, shard } = options;
    if (only === undefined && shard === undefined) return project.files;
    const mine = project.files.filter(asked);
    if (shard !== undefined) return connectedFiles(mine, isCode, project, store, host);
    const extra = (only ?? []).filter((path) => !project.has(path) && host.read(path) !== undefined);
    const named = [...mine, ...extra];
    const context = [...waysInto(named, project, store, host, prefilterOf), ...workflowParts(named, project.files)];
    return [...new Set([...named, ...context])].sort();
  }

  const isCode = (file: string): boolean =>
    parts.frontEnds.some(({ code, extensions }) => code && extensions.some((end) => file.toLowerCase().endsWith(end)));

  const touchesAi = ({ files }: Project): boolean =>
    files.some((file) => {
      const probe = store.probe(file);
      return probe.kind === 'text' && probe.trigger === 'ai';
    });

  /** Whether some file of a language will be parsed. Files of one language lead to no other. */
  const isMet = ({ extensions }: FrontEnd, candidates: readonly string[]): boolean =>
    candidates.some((path) => {
      if (!extensions.some((extension) => path.toLowerCase().endsWith(extension))) return false;
      const probe = store.probe(path);
      return probe.kind === 'text' && probe.trigger !== undefined;
    });

  async function prepare(options: Asked): Promise<void> {
    const loading = parts.frontEnds.filter((frontEnd) => frontEnd.load !== undefined && !ready.has(frontEnd));
    if (loading.length === 0) return;
    const project = projectFor(options.config);
    // Which files a shard takes is not worth finding out twice.
    const candidates =
      options.shard === undefined ? candidateFiles(project, options, within(options.only)) : project.files;
    for (const frontEnd of loading) {
      if (!isMet(frontEnd, candidates)) continue;
      await frontEnd.load?.();
      ready.add(frontEnd);
    }
  }

  function statsOf(
    candidates: readonly string[],
    choice: Choice,
    chosen: ReadonlyMap<string, Reason>,
    lowered: ReadonlySet<string>,
    { excluded }: Project,
  ): Omit<Stats, 'timings' | 'rules'> {
    const paths = [...lowered];
    const neighbours = chosen.size - choice.chosen.size;
    const onDemand = paths.filter((path) => !chosen.has(path));
    const listed = new Set(candidates);
    const ledTo = onDemand.filter((path) => listed.has(path) && store.probe(path).kind === 'text').length;
    return {
      files: {
        listed: candidates.length,
        read: choice.read,
        skipped: candidates.length - chosen.size - choice.settings.length - ledTo,
        analysed: paths.length + choice.settings.length,
        onDemand: onDemand.length,
      },
      skippedBecause: sumByReason(
        choice.skipped,
        host.skipped?.(),
        new Map([
          ['excluded by configuration', excluded],
          ['no trigger', choice.untouched - neighbours - ledTo],
        ]),
      ),
      parsedBecause: countReasons([
        ...paths.map((path) => chosen.get(path) ?? 'on demand'),
        ...choice.settings.map(() => 'settings'),
      ]),
      bytes: choice.bytes,
      lines: paths.reduce((sum, path) => sum + store.lines(path), 0),
    };
  }

  function invalidate(paths: readonly string[] | undefined): void {
    if (paths === undefined || paths.some((path) => changesTheList(path))) current = undefined;
    store.invalidate(paths);
    current?.project.recheckImports(paths ?? []);
    islands.doubt(paths === undefined || paths.some(decidesAboutOthers) ? 'all' : new Set(paths));
  }

  /** Whether a file came or went since the list was made, or decides what is in it. */
  function changesTheList(path: string): boolean {
    if (decidesAboutOthers(path)) return true;
    const exists = host.exists(path);
    const listed = current?.project.has(path) ?? false;
    if (exists === listed || (exists && unlisted.has(path))) return false;
    if (exists) unlisted.add(path);
    else unlisted.delete(path);
    return true;
  }

  return { prepare, analyse, hearsay: () => store.hearsay(), invalidate };
}

/** Files by which others are listed, found or understood. */
function decidesAboutOthers(path: string): boolean {
  return (
    ['.gitignore', '.ignore'].includes(baseNameOf(path)) ||
    isManifest(path) ||
    isLockFile(path) ||
    /\.json[c5]?$/i.test(path)
  );
}

/** Of a file that several islands met, what the first of them says. */
function onceByFile(bounds: readonly (readonly Span[])[]): readonly Span[] {
  const told = new Map<string, readonly Span[]>();
  return bounds.flatMap((places) =>
    places.filter(({ file }) => {
      if (!told.has(file)) told.set(file, places);
      return told.get(file) === places;
    }),
  );
}

/** What goes wrong in several islands is said once. */
function distinctMessages(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [problem.message, problem])).values()];
}

function byPlace(a: Problem, b: Problem): number {
  const placed = ({ kind, message, span }: Problem): PlacedProblem => ({
    kind,
    message,
    file: span?.file,
    start: span?.start,
  });
  return compareProblems(placed(a), placed(b));
}
