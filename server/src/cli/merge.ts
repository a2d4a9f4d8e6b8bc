import fs from 'node:fs';
import path from 'node:path';
import type { Log } from 'sarif';
import { isAtLeast } from '../report/format.js';
import { mergeJson, type JsonReport } from '../report/merge-json.js';
import { mergeSarif } from '../report/merge-sarif.js';
import type { Arguments } from './arguments.js';
import { failLimit } from './fail-limit.js';
import { parseShard } from './shard-option.js';
import type { Streams } from './streams.js';

type Parsed =
  | { readonly file: string; readonly kind: 'sarif'; readonly log: Log; readonly shard: string | undefined }
  | { readonly file: string; readonly kind: 'json'; readonly report: JsonReport; readonly shard: string | undefined };

/**
 * Puts the reports of all shards together. Exit codes are those of `check`; a missing shard is a job that was not done, and so
 * are reports of different kinds or versions.
 */
export function merge(args: Arguments, streams: Streams): number {
  const failed = (message: string): number => {
    streams.stderr.write(`${message}\n`);
    return 2;
  };
  if (args.operands.length === 0) return failed('Name the reports to merge.');
  const reports: Parsed[] = [];
  for (const operand of args.operands) {
    const report = readReport(operand, streams.cwd);
    if ('error' in report) return failed(report.error);
    reports.push(report);
  }
  const trouble = missingShard(reports);
  if (trouble !== undefined) return failed(trouble);
  const logs = reports.flatMap((report) => (report.kind === 'sarif' ? [report.log] : []));
  const data = reports.flatMap((report) => (report.kind === 'json' ? [report.report] : []));
  if (logs.length > 0 && data.length > 0) return failed('Reports of different formats cannot be merged.');
  const versions = new Set([
    ...logs.flatMap(({ runs }) => runs.map(({ tool }) => tool.driver.semanticVersion)),
    ...data.map((report) => report.tool.version),
  ]);
  if (versions.size > 1) return failed(`Different versions wrote these reports: ${[...versions].join(', ')}.`);

  const merged = logs.length > 0 ? mergeSarif(logs) : mergeJson(data);
  if ('error' in merged) return failed(merged.error);
  const target = args.value('output-file');
  if (target === undefined) streams.stdout.write(merged.text);
  else streams.writeFile(path.resolve(streams.cwd, target), merged.text);
  if (merged.failed) return 2;
  const limit = failLimit(args);
  return !args.has('exit-zero') && merged.severities.some((severity) => isAtLeast(severity, limit)) ? 1 : 0;
}

function readReport(file: string, cwd: string): Parsed | { readonly error: string } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(fs.readFileSync(path.resolve(cwd, file), 'utf8'));
  } catch (error) {
    return { error: `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
  // Of what leashlint writes, one of two keys tells the format.
  const report = Object(parsed) as Partial<Log> & Partial<JsonReport>;
  const [run] = report.runs ?? [];
  if (run?.tool.driver.name === 'leashlint') {
    const shard: unknown = run.properties?.['shard'];
    return { file, kind: 'sarif', log: report as Log, shard: typeof shard === 'string' ? shard : undefined };
  }
  if (report.tool?.name === 'leashlint' && Array.isArray(report.findings)) {
    return { file, kind: 'json', report: report as JsonReport, shard: report.shard };
  }
  return { error: `${file} is no report of leashlint in SARIF or JSON.` };
}

/** What is wrong with the set of shards: a report that nobody waited for must not look like a clean one. */
function missingShard(reports: readonly Parsed[]): string | undefined {
  const shards = reports.flatMap(({ shard }) => (shard === undefined ? [] : [shard]));
  if (shards.length === 0) return undefined;
  if (shards.length < reports.length) return 'Some of these reports are of shards, and some are not.';
  const counts = new Set(shards.map((shard) => parseShard(shard)?.count));
  const [count] = counts;
  if (counts.size > 1 || count === undefined) return `These shards are not of one division: ${shards.join(', ')}.`;
  const missing = Array.from({ length: count }, (_, index) => `${index + 1}/${count}`).filter(
    (shard) => !shards.includes(shard),
  );
  return missing.length === 0 ? undefined : `The report of shard ${missing.join(', ')} is missing.`;
}
