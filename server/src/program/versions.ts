import { posix } from 'node:path';
import type { ProgramHost } from './program.js';
import { createPythonVersions } from './python-versions.js';
import { PYTHON } from './resolve-python-module.js';
import { readJson, splitSpecifier } from './workspace-packages.js';

export interface Versions {
  /** Version of the package that a file gets for a module: installed, else the lowest that the manifest declares. */
  version(file: string, module: string): string | undefined;
  /** Version of a package that lies in the nearest `node_modules` that has it. */
  installed(file: string, name: string): string | undefined;
}

const DEPENDENCY_FIELDS = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];

export function createVersions(host: ProgramHost): Versions {
  const known = new Map<string, string | undefined>();
  const python = createPythonVersions(host);

  function lookUp(folder: string, name: string): string | undefined {
    const key = `${folder}\0${name}`;
    if (known.has(key)) return known.get(key);
    const found =
      installedIn(folder, name) ??
      declared(readJson(host, posix.join(folder, 'package.json')), name) ??
      (folder === '.' ? undefined : lookUp(posix.dirname(folder), name));
    known.set(key, found);
    return found;
  }

  function installedIn(folder: string, name: string): string | undefined {
    const version = readJson(host, posix.join(folder, 'node_modules', name, 'package.json'))?.['version'];
    return typeof version === 'string' ? version : undefined;
  }

  function installed(folder: string, name: string): string | undefined {
    return installedIn(folder, name) ?? (folder === '.' ? undefined : installed(posix.dirname(folder), name));
  }

  return {
    installed: (file, name) => installed(posix.dirname(file), name),
    version: (file, module) =>
      module.startsWith(PYTHON)
        ? python.version(file, module.slice(PYTHON.length))
        : lookUp(posix.dirname(file), splitSpecifier(module)[0]),
  };
}

/** The lowest version that a range admits: `^5.0.3` → `5.0.3`; undefined for `*`, tags, and workspace or catalog protocols. */
function declared(manifest: Record<string, unknown> | undefined, name: string): string | undefined {
  for (const field of DEPENDENCY_FIELDS) {
    const dependencies = manifest?.[field];
    if (typeof dependencies !== 'object' || dependencies === null) continue;
    const range: unknown = (dependencies as Record<string, unknown>)[name];
    if (typeof range !== 'string') continue;
    return /(?:^|[^\d.])(\d+(?:\.\d+){0,2}(?:-[\w.]+)?)/.exec(
      range.replace(/^(?:npm:(?:@[^/]+\/)?[^@]+@|workspace:)/, ''),
    )?.[1];
  }
  return undefined;
}
