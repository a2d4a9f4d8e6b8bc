import type { Framework } from '../framework.js';
import type { SettingRow } from '../setting-rows.js';
import { wholeEnvironment } from './environments.js';

const sandbox = { language: 'javascript', ai: true, checkedAgainst: {} } as const;
const openEgress = { meaning: 'sandbox-open-egress', severity: 'warning' } as const;

const e2bNetwork = [
  {
    ...openEgress,
    call: 'Member[default,Sandbox].Member[create]',
    at: 'Argument[N-1].Member[allowInternetAccess]',
    values: [true],
    absent: true,
    unless: ['Argument[N-1].Member[network].Member[denyOut]', 'Argument[N-1].Member[network].Member[allowOut]'],
    unlessCalled: ['Member[default,Sandbox].Member[create].ReturnValue.Member[updateNetwork]'],
    replacement: 'false',
    subject: 'Sandbox.create',
    note: 'The internet is open unless allowInternetAccess is false.',
  },
] as const satisfies readonly SettingRow[];

export const e2b = {
  ...sandbox,
  id: 'e2b',
  title: 'E2B',
  modules: ['e2b', '@e2b/code-interpreter', '@e2b/desktop'],
  checkedAgainst: { e2b: ['2'], '@e2b/code-interpreter': ['2'] },
  settings: [
    ...e2bNetwork,
    {
      ...wholeEnvironment,
      call: 'Member[default,Sandbox].Member[create]',
      at: 'Argument[N-1].Member[envs]',
      subject: 'Sandbox.create',
    },
    {
      ...wholeEnvironment,
      call: 'Member[default,Sandbox].Member[create].ReturnValue.Member[runCode]',
      at: 'Argument[1].Member[envs]',
      subject: 'runCode',
    },
    {
      ...wholeEnvironment,
      call: 'Member[default,Sandbox].Member[create].ReturnValue.Member[commands].Member[run]',
      at: 'Argument[1].Member[envs]',
      subject: 'commands.run',
    },
  ],
} as const satisfies Framework;

const vercelMade = 'Member[Sandbox].Member[create,getOrCreate,get,fork]';

export const vercelSandbox = {
  ...sandbox,
  id: 'vercel-sandbox',
  title: 'Vercel Sandbox',
  modules: ['@vercel/sandbox'],
  checkedAgainst: { '@vercel/sandbox': ['3'] },
  settings: [
    {
      ...openEgress,
      call: 'Member[Sandbox].Member[create,getOrCreate]',
      at: 'Argument[0].Member[networkPolicy]',
      values: ['allow-all'],
      absent: true,
      unlessCalled: [
        `${vercelMade}.ReturnValue.Member[updateNetworkPolicy,update]`,
        'Member[Sandbox].Instance.Member[updateNetworkPolicy,update]',
      ],
      replacement: "'deny-all'",
      subject: 'Sandbox.create',
      note: 'Without networkPolicy all traffic is allowed.',
    },
    {
      ...wholeEnvironment,
      call: 'Member[Sandbox].Member[create,getOrCreate]',
      at: 'Argument[0].Member[env]',
      subject: 'Sandbox.create',
    },
    {
      ...wholeEnvironment,
      call: `${vercelMade}.ReturnValue.Member[runCommand]`,
      at: 'Argument[0].Member[env]',
      subject: 'runCommand',
    },
  ],
} as const satisfies Framework;

export const daytona = {
  ...sandbox,
  id: 'daytona',
  title: 'Daytona',
  modules: ['@daytonaio/sdk', '@daytona/sdk'],
  checkedAgainst: { '@daytonaio/sdk': ['0'] },
  settings: [
    {
      ...openEgress,
      call: 'Member[Daytona].Instance.Member[create]',
      at: 'Argument[0].Member[networkBlockAll]',
      values: [false],
      absent: true,
      unless: ['Argument[0].Member[networkAllowList]', 'Argument[0].Member[domainAllowList]'],
      unlessCalled: ['Member[Daytona].Instance.Member[create].ReturnValue.Member[updateNetworkSettings]'],
      replacement: 'true',
      subject: 'Daytona.create',
      note: 'The network is open unless networkBlockAll or an allow list closes it.',
    },
    {
      ...wholeEnvironment,
      call: 'Member[Daytona].Instance.Member[create]',
      at: 'Argument[0].Member[envVars]',
      subject: 'Daytona.create',
    },
  ],
} as const satisfies Framework;
