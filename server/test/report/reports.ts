import type { RuleMeta } from '@leashlint/rules';
import type { Problem, Report, ReportedFinding } from '../../src/engine/report.js';
import type { FormatContext } from '../../src/report/format.js';
import { emptyReport } from '../../src/cli/empty-report.js';
import { finding, meta } from '../engine/parts.js';

export const files: Readonly<Record<string, string>> = {
  'src/a b/[id]@100%.ts':
    'import { exec } from "child_process";\r\n\r\nexport function run(cmd: string) {\r\n\texec(`ls ${cmd}`);\r\n}\r\n',
  'src/source.ts': 'const cmd = tool.input;\n',
  'src/key.ts': "const key = 'sk-0123456789abcdef';\n",
};

/** The span of a text in one of the files. */
export function spanOf(
  file: string,
  text: string,
): { readonly file: string; readonly start: number; readonly end: number } {
  const start = files[file]?.indexOf(text) ?? -1;
  if (start < 0) throw new Error(`${text} is not in ${file}`);
  return { file, start, end: start + text.length };
}

export const shellFile = 'src/a b/[id]@100%.ts';

export const shellFinding: ReportedFinding = {
  ...finding({
    rule: 'exec-tool-shell',
    message: 'argument `cmd` reaches the shell',
    primary: spanOf(shellFile, '`ls ${cmd}`'),
    trace: [
      { span: spanOf('src/source.ts', 'tool.input'), message: 'argument `cmd` of tool `ls`' },
      { span: spanOf(shellFile, 'cmd: string'), message: 'is passed to `run`' },
    ],
    related: [{ span: spanOf('src/source.ts', 'cmd'), message: 'declared here' }],
    fixes: [
      {
        title: 'Pass the arguments as an array',
        kind: 'suggest',
        edits: [
          { span: spanOf(shellFile, 'exec('), text: 'execFile(' },
          { span: spanOf(shellFile, '`ls ${cmd}`'), text: '"ls", [cmd]' },
        ],
        appends: [{ file: '.env.example', line: 'KEY=' }],
      },
    ],
  }),
  fingerprint: 'f'.repeat(32),
  suppression: undefined,
};

export const keyFinding: ReportedFinding = {
  ...finding({
    rule: 'secret-hardcoded',
    severity: 'warning',
    evidence: 'likely',
    message: 'credential in the source: `sk-0…`',
    primary: spanOf('src/key.ts', "'sk-0123456789abcdef'"),
  }),
  fingerprint: 'e'.repeat(32),
  suppression: undefined,
};

export const suppressedFinding: ReportedFinding = {
  ...finding({ rule: 'exec-tool-shell', severity: 'info', primary: spanOf('src/source.ts', 'tool') }),
  fingerprint: 'd'.repeat(32),
  suppression: { kind: 'comment', reason: 'checked', span: spanOf('src/source.ts', 'const') },
};

export const problems: readonly Problem[] = [
  { kind: 'parse', message: 'Expression expected.', span: spanOf('src/source.ts', ';'), fatal: false },
  { kind: 'rule', message: 'Rule x failed: bug', span: undefined, fatal: true },
];

export function reportOf(findings: readonly ReportedFinding[], more: Partial<Report> = {}): Report {
  const base = emptyReport([], undefined, undefined);
  const stats = {
    ...base.stats,
    files: { listed: 5, read: 5, skipped: 2, analysed: 3, onDemand: 0 },
    timings: { parse: 12.5 },
  };
  return { ...base, stats, findings, text: (file) => files[file], ...more };
}

const metas: readonly RuleMeta[] = [
  meta('exec-tool-shell'),
  meta('secret-hardcoded', {
    family: 'secret',
    severity: 'warning',
    confidence: 'medium',
    standards: ['CWE-798', 'ASI03', 'AML.T0055'],
  }),
  meta('tool-quiet', { family: 'tool', severity: 'info', tier: 'strict', standards: [] }),
];

export const context: FormatContext = {
  rules: new Map(metas.map((one) => [one.id, one])),
  page: (rule) =>
    rule === 'exec-tool-shell' ? '# exec-tool-shell\n\nWhat a model writes\nruns in a shell.\n\n## Fix\n' : undefined,
  version: '1.2.3',
  color: false,
  quiet: false,
};
