import type { Framework } from '../framework.js';

const created = 'Member[CopilotClient].Instance.Member[createSession]';
const resumed = 'Member[CopilotClient].Instance.Member[resumeSession]';

const runs = [
  {
    call: 'Member[send,sendAndWait]',
    slots: [
      { role: 'user', at: 'Argument[0]' },
      { role: 'user', at: 'Argument[0].Member[prompt]' },
    ],
    outputs: ['ReturnValue.Member[data]'],
  },
] as const;

const approvesAll = {
  meaning: 'approval-disabled',
  values: ['Member[approveAll]'],
  severity: 'error',
  note: 'Every command, write and request of the agent is granted.',
} as const;

export const copilotSdk = {
  id: 'copilot-sdk',
  title: 'Copilot SDK',
  language: 'javascript',
  modules: ['@github/copilot-sdk'],
  ai: true,
  checkedAgainst: { '@github/copilot-sdk': ['1'] },
  clients: [
    { call: 'Member[CopilotClient]', credential: 'Argument[0].Member[gitHubToken]', envVariable: 'GITHUB_TOKEN' },
  ],
  agents: [
    {
      call: created,
      slots: [{ role: 'system', at: 'Argument[0].Member[systemMessage].Member[content]' }],
      tools: 'Argument[0].Member[tools]',
      gates: [{ at: 'Argument[0].Member[onPermissionRequest]', shape: 'value' }],
      runs,
    },
    {
      call: resumed,
      slots: [{ role: 'system', at: 'Argument[1].Member[systemMessage].Member[content]' }],
      tools: 'Argument[1].Member[tools]',
      gates: [{ at: 'Argument[1].Member[onPermissionRequest]', shape: 'value' }],
      runs,
    },
  ],
  tools: [
    {
      call: 'Member[defineTool]',
      name: 'Argument[0]',
      description: 'Argument[1].Member[description]',
      schema: 'Argument[1].Member[parameters]',
      handler: 'Argument[1].Member[handler]',
      input: 0,
      options: 'Argument[1]',
    },
  ],
  toolObjects: [
    {
      is: { property: 'handler', values: [] },
      name: 'Member[name]',
      description: 'Member[description]',
      schema: 'Member[parameters]',
      handler: 'Member[handler]',
      input: 0,
    },
  ],
  approvals: [
    {
      name: 'onPermissionRequest',
      callback: `${created}.Argument[0].Member[onPermissionRequest]`,
      grants: { property: 'kind', values: ['approve-once', 'approve-for-session', 'approve-permanently', 'approved'] },
      denial: "{ kind: 'reject' }",
    },
    {
      name: 'onPermissionRequest',
      callback: `${resumed}.Argument[1].Member[onPermissionRequest]`,
      grants: { property: 'kind', values: ['approve-once', 'approve-for-session', 'approve-permanently', 'approved'] },
      denial: "{ kind: 'reject' }",
    },
  ],
  settings: [
    { ...approvesAll, call: created, at: 'Argument[0].Member[onPermissionRequest]', subject: 'createSession' },
    { ...approvesAll, call: resumed, at: 'Argument[1].Member[onPermissionRequest]', subject: 'resumeSession' },
  ],
} as const satisfies Framework;
