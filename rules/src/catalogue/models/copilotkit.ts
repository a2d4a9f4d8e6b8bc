import type { Framework } from '../framework.js';

const core = '@copilotkit/react-core';
const runtime = '@copilotkit/runtime';

const hookTool = {
  name: 'Argument[0].Member[name]',
  description: 'Argument[0].Member[description]',
  schema: 'Argument[0].Member[parameters]',
  handler: 'Argument[0].Member[handler]',
  input: 0,
  options: 'Argument[0]',
} as const;

const steps = { kind: 'steps', at: 'Argument[0].Member[maxSteps]', default: 1, absurdAbove: 200 } as const;

export const copilotKit = {
  id: 'copilotkit',
  title: 'CopilotKit',
  language: 'javascript',
  modules: [core, `${core}/v2`, '@copilotkit/react-native', runtime, `${runtime}/v2`, '@copilotkit/*'],
  ai: true,
  checkedAgainst: { [core]: ['1'], [runtime]: ['1'] },
  calls: [
    {
      // What the page shows the model.
      call: 'Member[useCopilotReadable]',
      module: core,
      slots: [{ role: 'user', at: 'Argument[0].Member[value]' }],
      outputs: [],
      prepares: true,
    },
    {
      call: 'Member[useAgentContext]',
      module: `${core}/v2`,
      slots: [{ role: 'user', at: 'Argument[0].Member[value]' }],
      outputs: [],
      prepares: true,
    },
    {
      call: 'Member[useCopilotAdditionalInstructions]',
      module: core,
      slots: [{ role: 'system', at: 'Argument[0].Member[instructions]' }],
      outputs: [],
      prepares: true,
    },
  ],
  agents: [
    {
      call: 'Member[CopilotRuntime]',
      module: runtime,
      slots: [],
      tools: 'Argument[0].Member[actions]',
    },
    {
      call: 'Member[CopilotRuntime]',
      module: `${runtime}/v2`,
      slots: [],
      handoffs: 'Argument[0].Member[agents]',
    },
    {
      call: 'Member[BuiltInAgent]',
      module: `${runtime}/v2`,
      slots: [{ role: 'system', at: 'Argument[0].Member[prompt]' }],
      tools: 'Argument[0].Member[tools]',
      limits: [steps],
    },
  ],
  tools: [
    {
      ...hookTool,
      call: 'Member[useCopilotAction]',
      gates: [
        { at: 'Argument[0].Member[renderAndWaitForResponse]', shape: 'value' },
        { at: 'Argument[0].Member[renderAndWait]', shape: 'value' },
      ],
    },
    { ...hookTool, call: 'Member[useFrontendTool]' },
    {
      call: 'Member[defineTool]',
      module: `${runtime}/v2`,
      name: 'Argument[0].Member[name]',
      description: 'Argument[0].Member[description]',
      schema: 'Argument[0].Member[parameters]',
      handler: 'Argument[0].Member[execute]',
      input: 0,
      options: 'Argument[0]',
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
} as const satisfies Framework;
