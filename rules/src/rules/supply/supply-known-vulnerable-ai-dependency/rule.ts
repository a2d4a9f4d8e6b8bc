import { advisoriesChecked } from '../../../catalogue/supply/advisories.js';
import type { RiskyDependency } from '../../../model/dependency.js';
import type { Fix } from '../../../model/finding.js';
import type { WorkspaceModel } from '../../../model/app.js';
import type { Rule } from '../../../model/rule.js';
import { lowered } from '../../severity.js';

export const rule = {
  meta: {
    id: 'supply-known-vulnerable-ai-dependency',
    title: 'Dependency on a version of an AI package with a known flaw, or on one that was given up',
    family: 'supply',
    severity: 'warning',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'suggest',
    languages: ['config'],
    scope: 'workspace',
    standards: ['LLM04:2026', 'LLM03:2025', 'AML.T0010.001', 'CWE-1395', 'CWE-1104'],
  },
  *check(app: WorkspaceModel) {
    for (const found of app.riskyDependencies) {
      if (isBroughtAlong(found) && app.riskyDependencies.some((other) => saysTheSame(other, found))) continue;
      const advisories = found.advisories.filter(({ needs }) => needs === undefined || app.mcpTransports.length > 0);
      if (advisories.length === 0 && found.advisories.length > 0) continue;
      const dependency = { ...found, advisories };
      const { locked, span, test } = dependency;
      yield {
        message: message(dependency),
        help: help(dependency),
        severity: lowered('warning', test),
        evidence: 'proven',
        primary: span,
        related:
          locked === undefined || locked === span ? [] : [{ span: locked, message: 'the lock file has this version' }],
        fixes: fixes(dependency),
      };
    }
  },
} satisfies Rule;

/** No manifest names it: another package brings it along. */
function isBroughtAlong({ locked, span }: RiskyDependency): boolean {
  return locked === span;
}

/** Whether a package that a manifest beside the lock file names has the same flaws: who looks at it looks at both. */
function saysTheSame(named: RiskyDependency, { advisories, span }: RiskyDependency): boolean {
  if (isBroughtAlong(named) || folderOf(named.span.file) !== folderOf(span.file) || advisories.length === 0)
    return false;
  return advisories.every(({ id }) => named.advisories.some((other) => other.id === id));
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/') + 1);
}

function message({ advisories, known, package: name, version }: RiskyDependency): string {
  if (advisories.length === 0) return `\`${name}\` was given up by those who made it: nobody will repair its flaws`;
  const flaws = [...new Map(advisories.map(({ id, what }) => [id, `${what} (${id})`])).values()];
  const subject = known === 'range' ? `every \`${name}\` in \`${version}\`` : `\`${name}\` ${version}`;
  return `${subject} has ${flaws.length === 1 ? 'a known flaw' : 'known flaws'}: ${flaws.join(', ')}`;
}

function help({ advisories, fixed, known, package: name }: RiskyDependency): string {
  if (advisories.length === 0) return 'Replace it with a package that is maintained.';
  const sources = [...new Set(advisories.map(({ source }) => source))].join(', ');
  const update =
    fixed === undefined
      ? 'No version without them is known to leashlint'
      : known === 'locked'
        ? `Update to ${fixed} or later and lock it`
        : `Require ${fixed} or later`;
  return `${update}. See ${sources}. The table is of ${advisoriesChecked} and not complete: osv.dev has all about \`${name}\`.`;
}

/** Lock files belong to their package managers. */
function fixes({ fixed, package: name, pin }: RiskyDependency): readonly Fix[] {
  if (fixed === undefined || pin === undefined) return [];
  return [{ title: `Require ${name} ${fixed}`, kind: 'suggest', edits: [{ span: pin, text: fixed }] }];
}
