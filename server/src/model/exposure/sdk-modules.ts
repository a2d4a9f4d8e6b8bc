import type { ModelContext } from '../entries.js';

const knownModules = new WeakMap<ModelContext['catalogue']['frameworks'], ReadonlySet<string>>();

/** Modules of SDKs for AI: what calls them passes on who asks, and does not check it. */
export function modulesOfSdks(frameworks: ModelContext['catalogue']['frameworks']): ReadonlySet<string> {
  let modules = knownModules.get(frameworks);
  if (modules === undefined) {
    const sdks = frameworks.filter(({ ai }) => ai).flatMap((framework) => framework.modules);
    // Of a dotted module, origins have the first part.
    modules = new Set(sdks.map((module) => module.replace(/\/\*$/, '').replace(/^(\w+)\..*$/, '$1')));
    knownModules.set(frameworks, modules);
  }
  return modules;
}
