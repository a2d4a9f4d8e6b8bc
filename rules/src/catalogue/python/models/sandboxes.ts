import type { Framework } from '../../framework.js';
import { wholeEnvironment } from '../../models/environments.js';

const sandbox = { language: 'python', ai: true } as const;
const openEgress = { meaning: 'sandbox-open-egress', severity: 'warning' } as const;

const e2bMade = 'Member[Sandbox,AsyncSandbox].Member[create]';

export const pythonE2b = {
  ...sandbox,
  id: 'e2b-python',
  title: 'E2B',
  modules: ['e2b', 'e2b_code_interpreter'],
  checkedAgainst: { e2b: ['2'], 'e2b-code-interpreter': ['2'] },
  settings: [
    {
      ...openEgress,
      call: e2bMade,
      at: 'Argument[allow_internet_access]',
      values: [true],
      absent: true,
      unless: ['Argument[network].Member[deny_out]', 'Argument[network].Member[allow_out]'],
      unlessCalled: [`${e2bMade}.ReturnValue.Member[update_network]`],
      replacement: 'False',
      subject: 'Sandbox.create',
      note: 'The internet is open unless allow_internet_access is False.',
    },
    { ...wholeEnvironment, call: e2bMade, at: 'Argument[envs]', subject: 'Sandbox.create' },
    {
      ...wholeEnvironment,
      call: `${e2bMade}.ReturnValue.Member[commands].Member[run]`,
      at: 'Argument[envs]',
      subject: 'commands.run',
    },
    {
      ...wholeEnvironment,
      module: 'e2b_code_interpreter',
      call: `${e2bMade}.ReturnValue.Member[run_code]`,
      at: 'Argument[envs]',
      subject: 'run_code',
    },
  ],
} as const satisfies Framework;

const daytonaMade = 'Member[Daytona,AsyncDaytona].Instance.Member[create]';

export const pythonDaytona = {
  ...sandbox,
  id: 'daytona-python',
  title: 'Daytona',
  modules: ['daytona'],
  checkedAgainst: { daytona: ['0'] },
  settings: [
    {
      ...openEgress,
      call: 'Member[CreateSandboxFromSnapshotParams,CreateSandboxFromImageParams]',
      at: 'Argument[network_block_all]',
      values: [false],
      absent: true,
      unless: ['Argument[network_allow_list]'],
      unlessCalled: [`${daytonaMade}.ReturnValue.Member[update_network_settings]`],
      replacement: 'True',
      subject: 'Daytona.create',
      note: 'The network is open unless network_block_all or an allow list closes it.',
    },
    {
      ...wholeEnvironment,
      call: 'Member[CreateSandboxFromSnapshotParams,CreateSandboxFromImageParams]',
      at: 'Argument[env_vars]',
      subject: 'Daytona.create',
    },
  ],
} as const satisfies Framework;

export const pythonModal = {
  ...sandbox,
  id: 'modal',
  title: 'Modal',
  modules: ['modal'],
  checkedAgainst: { modal: ['1'] },
  settings: [
    {
      ...openEgress,
      call: 'Member[Sandbox].Member[create]',
      at: 'Argument[block_network]',
      values: [false],
      absent: true,
      unless: ['Argument[outbound_cidr_allowlist]', 'Argument[outbound_domain_allowlist]', 'Argument[cidr_allowlist]'],
      replacement: 'True',
      subject: 'Sandbox.create',
      note: 'The network is open unless block_network or an allow list closes it.',
    },
  ],
} as const satisfies Framework;
