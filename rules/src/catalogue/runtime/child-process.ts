import type { Framework } from '../framework.js';
import { interpreterFlags, interpreterPrograms, shellCommandFlags, shellPrograms } from './shells.js';

export const childProcess = {
  id: 'node-child-process',
  title: 'Node.js child_process',
  language: 'javascript',
  modules: ['child_process', 'node:child_process'],
  ai: false,
  checkedAgainst: { '@types/node': ['20'] },
  sinks: [
    { kind: 'shell', call: 'Member[exec,execSync]', at: 'Argument[0]', effect: 'exec' },
    // The program itself: whoever chooses it needs no shell.
    { kind: 'shell', call: 'Member[execFile,execFileSync,spawn,spawnSync]', at: 'Argument[0]', effect: 'exec' },
    {
      kind: 'process-arguments',
      call: 'Member[execFile,execFileSync,spawn,spawnSync]',
      at: 'Argument[1]',
      effect: 'exec',
    },
    {
      kind: 'shell',
      call: 'Member[execFile,execFileSync,spawn,spawnSync]',
      at: 'Argument[1]',
      effect: 'exec',
      when: { at: 'Argument[2].Member[shell]', values: [true, ...shellPrograms] },
    },
    {
      kind: 'shell',
      call: 'Member[execFile,execFileSync,spawn,spawnSync]',
      at: 'Argument[1].ArrayElement',
      effect: 'exec',
      when: { at: 'Argument[0]', values: shellPrograms },
      also: { at: 'Argument[1].ArrayElement', values: shellCommandFlags },
    },
    {
      kind: 'code',
      call: 'Member[execFile,execFileSync,spawn,spawnSync]',
      at: 'Argument[1].ArrayElement',
      effect: 'exec',
      when: { at: 'Argument[0]', values: interpreterPrograms },
      also: { at: 'Argument[1].ArrayElement', values: interpreterFlags },
    },
    { kind: 'code', call: 'Member[fork]', at: 'Argument[0]', effect: 'exec' },
    { kind: 'process-arguments', call: 'Member[fork]', at: 'Argument[1]', effect: 'exec' },
  ],
  sources: [
    {
      kind: 'local',
      path: 'Member[execSync,execFileSync].ReturnValue',
      label: 'output of a process',
    },
  ],
} as const satisfies Framework;
