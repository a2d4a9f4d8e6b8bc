import type { Framework } from '../framework.js';

const runtime = '@aws-sdk/client-bedrock-runtime';
const agentRuntime = '@aws-sdk/client-bedrock-agent-runtime';

const converse = {
  module: runtime,
  slots: [
    { role: 'system', at: 'Argument[0].Member[system]' },
    { role: 'messages', at: 'Argument[0].Member[messages]' },
  ],
  tools: 'Argument[0].Member[toolConfig].Member[tools]',
  limits: [{ kind: 'tokens', at: 'Argument[0].Member[inferenceConfig].Member[maxTokens]', default: 'unknown' }],
} as const;

const answer = ['ReturnValue.Member[output]', 'ReturnValue.Member[stream].ArrayElement'] as const;
const body = 'ReturnValue.Member[body]';

/** A command says what is asked; the client's `send` gives the answer. */
export const bedrock = {
  id: 'bedrock-js',
  title: 'Amazon Bedrock',
  language: 'javascript',
  modules: [runtime, agentRuntime],
  ai: true,
  checkedAgainst: { [runtime]: ['3'], [agentRuntime]: ['3'] },
  clients: [
    {
      call: 'Member[BedrockRuntimeClient,BedrockRuntime]',
      module: runtime,
      credential: 'Argument[0].Member[credentials].Member[secretAccessKey]',
      envVariable: 'AWS_SECRET_ACCESS_KEY',
    },
  ],
  calls: [
    { ...converse, call: 'Member[ConverseCommand,ConverseStreamCommand]', outputs: [] },
    { ...converse, call: 'Member[BedrockRuntime].Instance.Member[converse,converseStream]', outputs: answer },
    {
      call: 'Member[InvokeModelCommand,InvokeModelWithResponseStreamCommand]',
      module: runtime,
      slots: [{ role: 'user', at: 'Argument[0].Member[body]' }],
      outputs: [],
    },
    {
      call: 'Member[BedrockRuntime].Instance.Member[invokeModel]',
      module: runtime,
      slots: [{ role: 'user', at: 'Argument[0].Member[body]' }],
      outputs: [body],
    },
    {
      call: 'Member[InvokeAgentCommand,InvokeInlineAgentCommand]',
      module: agentRuntime,
      slots: [
        { role: 'user', at: 'Argument[0].Member[inputText]' },
        { role: 'system', at: 'Argument[0].Member[instruction]' },
      ],
      outputs: [],
    },
    {
      call: 'Member[RetrieveAndGenerateCommand]',
      module: agentRuntime,
      slots: [{ role: 'user', at: 'Argument[0].Member[input].Member[text]' }],
      outputs: [],
    },
    {
      call: 'Member[BedrockRuntimeClient].Instance.Member[send]',
      module: runtime,
      slots: [],
      outputs: [...answer, body],
    },
    {
      call: 'Member[BedrockAgentRuntimeClient].Instance.Member[send]',
      module: agentRuntime,
      slots: [],
      outputs: ['ReturnValue.Member[output]', 'ReturnValue.Member[completion].ArrayElement'],
    },
  ],
  toolObjects: [
    {
      is: { property: 'toolSpec', values: [] },
      name: 'Member[toolSpec].Member[name]',
      description: 'Member[toolSpec].Member[description]',
      schema: 'Member[toolSpec].Member[inputSchema].Member[json]',
    },
  ],
  sources: [
    {
      kind: 'retrieved',
      path: 'Member[BedrockAgentRuntimeClient].Instance.Member[send].ReturnValue.Member[retrievalResults]',
      module: agentRuntime,
      label: 'retrieved document',
    },
  ],
} as const satisfies Framework;
