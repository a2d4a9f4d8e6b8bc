import type { Framework } from '../framework.js';

const python = { language: 'python', ai: false } as const;

/** Formats of the language and of general packages in which bytes choose what code runs. */
export const pythonObjects = {
  ...python,
  id: 'python-objects',
  title: 'pickle',
  modules: [
    'pickle',
    '_pickle',
    'cPickle',
    'cloudpickle',
    'dill',
    'marshal',
    'shelve',
    'jsonpickle',
    'joblib',
    'pickle5',
    'compress_pickle',
  ],
  checkedAgainst: {},
  deserializers: [
    { module: 'pickle', call: 'Member[load]', from: 'Argument[0,file]' },
    { module: 'pickle', call: 'Member[loads]', from: 'Argument[0,data]' },
    { module: 'pickle', call: 'Member[Unpickler].ReturnValue.Member[load]', from: 'Receiver.Argument[0,file]' },
    { module: '_pickle', call: 'Member[load,loads]', from: 'Argument[0]' },
    { module: 'cPickle', call: 'Member[load,loads]', from: 'Argument[0]' },
    { module: 'pickle5', call: 'Member[load,loads]', from: 'Argument[0]' },
    { module: 'compress_pickle', call: 'Member[load,loads]', from: 'Argument[0]' },
    { module: 'cloudpickle', call: 'Member[load,loads]', from: 'Argument[0]' },
    { module: 'dill', call: 'Member[load,loads,load_module,load_session]', from: 'Argument[0]' },
    { module: 'marshal', call: 'Member[load,loads]', from: 'Argument[0]' },
    { module: 'shelve', call: 'Member[open]', from: 'Argument[0,filename]' },
    {
      module: 'jsonpickle',
      call: 'Member[decode,loads]',
      from: 'Argument[0,string]',
      when: { at: 'Argument[safe]', values: [false], absent: true },
    },
    { module: 'joblib', call: 'Member[load]', from: 'Argument[0,filename]' },
  ],
  fileWriters: [
    { module: 'pickle', call: 'Member[dump]', to: 'Argument[1,file]' },
    { module: 'pickle', call: 'Member[Pickler].ReturnValue.Member[dump]', to: 'Receiver.Argument[0,file]' },
    { module: 'cloudpickle', call: 'Member[dump]', to: 'Argument[1,file]' },
    { module: 'dill', call: 'Member[dump]', to: 'Argument[1,file]' },
    { module: 'marshal', call: 'Member[dump]', to: 'Argument[1]' },
    { module: 'joblib', call: 'Member[dump]', to: 'Argument[1,filename]' },
    { module: 'shelve', call: 'Member[open]', to: 'Argument[0,filename]' },
    // Bytes that are kept in a file of the program's own, or elsewhere.
    { module: 'pickle', call: 'Member[dumps]', to: 'ReturnValue' },
    { module: 'cloudpickle', call: 'Member[dumps]', to: 'ReturnValue' },
    { module: 'dill', call: 'Member[dumps]', to: 'ReturnValue' },
    { module: 'jsonpickle', call: 'Member[encode,dumps]', to: 'ReturnValue' },
    { module: 'marshal', call: 'Member[dumps]', to: 'ReturnValue' },
  ],
} as const satisfies Framework;

/** YAML with tags that name Python classes. `yaml.load` needs a loader since 6.0; `FullLoader` is safe since 5.4. */
export const pyYaml = {
  ...python,
  id: 'pyyaml',
  title: 'PyYAML',
  modules: ['yaml', 'ruamel.yaml'],
  checkedAgainst: {},
  deserializers: [
    {
      module: 'yaml',
      call: 'Member[load]',
      from: 'Argument[0,stream]',
      when: {
        at: 'Argument[1,Loader]',
        values: ['Member[Loader]', 'Member[UnsafeLoader]', 'Member[CLoader]'],
        absent: true,
      },
      replacement: 'SafeLoader',
      safe: 'safe_load',
    },
    { module: 'yaml', call: 'Member[unsafe_load]', from: 'Argument[0,stream]', safe: 'safe_load' },
    { module: 'yaml', call: 'Member[unsafe_load_all]', from: 'Argument[0,stream]', safe: 'safe_load_all' },
    {
      module: 'yaml',
      call: 'Member[load,load_all]',
      from: 'Argument[0,stream]',
      when: { at: 'Argument[1,Loader]', values: ['Member[FullLoader]'] },
      before: '<5.4',
      replacement: 'SafeLoader',
    },
  ],
} as const satisfies Framework;

/** Arrays and tables with pickles inside. */
export const arrayFiles = {
  ...python,
  id: 'array-files',
  title: 'NumPy and pandas',
  modules: ['numpy', 'pandas', 'polars'],
  checkedAgainst: {},
  deserializers: [
    {
      module: 'numpy',
      call: 'Member[load]',
      from: 'Argument[0,file]',
      when: { at: 'Argument[2,allow_pickle]', values: [true] },
      replacement: 'False',
    },
    { module: 'pandas', call: 'Member[read_pickle]', from: 'Argument[0,filepath_or_buffer]' },
  ],
  fileWriters: [
    { module: 'numpy', call: 'Member[save,savez,savez_compressed]', to: 'Argument[0,file]' },
    { module: 'pandas', call: 'Member[to_pickle]', to: 'Argument[1,filepath_or_buffer]' },
    { module: 'pandas', call: 'Member[*].ReturnValue.Member[to_pickle]', to: 'Argument[0,path]' },
  ],
  downloads: [
    {
      module: 'pandas',
      call: 'Member[read_csv,read_json,read_parquet,read_table]',
      url: 'Argument[0,filepath_or_buffer,path_or_buf,path]',
      content: ['ReturnValue'],
    },
  ],
} as const satisfies Framework;
