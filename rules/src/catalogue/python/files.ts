import type { Framework } from '../framework.js';

const reads = { kind: 'path', effect: 'fs-read' } as const;
const writes = { kind: 'path', effect: 'fs-write' } as const;
const removes = { kind: 'path', effect: 'fs-delete' } as const;

const writingModes = [
  'w',
  'wb',
  'wt',
  'w+',
  'wb+',
  'w+b',
  'a',
  'ab',
  'at',
  'a+',
  'ab+',
  'a+b',
  'x',
  'xb',
  'xt',
  'x+',
  'r+',
  'rb+',
  'r+b',
] as const;
const mode = { at: 'Argument[1,mode]', values: writingModes } as const;
const pathMode = { at: 'Argument[0,mode]', values: writingModes } as const;

/** A `pathlib.Path`, whatever made it. */
const path = 'Member[Path,PosixPath,WindowsPath].Instance';

/** Files: `open`, `os`, `shutil`, `pathlib`, archives. Asking whether a path exists or where it leads is how guards are written. */
export const pythonFiles = {
  id: 'python-files',
  title: 'Python',
  language: 'python',
  modules: [
    'builtins',
    'io',
    'codecs',
    'gzip',
    'bz2',
    'lzma',
    'os',
    'os.path',
    'posixpath',
    'ntpath',
    'shutil',
    'pathlib',
    'glob',
    'aiofiles',
    'aiofiles.os',
    'anyio',
    'zipfile',
    'tarfile',
    'tempfile',
    'fileinput',
    'linecache',
    'mmap',
    'werkzeug.utils',
    'pathvalidate',
  ],
  ai: false,
  checkedAgainst: {},
  sinks: [
    { ...reads, module: 'builtins', call: 'Member[open]', at: 'Argument[0,file]', unless: mode },
    { ...writes, module: 'builtins', call: 'Member[open]', at: 'Argument[0,file]', when: mode },
    { ...reads, module: 'io', call: 'Member[open,open_code,FileIO]', at: 'Argument[0,file]', unless: mode },
    { ...writes, module: 'io', call: 'Member[open,FileIO]', at: 'Argument[0,file]', when: mode },
    { ...reads, module: 'codecs', call: 'Member[open]', at: 'Argument[0,filename]', unless: mode },
    { ...writes, module: 'codecs', call: 'Member[open]', at: 'Argument[0,filename]', when: mode },
    { ...reads, module: 'gzip', call: 'Member[open,GzipFile]', at: 'Argument[0,filename]', unless: mode },
    { ...writes, module: 'gzip', call: 'Member[open,GzipFile]', at: 'Argument[0,filename]', when: mode },
    { ...reads, module: 'bz2', call: 'Member[open,BZ2File]', at: 'Argument[0,filename]', unless: mode },
    { ...reads, module: 'lzma', call: 'Member[open,LZMAFile]', at: 'Argument[0,filename]', unless: mode },
    { ...reads, module: 'linecache', call: 'Member[getline,getlines]', at: 'Argument[0]' },
    { ...reads, module: 'aiofiles', call: 'Member[open]', at: 'Argument[0,file]', unless: mode },
    { ...writes, module: 'aiofiles', call: 'Member[open]', at: 'Argument[0,file]', when: mode },
    { ...removes, module: 'aiofiles.os', call: 'Member[remove,unlink,rmdir,removedirs]', at: 'Argument[0]' },
    { ...writes, module: 'aiofiles.os', call: 'Member[makedirs,mkdir]', at: 'Argument[0]' },
    { ...writes, module: 'aiofiles.os', call: 'Member[rename,renames,replace]', at: 'Argument[0..1]' },
    { ...reads, module: 'aiofiles.os', call: 'Member[listdir,scandir]', at: 'Argument[0]' },
    { ...reads, module: 'anyio', call: 'Member[open_file]', at: 'Argument[0,file]', unless: mode },
    { ...writes, module: 'anyio', call: 'Member[open_file]', at: 'Argument[0,file]', when: mode },

    { ...reads, module: 'os', call: 'Member[open,listdir,scandir,walk,fwalk,readlink]', at: 'Argument[0,path,top]' },
    {
      ...writes,
      module: 'os',
      call: 'Member[mkdir,makedirs,chmod,chown,truncate,mkfifo,utime]',
      at: 'Argument[0,path,name]',
    },
    { ...writes, module: 'os', call: 'Member[rename,renames,replace,link,symlink]', at: 'Argument[0..1,src,dst]' },
    { ...removes, module: 'os', call: 'Member[remove,unlink,rmdir,removedirs]', at: 'Argument[0,path]' },
    { ...reads, module: 'glob', call: 'Member[glob,iglob]', at: 'Argument[0,pathname]' },

    { ...removes, module: 'shutil', call: 'Member[rmtree]', at: 'Argument[0,path]' },
    {
      ...writes,
      module: 'shutil',
      call: 'Member[copy,copy2,copyfile,copytree,move,copymode,copystat]',
      at: 'Argument[0..1,src,dst]',
    },
    { ...writes, module: 'shutil', call: 'Member[unpack_archive]', at: 'Argument[0..1,filename,extract_dir]' },
    { ...writes, module: 'shutil', call: 'Member[make_archive]', at: 'Argument[0,base_name,root_dir]' },

    { ...reads, module: 'pathlib', call: `${path}.Member[read_text,read_bytes,iterdir,walk,readlink]`, at: 'Receiver' },
    { ...reads, module: 'pathlib', call: `${path}.Member[glob,rglob]`, at: 'Receiver' },
    { ...reads, module: 'pathlib', call: `${path}.Member[open]`, at: 'Receiver', unless: pathMode },
    { ...writes, module: 'pathlib', call: `${path}.Member[open]`, at: 'Receiver', when: pathMode },
    {
      ...writes,
      module: 'pathlib',
      call: `${path}.Member[write_text,write_bytes,mkdir,touch,chmod,symlink_to,hardlink_to,rename,replace]`,
      at: 'Receiver',
    },
    { ...writes, module: 'pathlib', call: `${path}.Member[rename,replace]`, at: 'Argument[0,target]' },
    { ...removes, module: 'pathlib', call: `${path}.Member[unlink,rmdir]`, at: 'Receiver' },

    { ...reads, module: 'zipfile', call: 'Member[ZipFile]', at: 'Argument[0,file]', unless: mode },
    { ...writes, module: 'zipfile', call: 'Member[ZipFile]', at: 'Argument[0,file]', when: mode },
    { ...writes, module: 'zipfile', call: 'Member[ZipFile].Instance.Member[extractall]', at: 'Argument[0,path]' },
    { ...writes, module: 'zipfile', call: 'Member[ZipFile].Instance.Member[extract]', at: 'Argument[1,path]' },
    { ...reads, module: 'tarfile', call: 'Member[open]', at: 'Argument[0,name]', unless: mode },
    { ...writes, module: 'tarfile', call: 'Member[open].ReturnValue.Member[extractall]', at: 'Argument[0,path]' },
    { ...writes, module: 'tarfile', call: 'Member[open].ReturnValue.Member[extract]', at: 'Argument[1,path]' },
  ],
  effects: [
    { module: 'os', call: 'Member[remove,unlink,rmdir,removedirs]', effect: 'fs-delete', highImpact: true },
    { module: 'shutil', call: 'Member[rmtree]', effect: 'fs-delete', highImpact: true },
    { module: 'pathlib', call: `${path}.Member[unlink,rmdir]`, effect: 'fs-delete', highImpact: true },
  ],
  sanitizers: [
    // The system chooses the name.
    {
      module: 'tempfile',
      call: 'Member[NamedTemporaryFile,TemporaryFile,TemporaryDirectory,SpooledTemporaryFile,mkstemp,mkdtemp,gettempdir]',
      cleans: 'all',
    },
    { module: 'os.path', call: 'Member[basename]', cleans: ['path'] },
    { module: 'posixpath', call: 'Member[basename]', cleans: ['path'] },
    { module: 'ntpath', call: 'Member[basename]', cleans: ['path'] },
    { module: 'os.path', call: 'Member[exists,isfile,isdir,isabs,getsize,getmtime,islink,samefile]', cleans: 'all' },
    { module: 'werkzeug.utils', call: 'Member[secure_filename,safe_join]', cleans: ['path'] },
    { module: 'pathvalidate', call: 'Member[sanitize_filename]', cleans: ['path'] },
  ],
  passThroughs: [
    { module: 'os.path', call: 'Member[join]', from: ['Argument[0..]'] },
    {
      module: 'os.path',
      call: 'Member[abspath,realpath,normpath,expanduser,expandvars,normcase,dirname,splitext,split,basename,relpath]',
      from: ['Argument[0]'],
    },
    { module: 'posixpath', call: 'Member[join]', from: ['Argument[0..]'] },
    { module: 'posixpath', call: 'Member[normpath,abspath,dirname,basename]', from: ['Argument[0]'] },
    { module: 'os', call: 'Member[fspath,fsdecode,fsencode]', from: ['Argument[0]'] },
    {
      module: 'pathlib',
      call: 'Member[Path,PurePath,PosixPath,WindowsPath,PurePosixPath,PureWindowsPath]',
      from: ['Argument[0..]'],
    },
  ],
} as const satisfies Framework;
