import type { Framework } from '../framework.js';
import { wholeEnvironment } from './environments.js';

export const deepAgents = {
  id: 'deepagents-js',
  title: 'Deep Agents',
  language: 'javascript',
  modules: ['deepagents'],
  ai: true,
  checkedAgainst: { deepagents: ['1'] },
  agents: [
    {
      call: 'Member[createDeepAgent]',
      name: 'Argument[0].Member[name]',
      slots: [
        { role: 'system', at: 'Argument[0].Member[systemPrompt]' },
        { role: 'system', at: 'Argument[0].Member[subagents].ArrayElement.Member[systemPrompt]' },
      ],
      tools: 'Argument[0].Member[tools]',
      gates: [{ at: 'Argument[0].Member[interruptOn]', shape: 'map', insert: 'interruptOn: { $name: true }' }],
      runs: [
        {
          call: 'Member[invoke,stream,streamEvents]',
          slots: [{ role: 'messages', at: 'Argument[0].Member[messages]' }],
          outputs: ['ReturnValue.Member[messages,structuredResponse,files]', 'ReturnValue.ArrayElement'],
          limits: [{ kind: 'steps', at: 'Argument[1].Member[recursionLimit]', default: 10000 }],
        },
      ],
    },
  ],
  settings: [
    {
      meaning: 'unsandboxed-executor',
      call: 'Member[LocalShellBackend]',
      severity: 'error',
      subject: 'LocalShellBackend',
      note: 'Commands run on the host.',
    },
    {
      meaning: 'env-passthrough',
      call: 'Member[LocalShellBackend]',
      at: 'Argument[0].Member[inheritEnv]',
      values: [true],
      removable: true,
      severity: 'warning',
      subject: 'LocalShellBackend',
    },
    {
      ...wholeEnvironment,
      call: 'Member[LocalShellBackend]',
      at: 'Argument[0].Member[env]',
      subject: 'LocalShellBackend',
    },
  ],
} as const satisfies Framework;
