import type { AppModel, Finding } from '@leashlint/rules';
import type { EffectiveConfig } from '../config/config.js';
import { suppress } from '../suppress/suppress.js';
import { createPrefilter } from '../workspace/prefilter.js';
import { chooseFiles } from './choose-files.js';
import type { AnalyseOptions, Engine, EngineHost } from './engine.js';
import { emptyModel } from './empty-model.js';
import { parseProblems, readProblems } from './file-problems.js';
import { createFileStore } from './file-store.js';
import { fingerprints } from './fingerprint.js';
import { literalRanges } from './literal-ranges.js';
import type { EngineParts } from './parts.js';
import { createProject, within, type Project } from './project.js';
import type { Problem, Report } from './report.js';
import { runRules } from './run-rules.js';
import { selectRules } from './select-rules.js';
import { countReasons, lineCount, sumByReason } from './stats.js';
import { createStopwatch } from './stopwatch.js';

/** An engine over one workspace folder. `parts` are the front-ends, the catalogue and the rules that it works with. */
export function createEngine(host: EngineHost, parts: EngineParts): Engine {
  const prefilter = createPrefilter(parts.catalogue, parts.secretPatterns);
  const store = createFileStore(host, prefilter, parts.frontEnds);
  const known = new Set(parts.rules.map((rule) => rule.meta.id));
  let project: { readonly config: EffectiveConfig; readonly value: Project } | undefined;

  const projectFor = (config: EffectiveConfig): Project => {
    if (project?.config !== config) project = { config, value: createProject(host, store, config) };
    return project.value;
  };

  function analyse(options: AnalyseOptions): Report | undefined {
    const { config } = options;
    const cancelled = options.cancelled ?? (() => false);
    const watch = createStopwatch();
    const files = projectFor(config);
    const asked = within(options.only);
    const candidates = candidateFiles(files, host, options.only);
    watch.lap('discovery');

    const choice = chooseFiles(candidates, files, store, prefilter, (done) => {
      options.progress?.(done, candidates.length);
      return !cancelled();
    });
    if (choice === undefined) return undefined;
    watch.lap('prefilter');

    const lowered = new Set<string>();
    const program = parts.createProgram({
      lower(path) {
        const result = store.lower(path);
        if (result !== undefined) lowered.add(path);
        return result;
      },
      exists: (path) => host.exists(path),
      read: (path) => store.text(path),
      manifests: () => files.manifests,
      importersOf: (path, names) => files.importersOf(path, names),
    });
    for (const path of choice.chosen.keys()) {
      if (cancelled()) return undefined;
      program.load(path);
    }
    watch.lap('parse');

    const rules = selectRules(parts.rules, config);
    const { app, problem } = model(parts, program, []);
    if (cancelled()) return undefined;
    watch.lap('model');

    const shown = (finding: Finding): boolean =>
      asked(finding.primary.file) &&
      (config.heuristics || config.preset === 'audit' || finding.evidence !== 'heuristic');
    const results = runRules(rules, app, shown, cancelled);
    if (results === undefined) return undefined;
    watch.lap('rules');

    const text = (file: string): string | undefined => store.text(file);
    const suppressed = suppress({
      findings: results.findings,
      config,
      files: choice.directives.map((path) => {
        const facts = lowered.has(path) ? store.lower(path)?.facts : undefined;
        return { path, text: text(path) ?? '', inString: literalRanges(facts) };
      }),
      known,
      ran: new Set(rules.map(({ rule }) => rule.meta.id)),
      today: options.today ?? new Date().toISOString().slice(0, 10),
    });
    const prints = fingerprints(results.findings, text);
    watch.lap('report');

    const paths = [...lowered].sort();
    return {
      findings: results.findings.map((finding, index) => ({
        ...finding,
        fingerprint: prints[index] ?? '',
        suppression: suppressed.suppressions[index],
      })),
      problems: [
        ...(problem === undefined ? [] : [problem]),
        ...readProblems(choice.unreadable),
        ...parseProblems(store, [...new Set([...paths, ...choice.chosen.keys()])].filter(asked).sort()),
        ...results.problems,
        ...suppressed.problems,
      ],
      stats: {
        files: {
          listed: candidates.length,
          read: choice.read,
          skipped: candidates.length - choice.chosen.size,
          analysed: paths.length,
          onDemand: paths.filter((path) => !choice.chosen.has(path)).length,
        },
        skippedBecause: sumByReason(
          choice.skipped,
          host.skipped?.(),
          new Map([['excluded by configuration', files.excluded]]),
        ),
        parsedBecause: countReasons(paths.map((path) => choice.chosen.get(path) ?? 'on demand')),
        bytes: choice.bytes,
        lines: paths.reduce((sum, path) => sum + lineCount(text(path) ?? ''), 0),
        timings: watch.laps(),
        rules: rules.length,
      },
      text,
    };
  }

  return {
    analyse,
    invalidate(paths) {
      const moved = paths === undefined || paths.some((path) => project?.value.has(path) !== host.exists(path));
      store.invalidate(paths);
      if (moved) project = undefined;
      else project?.value.forgetImports();
    },
  };
}

/** Files to look into: the project's, narrowed to what was asked for, and files asked for by name that no list has. */
function candidateFiles(project: Project, host: EngineHost, only: readonly string[] | undefined): readonly string[] {
  if (only === undefined) return project.files;
  const asked = within(only);
  const extra = only.filter((path) => !project.has(path) && host.read(path) !== undefined);
  return [...project.files.filter(asked), ...extra].sort();
}

/** Building the model is our own code: when it throws there are no findings, and the report says why. */
function model(
  parts: EngineParts,
  program: ReturnType<EngineParts['createProgram']>,
  texts: Parameters<EngineParts['buildModel']>[1],
): { readonly app: AppModel; readonly problem: Problem | undefined } {
  try {
    return { app: parts.buildModel(program, texts), problem: undefined };
  } catch (error) {
    const message = `The application model could not be built: ${error instanceof Error ? error.message : String(error)}`;
    return { app: emptyModel, problem: { kind: 'rule', message, span: undefined, fatal: true } };
  }
}
