import type { Framework } from '../../framework.js';

const converse = {
  slots: [
    { role: 'system', at: 'Argument[system]' },
    { role: 'messages', at: 'Argument[messages]' },
  ],
  tools: 'Argument[toolConfig].Member[tools]',
  limits: [{ kind: 'tokens', at: 'Argument[inferenceConfig].Member[maxTokens]', default: 'unknown' }],
} as const;
const prompt = { slots: [{ role: 'user', at: 'Argument[body]' }] } as const;

/** What makes clients does not say which ones; no other service has methods of these names. */
const made = [
  'Member[client].ReturnValue',
  'Member[Session].Instance.Member[client].ReturnValue',
  'Member[session].Member[Session].Instance.Member[client].ReturnValue',
] as const;
const annotated = 'Member[BedrockRuntimeClient].Instance';
const runtimes = [...made, annotated] as const;

export const pythonBedrock = {
  id: 'bedrock-python',
  title: 'Amazon Bedrock',
  language: 'python',
  modules: ['boto3', 'types_boto3_bedrock_runtime', 'mypy_boto3_bedrock_runtime'],
  ai: true,
  checkedAgainst: {
    boto3: ['1'],
    'types-boto3-bedrock-runtime': ['1'],
    'mypy-boto3-bedrock-runtime': ['1'],
  },
  guardrails: runtimes.map((client) => ({ verdict: 'result', call: `${client}.Member[apply_guardrail]` })),
  calls: [
    ...runtimes.flatMap(
      (client) =>
        [
          { ...converse, call: `${client}.Member[converse]`, outputs: ['ReturnValue.Member[output]'] },
          {
            ...converse,
            call: `${client}.Member[converse_stream]`,
            outputs: ['ReturnValue.Member[stream].ArrayElement'],
          },
          { ...prompt, call: `${client}.Member[invoke_model]`, outputs: ['ReturnValue.Member[body]'] },
          {
            ...prompt,
            call: `${client}.Member[invoke_model_with_response_stream]`,
            outputs: ['ReturnValue.Member[body].ArrayElement'],
          },
        ] as const,
    ),
    ...made.flatMap(
      (client) =>
        [
          {
            call: `${client}.Member[invoke_agent,invoke_inline_agent]`,
            slots: [
              { role: 'user', at: 'Argument[inputText]' },
              { role: 'system', at: 'Argument[instruction]' },
            ],
            outputs: ['ReturnValue.Member[completion].ArrayElement'],
          },
          {
            call: `${client}.Member[retrieve_and_generate]`,
            slots: [{ role: 'user', at: 'Argument[input].Member[text]' }],
            outputs: ['ReturnValue.Member[output]'],
          },
        ] as const,
    ),
  ],
  toolObjects: [
    {
      is: { property: 'toolSpec', values: [] },
      name: 'Member[toolSpec].Member[name]',
      description: 'Member[toolSpec].Member[description]',
      schema: 'Member[toolSpec].Member[inputSchema].Member[json]',
    },
  ],
  sources: made.map((client) => ({
    kind: 'retrieved',
    path: `${client}.Member[retrieve].ReturnValue.Member[retrievalResults]`,
    label: 'retrieved document',
  })),
} as const satisfies Framework;
