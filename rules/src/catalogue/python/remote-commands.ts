import type { Framework } from '../framework.js';

const command = { kind: 'shell', effect: 'exec' } as const;
const git = { kind: 'process-arguments', effect: 'exec', program: 'git' } as const;

/** Shells on other machines, in containers and behind libraries, and options of git. */
export const pythonRemoteCommands = {
  id: 'python-remote-commands',
  title: 'Command',
  language: 'python',
  modules: [
    'paramiko',
    'fabric',
    'invoke',
    'docker',
    'docker.models.containers',
    'pexpect',
    'sh',
    'plumbum',
    'git',
    'asyncssh',
    'IPython',
    'IPython.core.interactiveshell',
    'ptyprocess',
    'netmiko',
    'kubernetes.stream',
  ],
  ai: false,
  checkedAgainst: {},
  sinks: [
    {
      ...command,
      module: 'paramiko',
      call: 'Member[SSHClient].Instance.Member[exec_command]',
      at: 'Argument[0,command]',
    },
    {
      ...command,
      module: 'fabric',
      call: 'Member[Connection].Instance.Member[run,sudo,local]',
      at: 'Argument[0,command]',
    },
    { ...command, module: 'invoke', call: 'Member[run,sudo]', at: 'Argument[0,command]' },
    { ...command, module: 'invoke', call: 'Member[Context].Instance.Member[run,sudo]', at: 'Argument[0,command]' },
    {
      ...command,
      module: 'asyncssh',
      call: 'Member[connect].ReturnValue.Member[run,create_process]',
      at: 'Argument[0,command]',
    },
    { ...command, module: 'pexpect', call: 'Member[spawn,run]', at: 'Argument[0,command]' },
    {
      ...command,
      module: 'netmiko',
      call: 'Member[ConnectHandler].ReturnValue.Member[send_command,send_config_set]',
      at: 'Argument[0]',
    },
    {
      ...command,
      module: 'IPython',
      kind: 'code',
      effect: 'eval',
      call: 'Member[get_ipython].ReturnValue.Member[run_cell,run_code,ex,ev]',
      at: 'Argument[0]',
    },
    {
      ...command,
      module: 'IPython',
      call: 'Member[get_ipython].ReturnValue.Member[system,getoutput]',
      at: 'Argument[0]',
    },
    {
      module: 'IPython.core.interactiveshell',
      kind: 'code',
      effect: 'eval',
      call: 'Member[InteractiveShell].Member[instance].ReturnValue.Member[run_cell]',
      at: 'Argument[0]',
    },

    { ...git, module: 'git', call: 'Member[Repo].Instance.Member[git].Member[*]', at: 'Argument[0..]' },
    { ...git, module: 'git', call: 'Member[Repo].Member[*].ReturnValue.Member[git].Member[*]', at: 'Argument[0..]' },
    { ...git, module: 'git', call: 'Member[Git].Instance.Member[*]', at: 'Argument[0..]' },
    { module: 'git', kind: 'path', call: 'Member[Repo]', at: 'Argument[0,path]', effect: 'fs-read' },
    { module: 'git', kind: 'path', call: 'Member[Repo].Member[init]', at: 'Argument[0,path]', effect: 'fs-write' },
    // Unlike the program, the library adds files outside of the repository.
    {
      module: 'git',
      kind: 'path',
      call: 'Member[Repo].Instance.Member[index].Member[add]',
      at: 'Argument[0,items]',
      effect: 'fs-read',
    },
    { module: 'git', kind: 'url', call: 'Member[Repo].Member[clone_from]', at: 'Argument[0,url]', effect: 'http' },
    {
      module: 'git',
      kind: 'path',
      call: 'Member[Repo].Member[clone_from]',
      at: 'Argument[1,to_path]',
      effect: 'fs-write',
    },
  ],
} as const satisfies Framework;
