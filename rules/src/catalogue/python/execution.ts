import type { Framework } from '../framework.js';
import { interpreterFlags, interpreterPrograms } from '../runtime/shells.js';

const run = 'Member[run,call,check_call,check_output,Popen]';
const inShell = { at: 'Argument[shell]', values: [true] } as const;
const effect = 'exec';

/** Running programs and code: `subprocess`, `os`, `asyncio`, `pty`, `eval`, `exec` and modules that are chosen at run time. */
export const pythonExecution = {
  id: 'python-execution',
  title: 'Python',
  language: 'python',
  modules: [
    'subprocess',
    'os',
    'asyncio',
    'asyncio.subprocess',
    'pty',
    'builtins',
    'code',
    'runpy',
    'importlib',
    'imp',
    'shlex',
  ],
  ai: false,
  checkedAgainst: { mypy: ['2.4'] },
  sinks: [
    { module: 'subprocess', kind: 'shell', call: run, at: 'Argument[0,args]', when: inShell, effect },
    { module: 'subprocess', kind: 'process-arguments', call: run, at: 'Argument[0,args]', unless: inShell, effect },
    // The program itself: whoever chooses it needs no shell.
    {
      module: 'subprocess',
      kind: 'shell',
      call: run,
      at: 'Argument[0,args].Member[0]',
      unless: inShell,
      effect,
      program: 'chosen',
    },
    {
      module: 'subprocess',
      kind: 'code',
      call: run,
      at: 'Argument[0,args].ArrayElement',
      when: { at: 'Argument[0,args].ArrayElement', values: ['sys.executable', ...interpreterPrograms] },
      also: { at: 'Argument[0,args].ArrayElement', values: interpreterFlags },
      effect,
    },
    { module: 'subprocess', kind: 'shell', call: 'Member[getoutput,getstatusoutput]', at: 'Argument[0,cmd]', effect },
    { module: 'os', kind: 'shell', call: 'Member[system,popen]', at: 'Argument[0,command,cmd]', effect },
    {
      module: 'os',
      kind: 'shell',
      call: 'Member[execv,execve,execvp,execvpe,execl,execle,execlp,execlpe,posix_spawn,posix_spawnp,startfile]',
      at: 'Argument[0]',
      effect,
      program: 'chosen',
    },
    {
      module: 'os',
      kind: 'shell',
      call: 'Member[spawnv,spawnve,spawnvp,spawnvpe,spawnl,spawnle,spawnlp,spawnlpe]',
      at: 'Argument[1]',
      effect,
      program: 'chosen',
    },
    { module: 'pty', kind: 'shell', call: 'Member[spawn]', at: 'Argument[0].Member[0]', effect, program: 'chosen' },
    { module: 'pty', kind: 'process-arguments', call: 'Member[spawn]', at: 'Argument[0]', effect },
    { module: 'asyncio', kind: 'shell', call: 'Member[create_subprocess_shell]', at: 'Argument[0,cmd]', effect },
    {
      module: 'asyncio',
      kind: 'shell',
      call: 'Member[create_subprocess_exec]',
      at: 'Argument[0,program]',
      effect,
      program: 'chosen',
    },
    {
      module: 'asyncio',
      kind: 'process-arguments',
      call: 'Member[create_subprocess_exec]',
      at: 'Argument[1..]',
      effect,
    },
    { module: 'builtins', kind: 'code', call: 'Member[eval,exec]', at: 'Argument[0]', effect: 'eval' },
    {
      module: 'code',
      kind: 'code',
      call: 'Member[InteractiveInterpreter,InteractiveConsole].Instance.Member[runsource,runcode,push]',
      at: 'Argument[0]',
      effect: 'eval',
    },
    { module: 'runpy', kind: 'code', call: 'Member[run_path,run_module]', at: 'Argument[0]', effect: 'eval' },
    { module: 'importlib', kind: 'module', call: 'Member[import_module]', at: 'Argument[0,name]' },
    { module: 'builtins', kind: 'module', call: 'Member[__import__]', at: 'Argument[0]' },
  ],
  sanitizers: [
    { module: 'shlex', call: 'Member[quote]', cleans: ['shell'] },
    { module: 'shlex', call: 'Member[join]', cleans: ['shell'] },
  ],
  passThroughs: [
    { module: 'shlex', call: 'Member[split]', from: ['Argument[0]'] },
    // What is compiled is run later.
    { module: 'builtins', call: 'Member[compile]', from: ['Argument[0,source]'] },
  ],
} as const satisfies Framework;
