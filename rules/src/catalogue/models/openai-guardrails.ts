import type { Framework } from '../framework.js';

const client = 'Member[GuardrailsOpenAI,GuardrailsAzureOpenAI].Member[create].ReturnValue';

/** The OpenAI client and the agents of its Agents SDK, with checks around them. */
export const openaiGuardrails = {
  id: 'openai-guardrails-js',
  title: 'OpenAI Guardrails',
  language: 'javascript',
  modules: ['@openai/guardrails'],
  ai: true,
  checkedAgainst: { '@openai/guardrails': ['0'] },
  clients: [
    {
      call: 'Member[GuardrailsOpenAI,GuardrailsAzureOpenAI].Member[create]',
      credential: 'Argument[1].Member[apiKey]',
      envVariable: 'OPENAI_API_KEY',
    },
  ],
  calls: [
    ...([client, `${client}.Member[guardrails]`] as const).flatMap(
      (of) =>
        [
          {
            call: `${of}.Member[chat].Member[completions].Member[create]`,
            slots: [{ role: 'messages', at: 'Argument[0].Member[messages]' }],
            tools: 'Argument[0].Member[tools]',
            outputs: ['ReturnValue.Member[choices]', 'ReturnValue.ArrayElement'],
          },
          {
            call: `${of}.Member[responses].Member[create]`,
            slots: [
              { role: 'system', at: 'Argument[0].Member[instructions]' },
              { role: 'messages', at: 'Argument[0].Member[input]' },
            ],
            tools: 'Argument[0].Member[tools]',
            outputs: ['ReturnValue.Member[output,output_text]', 'ReturnValue.ArrayElement'],
          },
        ] as const,
    ),
  ],
  agents: [
    {
      call: 'Member[GuardrailAgent].Member[create]',
      name: 'Argument[1]',
      slots: [{ role: 'system', at: 'Argument[2]' }],
      tools: 'Argument[3].Member[tools]',
    },
  ],
  toolObjects: [
    {
      is: { property: 'function', values: [] },
      name: 'Member[function].Member[name]',
      description: 'Member[function].Member[description]',
      schema: 'Member[function].Member[parameters]',
    },
  ],
} as const satisfies Framework;
