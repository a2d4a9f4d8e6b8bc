import { posix } from 'node:path';
import { createOwnFrameworks } from './own-frameworks.js';
import type { ProgramHost } from './program.js';
import type { Resolution } from './resolve-module.js';

/** Modules of Python packages have this prefix: the same name may be an npm package too. */
export const PYTHON = 'python:';

export interface PythonModules {
  /**
   * Where an imported module lies; `name` is what is imported from it. A package without `__init__.py` is given as that
   * file, which does not exist: its submodules can be found beside it.
   */
  resolve(from: string, module: string, name?: string): Resolution;
  /** A module inside the package whose `__init__.py` this is. */
  submodule(packageFile: string, name: string): string | undefined;
}

export const isPython = (path: string): boolean => /\.(?:pyi?|pyw|ipynb)$/i.test(path);

const INIT = '__init__.py';
/** Folders beside a manifest in which packages lie. */
const SOURCE_FOLDERS = ['', 'src', 'lib', 'python'];

/**
 * Folders that hold packages by the settings of setuptools (`where`, `package-dir`), Poetry (`from`) and Hatch
 * (`packages = ["backend/app"]`, `sources`). What is no folder is left out later.
 */
function packageFolders(manifest: string): readonly string[] {
  const folders = [...manifest.matchAll(/\bfrom\s*=\s*["']([\w./-]+)["']/g)].map(([, folder = '']) => folder);
  for (const [, setting = '', value = ''] of manifest.matchAll(SETTING)) {
    for (const [, path = ''] of value.matchAll(/["']([^"'\n]+)["']/g)) {
      const folder = setting === 'packages' ? posix.dirname(path) : path;
      if (/^[\w./-]+$/.test(folder) && !folder.startsWith('/') && !folder.includes('..')) folders.push(folder);
    }
  }
  return folders;
}

const SETTING = /(?:^|[\s{,])(where|packages|sources|package[-_]dir|"")\s*=\s*(\[[^\]]*\]|\{[^}]*\}|["'][^"'\n]*["'])/g;

type Host = Pick<ProgramHost, 'exists' | 'read' | 'mayExport' | 'pythonProjects' | 'frameworkPackages'>;

/** Resolves imports as an interpreter would that was started in a folder above the file, or in one of the workspace's projects. */
export function createPythonModules(host: Host): PythonModules {
  const isOwnFramework = createOwnFrameworks(host);
  const roots = new Map<string, readonly string[]>();
  const tops = new Map<string, readonly string[]>();
  const present = new Map<string, boolean>();
  const declared = new Map<string, readonly string[]>();

  const isThere = (path: string): boolean => {
    let known = present.get(path);
    if (known === undefined) present.set(path, (known = path === '.' || host.exists(path)));
    return known;
  };

  function fileOf(folder: string, parts: readonly string[]): string | undefined {
    const path = posix.join(folder, ...parts);
    const candidates = [
      posix.join(path, INIT),
      ...(parts.length > 0 ? [`${path}.py`, `${path}.pyi`, `${path}.ipynb`] : []),
    ];
    return candidates.find((file) => host.exists(file));
  }

  /** A folder without `__init__.py` that has the module that is asked for. */
  function namespaceOf(folder: string, parts: readonly string[], name: string | undefined): string | undefined {
    if (name === undefined || name === '*' || fileOf(folder, [...parts, name]) === undefined) return undefined;
    return posix.join(folder, ...parts, INIT);
  }

  /** Folders from which absolute imports of a file's folder start. Folders inside of a package are none. */
  function rootsFor(folder: string): readonly string[] {
    let found = roots.get(folder);
    if (found === undefined) {
      const above: string[] = [];
      for (let at = folder; ; at = posix.dirname(at)) {
        if (at === '.' || !host.exists(posix.join(at, INIT))) above.push(at);
        if (at === '.') break;
      }
      const projects = host.pythonProjects?.() ?? [];
      const all = [
        ...[...above, ...projects].flatMap((base) => SOURCE_FOLDERS.map((inner) => posix.join(base, inner))),
        ...projects.flatMap(declaredFolders),
      ];
      roots.set(folder, (found = [...new Set(all)].filter(isThere)));
    }
    return found;
  }

  /** Folders that a project's manifest says its packages are in. */
  function declaredFolders(project: string): readonly string[] {
    let found = declared.get(project);
    if (found === undefined) {
      const text = host.read(posix.join(project, 'pyproject.toml')) ?? host.read(posix.join(project, 'setup.py')) ?? '';
      found = packageFolders(text).map((folder) => posix.join(project, folder));
      declared.set(project, found);
    }
    return found;
  }

  /** The roots of a folder that have a module or folder of the name: most names are installed packages. */
  function rootsWith(folder: string, top: string): readonly string[] {
    const key = `${folder}\0${top}`;
    let found = tops.get(key);
    if (found === undefined) {
      found = rootsFor(folder).filter((root) =>
        ['', '.py', '.pyi', '.ipynb'].some((end) => isThere(posix.join(root, top + end))),
      );
      tops.set(key, found);
    }
    return found;
  }

  function relative(from: string, dots: number, parts: readonly string[], name: string | undefined): Resolution {
    let folder = posix.dirname(from);
    for (let level = 1; level < dots; level++) folder = posix.join(folder, '..');
    const file = folder.startsWith('..') ? undefined : (fileOf(folder, parts) ?? namespaceOf(folder, parts, name));
    return file === undefined ? { kind: 'package', module: PYTHON + parts.join('.') } : { kind: 'file', path: file };
  }

  /** A script beside others may be called like a package that it uses itself. */
  function isMeant(
    file: string,
    from: string,
    top: string,
    parts: readonly string[],
    name: string | undefined,
  ): boolean {
    if (file === from) return false;
    if (parts.length > 1 || posix.basename(file) === INIT) return true;
    if (name !== undefined && name !== '*') return host.mayExport?.(file, name) !== false;
    return !new RegExp(`^[ \\t]*(?:import|from)[ \\t]+${top}\\b`, 'm').test(host.read(file) ?? '');
  }

  return {
    resolve(from, module, name) {
      const dots = /^\.*/.exec(module)?.[0].length ?? 0;
      const parts = module
        .slice(dots)
        .split('.')
        .filter((part) => part !== '');
      if (dots > 0) return relative(from, dots, parts, name);
      const [top = ''] = parts;
      const candidates = rootsWith(posix.dirname(from), top);
      for (const root of candidates) {
        const file = fileOf(root, parts);
        if (file === undefined || !isMeant(file, from, top, parts, name)) continue;
        return isOwnFramework(root, top, from)
          ? { kind: 'package', module: PYTHON + module }
          : { kind: 'file', path: file };
      }
      for (const root of candidates) {
        const file = namespaceOf(root, parts, name);
        if (file !== undefined) return { kind: 'file', path: file };
      }
      return { kind: 'package', module: PYTHON + module };
    },
    submodule(packageFile, name) {
      return posix.basename(packageFile) === INIT ? fileOf(posix.dirname(packageFile), [name]) : undefined;
    },
  };
}
