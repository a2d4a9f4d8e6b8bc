import picomatch from 'picomatch';
import type { EffectiveConfig } from '../config/config.js';
import { isPython } from '../program/resolve-python-module.js';
import { createImportScan, type OwnPackage } from '../workspace/import-scan.js';
import { namedPackages } from '../program/workspace-packages.js';
import { isDependencyManifest } from '../workspace/dependency-files.js';
import { baseNameOf, directoryOf, isWithin, join } from '../path.js';
import { createPythonScan } from '../workspace/python-imports.js';
import { isSettingsFile } from '../workspace/text-files.js';
import type { EngineHost } from './engine.js';
import type { FileStore } from './file-store.js';
import { splitRoots } from './split-roots.js';

/** The files of the workspace that an analysis may look into. Made once and kept until files come or go. */
export interface Project {
  /** Source and settings files after the configuration's `include` and `exclude`, sorted. */
  readonly files: readonly string[];
  /** Every `package.json`, sorted. */
  readonly manifests: readonly string[];
  /** Files after `include` and `exclude` in which people say which packages they need, sorted. */
  readonly dependencyManifests: readonly string[];
  /** Folders with a Python project, sorted. */
  readonly pythonProjects: readonly string[];
  /** Folders with a manifest of any language. */
  readonly packages: readonly string[];
  /** Packages of npm by name, with their folders. */
  workspacePackages(): ReadonlyMap<string, string>;
  has(file: string): boolean;
  /** How many files `include` and `exclude` left out. */
  readonly excluded: number;
  /** With `names`, only importers that mention one of them, or that may pass them on unseen. */
  importersOf(file: string, names?: readonly string[]): readonly string[];
  /** Whether `importersOf` gives the file for a path, found out without a look at others. */
  isImporter(file: string, path: string, names?: readonly string[]): boolean;
  /** Roots in groups that are analysed each by itself. */
  split(roots: readonly string[]): readonly (readonly string[])[];
  /** These files were invalidated: what is known about imports is dropped if theirs are others now. */
  recheckImports(files: readonly string[]): void;
}

/** Scripts of a package may start an agent. */
function hasAgentScripts(store: FileStore, file: string): boolean {
  if (baseNameOf(file) !== 'package.json') return false;
  const probe = store.probe(file);
  return probe.kind === 'text' && probe.trigger === 'configuration';
}

const PYTHON_MANIFEST = /(?:^|\/)(?:pyproject\.toml|setup\.(?:py|cfg))$/;

/** Whether a file makes its folder a package, of whatever language. */
export const isManifest = (file: string): boolean => baseNameOf(file) === 'package.json' || PYTHON_MANIFEST.test(file);

export function createProject(host: EngineHost, store: FileStore, config: EffectiveConfig): Project {
  const listed = host.list();
  const manifests = listed.filter((file) => baseNameOf(file) === 'package.json');
  const sources = listed.filter((file) => !isManifestOnly(file) || hasAgentScripts(store, file));
  const selected = selector(config);
  const files = sources.filter(selected);
  const known = new Set(sources);
  const packages = new Map(manifests.map((file) => [directoryOf(file), ownPackage(store.text(file))]));
  type Scan = (file: string) => readonly string[];
  let scans: { python?: Scan; others?: Scan } = {};
  /** Imports of single files. */
  const alone = new Map<string, Scan>();
  const importers = new Map<string, readonly string[]>();

  let named: ReadonlyMap<string, string> | undefined;

  const packageOf = (file: string): OwnPackage | undefined => {
    for (let folder = directoryOf(file); ; folder = directoryOf(folder)) {
      if (packages.has(folder)) return packages.get(folder);
      if (folder === '') return undefined;
    }
  };

  const specifiersOf = (path: string): readonly string[] => store.specifiers(path);
  const scanOf = (files: readonly string[], inPython: boolean): Scan => {
    if (inPython) return createPythonScan(files, specifiersOf);
    const scan = createImportScan(files, specifiersOf, packageOf);
    return (file) => scan.importersOf(file);
  };

  const scanFor = (file: string): readonly string[] => {
    const inPython = isPython(file);
    const scan = (scans[inPython ? 'python' : 'others'] ??= scanOf(
      sources.filter((path) => isPython(path) === inPython),
      inPython,
    ));
    return scan(file);
  };

  /** Whether an importer may have one of the names of what it imports. */
  const isWith = (importer: string, names: readonly string[] | undefined): boolean =>
    names === undefined || store.passesOn(importer) || store.mentions(importer, names);

  /** How the roots of the last analysis were split, for as long as imports are the same. */
  let lastSplit: { readonly key: string; readonly groups: readonly (readonly string[])[] } | undefined;

  const project: Project = {
    files,
    manifests,
    dependencyManifests: listed.filter((file) => isDependencyManifest(file) && selected(file)),
    packages: listed.filter(isManifest).map(directoryOf),
    pythonProjects: [...new Set(listed.filter((file) => PYTHON_MANIFEST.test(file)).map(directoryOf))],
    excluded: sources.length - files.length,
    workspacePackages: () =>
      (named ??= namedPackages({
        manifests: () => manifests,
        read: (path) => store.text(path),
        json: (path) => store.json(path),
      })),
    has: (file) => known.has(file),
    importersOf(file, names) {
      // Excluded files are context too: a wrapper in one may be called from an included file.
      let all = importers.get(file);
      if (all === undefined) importers.set(file, (all = scanFor(file)));
      return names === undefined ? all : all.filter((importer) => isWith(importer, names));
    },
    isImporter(file, path, names) {
      if (!known.has(file) || isPython(file) !== isPython(path)) return false;
      let scan = alone.get(file);
      if (scan === undefined) alone.set(file, (scan = scanOf([file], isPython(file))));
      return scan(path).length > 0 && isWith(file, names);
    },
    split(roots) {
      const key = roots.join('\0');
      if (lastSplit?.key !== key) lastSplit = { key, groups: splitRoots(roots, project, store, host) };
      return lastSplit.groups;
    },
    recheckImports(changed) {
      for (const file of changed) alone.delete(file);
      if (!changed.some((file) => known.has(file) && store.specifiersChanged(file))) return;
      scans = {};
      importers.clear();
      lastSplit = undefined;
    },
  };
  return project;
}

/** Manifests that are read for what they ask for and nothing else. A `pyproject.toml` has settings too, and maybe a key. */
function isManifestOnly(file: string): boolean {
  return isDependencyManifest(file) && !isSettingsFile(file);
}

/** A pattern without a slash holds at every depth, one that names a folder holds for all below it. */
function selector(config: EffectiveConfig): (file: string) => boolean {
  const matcher = (patterns: readonly string[]): ((file: string) => boolean) => {
    const globs = patterns.flatMap((pattern) => {
      const clean = pattern.replace(/^\.\//, '').replace(/\/$/, '');
      const anywhere = clean.includes('/') ? clean.replace(/^\//, '') : `**/${clean}`;
      return [anywhere, join(anywhere, '**')];
    });
    return globs.length === 0 ? () => false : picomatch(globs, { dot: true });
  };
  const included = config.include.length === 0 ? () => true : matcher(config.include);
  const excluded = matcher(config.exclude);
  return (file) => included(file) && !excluded(file);
}

function ownPackage(text: string | undefined): OwnPackage | undefined {
  if (text === undefined) return undefined;
  try {
    const manifest: unknown = JSON.parse(text);
    if (typeof manifest !== 'object' || manifest === null || !('name' in manifest)) return undefined;
    return typeof manifest.name === 'string' ? { name: manifest.name, manifest: text } : undefined;
  } catch {
    return undefined;
  }
}

/** Narrows files to the paths or folders that were asked for. */
export function within(only: readonly string[] | undefined): (file: string) => boolean {
  return only === undefined ? () => true : (file) => only.some((folder) => isWithin(file, folder));
}
