import { memberName, memberToken } from './api-path.js';
import { PYTHON } from './resolve-python-module.js';

/** What an access path leads to, written in the shortest way. */
interface Place {
  readonly module: string;
  readonly path: readonly string[];
}

const PATHS: ReadonlySet<string> = new Set([
  'Path',
  'PosixPath',
  'WindowsPath',
  'PurePath',
  'PurePosixPath',
  'PureWindowsPath',
]);
/** Members and methods of a path whose result is a path. */
const GIVE_PATHS: ReadonlySet<string> = new Set([
  'parent',
  'resolve',
  'absolute',
  'expanduser',
  'joinpath',
  'with_name',
  'with_suffix',
  'with_stem',
  'relative_to',
  'cwd',
  'home',
  'rename',
  'replace',
]);
const ENVIRONMENT = [memberToken('environ')];
const A_PATH = [memberToken('Path'), 'ReturnValue'];

/** Reading a variable of the process: `os.environ` itself, `os.getenv`, `os.environ.get`. */
const READS_VARIABLE: ReadonlySet<string> = new Set([
  'Member[getenv]',
  'Member[environ].Member[get]',
  'Member[environ].Member[pop]',
  'Member[environ].Member[setdefault]',
]);

/**
 * The result of a call of the standard library where another way leads to the same: a path that is made of a path, a
 * variable of the process. `key` is the literal first argument.
 */
export function pythonResult(module: string, path: readonly string[], key: string | undefined): Place | undefined {
  if (module === `${PYTHON}pathlib`) {
    const method = memberName(path.at(-1) ?? '');
    return isPathlibPath(module, path.slice(0, -1)) && GIVE_PATHS.has(method ?? '')
      ? { module, path: A_PATH }
      : undefined;
  }
  if (module !== `${PYTHON}os` || key === undefined || !READS_VARIABLE.has(path.join('.'))) return undefined;
  return { module, path: [...ENVIRONMENT, memberToken(key)] };
}

/** Whether an access path is a path of `pathlib`, or the class itself. */
export function isPathlibPath(module: string, path: readonly string[]): boolean {
  return module === `${PYTHON}pathlib` && path.length <= 2 && PATHS.has(memberName(path[0] ?? '') ?? '');
}

/** `path.parent`. */
export function pythonMember(module: string, path: readonly string[], key: string): Place | undefined {
  return key === 'parent' && path.length === 2 && isPathlibPath(module, path) ? { module, path: A_PATH } : undefined;
}
