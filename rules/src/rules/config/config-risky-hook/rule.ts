import type { Rule } from '../../../model/rule.js';
import { settingFindings } from '../../setting-findings.js';

export const rule = {
  meta: {
    id: 'config-risky-hook',
    title: 'Agent hook or helper command runs unreviewed or remote code',
    family: 'config',
    severity: 'error',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'none',
    languages: ['config'],
    standards: ['ASI05', 'ASI04', 'AML.T0081', 'AML.T0050', 'CWE-829', 'CWE-78'],
  },
  *check(app) {
    yield* settingFindings(app, ['risky-hook'], {
      message: ({ property, subject }) => `The command at \`${property?.name ?? 'hooks'}\` in ${subject} is risky`,
      help: 'Put the code into a script of the repository, where it is reviewed, and pass values to it as quoted arguments.',
    });
  },
} satisfies Rule;
