import type { PartOf } from './language-functions.js';
import { isPairIndex } from './keys.js';
import { PYTHON } from '../program/resolve-python-module.js';

type Keys = readonly string[];

/** An argument of a call by position, or by the name under which it is given. */
export interface PartOfPython extends PartOf {
  readonly name?: string;
}

const SAME = new Set(
  (
    'asyncio run,asyncio wait_for,asyncio shield,asyncio create_task,asyncio ensure_future,anyio run,copy copy,' +
    'copy deepcopy,json loads,json dumps,orjson loads,orjson dumps,yaml safe_load,builtins list,builtins tuple,' +
    'builtins set,builtins frozenset,builtins sorted,builtins reversed,builtins iter,builtins aiter,' +
    'collections OrderedDict,collections deque,dataclasses asdict,dataclasses astuple,itertools islice,' +
    'contextlib closing,contextlib aclosing,contextlib nullcontext'
  ).split(','),
);

/**
 * The parts of the arguments that a part of the result of a function of the standard library is made of, where it keeps
 * them: the fields of what `asyncio.run(load())` gives are those of what `load` returns. Undefined for other functions.
 */
export function partsInPython(module: string, path: Keys, keys: Keys): readonly PartOfPython[] | undefined {
  const name = /^Member\[(\w+)\]$/.exec(path.join('.'))?.[1];
  const [key, ...rest] = keys;
  const called = `${module.replace(/^python:/, '')} ${name ?? ''}`;
  if (SAME.has(called)) return [{ argument: 0, keys }];
  switch (called) {
    case 'builtins dict':
      return key === undefined
        ? [{ argument: 0, rest: true, keys }]
        : [
            { argument: 0, keys },
            { argument: -1, name: key, keys: rest },
          ];
    case 'types SimpleNamespace':
    case 'argparse Namespace':
      return key === undefined ? [] : [{ argument: -1, name: key, keys: rest }];
    case 'dataclasses replace':
    case 'copy replace':
      return key === undefined
        ? []
        : [
            { argument: 0, keys },
            { argument: -1, name: key, keys: rest },
          ];
    case 'builtins next':
    case 'builtins anext':
    case 'builtins max':
    case 'builtins min':
      return [{ argument: 0, keys: ['*', ...keys] }, ...(called.endsWith('next') ? [{ argument: 1, keys }] : [])];
    case 'builtins filter':
      return [{ argument: 1, keys }];
    case 'builtins enumerate':
      if (!isPairIndex(rest[0])) return [{ argument: 0, keys: key === undefined ? [] : ['*', ...rest] }];
      return rest[0] === '0' ? [] : [{ argument: 0, keys: ['*', ...rest.slice(1)] }];
    case 'builtins zip': {
      const at = Number(rest[0]);
      if (!Number.isInteger(at))
        return [{ argument: 0, rest: true, keys: key === undefined ? [] : ['*', ...rest.slice(1)] }];
      return [{ argument: at, keys: ['*', ...rest.slice(1)] }];
    }
    case 'itertools chain':
      return [{ argument: 0, rest: true, keys }];
    default:
      return undefined;
  }
}

/** What `asyncio.gather(a(), b())` gives: a list of the results in order. */
export function gatheredAt(
  module: string,
  path: Keys,
  keys: Keys,
): { readonly index: number | undefined; readonly keys: Keys } | undefined {
  if (module !== 'python:asyncio' || path.join('.') !== 'Member[gather]') return undefined;
  const [key, ...rest] = keys;
  const index = Number(key);
  return { index: key === undefined || !Number.isInteger(index) ? undefined : index, keys: rest };
}

const MAPPING_MODULES = new Set(['builtins', 'typing', 'collections', 'collections.abc'].map((name) => PYTHON + name));
const MAPPING = /^Member\[(?:dict|Dict|Mapping|MutableMapping|OrderedDict|defaultdict)\]$/;

/** Methods of models of several packages that give their fields as a dictionary. */
const DUMPED = /^Member\[(?:model_dump|to_dict|asdict)\]$/;

/** What makes dictionaries and lists of a text. */
const PARSERS: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    json: /^Member\[(?:loads|load)\]$/,
    orjson: /^Member\[loads\]$/,
    ujson: /^Member\[(?:loads|load)\]$/,
    simplejson: /^Member\[(?:loads|load)\]$/,
    json5: /^Member\[(?:loads|load)\]$/,
    json_repair: /^Member\[(?:loads|load|repair_json)\]$/,
    ast: /^Member\[literal_eval\]$/,
    yaml: /^Member\[(?:safe_|full_|unsafe_)?load\]$/,
    tomllib: /^Member\[(?:loads|load)\]$/,
    toml: /^Member\[(?:loads|load)\]$/,
  }).map(([name, functions]) => [PYTHON + name, functions]),
);

/**
 * Whether a method belongs to a dictionary of the language: a parameter that is declared as `dict` has them, and what a
 * parser makes of a text.
 */
export function isOfMapping(module: string, path: readonly string[]): boolean {
  return (
    (MAPPING_MODULES.has(module) && MAPPING.test(path[0] ?? '')) ||
    PARSERS.get(module)?.test(path[0] ?? '') === true ||
    isScope(module, path) ||
    path.some((step) => DUMPED.test(step))
  );
}

/** What reads an entry of a dictionary, or gives one. */
const GIVES_DATA = /^Member\[(?:get|json)\]$/;

/**
 * Whether something is a part of what a call gave, `response.content[0].input`, `response.json().get('x')`, and no object that
 * code calls by itself.
 */
export function isOfResult(path: readonly string[]): boolean {
  const [last, method] = [path.at(-1) ?? '', path.at(-2) ?? ''];
  if (!path.slice(0, -1).includes('ReturnValue')) return false;
  return last === 'ReturnValue' ? GIVES_DATA.test(method) : /^(?:Member\[|ArrayElement$)/.test(last);
}

/** What ASGI hands an application: a dictionary that has a type of its own. */
export function isScope(module: string, path: Keys): boolean {
  return module === `${PYTHON}starlette` && path.slice(0, 3).join('.') === 'Member[types].Member[Scope].Instance';
}
