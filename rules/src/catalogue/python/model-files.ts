import type { Framework } from '../framework.js';

const python = { language: 'python', ai: true } as const;

/** Weights in pickles. `torch.load` reads only tensors by default since 2.6. */
export const torch = {
  ...python,
  id: 'torch',
  title: 'PyTorch',
  modules: ['torch'],
  checkedAgainst: {},
  deserializers: [
    {
      call: 'Member[load]',
      from: 'Argument[0,f]',
      when: { at: 'Argument[weights_only]', values: [false] },
      replacement: 'True',
    },
    {
      call: 'Member[load]',
      from: 'Argument[0,f]',
      when: { at: 'Argument[weights_only]', values: [false], absent: true },
      insert: 'weights_only=True',
      replacement: 'True',
      before: '<2.6',
    },
    {
      call: 'Member[hub].Member[load_state_dict_from_url]',
      from: 'Argument[0,url]',
      when: { at: 'Argument[weights_only]', values: [false] },
      replacement: 'True',
    },
    {
      call: 'Member[hub].Member[load_state_dict_from_url]',
      from: 'Argument[0,url]',
      when: { at: 'Argument[weights_only]', values: [false], absent: true },
      insert: 'weights_only=True',
      replacement: 'True',
      before: '<2.6',
    },
  ],
  fileWriters: [{ call: 'Member[save]', to: 'Argument[1,f]' }],
  downloads: [
    {
      call: 'Member[hub].Member[download_url_to_file]',
      url: 'Argument[0,url]',
      to: 'Argument[1,dst]',
      checked: 'Argument[2,hash_prefix]',
    },
    {
      call: 'Member[hub].Member[load_state_dict_from_url]',
      url: 'Argument[0,url]',
      content: ['ReturnValue'],
      checked: 'Argument[check_hash]',
    },
  ],
  artifacts: [
    {
      call: 'Member[hub].Member[load]',
      kind: 'code',
      name: 'Argument[0,repo_or_dir]',
      registry: 'GitHub',
      pinAfter: ':',
      alwaysRunsCode: true,
      ofLibrary: ['pytorch', 'facebookresearch'],
    },
  ],
} as const satisfies Framework;

/** Models of scikit-learn and others, which live in pickles. */
export const modelFiles = {
  ...python,
  id: 'model-files',
  title: 'Model files',
  modules: ['keras', 'tensorflow', 'skops', 'mlflow', 'xgboost'],
  checkedAgainst: {},
  deserializers: [
    {
      module: 'keras',
      call: 'Member[models,saving].Member[load_model]',
      from: 'Argument[0,filepath]',
      when: { at: 'Argument[safe_mode]', values: [false] },
      replacement: 'True',
    },
    {
      module: 'tensorflow',
      call: 'Member[keras].Member[models].Member[load_model]',
      from: 'Argument[0,filepath]',
      when: { at: 'Argument[safe_mode]', values: [false] },
      replacement: 'True',
    },
  ],
} as const satisfies Framework;

const dangerous = { at: 'Argument[allow_dangerous_deserialization]', values: [true] } as const;

/** Indices of documents that keep their documents in a pickle. */
export const pickledIndices = {
  ...python,
  id: 'pickled-indices',
  title: 'LangChain',
  modules: [
    'langchain_community.vectorstores',
    'langchain_community.vectorstores.faiss',
    'langchain_community.vectorstores.annoy',
    'langchain_community.vectorstores.scann',
    'langchain_community.vectorstores.tfidf',
    'langchain_community.retrievers',
    'langchain.vectorstores',
    'langchain.vectorstores.faiss',
    'langchain_core.load',
    'langchain_core.load.load',
    'langchain.load',
  ],
  checkedAgainst: {},
  deserializers: [
    {
      call: 'Member[FAISS,Annoy,ScaNN,TFIDFRetriever].Member[load_local]',
      from: 'Argument[0,folder_path]',
      when: dangerous,
    },
    {
      call: 'Member[FAISS].Member[deserialize_from_bytes]',
      from: 'Argument[0,serialized]',
      when: dangerous,
    },
    {
      module: 'langchain_core.load',
      call: 'Member[load,loads]',
      from: 'Argument[0]',
      when: { at: 'Argument[secrets_from_env]', values: [true] },
    },
    {
      module: 'langchain.load',
      call: 'Member[load,loads]',
      from: 'Argument[0]',
      when: { at: 'Argument[secrets_from_env]', values: [true] },
    },
  ],
  fileWriters: [
    { call: 'Member[FAISS,Annoy,ScaNN].Member[*].ReturnValue.Member[save_local]', to: 'Argument[0,folder_path]' },
    { call: 'Member[FAISS,Annoy,ScaNN].ReturnValue.Member[save_local]', to: 'Argument[0,folder_path]' },
    { call: 'Member[TFIDFRetriever].Member[*].ReturnValue.Member[save_local]', to: 'Argument[0,folder_path]' },
  ],
} as const satisfies Framework;
