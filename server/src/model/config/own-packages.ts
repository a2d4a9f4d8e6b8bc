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
    const name = declaredName(program, path);
    if (name === undefined) continue;
    names.add(comparable(name));
    names.add(unscoped(name));
  }
  // Programs in other languages are published as images.
  for (const [manifest, pattern] of OTHER_MANIFESTS) {
    const name = pattern.exec(program.read(manifest) ?? '')?.[1];
    if (name !== undefined) names.add(unscoped(name));
  }
  return names;
}

function declaredName(program: Program, path: string): string | undefined {
  if (baseNameOf(path) === 'package.json') {
    const name = readJson(program, path)?.['name'];
    return typeof name === 'string' ? name : undefined;
  }
  return baseNameOf(path) === 'pyproject.toml'
    ? /^\s*name\s*=\s*["']([\w.-]+)["']/m.exec(program.read(path) ?? '')?.[1]
    : undefined;
}

/** Names of npm have a scope, those of PyPI may be written in several ways and have extras. */
function comparable(name: string): string {
  return name.startsWith('@') ? name.toLowerCase() : distributionName(name.replace(/\[.*$/, ''));
}

function unscoped(name: string): string {
  return comparable(name.slice(name.lastIndexOf('/') + 1));
}
