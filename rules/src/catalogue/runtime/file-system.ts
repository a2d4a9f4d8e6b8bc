import type { Framework } from '../framework.js';

/** Calls that give contents or names away; asking whether a path exists or where it leads is how guards are written. */
const reading = 'readFile,readdir,open,opendir';
const readingSync = 'readFileSync,readdirSync,openSync,opendirSync,createReadStream';
const writing = 'writeFile,appendFile,mkdir,mkdtemp,truncate,chmod,chown,utimes';
const writingSync =
  'writeFileSync,appendFileSync,mkdirSync,mkdtempSync,truncateSync,chmodSync,chownSync,utimesSync,createWriteStream';
const removing = 'unlink,rm,rmdir';
const removingSync = 'unlinkSync,rmSync,rmdirSync';
const moving = 'rename,copyFile,cp,symlink,link';
const movingSync = 'renameSync,copyFileSync,cpSync,symlinkSync,linkSync';

export const fileSystem = {
  id: 'node-fs',
  title: 'Node.js fs',
  language: 'javascript',
  modules: ['fs', 'node:fs'],
  ai: false,
  checkedAgainst: { '@types/node': ['20'] },
  sinks: [
    { kind: 'path', call: `Member[${reading},${readingSync}]`, at: 'Argument[0]', effect: 'fs-read' },
    { kind: 'path', call: `Member[${writing},${writingSync}]`, at: 'Argument[0]', effect: 'fs-write' },
    { kind: 'path', call: `Member[${removing},${removingSync}]`, at: 'Argument[0]', effect: 'fs-delete' },
    { kind: 'path', call: `Member[${moving},${movingSync}]`, at: 'Argument[0]', effect: 'fs-write' },
    { kind: 'path', call: `Member[${moving},${movingSync}]`, at: 'Argument[1]', effect: 'fs-write' },
    { kind: 'path', call: `Member[promises].Member[${reading}]`, at: 'Argument[0]', effect: 'fs-read' },
    { kind: 'path', call: `Member[promises].Member[${writing}]`, at: 'Argument[0]', effect: 'fs-write' },
    { kind: 'path', call: `Member[promises].Member[${removing}]`, at: 'Argument[0]', effect: 'fs-delete' },
    { kind: 'path', call: `Member[promises].Member[${moving}]`, at: 'Argument[0]', effect: 'fs-write' },
    { kind: 'path', call: `Member[promises].Member[${moving}]`, at: 'Argument[1]', effect: 'fs-write' },
  ],
  effects: [
    { call: `Member[rm,rmdir,unlink,${removingSync}]`, effect: 'fs-delete', highImpact: true },
    { call: 'Member[promises].Member[rm,rmdir,unlink]', effect: 'fs-delete', highImpact: true },
  ],
} as const satisfies Framework;

export const fileSystemPromises = {
  id: 'node-fs-promises',
  title: 'Node.js fs/promises',
  language: 'javascript',
  modules: ['fs/promises', 'node:fs/promises'],
  ai: false,
  checkedAgainst: { '@types/node': ['20'] },
  sinks: [
    { kind: 'path', call: `Member[${reading}]`, at: 'Argument[0]', effect: 'fs-read' },
    { kind: 'path', call: `Member[${writing}]`, at: 'Argument[0]', effect: 'fs-write' },
    { kind: 'path', call: `Member[${removing}]`, at: 'Argument[0]', effect: 'fs-delete' },
    { kind: 'path', call: `Member[${moving}]`, at: 'Argument[0]', effect: 'fs-write' },
    { kind: 'path', call: `Member[${moving}]`, at: 'Argument[1]', effect: 'fs-write' },
  ],
  effects: [{ call: 'Member[rm,rmdir,unlink]', effect: 'fs-delete', highImpact: true }],
} as const satisfies Framework;
