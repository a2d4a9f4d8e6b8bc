import type { Framework } from '../framework.js';

const threads = 'Member[Codex].Instance.Member[startThread,resumeThread]';

export const codexSdk = {
  id: 'codex-sdk',
  title: 'Codex SDK',
  language: 'javascript',
  modules: ['@openai/codex-sdk'],
  ai: true,
  checkedAgainst: { '@openai/codex-sdk': ['0'] },
  clients: [{ call: 'Member[Codex]', credential: 'Argument[0].Member[apiKey]', envVariable: 'CODEX_API_KEY' }],
  calls: [
    {
      call: `${threads}.ReturnValue.Member[run]`,
      slots: [{ role: 'user', at: 'Argument[0]' }],
      limits: [{ kind: 'time', at: 'Argument[1].Member[signal]', default: 'unknown' }],
      outputs: ['ReturnValue.Member[finalResponse,items]'],
    },
    {
      call: `${threads}.ReturnValue.Member[runStreamed]`,
      slots: [{ role: 'user', at: 'Argument[0]' }],
      limits: [{ kind: 'time', at: 'Argument[1].Member[signal]', default: 'unknown' }],
      outputs: ['ReturnValue.Member[events].ArrayElement.Member[item]'],
    },
  ],
  settings: [
    {
      meaning: 'approval-disabled',
      call: 'Member[Codex].Instance.Member[startThread]',
      at: 'Argument[0].Member[sandboxMode]',
      values: ['danger-full-access'],
      replacement: "'workspace-write'",
      severity: 'error',
      subject: 'startThread',
    },
    {
      meaning: 'approval-disabled',
      call: 'Member[Codex].Instance.Member[resumeThread]',
      at: 'Argument[1].Member[sandboxMode]',
      values: ['danger-full-access'],
      replacement: "'workspace-write'",
      severity: 'error',
      subject: 'resumeThread',
    },
    {
      meaning: 'approval-disabled',
      call: 'Member[Codex].Instance.Member[startThread]',
      at: 'Argument[0].Member[approvalPolicy]',
      values: ['never'],
      unless: ['Argument[0].Member[sandboxMode]'],
      replacement: "'on-request'",
      severity: 'warning',
      subject: 'startThread',
    },
    {
      meaning: 'env-passthrough',
      call: 'Member[Codex]',
      at: 'Argument[0].Member[env]',
      holds: 'environment',
      severity: 'warning',
      subject: 'Codex',
    },
  ],
} as const satisfies Framework;
