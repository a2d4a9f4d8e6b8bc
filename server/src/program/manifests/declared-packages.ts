import { posix } from 'node:path';
import type { DeclaredPackage } from './declared-package.js';
import { declaredInPackageJson } from './package-json.js';
import { declaredInRequirements } from './requirements.js';
import { declaredInToml } from './toml-tables.js';

/** Packages that a manifest asks for, with the places where it says which versions. */
export function declaredPackages(path: string, text: string): readonly DeclaredPackage[] {
  const name = posix.basename(path);
  if (name === 'package.json') return declaredInPackageJson(text);
  return name.endsWith('.txt') ? declaredInRequirements(text) : declaredInToml(text);
}
