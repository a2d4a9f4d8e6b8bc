import type { Framework } from '../framework.js';

const base = { language: 'javascript', ai: true, title: 'Stagehand', modules: ['@browserbasehq/stagehand'] } as const;
const instruction = [{ role: 'user', at: 'Argument[0]' }] as const;
const page = { kind: 'retrieved', label: 'page in the browser' } as const;
const made = 'Member[Stagehand].Member[create].ReturnValue';
const built = 'Member[Stagehand].Instance';

export const stagehand = {
  ...base,
  id: 'stagehand',
  checkedAgainst: { '@browserbasehq/stagehand': ['4'] },
  calls: [
    {
      call: `${made}.Member[act]`,
      versions: '>=4',
      slots: instruction,
      limits: [{ kind: 'time', at: 'Argument[1].Member[timeout]', default: 'unknown' }],
      outputs: [],
    },
    { call: `${made}.Member[extract,observe]`, versions: '>=4', slots: instruction, outputs: ['ReturnValue'] },
  ],
  effects: [{ call: `${made}.Member[act]`, effect: 'browser', highImpact: false, versions: '>=4' }],
  sources: [{ ...page, path: `${made}.Member[extract,observe].ReturnValue`, versions: '>=4' }],
} as const satisfies Framework;

/** Before version 4 a constructor made the browser; before 3 the methods were those of a page. Read from the documentation. */
export const stagehandBeforeFour = {
  ...base,
  id: 'stagehand-3',
  checkedAgainst: {},
  clients: [
    {
      call: 'Member[Stagehand]',
      credential: 'Argument[0].Member[apiKey]',
      envVariable: 'BROWSERBASE_API_KEY',
      versions: '<4',
    },
  ],
  calls: [
    { call: `${built}.Member[act]`, versions: '<4', slots: instruction, outputs: [] },
    { call: `${built}.Member[page].Member[act]`, versions: '<3', slots: instruction, outputs: [] },
    { call: `${built}.Member[extract,observe]`, versions: '<4', slots: instruction, outputs: ['ReturnValue'] },
    {
      call: `${built}.Member[page].Member[extract,observe]`,
      versions: '<3',
      slots: instruction,
      outputs: ['ReturnValue'],
    },
  ],
  agents: [
    {
      call: `${built}.Member[agent]`,
      versions: '<4',
      slots: [
        { role: 'system', at: 'Argument[0].Member[systemPrompt]' },
        { role: 'system', at: 'Argument[0].Member[instructions]' },
      ],
      tools: 'Argument[0].Member[tools]',
      runs: [
        {
          call: 'Member[execute]',
          slots: [
            { role: 'user', at: 'Argument[0]' },
            { role: 'user', at: 'Argument[0].Member[instruction]' },
          ],
          limits: [{ kind: 'steps', at: 'Argument[0].Member[maxSteps]', default: 20, absurdAbove: 200 }],
          outputs: ['ReturnValue.Member[message,actions,output]'],
        },
      ],
    },
  ],
  effects: [
    { call: `${built}.Member[act]`, effect: 'browser', highImpact: false, versions: '<4' },
    { call: `${built}.Member[page].Member[act]`, effect: 'browser', highImpact: false, versions: '<3' },
  ],
  settings: [
    {
      meaning: 'content-recorded',
      call: 'Member[Stagehand]',
      at: 'Argument[0].Member[logInferenceToFile]',
      values: [true],
      replacement: 'false',
      severity: 'warning',
      subject: 'Stagehand',
      versions: '<4',
    },
  ],
  sources: [
    { ...page, path: `${built}.Member[extract,observe].ReturnValue`, versions: '<4' },
    { ...page, path: `${built}.Member[page].Member[extract,observe].ReturnValue`, versions: '<3' },
  ],
} as const satisfies Framework;
