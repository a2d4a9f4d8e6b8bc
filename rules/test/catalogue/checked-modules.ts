import type { Framework } from '../../src/catalogue/framework.js';
import { installedPackages, servesModule } from './installed-packages.js';
import type { InstalledPackage } from './installed-packages.js';

const installed = installedPackages();

/** A module of a framework as one installed version provides it. */
export interface Checked {
  readonly installed: InstalledPackage;
  readonly module: string;
}

/** Which of a framework's modules are served by which installed package and version. */
export function checkedModules(framework: Framework): readonly Checked[] {
  return Object.entries(framework.checkedAgainst).flatMap(([name, versions]) =>
    versions.flatMap((version) => {
      const found = installed.find((each) => each.name === name && `${each.version}.`.startsWith(`${version}.`));
      if (found === undefined) throw new Error(`${framework.id}: ${name}@${version} is not installed`);
      return modulesOf(framework)
        .filter((module) => servesModule(name, module))
        .map((module) => ({ installed: found, module }));
    }),
  );
}

function modulesOf(framework: Framework): readonly string[] {
  const named = [
    'clients',
    'endpoints',
    'guardrails',
    'calls',
    'agents',
    'tools',
    'hosted',
    'toolObjects',
    'toolClasses',
    'gates',
    'approvals',
    'settings',
    'servers',
    'sources',
    'sinks',
    'effects',
    'passThroughs',
    'sanitizers',
    'guards',
  ] as const;
  const fromRows = named.flatMap((list) => (framework[list] ?? []).flatMap((row) => row.module ?? []));
  return [
    ...new Set([
      ...framework.modules.filter((module) => !module.endsWith('/*') && !module.startsWith('node:')),
      ...fromRows,
    ]),
  ];
}
