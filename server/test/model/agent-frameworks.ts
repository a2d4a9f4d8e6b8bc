import type { Framework, SettingRow } from '@leashlint/rules';

const steps = {
  kind: 'steps',
  at: 'Argument[0].Member[stopWhen]',
  unbounded: ['Member[never]', null],
  absurdAbove: 200,
  needsTools: true,
  insert: 'stopWhen: after(20)',
  insertImport: 'after',
} as const;

const keySetting: SettingRow = {
  meaning: 'browser-key',
  call: 'Member[Client]',
  at: 'Argument[0].Member[browser]',
  values: [true],
  subject: 'Client',
};

/** One framework with each kind of row that the agent half reads, so that the tests do not change with the real catalogue. */
export const agentFramework: Framework = {
  id: 'sdk',
  title: 'Test SDK',
  language: 'javascript',
  modules: ['sdk', 'sdk/*'],
  ai: true,
  checkedAgainst: { sdk: ['1', '2'] },
  clients: [
    {
      call: 'Member[Client]',
      credential: 'Argument[0].Member[apiKey]',
      envVariable: 'SDK_API_KEY',
    },
  ],
  calls: [
    {
      call: 'Member[ask]',
      slots: [
        { role: 'system', at: 'Argument[0].Member[system]' },
        { role: 'messages', at: 'Argument[0].Member[messages]' },
      ],
      tools: 'Argument[0].Member[tools]',
      gates: [
        {
          at: 'Argument[0].Member[approval]',
          shape: 'map',
          never: ['approved'],
          insert: "approval: { $name: 'ask' }",
          versions: '>=2',
        },
      ],
      limits: [
        { ...steps, default: 1 },
        { kind: 'time', at: 'Argument[0].Member[signal]', default: 'unknown' },
      ],
      outputs: ['ReturnValue.Member[text,steps]', 'ReturnValue.Member[final].ReturnValue'],
    },
    {
      call: 'Member[loop]',
      slots: [],
      tools: 'Argument[0].Member[tools]',
      limits: [{ ...steps, default: 'unbounded' }],
      outputs: [],
    },
    { call: 'Member[run]', slots: [{ role: 'user', at: 'Argument[1]' }], agent: 'Argument[0]', outputs: [] },
    { call: 'Member[Client].Instance.Member[chat].Member[create]', slots: [], outputs: ['ReturnValue.Member[text]'] },
  ],
  agents: [
    {
      call: 'Member[Agent]',
      name: 'Argument[0].Member[name]',
      slots: [{ role: 'system', at: 'Argument[0].Member[instructions]' }],
      tools: 'Argument[0].Member[tools]',
      runs: [
        {
          call: 'Member[generate]',
          slots: [{ role: 'user', at: 'Argument[0].Member[prompt]' }],
          outputs: ['ReturnValue.Member[text]'],
        },
      ],
    },
  ],
  tools: [
    {
      call: 'Member[tool]',
      name: 'key',
      description: 'Argument[0].Member[description]',
      schema: 'Argument[0].Member[schema]',
      handler: 'Argument[0].Member[execute]',
      input: 0,
      options: 'Argument[0]',
      gates: [{ at: 'Argument[0].Member[needsApproval]', shape: 'value', insert: 'needsApproval: true' }],
    },
    {
      call: 'Member[oldTool]',
      name: 'key',
      handler: 'Argument[0].Member[execute]',
      input: 0,
      options: 'Argument[0]',
      gates: [{ at: 'Argument[0].Member[confirm]', shape: 'value', insert: 'confirm: true', deprecated: '>=1' }],
    },
    {
      call: 'Member[namedTool]',
      name: 'Argument[0].Member[name]',
      handler: 'Argument[1]',
      input: 0,
      options: 'Argument[0]',
    },
    {
      call: 'Member[Server].Instance.Member[register]',
      name: 'Argument[0]',
      description: 'Argument[1]',
      schema: 'Argument[1..2]',
      schemaShape: 'zod-shape',
      handler: 'Argument[1..3]',
      input: 0,
      server: true,
    },
  ],
  hosted: [
    { call: 'Member[searchTool]', tool: 'web-search', capabilities: ['untrusted-in'], options: 'Argument[0]' },
    { call: 'Member[shellTool]', tool: 'shell', capabilities: ['exec'], handler: 'Argument[0].Member[run]', input: 0 },
  ],
  toolObjects: [
    {
      is: { property: 'type', values: ['web_*'] },
      hosted: { tool: 'web-search', capabilities: ['untrusted-in'] },
      settings: [{ meaning: 'hosted-unrestricted', at: 'Member[domains]', absent: true, subject: 'web search' }],
    },
  ],
  gates: [
    {
      call: 'Member[reviewMiddleware]',
      level: 'middleware',
      covers: { at: 'Argument[0].Member[on]', shape: 'map', insert: '$name: true' },
    },
    { call: 'Member[interrupt]', level: 'interrupt' },
    { call: 'Member[Server].Instance.Member[elicit]', level: 'elicitation' },
  ],
  approvals: [
    {
      callback: 'Member[ask].Argument[0].Member[onApproval]',
      grants: { property: 'behavior', values: ['allow'] },
      denial: "{ behavior: 'deny' }",
      name: 'onApproval',
    },
    {
      approves: 'Member[ask].ReturnValue.Member[state].Member[approve]',
      denial: 'reject',
      name: 'state.approve',
    },
    {
      approves: 'Member[Resume]',
      grants: { property: 'type', values: ['approve'] },
      name: 'Resume',
    },
  ],
  settings: [
    keySetting,
    { meaning: 'unsandboxed-executor', call: 'Member[LocalExecutor]', subject: 'LocalExecutor' },
    {
      meaning: 'approval-disabled',
      call: 'Member[ask]',
      at: 'Argument[0].Member[mode]',
      values: ['bypass*'],
      unless: ['Argument[0].Member[sandbox]'],
      replacement: "'default'",
      subject: 'ask',
      severity: 'error',
    },
    {
      meaning: 'hosted-unrestricted',
      call: 'Member[searchTool]',
      at: 'Argument[0].Member[domains]',
      absent: true,
      replacement: 'domains: []',
      subject: 'searchTool',
    },
  ],
  servers: [
    {
      call: 'Member[Server]',
      name: 'Argument[0].Member[name]',
      callToolHandler: {
        call: 'Member[Server].Instance.Member[setRequestHandler]',
        schema: 'Argument[0]',
        schemaIs: ['Member[CallToolRequestSchema]', 'tools/call'],
        handler: 'Argument[1]',
        toolName: 'Member[params].Member[name]',
        toolArguments: 'Member[params].Member[arguments]',
      },
    },
  ],
};

export const terminal: Framework = {
  id: 'runtime',
  title: 'Node.js',
  language: 'javascript',
  modules: ['fs', 'global'],
  ai: false,
  checkedAgainst: {},
  effects: [{ call: 'Member[rmSync]', effect: 'fs-delete', highImpact: true }],
};
