import { Ajv } from 'ajv';
import * as formats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Log, Result, Run } from 'sarif';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/engine/report.js';
import { sarif } from '../../src/report/sarif.js';
import { context, keyFinding, problems, reportOf, shellFile, shellFinding, suppressedFinding } from './reports.js';

/** The OASIS schema as the npm package @microsoft/jest-sarif 1.0.0-beta.0 ships it (lib/schemas/sarif-2.1.0-rtm.5.json). */
const schemaFile = path.join(import.meta.dirname, 'fixtures/sarif-2.1.0-rtm.5.json');

function validator(): (value: unknown) => string[] {
  // The schema is written in draft 4; of what later drafts changed it uses only the name of `id`.
  const { id, $schema: _, ...schema } = JSON.parse(readFileSync(schemaFile, 'utf8')) as Record<string, unknown>;
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  formats.default.default(ajv);
  const validate = ajv.compile({ ...schema, $id: id });
  return (value) =>
    validate(value) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
}

const validate = validator();
const logOf = (report: Report): Log => JSON.parse(sarif(report, context)) as Log;
const runOf = (report: Report): Run => {
  const run = logOf(report).runs[0];
  if (run === undefined) throw new Error('no run');
  return run;
};
const resultOf = (report: Report): Result => {
  const result = runOf(report).results?.[0];
  if (result === undefined) throw new Error('no result');
  return result;
};

const full = reportOf([shellFinding, keyFinding, suppressedFinding], { problems });

describe('the log is valid', () => {
  test.each([
    ['with everything in it', full],
    ['with nothing in it', reportOf([])],
  ])('%s', (_, report) => {
    expect(validate(logOf(report))).toEqual([]);
  });

  test('and the schema would find an invalid one', () => {
    const log = logOf(full);
    expect(validate({ ...log, version: '2.0.0' })).not.toEqual([]);
    expect(validate({ ...log, runs: [{ ...log.runs[0], results: [{ ruleId: 'x' }] }] })).not.toEqual([]);
  });
});

describe('a result', () => {
  test('names its place with an encoded relative URI and a region that counts from 1', () => {
    expect(resultOf(full).locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'src/a%20b/%5Bid%5D%40100%25.ts', uriBaseId: '%SRCROOT%' },
          region: {
            startLine: 4,
            startColumn: 7,
            endLine: 4,
            endColumn: 18,
            charOffset: shellFinding.primary.start,
            charLength: 11,
          },
        },
      },
    ]);
  });

  test('has the trace as a code flow, in order, and the notes as related locations', () => {
    const { codeFlows, relatedLocations } = resultOf(full);
    const steps = codeFlows?.[0]?.threadFlows[0]?.locations.map(({ location }) => location?.message?.text);
    expect(steps).toEqual(['argument `cmd` of tool `ls`', 'is passed to `run`']);
    expect(relatedLocations).toMatchObject([{ id: 0, message: { text: 'declared here' } }]);
  });

  test('has its fingerprint where GitHub looks for it', () => {
    expect(resultOf(full).partialFingerprints).toEqual({
      primaryLocationLineHash: 'f'.repeat(32),
      'leashlint/v1': 'f'.repeat(32),
    });
  });

  test('has fixes that give the fixed text when applied by offset', () => {
    const [fix] = resultOf(full).fixes ?? [];
    expect(fix?.description?.text).toBe('Pass the arguments as an array');
    const changes = new Map(fix?.artifactChanges.map((change) => [change.artifactLocation.uri, change.replacements]));
    const before = full.text(shellFile) ?? '';
    const replacements = changes.get('src/a%20b/%5Bid%5D%40100%25.ts') ?? [];
    const after = [...replacements]
      .reverse()
      .reduce((text, { deletedRegion: { charOffset = 0, charLength = 0 }, insertedContent }) => {
        return text.slice(0, charOffset) + (insertedContent?.text ?? '') + text.slice(charOffset + charLength);
      }, before);
    expect(after).toBe(before.replace('exec(`ls ${cmd}`)', 'execFile("ls", [cmd])'));
    expect(changes.get('.env.example')).toEqual([
      {
        deletedRegion: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1, charOffset: 0, charLength: 0 },
        insertedContent: { text: 'KEY=\n' },
      },
    ]);
  });

  test('says how it was suppressed', () => {
    expect(runOf(full).results?.[2]).toMatchObject({
      level: 'note',
      suppressions: [{ kind: 'inSource', status: 'accepted', justification: 'checked' }],
    });
    expect(resultOf(full).suppressions).toBeUndefined();
  });

  test('points at its rule', () => {
    const run = runOf(full);
    for (const { ruleId, ruleIndex } of run.results ?? [])
      expect(run.tool.driver.rules?.[ruleIndex ?? -1]?.id).toBe(ruleId);
  });
});

describe('a rule', () => {
  const rule = runOf(full).tool.driver.rules?.[0];

  test('has its page as help and its address', () => {
    expect(rule?.help?.markdown).toContain('# exec-tool-shell');
    expect(rule?.fullDescription?.text).toBe('What a model writes runs in a shell.');
    expect(rule?.helpUri).toMatch(/\/rules\/src\/rules\/exec\/exec-tool-shell\/rule\.md$/);
  });

  test('has what GitHub sorts by', () => {
    expect(rule?.properties).toEqual({
      tags: ['security', 'exec', 'external/cwe/cwe-78', 'LLM05:2025'],
      precision: 'very-high',
      'security-severity': '8.8',
      'problem.severity': 'error',
    });
    expect(rule?.defaultConfiguration).toEqual({ level: 'error', enabled: true });
  });

  test('relates to taxa that exist under the index that it gives', () => {
    const { taxonomies = [], tool } = runOf(full);
    const relations = (tool.driver.rules ?? []).flatMap(({ relationships }) => relationships ?? []);
    expect(relations).toHaveLength(5);
    for (const { target } of relations) {
      const component = taxonomies[target.toolComponent?.index ?? -1];
      expect(component?.name).toBe(target.toolComponent?.name);
      expect(component?.taxa?.[target.index ?? -1]?.id).toBe(target.id);
    }
    expect(taxonomies.map(({ name }) => name)).toEqual([
      'CWE',
      'OWASP Top 10 for LLM Applications 2025',
      'OWASP Top 10 for Agentic Applications',
      'MITRE ATLAS',
    ]);
  });
});

describe('the run', () => {
  test('says what went wrong', () => {
    expect(runOf(full).invocations).toMatchObject([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          { level: 'note', descriptor: { id: 'parse' } },
          { level: 'error', descriptor: { id: 'rule' }, message: { text: 'Rule x failed: bug' } },
        ],
      },
    ]);
    expect(runOf(reportOf([])).invocations).toMatchObject([{ executionSuccessful: true }]);
  });

  test('keeps the most severe results when there are too many, and says so', () => {
    const many = Array.from({ length: 5001 }, () => ({ ...keyFinding }));
    const run = runOf(reportOf([...many, shellFinding]));
    expect(run.results).toHaveLength(5000);
    expect(run.results?.at(-1)?.ruleId).toBe('exec-tool-shell');
    expect(run.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text).toMatch(/^2 findings/);
  });

  test('is the same for the same report', () => {
    expect(sarif(full, context)).toBe(sarif(full, context));
    expect(sarif(full, context)).not.toContain(process.cwd());
  });
});
