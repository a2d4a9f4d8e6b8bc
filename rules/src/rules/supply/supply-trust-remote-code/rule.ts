import { replaceValue } from '../../../fix/options-edit.js';
import type { AppModel } from '../../../model/app.js';
import type { Artifact } from '../../../model/artifact.js';
import type { Fix } from '../../../model/finding.js';
import type { Rule } from '../../../model/rule.js';
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
    for (const artifact of app.artifacts) {
      if (artifact.runsCode !== 'allowed' || artifact.place === 'local') continue;
      const pinned = artifact.pin === 'fixed';
      const test = inTest(app, artifact.span);
      yield {
        message: `\`${artifact.loader}\` runs code of ${named(artifact)}${pinned ? '' : ', whatever it is when it is loaded'}`,
        help: 'Load a model whose architecture the library has, without this option. Where it is needed, read the code and pin its commit with `revision`.',
        // A name that the program computes may be a folder of its own; tests load what their project keeps for them.
        severity: lowered('error', pinned, artifact.place === 'unknown', test, test),
        evidence: artifact.surelyAllowed ? 'proven' : 'likely',
        primary: artifact.permission?.span ?? artifact.span,
        fixes: distrust(app, artifact),
      };
    }
    for (const { span, option, program, pinned } of app.remoteCodeFlags) {
      yield {
        message: `\`${program}\` is started with \`${option}\`: it runs code of the model's repository`,
        help: 'Serve a model whose architecture the server has, without this option. Where it is needed, read the code and pin its commit with `--revision`.',
        severity: lowered('error', pinned, inTest(app, span)),
        evidence: 'proven',
        primary: span,
      };
    }
  },
} satisfies Rule;

function named({ name, registry }: Artifact): string {
  return name === undefined ? `the repository that it is given` : `\`${name}\` from ${registry}`;
}

function distrust(app: AppModel, { permission }: Artifact): readonly Fix[] {
  if (permission === undefined) return [];
  const value = /^[Tt]rue$/.test(app.text(permission.valueSpan));
  const no = app.text(permission.valueSpan) === 'True' ? 'False' : 'false';
  if (!value) return [];
  return [{ title: `Set ${permission.name} to ${no}`, kind: 'suggest', edits: [replaceValue(app, permission, no)] }];
}
