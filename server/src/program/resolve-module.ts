import { posix } from 'node:path';
import type { ProgramHost } from './program.js';
import { createPathMappings } from './path-mappings.js';
import { createPythonModules, isPython } from './resolve-python-module.js';
import { createWorkspacePackages } from './workspace-packages.js';

/** Where a module specifier leads: a file of the project, or a package (with its subpath: `ai/react`). */
export type Resolution =
  { readonly kind: 'file'; readonly path: string } | { readonly kind: 'package'; readonly module: string };

/** What finding a module takes of a program's host. */
export type ModuleHost = Omit<ProgramHost, 'lower' | 'importersOf'>;

export interface ModuleResolver {
  /** `name` is what is imported: in Python it may be a module inside of the one that is named. */
  resolve(from: string, specifier: string, name?: string): Resolution;
  /** A module that is imported from the package that the file is, as Python has it. */
  submodule(packageFile: string, name: string): string | undefined;
}

const SOURCE_EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];

/** `.js` in a specifier may stand for the TypeScript file it is compiled from. */
const COMPILED_FROM: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx', '.js', '.jsx'],
  '.jsx': ['.tsx', '.jsx'],
  '.mjs': ['.mts', '.mjs'],
  '.cjs': ['.cts', '.cjs'],
};

/** The file that a path without or with a compiled extension stands for, as TypeScript and bundlers look it up. */
export function findSourceFile(host: ModuleHost, path: string): string | undefined {
  const extension = posix.extname(path);
  const stem = path.slice(0, path.length - extension.length);
  for (const source of COMPILED_FROM[extension] ?? []) if (host.exists(stem + source)) return stem + source;
  if (SOURCE_EXTENSIONS.includes(extension) && host.exists(path)) return path;
  for (const source of SOURCE_EXTENSIONS) if (host.exists(path + source)) return path + source;
  for (const source of SOURCE_EXTENSIONS) {
    const index = posix.join(path, `index${source}`);
    if (host.exists(index)) return index;
  }
  return undefined;
}

/** Resolves specifiers by relative path, `tsconfig` paths and workspace packages; everything else is a package. */
export function createModuleResolver(host: ModuleHost): ModuleResolver {
  const mappings = createPathMappings(host);
  const packages = createWorkspacePackages(host);
  const python = createPythonModules(host);
  const known = new Map<string, Resolution>();

  function lookUp(from: string, specifier: string): Resolution {
    const asPackage: Resolution = { kind: 'package', module: specifier.replace(/^node:/, '') };
    if (specifier.startsWith('.') || specifier.startsWith('/')) {
      const path = posix.join(posix.dirname(from), specifier);
      const file = specifier.startsWith('/') || path.startsWith('..') ? undefined : findSourceFile(host, path);
      return file === undefined ? asPackage : { kind: 'file', path: file };
    }
    if (specifier.startsWith('#')) {
      const own = packages.ownImport(from, specifier);
      if (own !== undefined) return { kind: 'file', path: own };
    }
    for (const candidate of mappings.candidates(from, specifier)) {
      const file = findSourceFile(host, candidate);
      if (file !== undefined) return { kind: 'file', path: file };
    }
    const file = packages.entry(specifier);
    return file === undefined ? asPackage : { kind: 'file', path: file };
  }

  return {
    resolve(from, specifier, name) {
      // A Python file never imports itself, so that the answer is the file's own.
      const inPython = isPython(from);
      const key = inPython ? `${from}\0${specifier}\0${name ?? ''}` : `${posix.dirname(from)}\0${specifier}`;
      let resolution = known.get(key);
      if (resolution === undefined) {
        resolution = inPython ? python.resolve(from, specifier, name) : lookUp(from, specifier);
        known.set(key, resolution);
      }
      return resolution;
    },
    submodule: (packageFile, name) => python.submodule(packageFile, name),
  };
}
