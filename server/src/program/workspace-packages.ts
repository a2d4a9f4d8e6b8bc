import { posix } from 'node:path';
import type { ModuleHost } from './resolve-module.js';
import { findSourceFile } from './resolve-module.js';

export interface WorkspacePackages {
  /** Source file of a package of the same repository: `@acme/tools/shell` → `packages/tools/src/shell.ts`. */
  entry(specifier: string): string | undefined;
  /** What `imports` of the nearest manifest says about `#lib/run.js`. */
  ownImport(from: string, specifier: string): string | undefined;
}

/** Folders in which the source of a built entry (`dist/index.js`) is looked for. */
const SOURCE_FOLDERS = ['src', 'lib', 'source', '.'];
const BUILT_FOLDER = /^(?:\.\/)?(?:dist|build|lib|out|esm|cjs)(?:\/(?:esm|cjs|src|node))?\//;

/** Finds packages by the `package.json` files of the repository, so that any workspace manager's layout works. */
export function createWorkspacePackages(host: ModuleHost): WorkspacePackages {
  let folders: ReadonlyMap<string, string> | undefined;

  function packageFolders(): ReadonlyMap<string, string> {
    return (folders ??= host.workspacePackages?.() ?? namedPackages(host));
  }

  function sourceOf(folder: string, target: string): string | undefined {
    const direct = findSourceFile(host, posix.join(folder, target));
    if (direct !== undefined) return direct;
    const stem = target.replace(BUILT_FOLDER, '').replace(/(?:\.d)?\.[cm]?[jt]sx?$/, '');
    for (const source of SOURCE_FOLDERS) {
      const file = findSourceFile(host, posix.join(folder, source, stem));
      if (file !== undefined) return file;
    }
    return undefined;
  }

  function nearestManifest(from: string): string | undefined {
    for (let folder = posix.dirname(from); ; folder = posix.dirname(folder)) {
      if (host.exists(posix.join(folder, 'package.json'))) return folder;
      if (folder === '.' || folder === '/') return undefined;
    }
  }

  return {
    ownImport(from, specifier) {
      const folder = nearestManifest(from);
      const imports =
        folder === undefined ? undefined : readJson(host, posix.join(folder, 'package.json'))?.['imports'];
      if (folder === undefined || imports === undefined) return undefined;
      for (const target of targetsOf(imports, specifier)) {
        const file = target.startsWith('.') ? sourceOf(folder, target) : undefined;
        if (file !== undefined) return file;
      }
      return undefined;
    },
    entry(specifier) {
      const [name, subpath] = splitSpecifier(specifier);
      const folder = packageFolders().get(name);
      if (folder === undefined) return undefined;
      const manifest = readJson(host, posix.join(folder, 'package.json')) ?? {};
      const targets = [
        ...exportTargets(manifest['exports'], subpath),
        ...(subpath === '.'
          ? [manifest['source'], manifest['module'], manifest['main'], 'index', 'src/index']
          : [subpath]),
      ].filter((target): target is string => typeof target === 'string');
      for (const target of targets) {
        const file = sourceOf(folder, target);
        if (file !== undefined) return file;
      }
      return undefined;
    },
  };
}

/** `@scope/name/sub/path` → [`@scope/name`, `./sub/path`]; the subpath of the package itself is `.`. */
export function splitSpecifier(specifier: string): readonly [name: string, subpath: string] {
  const parts = specifier.split('/');
  const size = specifier.startsWith('@') ? 2 : 1;
  const rest = parts.slice(size).join('/');
  return [parts.slice(0, size).join('/'), rest === '' ? '.' : `./${rest}`];
}

/** Every path that the `exports` field gives a subpath, whatever the conditions. */
function exportTargets(exports: unknown, subpath: string): readonly string[] {
  if (typeof exports === 'string') return subpath === '.' ? [exports] : [];
  if (typeof exports !== 'object' || exports === null) return [];
  if (!Object.keys(exports).some((key) => key.startsWith('.'))) return subpath === '.' ? leaves(exports, '') : [];
  return targetsOf(exports, subpath);
}

/** Targets of the first key that stands for a path; `*` stands for any part. */
function targetsOf(table: unknown, path: string): readonly string[] {
  if (typeof table !== 'object' || table === null) return [];
  for (const [key, target] of Object.entries(table)) {
    if (key === path) return leaves(target, '');
    const star = key.indexOf('*');
    if (star >= 0 && path.startsWith(key.slice(0, star)) && path.endsWith(key.slice(star + 1))) {
      return leaves(target, path.slice(star, path.length - (key.length - star - 1)));
    }
  }
  return [];
}

function leaves(target: unknown, star: string): readonly string[] {
  if (typeof target === 'string') return [target.replace('*', () => star)];
  return typeof target === 'object' && target !== null
    ? Object.values(target).flatMap((value) => leaves(value, star))
    : [];
}

/** Packages by name, with their folders; of two with one name, the first. */
export function namedPackages(host: Pick<ModuleHost, 'read' | 'json' | 'manifests'>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const manifest of host.manifests()) {
    const name = readJson(host, manifest)?.['name'];
    if (typeof name === 'string' && !found.has(name)) found.set(name, posix.dirname(manifest));
  }
  return found;
}

/** The object that a manifest holds. One that is broken is reported by whoever lists the workspace; here it names no package. */
export function readJson(host: Pick<ModuleHost, 'read' | 'json'>, path: string): Record<string, unknown> | undefined {
  const json = host.json === undefined ? parseJson(host.read(path)) : host.json(path);
  return typeof json === 'object' && json !== null && !Array.isArray(json)
    ? (json as Record<string, unknown>)
    : undefined;
}

export function parseJson(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
