import type { Framework } from '../framework.js';

export const bunGlobals = {
  id: 'bun-globals',
  title: 'Bun',
  language: 'javascript',
  modules: ['global'],
  ai: false,
  checkedAgainst: {},
  sinks: [
    {
      kind: 'shell',
      call: 'Member[Bun].Member[spawn,spawnSync]',
      at: 'Argument[0].ArrayElement',
      effect: 'exec',
      when: { at: 'Argument[0].ArrayElement', values: ['-c', '-lc'] },
    },
    { kind: 'process-arguments', call: 'Member[Bun].Member[spawn,spawnSync]', at: 'Argument[0]', effect: 'exec' },
    { kind: 'path', call: 'Member[Bun].Member[file]', at: 'Argument[0]', effect: 'fs-read' },
    { kind: 'path', call: 'Member[Bun].Member[write]', at: 'Argument[0]', effect: 'fs-write' },
  ],
  sources: [
    {
      kind: 'request',
      path: 'Member[Bun].Member[serve].Argument[0].Member[fetch].Parameter[0].Member[json,text,formData].ReturnValue',
      label: 'request body',
    },
    {
      kind: 'request',
      path: 'Member[Bun].Member[serve].Argument[0].Member[fetch].Parameter[0].Member[url,headers]',
      label: 'request',
    },
  ],
} as const satisfies Framework;

export const denoGlobals = {
  id: 'deno-globals',
  title: 'Deno',
  language: 'javascript',
  modules: ['global'],
  ai: false,
  checkedAgainst: {},
  sinks: [
    { kind: 'shell', call: 'Member[Deno].Member[Command]', at: 'Argument[0]', effect: 'exec' },
    { kind: 'process-arguments', call: 'Member[Deno].Member[Command]', at: 'Argument[1].Member[args]', effect: 'exec' },
    {
      kind: 'shell',
      call: 'Member[Deno].Member[Command]',
      at: 'Argument[1].Member[args].ArrayElement',
      effect: 'exec',
      when: { at: 'Argument[0]', values: ['sh', 'bash', 'zsh', '/bin/sh', '/bin/bash'] },
    },
    {
      kind: 'path',
      call: 'Member[Deno].Member[readTextFile,readFile,readDir,open,readTextFileSync,readFileSync]',
      at: 'Argument[0]',
      effect: 'fs-read',
    },
    {
      kind: 'path',
      call: 'Member[Deno].Member[writeTextFile,writeFile,mkdir,writeTextFileSync,writeFileSync]',
      at: 'Argument[0]',
      effect: 'fs-write',
    },
    { kind: 'path', call: 'Member[Deno].Member[remove,removeSync]', at: 'Argument[0]', effect: 'fs-delete' },
  ],
  sources: [
    { kind: 'secret', path: 'Member[Deno].Member[env].Member[get].ReturnValue', label: 'environment variable' },
    {
      kind: 'request',
      path: 'Member[Deno].Member[serve].Argument[0..1].Parameter[0].Member[json,text,formData].ReturnValue',
      label: 'request body',
    },
    { kind: 'local', path: 'Member[Deno].Member[args]', label: 'command line' },
  ],
} as const satisfies Framework;
