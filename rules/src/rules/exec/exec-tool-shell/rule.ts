import { passArguments } from '../../../fix/exec-file.js';
import type { AppModel, Flow } from '../../../model/app.js';
import type { Severity } from '../../../model/finding.js';
import type { Rule } from '../../../model/rule.js';
import { topLevelItems } from '../../../fix/source-scan.js';
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
      accept: (flow) => riskOf(app, flow) !== undefined,
    });
    for (const group of groups) {
      const { source, sink } = group[0];
      const { help, place, severity } = riskOf(app, group[0]) ?? inShell;
      yield flowFinding(app, group, {
        message: `${quoted(source.label)} reaches ${place} ${quoted(sink.label)}`,
        help,
        severity,
        fixes: fixes(app, group),
      });
    }
  },
} satisfies Rule;

function fixes(app: AppModel, group: FlowGroup) {
  const fix = passArguments(app, group);
  return fix === undefined ? [] : [fix];
}

interface Risk {
  readonly place: string;
  readonly help: string;
  readonly severity: Severity;
}

const inShell: Risk = {
  place: 'the shell command of',
  help: 'Run a fixed program with an argument array (execFile, spawn without a shell) and check each value against an anchored pattern or a list.',
  severity: 'error',
};

/** What a value can do: anything in a shell, nothing in an argument array unless it may be an option that runs something. */
function riskOf(app: AppModel, { sink }: Flow): Risk | undefined {
  const { argument, call, kind } = sink;
  const program = call?.arguments[0]?.literal;
  if (kind === 'shell') {
    if (argument?.index !== 0 || !/\b(?:execFile|spawn|fork)\w*$/.test(call?.callee ?? '')) return inShell;
    return { ...inShell, place: 'the program name of', help: 'Run a fixed program, or choose it from a list.' };
  }
  if (argument === undefined || typeof program !== 'string') return undefined;
  const name = program.replace(/^.*[\\/]/, '');
  if (!optionsRun.has(name) || !mayBeOption(app.text(argument.span))) return undefined;
  const help = 'Refuse values that start with a dash, or put `--` (git: `--end-of-options`) before them.';
  return { place: `the options of \`${name}\` in`, help, severity: 'warning' };
}

/** Whether a value of an argument array may begin with a dash and stand before the end of the options. */
function mayBeOption(written: string): boolean {
  const items = topLevelItems(written);
  const end = items.findIndex((item) => /^(['"`])--(?:end-of-options)?\1$/.test(item));
  const before = end < 0 ? items : items.slice(0, end);
  return before.some((item) => !/^(?:'[^']*'|"[^"]*"|`[^$`-][^]*)(?:\s*\+[^]*)?$/.test(item));
}
