import { passArguments } from '../../../fix/exec-file.js';
import type { AppModel, Flow } from '../../../model/app.js';
import type { Severity } from '../../../model/finding.js';
import type { Rule } from '../../../model/rule.js';
import { flowFinding, type FlowGroup, flowGroups, quoted } from '../../flow-findings.js';

/** Programs with options that run other programs or read and write any file: `--upload-pack`, `-exec`, `-o`. */
const optionsRun = new Set([
  'git',
  'ssh',
  'scp',
  'rsync',
  'find',
  'tar',
  'zip',
  'curl',
  'wget',
  'npm',
  'npx',
  'pip',
  'sed',
  'awk',
  'docker',
]);
const shells = new Set(['sh', 'bash', 'zsh', 'dash', 'cmd', 'cmd.exe', 'powershell', 'pwsh']);

export const rule = {
  meta: {
    id: 'exec-tool-shell',
    title: 'Tool input or model output reaches a shell',
    family: 'exec',
    severity: 'error',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'suggest',
    languages: ['typescript'],
    standards: ['LLM10:2026', 'LLM05:2025', 'ASI05', 'AML.T0050', 'CWE-78', 'CWE-77', 'MCP05:2025'],
  },
  *check(app) {
    const groups = flowGroups(app, {
      sinks: ['shell', 'process-arguments'],
      sources: ['tool-input', 'model-output', 'retrieved', 'request'],
      accept: (flow) => flow.sink.kind === 'shell' || argumentRisk(app, flow) !== undefined,
    });
    for (const group of groups) {
      const { source, sink } = group[0];
      const risk = sink.kind === 'shell' ? undefined : argumentRisk(app, group[0]);
      const place = risk?.place ?? 'the shell command of';
      yield flowFinding(app, group, {
        message: `${quoted(source.label)} reaches ${place} ${quoted(sink.label)}`,
        help:
          risk?.help ??
          'Run a fixed program with an argument array (execFile, spawn without a shell) and check each value against an anchored pattern or a list.',
        severity: risk?.severity ?? 'error',
        fixes: fixes(app, group),
      });
    }
  },
} satisfies Rule;

function fixes(app: AppModel, group: FlowGroup) {
  const fix = passArguments(app, group);
  return fix === undefined ? [] : [fix];
}

interface ArgumentRisk {
  readonly place: string;
  readonly help: string;
  readonly severity: Severity;
}

/** What a value can do in an argument array: nothing with most programs, unless it may be an option or a script. */
function argumentRisk(app: AppModel, flow: Flow): ArgumentRisk | undefined {
  const { call, argument } = flow.sink;
  if (call === undefined || argument === undefined) return undefined;
  if (argument.index === 0) {
    return { place: 'the program name of', help: 'Run a fixed program, or choose it from a list.', severity: 'error' };
  }
  const program = call.arguments[0]?.literal;
  if (typeof program !== 'string') return undefined;
  const name = program.replace(/^.*[\\/]/, '');
  if (shells.has(name)) {
    const help = 'Call the program itself; a shell interprets what it is given with -c.';
    return { place: `the script that \`${name}\` runs in`, help, severity: 'error' };
  }
  if (!optionsRun.has(name) || endsOptions(app, flow)) return undefined;
  const help = 'Refuse values that start with a dash, or put `--` (git: `--end-of-options`) before them.';
  return { place: `the options of \`${name}\` in`, help, severity: 'warning' };
}

/** Whether options end before the value, or the value has a literal in front. */
function endsOptions(app: AppModel, flow: Flow): boolean {
  const written = app.text(flow.sink.argument?.span ?? flow.sink.span);
  return flow.partial || /(['"`])--(?:end-of-options)?\1/.test(written);
}
