import type { Framework } from '../framework.js';

/** Running programs and code: `subprocess`, `os`, `asyncio`, `eval` and `exec`. */
export const pythonExecution = {
  id: 'python-execution',
  title: 'Python',
  language: 'python',
  modules: ['subprocess', 'os', 'asyncio', 'builtins'],
  ai: false,
  checkedAgainst: {},
  sinks: [
    {
      module: 'subprocess',
      kind: 'shell',
      call: 'Member[run,call,check_call,check_output,Popen]',
      at: 'Argument[0,args]',
      when: { at: 'Argument[shell]', values: [true] },
      effect: 'exec',
    },
    {
      module: 'subprocess',
      kind: 'process-arguments',
      call: 'Member[run,call,check_call,check_output,Popen]',
      at: 'Argument[0,args]',
      unless: { at: 'Argument[shell]', values: [true] },
      effect: 'exec',
    },
    {
      module: 'subprocess',
      kind: 'shell',
      call: 'Member[getoutput,getstatusoutput]',
      at: 'Argument[0,cmd]',
      effect: 'exec',
    },
    { module: 'os', kind: 'shell', call: 'Member[system,popen]', at: 'Argument[0]', effect: 'exec' },
    {
      module: 'asyncio',
      kind: 'shell',
      call: 'Member[create_subprocess_shell]',
      at: 'Argument[0,cmd]',
      effect: 'exec',
    },
    { module: 'builtins', kind: 'code', call: 'Member[eval,exec]', at: 'Argument[0]', effect: 'eval' },
  ],
  sanitizers: [{ module: 'builtins', call: 'Member[int,float,bool,len,hash,id,ord]', cleans: 'all' }],
  passThroughs: [{ module: 'builtins', call: 'Member[str,repr,list,tuple,set,sorted,dict]', from: ['Argument[0]'] }],
} as const satisfies Framework;
