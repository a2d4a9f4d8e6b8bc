import { describe, expect, test } from 'vitest';
import { codeFrame } from '../../src/report/code-frame.js';
import { concise } from '../../src/report/concise.js';
import { json } from '../../src/report/json.js';
import { stylish } from '../../src/report/stylish.js';
import type { Problem } from '../../src/engine/report.js';
import { context, keyFinding, problems, reportOf, spanOf, shellFinding, suppressedFinding } from './reports.js';

const full = reportOf([shellFinding, keyFinding, suppressedFinding], { problems });

test('stylish shows frame, trace, notes, help and fixes, and never a secret', () => {
  expect(stylish(full, context)).toBe(`src/a b/[id]@100%.ts

  4:7  error  argument \`cmd\` reaches the shell  exec-tool-shell
    3 │ export function run(cmd: string) {
    4 │   exec(\`ls \${cmd}\`);
      │        ^^^^^^^^^^^
    trace
      1. argument \`cmd\` of tool \`ls\`  src/source.ts:1:13
      2. is passed to \`run\`  src/a b/[id]@100%.ts:3:21
    see declared here  src/source.ts:1:7
    help Use an argument array.
    fix Pass the arguments as an array (suggest)

src/key.ts

  1:13  warning  credential in the source: \`sk-0…\`  secret-hardcoded
    1 │ const key = 'sk-0***************';
      │             ^^^^^^^^^^^^^^^^^^^^^
    help Use an argument array.

src/source.ts:1:23  note  Expression expected.  parse
failed  Rule x failed: bug  rule

✖ 2 findings (1 error, 1 warning), 1 with a fix (3 of 5 files analysed, 1 ignored)
`);
});

test('stylish says that nothing was found', () => {
  expect(stylish(reportOf([]), context)).toBe('✔ No findings (3 of 5 files analysed)\n');
});

test('stylish colours on request, quiet shows errors only', () => {
  const escape = String.fromCharCode(27);
  expect(stylish(full, { ...context, color: true })).toContain(`${escape}[31merror${escape}[39m`);
  expect(stylish(full, context)).not.toContain(escape);
  expect(stylish(full, { ...context, quiet: true })).not.toMatch(/secret-hardcoded|Expression expected/);
});

test('searches that were cut off are told in one line for people and by place for programs', () => {
  const cut = (text: string): Problem => ({
    kind: 'bound',
    message: text,
    span: spanOf('src/key.ts', text),
    fatal: false,
  });
  const one = reportOf([], { problems: [cut('const'), ...problems] });
  const two = reportOf([], { problems: [cut('const'), cut('key'), ...problems] });
  expect(concise(one, context)).toContain('src/key.ts:1:1: note const [bound]');
  expect(concise(two, context)).toMatch(/^leashlint: note In 2 files the search .* \[bound\]$/m);
  expect(concise(two, context)).not.toContain('src/key.ts');
  expect(concise(two, context)).toContain('Expression expected.');
  expect(stylish(two, context)).toMatch(/^note {2}In 2 files the search/m);
  expect(stylish(two, { ...context, quiet: true })).not.toContain('In 2 files');
  expect(json(two, context)).toContain('"message": "key"');
});

test('concise has one line each', () => {
  expect(concise(full, context).split('\n')).toEqual([
    'src/a b/[id]@100%.ts:4:7: error argument `cmd` reaches the shell [exec-tool-shell]',
    'src/key.ts:1:13: warning credential in the source: `sk-0…` [secret-hardcoded]',
    'src/source.ts:1:23: note Expression expected. [parse]',
    'leashlint: failed Rule x failed: bug [rule]',
    '',
  ]);
});

describe('json', () => {
  const data = JSON.parse(json(full, context)) as {
    version: number;
    findings: unknown[];
    problems: unknown[];
    stats: object;
  };

  test('is versioned and complete', () => {
    expect(data.version).toBe(1);
    expect(data).toMatchObject({ tool: { name: 'leashlint', version: '1.2.3' } });
    expect(data.findings).toHaveLength(3);
    expect(data.findings[0]).toMatchObject({
      rule: 'exec-tool-shell',
      severity: 'error',
      evidence: 'proven',
      file: 'src/a b/[id]@100%.ts',
      start: { line: 4, column: 7, offset: shellFinding.primary.start },
      end: { line: 4, column: 18 },
      standards: ['CWE-78', 'LLM05:2025'],
      trace: [{ file: 'src/source.ts', start: { line: 1, column: 13 } }, {}],
      fixes: [
        { kind: 'suggest', edits: [{ text: 'execFile(' }, {}], appends: [{ file: '.env.example', line: 'KEY=' }] },
      ],
      suppression: null,
    });
    expect(data.findings[2]).toMatchObject({ suppression: { kind: 'comment', reason: 'checked' } });
    expect(data.problems).toMatchObject([
      { kind: 'parse', fatal: false, start: { line: 1 } },
      { kind: 'rule', fatal: true },
    ]);
  });

  test('has no times, so that it can be compared', () => {
    expect(data.stats).not.toHaveProperty('timings');
  });
});

describe('codeFrame', () => {
  const style = { gutter: (text: string): string => text, mark: (text: string): string => text };
  const frame = (text: string, marked: string): string[] => {
    const start = text.indexOf(marked);
    return codeFrame(text, { file: 'a.ts', start, end: start + marked.length }, style).split('\n');
  };

  test('marks every line of a span and stops after some', () => {
    expect(frame('call({\n  a,\n});', 'call({\n  a,\n})')).toEqual([
      '1 │ call({',
      '  │ ^^^^^^',
      '2 │   a,',
      '  │   ^^',
      '3 │ });',
      '  │ ^^',
    ]);
    const long = frame(
      Array.from({ length: 20 }, (_, index) => `line${index};`).join('\n'),
      Array.from({ length: 20 }, (_, index) => `line${index};`).join('\n'),
    );
    expect(long).toHaveLength(13);
    expect(long.at(-1)).toBe('  │ … 14 more');
  });

  test('shows a long line around its mark', () => {
    const [line = '', mark = ''] = frame(`${'x'.repeat(500)}HERE${'y'.repeat(500)}`, 'HERE');
    expect(line.length).toBeLessThan(180);
    expect(line.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1)).toBe('HERE');
  });

  test('an empty span has one mark, also at the end of the file', () => {
    expect(codeFrame('ab', { file: 'a.ts', start: 2, end: 2 }, style).split('\n')).toEqual(['1 │ ab', '  │   ^']);
    expect(codeFrame('', { file: 'a.ts', start: 0, end: 0 }, style)).toBe('1 │\n  │ ^');
  });
});
