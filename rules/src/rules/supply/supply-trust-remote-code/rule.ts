import { replaceValue } from '../../../fix/options-edit.js';
import type { AppModel } from '../../../model/app.js';
import type { Artifact } from '../../../model/artifact.js';
import type { Fix, Severity } from '../../../model/finding.js';
import type { Rule, RuleFinding } from '../../../model/rule.js';
import { inTest, lowered } from '../../severity.js';

export const rule = {
  meta: {
    id: 'supply-trust-remote-code',
    title: 'Remote repository code executed while loading a model or dataset',
    family: 'supply',
    severity: 'error',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'suggest',
    languages: ['typescript', 'python'],
    standards: ['LLM04:2026', 'LLM03:2025', 'AML.T0010.003', 'AML.T0011.000', 'CWE-829', 'CWE-494'],
  },
  *check(app) {
    for (const parts of trusted(app).values()) yield trustFinding(app, parts);
    for (const { span, option, program, pinned } of app.remoteCodeFlags) {
      if (inTest(app, span)) continue;
      yield {
        message: `\`${program}\` is started with \`${option}\`: it runs code of the model's repository`,
        help: 'Serve a model whose architecture the server has, without this option. Where it is needed, read the code and pin its commit with `--revision`.',
        severity: lowered('error', pinned),
        evidence: 'proven',
        primary: span,
      };
    }
  },
} satisfies Rule;

/**
 * Loads of one repository, as its name or the code that computes it says: its configuration, tokenizer and model are one decision.
 * So are all loads that a default is handed down to.
 */
type Parts = readonly [Artifact, ...Artifact[]];

/** Tests load what their project keeps for them. */
function trusted(app: AppModel): ReadonlyMap<string, Parts> {
  const parts = new Map<string, [Artifact, ...Artifact[]]>();
  for (const artifact of app.artifacts) {
    if (artifact.runsCode !== 'allowed' || artifact.place === 'local' || inTest(app, artifact.span)) continue;
    const { allowedAt, span, name, nameSpan } = artifact;
    const what =
      allowedAt === undefined ? [span.file, name ?? app.text(nameSpan)] : [allowedAt.file, String(allowedAt.start)];
    const key = [...what, severityOf(artifact)].join('\0');
    const known = parts.get(key);
    if (known === undefined) parts.set(key, [artifact]);
    else known.push(artifact);
  }
  return parts;
}

function trustFinding(app: AppModel, parts: Parts): RuleFinding {
  const [artifact, ...others] = parts;
  const pinned = artifact.pin === 'fixed' ? '' : ', whatever it is when it is loaded';
  const places = others.length === 0 ? '' : ` (${String(parts.length)} places)`;
  return {
    message: `\`${artifact.loader}\` runs code of ${named(artifact)}${pinned}${places}`,
    help: 'Load a model whose architecture the library has, without this option. Where it is needed, read the code and pin its commit with `revision`.',
    severity: severityOf(artifact),
    evidence: artifact.surelyAllowed ? 'proven' : 'likely',
    primary: placeOf(artifact),
    related: others.map((other) => ({ span: placeOf(other), message: `\`${other.loader}\` runs its code too` })),
    fixes: distrust(app, parts),
  };
}

/** A name that the program computes may be a folder of its own. */
function severityOf({ pin, place }: Artifact): Severity {
  return lowered('error', pin === 'fixed', place === 'unknown');
}

function placeOf({ permission, span }: Artifact): Artifact['span'] {
  return permission?.span ?? span;
}

function named({ name, registry }: Artifact): string {
  return name === undefined ? `the repository that it is given` : `\`${name}\` from ${registry}`;
}

/** Where one of the parts takes its permission from elsewhere, there is nothing to replace. */
function distrust(app: AppModel, parts: Parts): readonly Fix[] {
  const permissions = parts.flatMap(({ permission }) =>
    permission !== undefined && /^[Tt]rue$/.test(app.text(permission.valueSpan)) ? [permission] : [],
  );
  const [first] = permissions;
  if (first === undefined || permissions.length < parts.length) return [];
  const no = app.text(first.valueSpan) === 'True' ? 'False' : 'false';
  const edits = permissions.map((permission) => replaceValue(app, permission, no));
  return [{ title: `Set ${first.name} to ${no}`, kind: 'suggest', edits }];
}
