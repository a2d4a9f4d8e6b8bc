import path from 'node:path';
import { recordingDisk } from '../cache/inputs.js';
import type { OpenCase, Outcome } from '../cache/remembered-runs.js';
import { createFactsCache } from '../cache/facts-cache.js';
import type { EffectiveConfig } from '../config/config.js';
import { createEngine } from '../engine/create-engine.js';
import type { EngineHost } from '../engine/engine.js';
import type { Hearsay } from '../engine/file-store.js';
import type { EngineParts } from '../engine/parts.js';
import { repeatHearsay } from '../engine/repeat-hearsay.js';
import type { Problem, Report } from '../engine/report.js';
import { wantedFiles } from '../engine/wanted-files.js';
import { isAtLeast, openFindings } from '../report/format.js';
import { plainDisk } from '../workspace/disk.js';
import { createDiskHost } from '../workspace/disk-host.js';
import { relativeTo } from '../path.js';
import type { Arguments } from './arguments.js';
import { openCaches } from './cache.js';
import { configure } from './configure.js';
import { emptyReport } from './empty-report.js';
import { engineParts } from './engine-parts.js';
import { failLimit } from './fail-limit.js';
import { dryRun, fixUntilStable, fixLevel } from './fix.js';
import { createMemory } from './memory.js';
import { createProgress } from './progress.js';
import { replay } from './repeat.js';
import { shardOption } from './shard-option.js';
import { cacheText, parserText, statsText } from './stats-text.js';
import type { Streams } from './streams.js';
import { findWorkspace, type Workspace } from './workspace.js';
import { chooseOutputs, type OutputTarget, writeOutputs } from './write-outputs.js';

/**
 * Exit code 0: clean, 1: findings at or above `--fail-on`, 2: the job could not be done. `open`: an earlier run whose outcome may be
 * the same again.
 */
export async function check(args: Arguments, given: Streams, open?: OpenCase): Promise<number> {
  const caches = openCaches(args, given);
  const memory = createMemory(caches, given);
  const { disk, streams } = memory;
  const failed = (message: string): number => {
    streams.stderr.write(`${message}\n`);
    return 2;
  };
  const outputs = chooseOutputs(args);
  if ('error' in outputs) return failed(outputs.error);
  const shard = shardOption(args);
  if (shard !== undefined && 'error' in shard) return failed(shard.error);
  const stdin = args.has('stdin') ? args.value('stdin-filename') : undefined;
  if (args.has('stdin') && stdin === undefined) return failed('--stdin needs --stdin-filename.');
  if (args.has('stdin') && args.has('fix')) return failed('--fix cannot write to standard input; use --fix-dry-run.');

  const workspace =
    stdin === undefined ? findWorkspace(args, streams.cwd, disk) : stdinWorkspace(stdin, args, streams.cwd);
  if ('error' in workspace) return failed(workspace.error);
  const configured = configure(args, workspace, streams.cwd, disk);
  if ('error' in configured) return failed(configured.error);
  const { config, problems, text } = configured;
  if (problems.length > 0) {
    await writeOutputs(outputs, emptyReport(problems, config.source, text), args, streams);
    return 2;
  }

  const parts = engineParts(args);
  const settled = open && settle(open, workspace.root, parts, outputs);
  if (settled !== undefined) return replay(settled, given);

  const overlay = new Map(stdin === undefined ? [] : [[workspace.only?.[0] ?? stdin, streams.readStdin()]]);
  const host = createDiskHost({
    root: workspace.root,
    wanted: wantedFiles(parts),
    ...(workspace.only === undefined ? {} : { named: workspace.only }),
    overlay,
    disk,
  });
  const facts = caches && createFactsCache(caches.facts, caches.edition);
  const engine = createEngine(host, parts, facts);
  const progress = createProgress(given.stderr);
  const asked = {
    config,
    ...(workspace.only === undefined ? {} : { only: workspace.only }),
    ...(shard === undefined ? {} : { shard }),
  };
  const analyse = (): Report => {
    const report = engine.analyse({ ...asked, progress: progress.update });
    if (report === undefined) throw new Error('The analysis was cancelled.');
    return report;
  };

  await engine.prepare(asked);
  let report = analyse();
  const level = fixLevel(args.value('fix'));
  let fixed = 0;
  if (level !== undefined) {
    const result = fixUntilStable(report, level, (files) => {
      for (const [file, content] of files) host.write(file, content);
      engine.invalidate([...files.keys()]);
      return analyse();
    });
    report = result.report;
    fixed = result.applied;
  }
  progress.end();

  const dry = fixLevel(args.value('fix-dry-run'));
  if (dry !== undefined) {
    streams.stdout.write(dryRun(report, dry));
  } else {
    await writeOutputs(outputs, withEmptiness(report, args, host), args, streams);
  }
  if (fixed > 0) streams.stderr.write(`${fixed} ${fixed === 1 ? 'fix' : 'fixes'} applied.\n`);
  if (args.has('stats')) streams.stderr.write(statsText(report) + parserText(parts) + cacheText(caches, facts));
  const code = exitCode(withEmptiness(report, args, host), args);
  // Trouble may be over the next time.
  if (code !== 2) memory.keep(code, namesDay(config), JSON.stringify([...engine.hearsay()]));
  caches?.facts.tidy();
  return code;
}

/** The outcome of the earlier run, if what it rests on is the same although some files are others. */
function settle(
  open: OpenCase,
  root: string,
  parts: EngineParts,
  outputs: readonly OutputTarget[],
): Outcome | undefined {
  const paths = open.changed.map((file) => relativeTo(root, file));
  const changed = paths.flatMap((file) => file ?? []);
  if (changed.length < paths.length) return undefined;
  const disk = recordingDisk(plainDisk, Date.now());
  const host = createDiskHost({ root, wanted: wantedFiles(parts), disk });
  // Its checksum says that it is what `hearsay` gave.
  const hearsay = new Map(JSON.parse(open.hearsay) as [string, Hearsay][]);
  // JSON says how much was read.
  const counted = outputs.some(({ format }) => format === 'json');
  return repeatHearsay(host, parts, changed, hearsay, counted) ? open.accept(disk.inputs()) : undefined;
}

/** Exceptions expire and agents are due for a review some day. */
function namesDay(config: EffectiveConfig): boolean {
  const { allow, policy } = config;
  return (
    allow.some(({ expires }) => expires !== undefined) ||
    Object.values(policy?.agents ?? {}).some(({ reviewBy }) => reviewBy !== undefined)
  );
}

function exitCode(report: Report, args: Arguments): number {
  if (report.problems.some(({ fatal }) => fatal)) return 2;
  if (args.has('exit-zero')) return 0;
  const limit = failLimit(args);
  return openFindings(report).some(({ severity }) => isAtLeast(severity, limit)) ? 1 : 0;
}

/** Finding nothing to look at is a failure, not a clean result. Of more shards than packages, some have nothing. */
function withEmptiness(report: Report, args: Arguments, host: EngineHost): Report {
  if (report.stats.files.listed > 0 || args.has('allow-empty')) return report;
  if (args.has('shard') && host.list().length > 0) return report;
  const message = `There is no file to analyse in ${path.basename(host.root)}.`;
  const problem: Problem = { kind: 'read', message, span: undefined, fatal: true };
  return { ...report, problems: [...report.problems, problem] };
}

function stdinWorkspace(filename: string, args: Arguments, cwd: string): Workspace | { readonly error: string } {
  if (args.operands.length > 0) return { error: '--stdin takes no paths.' };
  const inside = relativeTo(cwd, path.resolve(cwd, filename));
  const found = findWorkspace({ ...args, operands: inside === undefined ? [path.dirname(filename)] : [] }, cwd);
  if ('error' in found) return found;
  const file = relativeTo(found.root, path.resolve(cwd, filename));
  return file === undefined ? { error: `${filename} lies outside ${found.root}.` } : { ...found, only: [file] };
}
