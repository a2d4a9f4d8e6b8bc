import type { Framework } from '../framework.js';

const javascript = { language: 'javascript', ai: false } as const;

/** Packages that make functions of texts. */
export const nodeObjects = {
  ...javascript,
  id: 'node-objects',
  title: 'Serializers',
  modules: ['node-serialize', 'serialize-to-js', 'funcster', 'cryo', 'js-yaml-js-types'],
  checkedAgainst: {},
  deserializers: [
    { module: 'node-serialize', call: 'Member[default].Member[unserialize]', from: 'Argument[0]' },
    { module: 'node-serialize', call: 'Member[unserialize]', from: 'Argument[0]' },
    { module: 'serialize-to-js', call: 'Member[deserialize]', from: 'Argument[0]' },
    { module: 'serialize-to-js', call: 'Member[default].Member[deserialize]', from: 'Argument[0]' },
    { module: 'funcster', call: 'Member[deepDeserialize]', from: 'Argument[0]' },
    { module: 'funcster', call: 'Member[default].Member[deepDeserialize]', from: 'Argument[0]' },
  ],
} as const satisfies Framework;

/** YAML with tags for functions: the default of `load` before version 4. */
export const jsYaml = {
  ...javascript,
  id: 'js-yaml',
  title: 'js-yaml',
  modules: ['js-yaml'],
  checkedAgainst: {},
  deserializers: [
    { call: 'Member[load,loadAll]', from: 'Argument[0]', before: '<4' },
    { call: 'Member[default].Member[load,loadAll]', from: 'Argument[0]', before: '<4' },
  ],
} as const satisfies Framework;

/** Indices that Python has pickled. */
export const pickledIndicesJs = {
  language: 'javascript',
  ai: true,
  id: 'pickled-indices-js',
  title: 'LangChain',
  modules: ['@langchain/community/vectorstores/faiss'],
  checkedAgainst: { '@langchain/community': ['1'] },
  deserializers: [{ call: 'Member[FaissStore].Member[loadFromPython]', from: 'Argument[0]' }],
} as const satisfies Framework;

const bytes = ['ReturnValue.Member[text,arrayBuffer,blob,bytes].ReturnValue', 'ReturnValue.Member[body]'] as const;

/** Files and addresses, as far as what is fetched is loaded or run. */
export const nodeFetches = {
  ...javascript,
  id: 'node-fetches',
  title: 'Node.js',
  modules: ['global', 'fs', 'fs/promises', 'path', 'node-fetch', 'axios', 'undici', 'buffer'],
  checkedAgainst: {},
  downloads: [
    { module: 'global', call: 'Member[fetch]', url: 'Argument[0]', content: bytes },
    { module: 'node-fetch', call: 'Member[default]', url: 'Argument[0]', content: bytes },
    { module: 'undici', call: 'Member[fetch]', url: 'Argument[0]', content: bytes },
    { module: 'axios', call: 'Member[default].Member[get]', url: 'Argument[0]', content: ['ReturnValue.Member[data]'] },
  ],
  fileReaders: [
    { module: 'fs', call: 'Member[readFileSync,createReadStream]', of: ['Argument[0]'] },
    { module: 'fs', call: 'Member[promises].Member[readFile]', of: ['Argument[0]'] },
    { module: 'fs/promises', call: 'Member[readFile]', of: ['Argument[0]'] },
    { module: 'path', call: 'Member[join,resolve]', of: ['Argument[0..]'] },
    { module: 'global', call: 'Member[Buffer].Member[from]', of: ['Argument[0]'] },
    { module: 'buffer', call: 'Member[Buffer].Member[from]', of: ['Argument[0]'] },
  ],
  fileWriters: [
    { module: 'fs', call: 'Member[writeFileSync]', to: 'Argument[0]', content: 'Argument[1]' },
    { module: 'fs', call: 'Member[promises].Member[writeFile]', to: 'Argument[0]', content: 'Argument[1]' },
    { module: 'fs/promises', call: 'Member[writeFile]', to: 'Argument[0]', content: 'Argument[1]' },
    { module: 'fs', call: 'Member[appendFileSync]', to: 'Argument[0]', content: 'Argument[1]' },
    { module: 'fs', call: 'Member[promises].Member[appendFile]', to: 'Argument[0]', content: 'Argument[1]' },
    { module: 'fs/promises', call: 'Member[appendFile]', to: 'Argument[0]', content: 'Argument[1]' },
  ],
} as const satisfies Framework;
