import type { Framework } from '../framework.js';

const result = { verdict: 'result' } as const;

/** Checks of texts by providers. */
export const moderation: Framework = {
  id: 'moderation',
  title: 'Moderation',
  language: 'javascript',
  modules: ['openai', '@openai/guardrails'],
  ai: true,
  checkedAgainst: { openai: ['7'], '@openai/guardrails': ['0'] },
  guardrails: [
    { ...result, module: 'openai', call: 'Member[default,OpenAI].Instance.Member[moderations].Member[create]' },
    { ...result, module: '@openai/guardrails', call: 'Member[checkPlainText,runGuardrails]' },
  ],
};

/** Read from the documentation: packages that are too large to install for a test. */
export const uncheckedModeration: Framework = {
  id: 'unchecked-moderation',
  title: 'Moderation',
  language: 'javascript',
  modules: [
    '@aws-sdk/client-bedrock-runtime',
    '@azure-rest/ai-content-safety',
    '@google-cloud/modelarmor',
    '@mistralai/mistralai',
  ],
  ai: false,
  checkedAgainst: {},
  guardrails: [
    { verdict: 'result', module: '@aws-sdk/client-bedrock-runtime', call: 'Member[ApplyGuardrailCommand]' },
    { ...result, module: '@azure-rest/ai-content-safety', call: 'Member[default].ReturnValue.Member[path]' },
    {
      ...result,
      module: '@google-cloud/modelarmor',
      call: 'Member[ModelArmorClient].Instance.Member[sanitizeUserPrompt,sanitizeModelResponse]',
    },
    {
      ...result,
      module: '@mistralai/mistralai',
      call: 'Member[Mistral].Instance.Member[classifiers].Member[moderate,moderateChat]',
    },
  ],
};
