import { existsSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A package as it is installed for the tests; several versions of one package stand under aliases. */
export interface InstalledPackage {
  /** Name in the registry. */
  readonly name: string;
  /** Name to import it by. */
  readonly alias: string;
  readonly version: string;
}

export const rulesFolder = fileURLToPath(new URL('../..', import.meta.url));

interface Manifest {
  readonly version?: string;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

function manifest(folder: string): Manifest | undefined {
  const file = join(folder, 'package.json');
  // A manifest of npm has this shape.
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : undefined;
}

/** Development dependencies of this package and of the workspace. */
export function installedPackages(): readonly InstalledPackage[] {
  const found: InstalledPackage[] = [];
  for (const folder of [rulesFolder, join(rulesFolder, '..')]) {
    for (const [alias, wanted] of Object.entries(manifest(folder)?.devDependencies ?? {})) {
      const name = /^npm:(.+)@[^@]*$/.exec(wanted)?.[1] ?? alias;
      const installed =
        manifest(join(rulesFolder, 'node_modules', alias)) ?? manifest(join(rulesFolder, '..', 'node_modules', alias));
      if (installed?.version !== undefined) found.push({ name, alias, version: installed.version });
    }
  }
  return found;
}

/** Whether the types of a module come from a package; `global` comes from the runtime's and the browser's. */
export function servesModule(packageName: string, module: string): boolean {
  if (module === 'global')
    return packageName === '@types/node' || packageName === 'typescript' || packageName === '@types/react';
  const bare = module.replace(/^node:/, '');
  if (packageName === '@types/node') return builtinModules.includes(bare);
  const served = packageName.startsWith('@types/')
    ? packageName.slice('@types/'.length).replace(/^([^_]+)__/, '@$1/')
    : packageName;
  return bare === served || bare.startsWith(`${served}/`);
}

/** The module's specifier when the package is imported by its alias. */
export function aliased(module: string, installed: InstalledPackage): string {
  return installed.name === installed.alias || !module.startsWith(installed.name)
    ? module
    : installed.alias + module.slice(installed.name.length);
}
