import { bytes, milliseconds, table } from '../../bench/table.mjs';

/**
 * @typedef {readonly import('./run-repository.mjs').RepositoryRun[]} Runs
 * @typedef {ReturnType<typeof import('./compare-runs.mjs').compareRuns>} Change
 */

/** Problems of one kind in one repository that are shown. */
const SHOWN = 5;

/** All but time and memory is the same for the same code. @param {Runs} runs @param {Change} change @param {boolean} hasAccepted */
export function asText(runs, change, hasAccepted) {
  return [
    hasAccepted ? '' : 'No run was accepted yet: everything is new.\n',
    table(['rule', 'findings', 'new', 'gone'], [...change.rules.map(ruleRow), totalRow(change)]),
    places('New', change, ({ added }) => added),
    places('Gone', change, ({ gone }) => gone),
    table(
      ['repository', 'lines', 'findings', 'per 10,000 lines', 'problems', 'time', 'peak memory'],
      runs.map(repositoryRow),
    ),
    problems(runs),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** @param {Runs} runs @param {Change} change */
export function asJson(runs, change) {
  const repositories = runs.map(({ findings, ...run }) => ({
    ...run,
    findings: findings.length,
    density: density(run.lines, findings),
  }));
  return `${JSON.stringify({ version: 1, ...change, repositories }, undefined, 2)}\n`;
}

function ruleRow({ rule, findings, added, gone }) {
  return [rule, String(findings), signed('+', added.length), signed('-', gone.length)];
}

function totalRow({ rules }) {
  const sum = (count) => rules.reduce((all, rule) => all + count(rule), 0);
  const added = signed(
    '+',
    sum((rule) => rule.added.length),
  );
  const gone = signed(
    '-',
    sum((rule) => rule.gone.length),
  );
  return ['all', String(sum(({ findings }) => findings)), added, gone];
}

function signed(sign, count) {
  return count === 0 ? '' : `${sign}${count}`;
}

function places(title, { rules }, which) {
  const lines = rules.flatMap((change) =>
    which(change).map(({ repository, place, rule, message }) => `  ${repository}/${place}  ${rule}  ${message}\n`),
  );
  return lines.length === 0 ? '' : `${title}\n${lines.join('')}`;
}

function repositoryRow({ name, lines, findings, problems: met, cost, failure }) {
  if (failure !== undefined) return [name, String(lines), 'failed'];
  const figures = [lines, findings.length].map((figure) => figure.toLocaleString('en'));
  return [name, ...figures, density(lines, findings), String(met.length), milliseconds(cost.wall), bytes(cost.memory)];
}

function density(lines, findings) {
  return lines === 0 ? '–' : ((findings.length * 10_000) / lines).toFixed(2);
}

/** Places where leashlint did not see everything: bounds reached, files not read, broken syntax. */
function problems(runs) {
  const shown = runs.flatMap(({ name, problems: met, failure }) => {
    if (failure !== undefined) return [`  ${name}  failed: ${failure}\n`];
    return [...new Set(met.map(({ kind }) => kind))].sort().flatMap((kind) => {
      const same = met.filter((problem) => problem.kind === kind);
      const more = same.length > SHOWN ? [`  ${name}  ${kind}: ${same.length - SHOWN} more\n`] : [];
      return [...same.slice(0, SHOWN).map(({ text }) => `  ${name}  ${kind}: ${text}\n`), ...more];
    });
  });
  return shown.length === 0 ? '' : `Problems and bounds\n${shown.join('')}`;
}
