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

/** The wheel as it was pinned. */
function bytesOf({ file, sha256 }: PinnedWheel): Uint8Array {
  const bytes = readFileSync(path.join(folder, file));
  const actual = createHash('sha256').update(bytes).digest('hex');
  if (actual !== sha256) throw new Error(`${path.join(folder, file)} is not what packages.json names; remove it`);
  return bytes;
}

function open(pinned: PinnedWheel): PythonPackage {
  const bytes = bytesOf(pinned);
  const names = new Set<string>();
  const root = pinned.root === undefined ? '' : `${pinned.root}/`;
  unzipSync(bytes, {
    filter({ name }) {
      if (/\.pyi?$/.test(name) && name.startsWith(root)) names.add(name.slice(root.length));
      return false;
    },
  });
  const texts = new Map<string, string>();
  const folders = new Set(
    [...names].flatMap((name) => name.split('/').map((_, end, all) => all.slice(0, end).join('/'))),
  );
  return {
    pinned,
    tops: [
      ...new Set(
        [...names].map(
          (name) =>
            name
              .split('/')[0]
              ?.replace(/\.pyi?$/, '')
              .replace(/-stubs$/, '') ?? '',
        ),
      ),
    ],
    hasFolder: (name) => folders.has(name),
    hasModule(name) {
      const at = name.replaceAll('.', '/');
      return [at, at.replace(/^[^/]+/, '$&-stubs')].some(
        (each) => folders.has(each) || names.has(`${each}.py`) || names.has(`${each}.pyi`),
      );
    },
    read(file) {
      if (!names.has(file)) return undefined;
      let text = texts.get(file);
      if (text === undefined) {
        const unpacked = unzipSync(bytes, { filter: ({ name }) => name === root + file })[root + file];
        text = new TextDecoder().decode(unpacked).replace(/^\uFEFF/, '');
        texts.set(file, text);
      }
      return text;
    },
  };
}

/** Every pinned package. Throws where one is neither in the cache nor to be had. */
export function pythonPackages(): readonly PythonPackage[] {
  const missing = pinnedWheels.filter(({ file }) => !existsSync(path.join(folder, file)));
  if (missing.length > 0) download(missing);
  return pinnedWheels.map(open);
}
