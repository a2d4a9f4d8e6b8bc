/**
 * @typedef {import('./run-repository.mjs').Found & { repository: string }} Placed
 * @typedef {{ rule: string, findings: number, added: readonly Placed[], gone: readonly Placed[] }} RuleChange
 */

/**
 * What came and what went, by rule. A finding that only moved or says something else is the same.
 * @param {import('./accepted-run.mjs').Accepted} accepted
 * @param {readonly import('./run-repository.mjs').RepositoryRun[]} runs those that failed are not compared
 * @returns {{ rules: readonly RuleChange[], changed: boolean }}
 */
export function compareRuns(accepted, runs) {
  const failed = new Set(runs.filter(({ failure }) => failure !== undefined).map(({ name }) => name));
  const before = Object.entries(accepted)
    .filter(([repository]) => !failed.has(repository))
    .flatMap(([repository, findings]) => findings.map((finding) => ({ ...finding, repository })));
  const now = runs.flatMap(({ name, findings }) => findings.map((finding) => ({ ...finding, repository: name })));
  const added = without(now, before);
  const gone = without(before, now);
  const rules = [...new Set([...now, ...before].map(({ rule }) => rule))].sort().map((rule) => ({
    rule,
    findings: now.filter((finding) => finding.rule === rule).length,
    added: added.filter((finding) => finding.rule === rule),
    gone: gone.filter((finding) => finding.rule === rule),
  }));
  return { rules, changed: added.length + gone.length > 0 };
}

function without(findings, others) {
  const known = new Set(others.map(identity));
  return findings.filter((finding) => !known.has(identity(finding)));
}

function identity({ repository, rule, fingerprint }) {
  return `${repository} ${rule} ${fingerprint}`;
}
