import type { Framework } from '../framework.js';

const opened = `Member[open].ReturnValue`;
const path = 'Member[Path,PurePath,PosixPath].ReturnValue';

/** Files and bytes of the language: what opens, joins and unwraps keeps what it was made of. */
export const pythonOpenedFiles = {
  id: 'python-opened-files',
  title: 'Python',
  language: 'python',
  modules: [
    'builtins',
    'io',
    'os',
    'pathlib',
    'gzip',
    'bz2',
    'lzma',
    'zlib',
    'base64',
    'binascii',
    'codecs',
    'tempfile',
    'shutil',
  ],
  ai: false,
  checkedAgainst: {},
  fileReaders: [
    { module: 'builtins', call: 'Member[open]', of: ['Argument[0,file]'] },
    { module: 'builtins', call: `${opened}.Member[read,readlines,peek]`, of: ['Receiver'] },
    { module: 'builtins', call: 'Member[str,bytes,bytearray,memoryview]', of: ['Argument[0]'] },
    { module: 'io', call: 'Member[open,BytesIO,StringIO,BufferedReader,TextIOWrapper]', of: ['Argument[0]'] },
    { module: 'io', call: 'Member[open,BytesIO].ReturnValue.Member[read,getvalue]', of: ['Receiver'] },
    { module: 'os', call: 'Member[path].Member[join]', of: ['Argument[0..]'] },
    {
      module: 'os',
      call: 'Member[path].Member[abspath,realpath,normpath,expanduser,expandvars,dirname,basename]',
      of: ['Argument[0]'],
    },
    { module: 'os', call: 'Member[fspath,fsdecode]', of: ['Argument[0]'] },
    { module: 'pathlib', call: 'Member[Path,PurePath,PosixPath]', of: ['Argument[0..]'] },
    {
      module: 'pathlib',
      call: `${path}.Member[open,read_bytes,read_text,resolve,absolute,expanduser,as_posix]`,
      of: ['Receiver'],
    },
    { module: 'pathlib', call: `${path}.Member[joinpath,with_name,with_suffix]`, of: ['Receiver', 'Argument[0..]'] },
    { module: 'pathlib', call: `${path}.Member[open].ReturnValue.Member[read]`, of: ['Receiver'] },
    { module: 'gzip', call: 'Member[open,GzipFile]', of: ['Argument[0,filename]'] },
    { module: 'gzip', call: 'Member[decompress]', of: ['Argument[0]'] },
    { module: 'bz2', call: 'Member[open,BZ2File,decompress]', of: ['Argument[0]'] },
    { module: 'lzma', call: 'Member[open,LZMAFile,decompress]', of: ['Argument[0]'] },
    { module: 'zlib', call: 'Member[decompress]', of: ['Argument[0]'] },
    {
      module: 'base64',
      call: 'Member[b64decode,urlsafe_b64decode,standard_b64decode,decodebytes,b85decode,a85decode,b32decode]',
      of: ['Argument[0]'],
    },
    { module: 'binascii', call: 'Member[unhexlify,a2b_base64,a2b_hex]', of: ['Argument[0]'] },
    { module: 'codecs', call: 'Member[open,decode]', of: ['Argument[0]'] },
  ],
  fileWriters: [
    { module: 'builtins', call: `${opened}.Member[write,writelines]`, to: 'Receiver', content: 'Argument[0]' },
    { module: 'pathlib', call: `${path}.Member[write_bytes,write_text]`, to: 'Receiver', content: 'Argument[0]' },
    {
      module: 'pathlib',
      call: `${path}.Member[open].ReturnValue.Member[write]`,
      to: 'Receiver',
      content: 'Argument[0]',
    },
    { module: 'gzip', call: 'Member[open].ReturnValue.Member[write]', to: 'Receiver', content: 'Argument[0]' },
    {
      module: 'tempfile',
      call: 'Member[NamedTemporaryFile,TemporaryFile].ReturnValue.Member[write]',
      to: 'Receiver',
      content: 'Argument[0]',
    },
    { module: 'shutil', call: 'Member[copyfileobj]', to: 'Argument[1]', content: 'Argument[0]' },
  ],
} as const satisfies Framework;
