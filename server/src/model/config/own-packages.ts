import type { Program } from '../../program/program.js';
import { distributionName } from '../../program/distribution-name.js';
import { readJson } from '../../program/workspace-packages.js';
import { baseNameOf } from '../../path.js';

const known = new WeakMap<Program, ReadonlySet<string>>();

/**
 * Whether a package or an image is one that the workspace itself publishes: the example configuration of a server shows the server, and
 * nobody else can change what it runs. Images go by the last part of their names.
 */
export function isOwnPackage(program: Program, name: string): boolean {
  let names = known.get(program);
  if (names === undefined) known.set(program, (names = ownNames(program)));
  return names.has(comparable(name)) || (name.includes('/') && !name.startsWith('@') && names.has(unscoped(name)));
}

const OTHER_MANIFESTS = [
  ['go.mod', /^module\s+(\S+?)(?:\/v\d+)?\s*$/m],
  ['Cargo.toml', /^\s*name\s*=\s*["']([\w.-]+)["']/m],
] as const;

function ownNames(program: Program): ReadonlySet<string> {
  const names = new Set<string>();
  for (const path of program.dependencyManifests()) {
    for (const name of [...declaredNames(program, path), ...repositoryNames(program, path)]) {
      names.add(comparable(name));
      names.add(unscoped(name));
    }
  }
  // Programs in other languages are published as images.
  for (const [manifest, pattern] of OTHER_MANIFESTS) {
    const name = pattern.exec(program.read(manifest) ?? '')?.[1];
    if (name !== undefined) names.add(unscoped(name));
  }
  return names;
}

function declaredNames(program: Program, path: string): readonly string[] {
  if (baseNameOf(path) === 'package.json') {
    const name = readJson(program, path)?.['name'];
    return typeof name === 'string' ? [name] : [];
  }
  if (baseNameOf(path) !== 'pyproject.toml') return [];
  return /^\s*name\s*=\s*["']([\w.-]+)["']/m.exec(program.read(path) ?? '')?.slice(1, 2) ?? [];
}

/** Images, and entries of the registry of MCP servers, carry the name of the repository more often than that of the package. */
function repositoryNames(program: Program, path: string): readonly string[] {
  if (baseNameOf(path) !== 'package.json') return [];
  const manifest = readJson(program, path);
  const repository = manifest?.['repository'];
  const url: unknown =
    typeof repository === 'object' && repository !== null && 'url' in repository ? repository.url : repository;
  return [url, manifest?.['mcpName']].flatMap((text: unknown) =>
    typeof text === 'string' ? (/([\w.-]+?)(?:\.git)?(?:#.*)?$/.exec(text)?.slice(1, 2) ?? []) : [],
  );
}

/** Names of npm have a scope, those of PyPI may be written in several ways and have extras. */
function comparable(name: string): string {
  return name.startsWith('@') ? name.toLowerCase() : distributionName(name.replace(/\[.*$/, ''));
}

function unscoped(name: string): string {
  return comparable(name.slice(name.lastIndexOf('/') + 1));
}
