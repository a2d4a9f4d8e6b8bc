import type { Framework } from '../framework.js';
import { shellCommandFlags, shellPrograms } from './shells.js';

export const execa = {
  id: 'execa',
  title: 'Execa',
  language: 'javascript',
  modules: ['execa'],
  ai: false,
  checkedAgainst: { execa: ['9'] },
  sinks: [
    { kind: 'shell', call: 'Member[execa,execaSync]', at: 'Argument[0]', effect: 'exec' },
    { kind: 'process-arguments', call: 'Member[execa,execaSync]', at: 'Argument[1]', effect: 'exec' },
    {
      kind: 'shell',
      call: 'Member[execa,execaSync]',
      at: 'Argument[1]',
      effect: 'exec',
      when: { at: 'Argument[2].Member[shell]', values: [true, ...shellPrograms] },
    },
    {
      kind: 'shell',
      call: 'Member[execa,execaSync]',
      at: 'Argument[1].ArrayElement',
      effect: 'exec',
      when: { at: 'Argument[0]', values: shellPrograms },
      also: { at: 'Argument[1].ArrayElement', values: shellCommandFlags },
    },
    { kind: 'shell', call: 'Member[execaCommand,execaCommandSync]', at: 'Argument[0]', effect: 'exec' },
    { kind: 'code', call: 'Member[execaNode]', at: 'Argument[0]', effect: 'exec' },
    { kind: 'process-arguments', call: 'Member[execaNode]', at: 'Argument[1]', effect: 'exec' },
  ],
} as const satisfies Framework;

export const crossSpawn = {
  id: 'cross-spawn',
  title: 'cross-spawn',
  language: 'javascript',
  modules: ['cross-spawn'],
  ai: false,
  checkedAgainst: { '@types/cross-spawn': ['6'] },
  sinks: [
    { kind: 'shell', call: 'Member[default]', at: 'Argument[0]', effect: 'exec' },
    { kind: 'shell', call: 'Member[spawn,sync]', at: 'Argument[0]', effect: 'exec' },
    { kind: 'process-arguments', call: 'Member[default]', at: 'Argument[1]', effect: 'exec' },
    { kind: 'process-arguments', call: 'Member[spawn,sync]', at: 'Argument[1]', effect: 'exec' },
    {
      kind: 'shell',
      call: 'Member[default]',
      at: 'Argument[1]',
      effect: 'exec',
      when: { at: 'Argument[2].Member[shell]', values: [true] },
    },
    {
      kind: 'shell',
      call: 'Member[default]',
      at: 'Argument[1].ArrayElement',
      effect: 'exec',
      when: { at: 'Argument[0]', values: shellPrograms },
      also: { at: 'Argument[1].ArrayElement', values: shellCommandFlags },
    },
  ],
} as const satisfies Framework;

export const shelljs = {
  id: 'shelljs',
  title: 'ShellJS',
  language: 'javascript',
  modules: ['shelljs'],
  ai: false,
  checkedAgainst: { '@types/shelljs': ['0.10'] },
  sinks: [
    { kind: 'shell', call: 'Member[exec]', at: 'Argument[0]', effect: 'exec' },
    { kind: 'path', call: 'Member[rm]', at: 'Argument[0..]', effect: 'fs-delete' },
    { kind: 'path', call: 'Member[mkdir,touch]', at: 'Argument[0..]', effect: 'fs-write' },
    { kind: 'path', call: 'Member[cp,mv]', at: 'Argument[0..]', effect: 'fs-write' },
    { kind: 'path', call: 'Member[cat,ls,find]', at: 'Argument[0..]', effect: 'fs-read' },
  ],
  effects: [{ call: 'Member[rm]', effect: 'fs-delete', highImpact: true }],
} as const satisfies Framework;

/** `$` quotes what a template interpolates, so that only the raw ways in are sinks. */
export const zx = {
  id: 'zx',
  title: 'zx',
  language: 'javascript',
  modules: ['zx', 'zx/core'],
  ai: false,
  checkedAgainst: { zx: ['8'] },
  sanitizers: [{ call: 'Member[quote]', cleans: ['shell'] }],
} as const satisfies Framework;

export const nodePty = {
  id: 'node-pty',
  title: 'node-pty',
  language: 'javascript',
  modules: ['node-pty', '@lydell/node-pty', '@homebridge/node-pty-prebuilt-multiarch'],
  ai: false,
  checkedAgainst: {},
  sinks: [
    { kind: 'shell', call: 'Member[spawn]', at: 'Argument[0]', effect: 'exec' },
    { kind: 'process-arguments', call: 'Member[spawn]', at: 'Argument[1]', effect: 'exec' },
    { kind: 'shell', call: 'Member[spawn].ReturnValue.Member[write]', at: 'Argument[0]', effect: 'exec' },
  ],
} as const satisfies Framework;

export const ssh = {
  id: 'ssh2',
  title: 'ssh2',
  language: 'javascript',
  modules: ['ssh2', 'node-ssh'],
  ai: false,
  checkedAgainst: {},
  sinks: [
    { kind: 'shell', call: 'Member[Client].Instance.Member[exec]', at: 'Argument[0]', effect: 'exec' },
    { kind: 'shell', call: 'Member[NodeSSH].Instance.Member[execCommand,exec]', at: 'Argument[0]', effect: 'exec' },
  ],
} as const satisfies Framework;

export const vm2 = {
  id: 'vm2',
  title: 'vm2',
  language: 'javascript',
  modules: ['vm2'],
  ai: false,
  checkedAgainst: { vm2: ['3'] },
  settings: [
    {
      meaning: 'dangerous-opt-in',
      call: 'Member[NodeVM]',
      at: 'Argument[0].Member[require].Member[builtin].ArrayElement',
      values: ['*', 'child_process', 'fs', 'net', 'http', 'https'],
      severity: 'error',
      subject: 'NodeVM',
      note: 'The code inside reaches the host with it.',
    },
  ],
  sinks: [
    { kind: 'code', call: 'Member[VM,NodeVM].Instance.Member[run]', at: 'Argument[0]', effect: 'eval' },
    { kind: 'code', call: 'Member[VMScript]', at: 'Argument[0]', effect: 'eval' },
  ],
} as const satisfies Framework;

export const shellQuoting = {
  id: 'shell-quoting',
  title: 'shell-quote',
  language: 'javascript',
  modules: ['shell-quote', 'shell-escape'],
  ai: false,
  checkedAgainst: { '@types/shell-quote': ['1'], '@types/shell-escape': ['0'] },
  sanitizers: [
    { call: 'Member[quote]', module: 'shell-quote', cleans: ['shell'] },
    { call: 'Member[default]', module: 'shell-escape', cleans: ['shell'] },
  ],
} as const satisfies Framework;

export const otherShellQuoting = {
  id: 'other-shell-quoting',
  title: 'Shescape and others',
  language: 'javascript',
  modules: ['shescape', 'shlex', 'any-shell-escape'],
  ai: false,
  checkedAgainst: {},
  sanitizers: [
    {
      call: 'Member[Shescape].Instance.Member[quote,quoteAll,escape,escapeAll]',
      module: 'shescape',
      cleans: ['shell', 'process-arguments'],
    },
    { call: 'Member[quote,quoteAll,escape,escapeAll]', module: 'shescape', cleans: ['shell'] },
    { call: 'Member[quote,join]', module: 'shlex', cleans: ['shell'] },
    { call: 'Member[default]', module: 'any-shell-escape', cleans: ['shell'] },
  ],
} as const satisfies Framework;
