import type { ProgramFile, Ref } from '../../program/program.js';
import type { ModelContext } from '../entries.js';
import { follow } from '../catalogue/relative.js';
import { handled } from './handlers.js';
import type { RequestChecks } from './request-checks.js';
import { OPEN, together, UNSEEN, type Verdict } from './verdict.js';

const NAMES = ['middleware', 'proxy'].flatMap((name) =>
  ['ts', 'js', 'mts', 'mjs', 'tsx'].map((extension) => `${name}.${extension}`),
);
const LONGEST_PATTERN = 300;

/** What Next.js runs before a route: `middleware.ts` or `proxy.ts` beside `app` or `pages`, if its matcher covers the path. */
export function nextMiddleware(
  context: ModelContext,
  checks: RequestChecks,
  file: ProgramFile,
  path: string | undefined,
): Verdict {
  const found = middlewareFile(context, file);
  if (found === undefined) return OPEN;
  const { program } = context;
  if (path !== undefined && covers(context, found, path) === false) return OPEN;
  const names = ['middleware', 'proxy', 'default'].filter((name) =>
    found.facts.exports.some(
      (entry) => entry.name === name || entry.name === '*' || (name === 'default' && entry.name === '='),
    ),
  );
  const values = names.flatMap((name) => program.exported(found.path, name, program.ref(found, 0)));
  if (values.length === 0) return UNSEEN;
  return together(values.map((value) => ofMiddleware(context, checks, value)));
}

function ofMiddleware({ program }: ModelContext, checks: RequestChecks, value: Ref): Verdict {
  const { functions, wrappers, values } = handled(program, value);
  const inner = new Set(functions);
  return together(values.map((part) => checks.ofValue(part, wrappers.includes(part) ? inner : undefined)));
}

function middlewareFile({ program }: ModelContext, { path }: ProgramFile): ProgramFile | undefined {
  const folders = new Set([program.packageFolder(path)]);
  for (const match of path.matchAll(/(^|\/)(?:app|pages)\//g)) folders.add(path.slice(0, match.index));
  for (const folder of [...folders]) {
    folders.add(folder === '' ? 'src' : `${folder}/src`);
    if (/(?:^|\/)src$/.test(folder)) folders.add(folder.replace(/\/?src$/, ''));
  }
  for (const folder of folders) {
    for (const name of NAMES) {
      const file = program.load(folder === '' ? name : `${folder}/${name}`);
      if (file !== undefined) return file;
    }
  }
  return undefined;
}

/** Whether one of the matchers covers a path; undefined when they are not literal. */
function covers({ program }: ModelContext, file: ProgramFile, path: string): boolean | undefined {
  const [config] = program.exported(file.path, 'config', program.ref(file, 0));
  if (config === undefined) return true;
  const single = follow(program, config, 'Member[matcher]');
  if (single.values.length === 0) return single.open ? undefined : true;
  const items = single.values.flatMap(({ ref }) =>
    program.literals(ref) === undefined ? follow(program, ref, 'ArrayElement').values.map((item) => item.ref) : [ref],
  );
  const patterns = items.map((ref) => program.literals(ref)?.[0]);
  if (patterns.length === 0 || patterns.some((pattern) => typeof pattern !== 'string')) return undefined;
  const matched = patterns.map((pattern) => matchesPath(String(pattern), path));
  if (matched.includes(true)) return true;
  return matched.includes(undefined) ? undefined : false;
}

/** `/api/:path*`, `/((?!api|_next).*)`: the notation of path-to-regexp, as far as matchers use it. */
function matchesPath(pattern: string, path: string): boolean | undefined {
  if (pattern.length > LONGEST_PATTERN || path.includes('[')) return undefined;
  const source = pattern
    .replace(/\/:\w+\*/g, '(?:/.*)?')
    .replace(/\/:\w+\+/g, '/.+')
    .replace(/\/:\w+\?/g, '(?:/[^/]+)?')
    .replace(/:\w+(?!\w)/g, '[^/]+');
  try {
    return new RegExp(`^${source}/?$`).test(path);
  } catch {
    return undefined;
  }
}
