import type { Framework } from '../framework.js';

const read = 'readFile,readFileSync,readJson,readJsonSync,readJSON,readdir,createReadStream';
const write =
  'writeFile,writeFileSync,writeJson,outputFile,outputFileSync,outputJson,appendFile,ensureDir,ensureFile,mkdirp,createWriteStream';
const remove = 'remove,removeSync,unlink,rm,rmdir,emptyDir';
const move = 'copy,copySync,move,moveSync,rename';

export const fsExtra = {
  id: 'fs-extra',
  title: 'fs-extra',
  language: 'javascript',
  modules: ['fs-extra'],
  ai: false,
  checkedAgainst: { '@types/fs-extra': ['11'] },
  sinks: [
    { kind: 'path', call: `Member[${read}]`, at: 'Argument[0]', effect: 'fs-read' },
    { kind: 'path', call: `Member[${write}]`, at: 'Argument[0]', effect: 'fs-write' },
    { kind: 'path', call: `Member[${remove}]`, at: 'Argument[0]', effect: 'fs-delete' },
    { kind: 'path', call: `Member[${move}]`, at: 'Argument[0]', effect: 'fs-write' },
    { kind: 'path', call: `Member[${move}]`, at: 'Argument[1]', effect: 'fs-write' },
  ],
  effects: [{ call: `Member[${remove}]`, effect: 'fs-delete', highImpact: true }],
} as const satisfies Framework;

export const deleters = {
  id: 'file-deleters',
  title: 'Deletion packages',
  language: 'javascript',
  modules: ['rimraf', 'del', 'trash'],
  ai: false,
  checkedAgainst: {},
  sinks: [
    {
      kind: 'path',
      call: 'Member[default,rimraf,rimrafSync]',
      module: 'rimraf',
      at: 'Argument[0]',
      effect: 'fs-delete',
    },
    {
      kind: 'path',
      call: 'Member[default,deleteAsync,deleteSync]',
      module: 'del',
      at: 'Argument[0]',
      effect: 'fs-delete',
    },
  ],
  effects: [{ call: 'Member[default,rimraf,rimrafSync]', module: 'rimraf', effect: 'fs-delete', highImpact: true }],
} as const satisfies Framework;

/** Packages that make a name of one file of any text: no separator, no `..`. */
export const fileNames = {
  id: 'file-names',
  title: 'Packages for file names',
  language: 'javascript',
  modules: ['sanitize-filename', 'filenamify'],
  ai: false,
  checkedAgainst: {},
  sanitizers: [{ call: 'Member[default]', cleans: ['path'] }],
} as const satisfies Framework;
