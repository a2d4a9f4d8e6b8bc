import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';

/** A wheel whose sources rows are checked against, as `packages.json` pins it. */
export interface PinnedWheel {
  readonly name: string;
  readonly version: string;
  readonly file: string;
  readonly sha256: string;
  /** The folder in which modules start; a checker's wheel has the declarations of Python itself in one. */
  readonly root?: string;
}

/** The sources of one version of a package. */
export interface PythonPackage {
  readonly pinned: PinnedWheel;
  /** Names that `import` takes: `google.genai` is below `google`. */
  readonly tops: readonly string[];
  /** Text of a file by its path in the wheel. */
  read(file: string): string | undefined;
  /** Whether a folder of modules is there, with or without `__init__.py`. */
  hasFolder(folder: string): boolean;
  hasModule(name: string): boolean;
}

const folder = path.join(import.meta.dirname, '../../../../node_modules/.cache/leashlint-python');

// The file has this shape; a test says so.
export const pinnedWheels = JSON.parse(
  readFileSync(path.join(import.meta.dirname, 'packages.json'), 'utf8'),
) as readonly PinnedWheel[];

/** pip takes one version of a package at a time. */
function downloadAll(missing: readonly PinnedWheel[]): void {
  const rounds: PinnedWheel[][] = [];
  for (const wheel of missing) {
    const round = rounds.find((others) => others.every(({ name }) => name !== wheel.name));
    if (round === undefined) rounds.push([wheel]);
    else round.push(wheel);
  }
  rounds.forEach(download);
}

/** Downloads what the cache lacks, with pip: wheels only, no dependencies, nothing is built or run. */
function download(missing: readonly PinnedWheel[]): void {
  mkdirSync(folder, { recursive: true });
  const requirements = path.join(folder, 'requirements.txt');
  writeFileSync(
    requirements,
    missing.map(({ name, version, sha256 }) => `${name}==${version} --hash=sha256:${sha256}\n`).join(''),
  );
  const platforms = new Set(
    missing.map(
      ({ file }) =>
        file
          .replace(/\.whl$/, '')
          .split('-')
          .at(-1) ?? 'any',
    ),
  );
  const options = ['--no-deps', '--only-binary=:all:', '--require-hashes', '--python-version', '3.13', '--quiet'];
  const target = [...platforms].flatMap((platform) => ['--platform', platform]);
  const problems: string[] = [];
  for (const python of ['python3', 'python', 'py']) {
    try {
      execFileSync(python, ['-m', 'pip', 'download', ...options, ...target, '--dest', folder, '-r', requirements], {
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      return;
    } catch (error) {
      const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
      problems.push(`${python} -m pip download: ${said.trim().split('\n').at(-1) ?? ''} ${String(error)}`);
    }
  }
  const names = missing.map(({ file }) => file).join(', ');
  throw new Error(
    `The Python packages that the catalogue is checked against are not in ${folder} and could not be downloaded. ` +
      `This needs Python with pip and the network once. Missing: ${names}\n${problems.join('\n')}`,
  );
}

const listName = 'files.json';

/** Takes the sources out of a wheel, once, if it is the one that was pinned. */
function unpack({ file, sha256, root }: PinnedWheel, target: string): void {
  const bytes = readFileSync(path.join(folder, file));
  const actual = createHash('sha256').update(bytes).digest('hex');
  if (actual !== sha256) throw new Error(`${path.join(folder, file)} is not what packages.json names; remove it`);
  const start = root === undefined ? '' : `${root}/`;
  const sources = unzipSync(bytes, { filter: ({ name }) => /\.pyi?$/.test(name) && name.startsWith(start) });
  const names = Object.entries(sources).map(([name, source]) => {
    const inside = name.slice(start.length);
    const at = path.join(target, inside);
    if (!at.startsWith(target + path.sep)) throw new Error(`${file} has ${name}`);
    mkdirSync(path.dirname(at), { recursive: true });
    writeFileSync(at, source);
    return inside;
  });
  writeFileSync(path.join(target, listName), JSON.stringify(names));
}

function open(pinned: PinnedWheel): PythonPackage {
  const target = path.join(folder, `${pinned.file.replace(/\.whl$/, '')}-${pinned.sha256.slice(0, 12)}`);
  const list = path.join(target, listName);
  if (!existsSync(list)) unpack(pinned, target);
  // `unpack` has written it.
  const names = new Set(JSON.parse(readFileSync(list, 'utf8')) as readonly string[]);
  const folders = new Set(
    [...names].flatMap((name) => name.split('/').map((_, end, all) => all.slice(0, end).join('/'))),
  );
  const heads = [...names].map((name) => name.replace(/\/.*/s, '').replace(/\.pyi?$/, ''));
  return {
    pinned,
    tops: [...new Set(heads.map((head) => head.replace(/-stubs$/, '')))],
    hasFolder: (name) => folders.has(name),
    hasModule(name) {
      const at = name.replaceAll('.', '/');
      return [at, at.replace(/^[^/]+/, '$&-stubs')].some(
        (each) => folders.has(each) || names.has(`${each}.py`) || names.has(`${each}.pyi`),
      );
    },
    read: (file) =>
      names.has(file) ? readFileSync(path.join(target, file), 'utf8').replace(/^\uFEFF/, '') : undefined,
  };
}

/** Every pinned package. Throws where one is neither in the cache nor to be had. */
export function pythonPackages(): readonly PythonPackage[] {
  const missing = pinnedWheels.filter(({ file }) => !existsSync(path.join(folder, file)));
  if (missing.length > 0) downloadAll(missing);
  return pinnedWheels.map(open);
}
