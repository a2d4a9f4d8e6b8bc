import type { Rule } from '@leashlint/rules';
import { describe, expect, test } from 'vitest';
import type { EffectiveConfig } from '../../src/config/config.js';
import { defaultConfig } from '../../src/config/defaults.js';
import { createEngine } from '../../src/engine/create-engine.js';
import type { AnalyseOptions, Engine } from '../../src/engine/engine.js';
import { internalError } from '../../src/frontends/frontend.js';
import type { Report } from '../../src/engine/report.js';
import { createMemoryHost, type MemoryHost } from '../../src/workspace/memory-host.js';
import { testParts, wordRule } from './parts.js';

const AI = `import { generate } from 'test-ai';\n`;

interface Setup {
  readonly host: MemoryHost;
  readonly engine: Engine;
  readonly lowered: string[];
  analyse(config?: Partial<EffectiveConfig>, options?: Partial<AnalyseOptions>): Report;
}

function setUp(files: Readonly<Record<string, string>>, rules: readonly Rule[] = [wordRule('no-word', 'bad')]): Setup {
  const host = createMemoryHost(files);
  const lowered: string[] = [];
  const engine = createEngine(host, testParts(rules, lowered));
  return {
    host,
    engine,
    lowered,
    analyse(config = {}, options = {}) {
      const report = engine.analyse({ config: { ...defaultConfig, ...config }, ...options });
      if (report === undefined) throw new Error('cancelled');
      return report;
    },
  };
}

const places = (report: Report): string[] =>
  report.findings.map(({ primary, rule }) => `${primary.file}:${primary.start} ${rule}`);
const problems = (report: Report): string[] =>
  report.problems.map(({ kind, message, fatal }) => `${kind}${fatal ? '!' : ''} ${message}`);

describe('which files are looked into', () => {
  test('those that touch an AI framework or hold a key', () => {
    const { analyse } = setUp({ 'a.ts': AI + 'bad', 'b.ts': 'bad', 'c.ts': `bad; const k = 'key_0123456789abcdef';` });
    const report = analyse();
    expect(places(report)).toEqual([`a.ts:${AI.length} no-word`, 'c.ts:0 no-word']);
    expect(report.stats).toMatchObject({
      files: { listed: 3, read: 3, analysed: 2, onDemand: 0 },
      skippedBecause: { 'no trigger': 1 },
      parsedBecause: { ai: 1, secret: 1 },
    });
  });

  test('importers that may act on what a wrapper returns, through barrels, but no others', () => {
    const { analyse } = setUp({
      'lib/llm.ts': AI + 'export async function ask() { return generate(); }',
      'lib/index.ts': `export * from './llm.js';`,
      'runs.ts': `import { ask } from './lib/index.js';\nimport { run } from 'test-shell';\nrun(await ask());`,
      'shows.ts': `import { ask } from './lib/index.js';\nshow(await ask());`,
      'other.ts': `import { other } from './lib/index.js';\nimport { run } from 'test-shell';`,
    });
    expect(analyse().stats.parsedBecause).toEqual({ ai: 1, importer: 1 });
  });

  test('files that get the framework through a re-export', () => {
    const { analyse } = setUp({
      'ai.ts': `export { generate } from 'test-ai';`,
      'all.ts': `export * from 'test-ai';`,
      'a.ts': `import { generate } from './ai.js';\ngenerate();`,
      'b.ts': `import { generate } from './all.js';\ngenerate();`,
      'c.ts': `import * as everything from './all.js';`,
    });
    expect(analyse().stats.parsedBecause).toEqual({ ai: 2, 're-export': 2 });
  });

  test('generated and minified files are left out with the reason', () => {
    const { analyse } = setUp({
      'a.ts': `// @generated\n${AI}bad`,
      'b.js': AI.trim() + 'bad;'.repeat(4000),
      'c.ts': AI,
    });
    expect(analyse().stats.skippedBecause).toEqual({ generated: 1, minified: 1 });
  });

  test('include and exclude of the configuration hold', () => {
    const files = { 'src/a.ts': AI + 'bad', 'src/gen/b.ts': AI + 'bad', 'test/c.ts': AI + 'bad' };
    const at = (config: Partial<EffectiveConfig>): string[] =>
      setUp(files)
        .analyse(config)
        .findings.map(({ primary }) => primary.file);
    expect(at({ include: ['src'] })).toEqual(['src/a.ts', 'src/gen/b.ts']);
    expect(at({ exclude: ['gen'] })).toEqual(['src/a.ts', 'test/c.ts']);
    expect(at({ exclude: ['src/gen/'] })).toEqual(['src/a.ts', 'test/c.ts']);
    expect(at({ include: ['**/*.ts'], exclude: ['src/**'] })).toEqual(['test/c.ts']);
    expect(at({ exclude: ['c.ts'] })).toEqual(['src/a.ts', 'src/gen/b.ts']);
  });

  test('only narrows findings to files and folders; a file named by its path is read wherever it is', () => {
    const { analyse } = setUp({ 'src/a.ts': AI + 'bad', 'srcs/b.ts': AI + 'bad', 'node_modules/x/c.ts': AI + 'bad' });
    const at = (only: readonly string[]): string[] => analyse({}, { only }).findings.map(({ primary }) => primary.file);
    expect(at(['src'])).toEqual(['src/a.ts']);
    expect(at(['srcs/b.ts'])).toEqual(['srcs/b.ts']);
    expect(at(['node_modules/x/c.ts'])).toEqual(['node_modules/x/c.ts']);
    expect(at(['nowhere'])).toEqual([]);
  });

  test('only brings the files that a flow into a silent file starts in, at second hand too, and no finding of theirs', () => {
    const shell = `import { run } from 'test-shell';\nexport const start = (x) => run(x);\nbad`;
    const { analyse } = setUp({
      'agent.ts': AI + `import { go } from './steps.js';\nbad // leashlint-ignore no-word -- checked`,
      'other.ts': AI + 'bad',
      'steps.ts': `import { start } from './shell.js';\nexport const go = (x) => start(x);`,
      'shell.ts': shell,
      'plain.ts': `export const start = 1;`,
      'uses.ts': AI + `import { start } from './plain.js';`,
      // A name that only looks like a file of ours.
      'far.ts': AI + `import { run } from 'shell';`,
    });
    const parsed = (file: string): Readonly<Record<string, number>> =>
      analyse({}, { only: [file] }).stats.parsedBecause;
    expect(parsed('shell.ts')).toEqual({ ai: 1 });
    expect(parsed('plain.ts')).toEqual({});
    expect(places(analyse({}, { only: ['shell.ts'] }))).toEqual([]);
    expect(problems(analyse({}, { only: ['shell.ts'] }))).toEqual([]);
  });
});

describe('a second analysis', () => {
  test('lowers what changed and nothing else', () => {
    const { host, engine, lowered, analyse } = setUp({ 'a.ts': AI + 'bad', 'b.ts': AI });
    analyse();
    expect(lowered.sort()).toEqual(['a.ts', 'b.ts']);
    lowered.length = 0;
    analyse();
    expect(lowered).toEqual([]);
    host.write('b.ts', AI + 'bad');
    expect(places(analyse())).toHaveLength(1);
    engine.invalidate(['b.ts']);
    expect(places(analyse())).toHaveLength(2);
    expect(lowered).toEqual(['b.ts']);
  });

  test('an invalidated file with the same text is not lowered again', () => {
    const { engine, lowered, analyse } = setUp({ 'a.ts': AI });
    analyse();
    engine.invalidate(['a.ts']);
    engine.invalidate(undefined);
    analyse();
    expect(lowered).toEqual(['a.ts']);
  });

  test('sees files that came, went and began to matter', () => {
    const { host, engine, analyse } = setUp({ 'a.ts': AI + 'bad', 'b.ts': 'bad' });
    analyse();
    host.write('c.ts', AI + 'bad');
    host.write('b.ts', AI + 'bad');
    host.remove('a.ts');
    engine.invalidate(['a.ts', 'b.ts', 'c.ts']);
    expect(analyse().findings.map(({ primary }) => primary.file)).toEqual(['b.ts', 'c.ts']);
  });

  test('sees imports that changed', () => {
    const { host, engine, analyse } = setUp({
      'llm.ts': AI + 'export const ask = () => generate();',
      'a.ts': `import { run } from 'test-shell';\nrun(ask());`,
    });
    expect(analyse().stats.parsedBecause).toEqual({ ai: 1 });
    host.write('a.ts', `import { ask } from './llm.js';\nimport { run } from 'test-shell';\nrun(ask());`);
    engine.invalidate(['a.ts']);
    expect(analyse().stats.parsedBecause).toEqual({ ai: 1, importer: 1 });
  });

  test('gives the same report', () => {
    const { analyse } = setUp({ 'b.ts': AI + 'bad bad', 'a.ts': AI + 'bad' });
    const strip = (report: Report): unknown => ({
      ...report,
      text: undefined,
      stats: { ...report.stats, timings: {} },
    });
    expect(strip(analyse())).toEqual(strip(analyse()));
  });
});

describe('rules', () => {
  const failing: Rule = {
    ...wordRule('bad-rule', 'bad'),
    *check(app) {
      yield* wordRule('bad-rule', 'bad').check(app);
      throw new Error('no such thing');
    },
  };

  test('one that throws is a fatal problem and leaves the others alone', () => {
    const report = setUp({ 'a.ts': AI + 'bad' }, [failing, wordRule('good-rule', 'bad')]).analyse();
    expect(report.findings.map(({ rule }) => rule)).toEqual(['bad-rule', 'good-rule']);
    expect(problems(report)).toEqual(['rule! Rule bad-rule failed: no such thing']);
  });

  test('findings are sorted by file, offset and rule, and said once', () => {
    const twice: Rule = {
      ...wordRule('twice', 'bad'),
      check: (app) => [...wordRule('x', 'bad').check(app), ...wordRule('x', 'bad').check(app)],
    };
    const report = setUp({ 'b.ts': AI + 'bad', 'a.ts': AI + 'bad bad' }, [wordRule('z-rule', 'bad'), twice]).analyse();
    expect(places(report)).toEqual(
      [36, 36, 40, 40]
        .map((at, index) => `a.ts:${at} ${index % 2 === 0 ? 'twice' : 'z-rule'}`)
        .concat(['b.ts:36 twice', 'b.ts:36 z-rule']),
    );
  });

  test('presets, severities, only and skip decide which run', () => {
    const rules = [
      wordRule('exec-a', 'bad'),
      wordRule('exec-b', 'bad', { tier: 'strict' }),
      wordRule('tool-c', 'ad', { tier: 'audit', family: 'tool', severity: 'info' }),
    ];
    const ids = (config: Partial<EffectiveConfig>): string[] =>
      setUp({ 'a.ts': AI + 'bad' }, rules)
        .analyse(config)
        .findings.map(({ rule, severity }) => `${rule} ${severity}`);
    expect(ids({})).toEqual(['exec-a error']);
    expect(ids({ preset: 'strict' })).toEqual(['exec-a error', 'exec-b error']);
    expect(ids({ preset: 'audit' })).toEqual(['exec-a error', 'exec-b error', 'tool-c info']);
    expect(ids({ rules: { 'exec-a': 'off', 'tool-c': 'warning' } })).toEqual(['tool-c warning']);
    expect(ids({ only: ['tool'] })).toEqual(['tool-c info']);
    expect(ids({ only: ['exec'], skip: ['exec-a'] })).toEqual(['exec-b error']);
    expect(ids({ preset: 'audit', skip: ['exec'] })).toEqual(['tool-c info']);
  });

  test('heuristic findings are shown on request', () => {
    const rules = [wordRule('weak', 'bad', {}, { evidence: 'heuristic' })];
    const count = (config: Partial<EffectiveConfig>): number =>
      setUp({ 'a.ts': AI + 'bad' }, rules).analyse(config).findings.length;
    expect([count({}), count({ heuristics: true }), count({ preset: 'audit' })]).toEqual([0, 1, 1]);
  });
});

describe('problems', () => {
  test('broken syntax is one problem per file and not fatal', () => {
    const report = setUp({ 'a.ts': AI + 'const = ;\nlet let = (' }).analyse();
    expect(report.problems).toHaveLength(1);
    expect(report.problems[0]).toMatchObject({ kind: 'parse', fatal: false, span: { file: 'a.ts' } });
  });

  test('a front-end that fails on a file is fatal, and the other files are analysed', () => {
    const report = setUp({ 'a.ts': AI + 'front-end bug', 'b.ts': AI + 'bad' }).analyse();
    expect(problems(report)).toEqual(['parse! The file could not be analysed: front-end bug']);
    expect(report.findings).toHaveLength(1);
  });

  test('so is one that says that it failed', () => {
    const parts = testParts([]);
    const frontEnds = parts.frontEnds.map((one) => ({
      ...one,
      lower: (path: string, text: string) => ({
        ...one.lower(path, text),
        problems: [{ message: `${internalError}: bug`, range: [0, 0] as const }],
      }),
    }));
    const engine = createEngine(createMemoryHost({ 'a.ts': AI }), { ...parts, frontEnds });
    expect(engine.analyse({ config: defaultConfig })?.problems).toMatchObject([{ kind: 'parse', fatal: true }]);
  });

  test('a model that cannot be built is fatal', () => {
    const parts = testParts([wordRule('no-word', 'bad')]);
    const engine = createEngine(createMemoryHost({ 'a.ts': AI }), {
      ...parts,
      buildModel() {
        throw new Error('model bug');
      },
    });
    expect(engine.analyse({ config: defaultConfig })?.problems).toMatchObject([{ kind: 'rule', fatal: true }]);
  });

  test('searches that were cut off are said, once per file', () => {
    const parts = testParts([wordRule('no-word', 'bad')]);
    const engine = createEngine(createMemoryHost({ 'a.ts': AI }), {
      ...parts,
      buildModel(program, input) {
        input.onBounds([
          { file: 'a.ts', start: 0, end: 1 },
          { file: 'a.ts', start: 2, end: 3 },
        ]);
        return parts.buildModel(program, input);
      },
    });
    const report = engine.analyse({ config: defaultConfig });
    expect(report?.problems).toMatchObject([{ kind: 'bound', fatal: false, span: { file: 'a.ts', start: 0 } }]);
    expect(report?.problems[0]?.message).toContain('2 values');
  });

  test('an unused ignore comment is found in files that nothing else leads to', () => {
    const report = setUp({ 'a.ts': '// leashlint: ignore[no-word] why\nx();' }).analyse();
    expect(problems(report)).toEqual(['suppression Nothing to ignore: no-word reports nothing here.']);
  });

  test('ignore comments in strings are no comments', () => {
    const report = setUp({ 'a.ts': AI + 'const help = `\n// leashlint: ignore[no-word] why\n`;' }).analyse();
    expect(report.problems).toEqual([]);
  });
});

describe('suppressed findings', () => {
  test('stay in the report, marked', () => {
    const report = setUp({ 'a.ts': AI + '// leashlint: ignore[no-word] known\nbad' }).analyse();
    expect(report.findings).toMatchObject([{ suppression: { kind: 'comment', reason: 'known' } }]);
    expect(report.problems).toEqual([]);
  });
});

describe('fingerprints', () => {
  const prints = (text: string): string[] =>
    setUp({ 'a.ts': text })
      .analyse()
      .findings.map(({ fingerprint }) => fingerprint);

  test('survive moves and indentation', () => {
    expect(prints(AI + '\n\n  if (x) {\n\t  call( bad );\n}')).toEqual(prints(AI + 'call(bad);'));
  });

  test('tell equal lines and different lines apart', () => {
    const [first, second] = prints(AI + 'call(bad);\ncall(bad);');
    expect(first).not.toBe(second);
    expect(prints(AI + 'call(bad);')).toEqual([first]);
    expect(prints(AI + 'other(bad);')).not.toEqual([first]);
  });
});

describe('cancellation', () => {
  test.each([1, 2, 3])('ends the analysis at the %i. question', (limit) => {
    const { engine } = setUp({ 'a.ts': AI + 'bad', 'b.ts': AI });
    let asked = 0;
    expect(engine.analyse({ config: defaultConfig, cancelled: () => ++asked >= limit })).toBeUndefined();
    expect(engine.analyse({ config: defaultConfig })?.findings).toHaveLength(1);
  });
});
