import type { Span } from '@leashlint/rules';
import type { EffectiveConfig } from '../../config/config.js';
import type { Engine } from '../../engine/engine.js';
import type { Problem, Report } from '../../engine/report.js';
import type { Analyst, AnalysisRequest, FolderAnalysis, FolderSetup, LocatedFinding } from './analyst.js';
import type { EngineModules, LoadEngine } from './engine-modules.js';
import { createLocator } from './locate.js';
import { overlayHost, type OverlayHost } from './overlay-host.js';

interface Folder {
  readonly host: OverlayHost;
  readonly overlay: Map<string, string>;
  readonly engine: Engine;
  config: EffectiveConfig;
  configProblems: readonly Problem[];
}

/** An analyst that runs the engine in the calling thread. */
export function engineAnalyst(load: LoadEngine): Analyst {
  let loaded: Promise<EngineModules> | undefined;
  const modulesOnce = (): Promise<EngineModules> => (loaded ??= load());
  const folders = new Map<string, Folder>();

  const open = (modules: EngineModules, setup: FolderSetup): Folder => {
    let folder = folders.get(setup.root);
    if (folder === undefined) {
      const overlay = new Map<string, string>();
      const host = overlayHost(modules.createHost(setup, overlay));
      const { config, problems } = modules.resolveConfig(host, setup);
      folder = { host, overlay, engine: modules.createEngine(host), config, configProblems: problems };
      folders.set(setup.root, folder);
    }
    return folder;
  };

  return {
    async analyse(request, cancel, progress) {
      const modules = await modulesOnce();
      const started = performance.now();
      const folder = open(modules, request.folder);
      takeIn(modules, folder, request);
      const asked = { config: folder.config, ...(request.only === undefined ? {} : { only: request.only }) };
      await folder.engine.prepare(asked);
      const report = folder.engine.analyse({
        ...asked,
        cancelled: () => Atomics.load(cancel, 0) !== 0,
        ...(progress === undefined ? {} : { progress }),
      });
      return report && folderAnalysis(modules, folder, report, performance.now() - started);
    },
    async effectiveConfig(setup) {
      const modules = await modulesOnce();
      const { config, problems } = modules.resolveConfig(open(modules, setup).host, setup);
      const text = JSON.stringify(config, undefined, 2);
      return { source: config.source, problems: problems.map((one) => one.message), text };
    },
    rulePage: async (rule) => (await modulesOnce()).page(rule),
    onLost: () => undefined,
    close(root) {
      folders.delete(root);
    },
    dispose() {
      folders.clear();
    },
  };
}

function takeIn(modules: EngineModules, folder: Folder, request: AnalysisRequest): void {
  const stale = new Set(request.changed);
  let relist = request.relist;
  for (const { path, text } of request.buffers) {
    if (text === undefined) folder.overlay.delete(path);
    const onDisk = folder.host.exists(path);
    if (text !== undefined) folder.overlay.set(path, text);
    relist ||= !onDisk;
    stale.add(path);
  }
  if (relist) folder.host.relist();
  // A new ignore file moves files in or out that nobody named.
  if (request.relist) folder.engine.invalidate(undefined);
  else if (stale.size > 0) folder.engine.invalidate([...stale]);
  if (request.reconfigure) {
    const { config, problems } = modules.resolveConfig(folder.host, request.folder);
    folder.config = config;
    folder.configProblems = problems;
  }
}

function folderAnalysis(modules: EngineModules, folder: Folder, report: Report, milliseconds: number): FolderAnalysis {
  const locate = createLocator({
    text(path) {
      const known = report.text(path);
      if (known !== undefined) return known;
      const read = folder.host.read(path);
      return read !== undefined && 'text' in read ? read.text : undefined;
    },
    documentation(id) {
      const rule = modules.rule(id);
      return rule && { title: rule.title, url: rule.url };
    },
  });
  const files: Record<string, LocatedFinding[]> = {};
  const add = (path: string, one: LocatedFinding): void => {
    (files[path] ??= []).push(one);
  };
  for (const found of report.findings) {
    if (found.suppression === undefined) add(found.primary.file, locate.finding(found));
  }
  const unplaced: string[] = [];
  for (const problem of [...folder.configProblems, ...report.problems]) {
    if (isShownInPlace(problem)) add(problem.span.file, locate.problem(problem));
    else unplaced.push(problem.message);
  }
  return {
    files,
    problems: unplaced,
    filesAnalysed: report.stats.files.analysed,
    milliseconds,
    config: folder.config.source,
  };
}

/** Broken syntax is the language's own server's to report, and a rule's failure is nothing to repair in the file. */
function isShownInPlace(problem: Problem): problem is Problem & { readonly span: Span } {
  return (
    problem.span !== undefined &&
    !problem.span.file.startsWith('../') &&
    (problem.kind === 'config' || problem.kind === 'suppression')
  );
}
