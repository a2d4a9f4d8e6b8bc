import type { Framework } from '../../framework.js';

/** Models that run in this process. */
export const pythonTransformers = {
  id: 'transformers-python',
  title: 'Transformers',
  language: 'python',
  modules: ['transformers'],
  ai: true,
  checkedAgainst: { transformers: ['4'] },
  calls: [
    {
      call: 'Member[pipeline].ReturnValue',
      slots: [{ role: 'messages', at: 'Argument[0]' }],
      limits: [{ kind: 'tokens', at: 'Argument[max_new_tokens]', default: 'unknown' }],
      outputs: ['ReturnValue.ArrayElement', 'ReturnValue.Member[answer,text]'],
    },
  ],
} as const satisfies Framework;
