import { rules } from '@leashlint/rules';
import { selectRules } from '../engine/select-rules.js';
import { ruleUrl } from '../report/rule-url.js';
import type { Arguments } from './arguments.js';
import { configure } from './configure.js';
import type { Streams } from './streams.js';
import { findWorkspace } from './workspace.js';

/** Lists every rule with its severity and whether the configuration in force turns it on. */
export function listRules(args: Arguments, { cwd, stdout, stderr }: Streams): number {
  const workspace = findWorkspace({ ...args, operands: [] }, cwd);
  const configured = 'error' in workspace ? workspace : configure(args, workspace, cwd);
  if ('error' in configured || configured.problems.length > 0) {
    stderr.write(`${'error' in configured ? configured.error : (configured.problems[0]?.message ?? '')}\n`);
    return 2;
  }
  const on = new Map(selectRules(rules, configured.config).map(({ rule, severity }) => [rule.meta.id, severity]));
  const rows = rules.map(({ meta }) => ({
    ...meta,
    enabled: on.has(meta.id),
    severity: on.get(meta.id) ?? meta.severity,
    url: ruleUrl(meta),
  }));
  const format = args.value('format') ?? 'stylish';
  if (format === 'json') {
    stdout.write(JSON.stringify(rows, undefined, 2) + '\n');
    return 0;
  }
  if (format === 'sarif') {
    stderr.write('leashlint rules has the formats stylish, concise and json.\n');
    return 2;
  }
  const width = Math.max(0, ...rows.map(({ id }) => id.length)) + 2;
  for (const { id, enabled, severity, tier, fix, title } of rows) {
    const state = enabled ? severity : 'off';
    const fixes = fix === 'none' ? '' : ` [fix: ${fix}]`;
    stdout.write(`${id.padEnd(width)}${state.padEnd(9)}${tier.padEnd(13)}${title}${fixes}\n`);
  }
  return 0;
}
