import type { Framework } from '../../framework.js';

const injectedNames = [
  'context',
  'browser',
  'browser_session',
  'page',
  'page_url',
  'cdp_client',
  'page_extraction_llm',
  'available_file_paths',
  'has_sensitive_data',
  'file_system',
  'extraction_schema',
] as const;
const profiles = 'Member[BrowserProfile,BrowserSession,Browser]';

export const browserUse: Framework = {
  id: 'browser-use',
  title: 'browser-use',
  language: 'python',
  modules: [
    'browser_use',
    'browser_use.agent.service',
    'browser_use.browser',
    'browser_use.browser.profile',
    'browser_use.tools.service',
    'browser_use/*',
  ],
  ai: true,
  checkedAgainst: { 'browser-use': ['0.13'] },
  agents: [
    {
      call: 'Member[Agent]',
      slots: [
        { role: 'user', at: 'Argument[0,task]' },
        { role: 'system', at: 'Argument[override_system_message]' },
        { role: 'system', at: 'Argument[extend_system_message]' },
      ],
      tools: 'Argument[tools,controller]',
      runs: [
        {
          call: 'Member[run,run_sync]',
          slots: [],
          outputs: [
            'ReturnValue.Member[final_result,extracted_content,structured_output].ReturnValue',
            'ReturnValue.Member[structured_output]',
          ],
          limits: [{ kind: 'steps', at: 'Argument[0,max_steps]', default: 500, absurdAbove: 1000 }],
        },
      ],
    },
  ],
  tools: [
    {
      call: 'Member[Tools,Controller].Instance.Member[action]',
      name: 'Argument[name]',
      description: 'Argument[0,description]',
      decorator: true,
      injectedNames,
      joins: 'Receiver',
    },
  ],
  toolSets: [{ call: 'Member[Tools,Controller]' }],
  settings: [
    {
      meaning: 'dangerous-opt-in',
      call: profiles,
      at: 'Argument[disable_security]',
      values: [true],
      replacement: 'False',
      severity: 'error',
      subject: 'The browser',
      note: 'Pages read what other sites hold.',
    },
    {
      meaning: 'dangerous-opt-in',
      call: profiles,
      at: 'Argument[chromium_sandbox]',
      values: [false],
      replacement: 'True',
      severity: 'warning',
      subject: 'The browser',
    },
  ],
};
