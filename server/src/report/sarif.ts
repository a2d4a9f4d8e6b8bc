import type { Span } from '@leashlint/rules';
import type { Location, Log, Notification, PhysicalLocation, Region, Result, Run } from 'sarif';
import type { Problem, Report, ReportedFinding } from '../engine/report.js';
import type { Formatter } from './format.js';
import { createLocator } from './lines.js';
import { homepage } from './rule-url.js';
import { sarifFixes } from './sarif-fixes.js';
import { leftOut, MOST_RESULTS, mostSevere } from './sarif-limits.js';
import { sarifRules, sarifTaxonomies } from './sarif-rules.js';

/** GitHub takes no more steps per trace. */
const MOST_STEPS = 100;

/** SARIF 2.1.0: one run, relative URIs, regions in UTF-16 code units. */
export const sarif: Formatter = (report, context) => {
  const locate = createRegions(report);
  const kept = mostSevere(report.findings, MOST_RESULTS, ({ severity }) => severity);
  const rules = [...context.rules.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const index = new Map(rules.map(({ id }, position) => [id, position]));
  const taxonomies = sarifTaxonomies(rules);
  const notifications = report.problems.map((problem) => toNotification(problem, locate));
  if (kept.length < report.findings.length) notifications.push(leftOut(report.findings.length - kept.length));
  const run: Run = {
    tool: {
      driver: {
        name: 'leashlint',
        semanticVersion: context.version,
        informationUri: homepage,
        rules: sarifRules(rules, new Set(kept.map(({ rule }) => rule)), context.page, taxonomies),
        supportedTaxonomies: taxonomies.map(({ name }, position) => ({ name, index: position })),
      },
    },
    invocations: [
      {
        executionSuccessful: !report.problems.some(({ fatal }) => fatal),
        toolExecutionNotifications: notifications,
      },
    ],
    originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The folder that was analysed.' } } },
    columnKind: 'utf16CodeUnits',
    results: kept.map((finding) => toResult(finding, index.get(finding.rule), report, locate)),
    taxonomies,
    ...(context.shard === undefined ? {} : { properties: { shard: context.shard } }),
  };
  const log: Log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return JSON.stringify(log, undefined, 2) + '\n';
};

export interface Regions {
  region(span: Span): Region;
  physical(span: Span): PhysicalLocation;
}

function createRegions(report: Report): Regions {
  const locate = createLocator((file) => report.text(file));
  const region = ({ file, start, end }: Span): Region => {
    const from = locate(file, start);
    const to = locate(file, end);
    return {
      startLine: from.line + 1,
      startColumn: from.column + 1,
      endLine: to.line + 1,
      endColumn: to.column + 1,
      charOffset: start,
      charLength: end - start,
    };
  };
  return {
    region,
    physical: (span) => ({ artifactLocation: artifact(span.file), region: region(span) }),
  };
}

export function artifact(file: string): { uri: string; uriBaseId: string } {
  return { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}

function toResult(finding: ReportedFinding, ruleIndex: number | undefined, report: Report, locate: Regions): Result {
  const { rule, severity, message, help, primary, related, trace, otherTraces, fingerprint, suppression } = finding;
  const fixes = sarifFixes(finding.fixes, (file) => report.text(file), locate);
  const noted = (note: { readonly span: Span; readonly message: string }): Location => ({
    physicalLocation: locate.physical(note.span),
    message: { text: note.message },
  });
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: severity === 'info' ? 'note' : severity,
    message: { text: `${message} ${help}` },
    locations: [{ physicalLocation: locate.physical(primary) }],
    ...(related.length === 0 ? {} : { relatedLocations: related.map((note, id) => ({ id, ...noted(note) })) }),
    ...(trace.length === 0
      ? {}
      : {
          codeFlows: [trace, ...otherTraces].map((steps) => ({
            threadFlows: [{ locations: shortened(steps).map((step) => ({ location: noted(step) })) }],
          })),
        }),
    partialFingerprints: { primaryLocationLineHash: fingerprint, 'leashlint/v1': fingerprint },
    ...(fixes.length === 0 ? {} : { fixes }),
    ...(suppression === undefined
      ? {}
      : {
          suppressions: [
            {
              kind: suppression.kind === 'comment' ? 'inSource' : 'external',
              status: 'accepted',
              ...(suppression.reason === undefined ? {} : { justification: suppression.reason }),
              ...(suppression.span === undefined
                ? {}
                : { location: { physicalLocation: locate.physical(suppression.span) } }),
            },
          ],
        }),
    properties: { evidence: finding.evidence },
  };
}

/** The ends of a long trace say the most. */
function shortened<T>(steps: readonly T[]): readonly T[] {
  if (steps.length <= MOST_STEPS) return steps;
  return [...steps.slice(0, MOST_STEPS / 2), ...steps.slice(-MOST_STEPS / 2)];
}

function toNotification({ kind, message, span, fatal }: Problem, locate: Regions): Notification {
  return {
    descriptor: { id: kind },
    level: fatal ? 'error' : 'note',
    message: { text: message },
    ...(span === undefined ? {} : { locations: [{ physicalLocation: locate.physical(span) }] }),
  };
}
