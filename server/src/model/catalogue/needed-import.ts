import type { LimitOffer } from '@leashlint/rules';

/**
 * The import that an inserted text needs: a name of the framework's package; a dotted name of Python says its module too
 * (`langchain.agents.middleware.HumanInTheLoopMiddleware`).
 */
export function neededImport(name: string, module: string): NonNullable<LimitOffer['import']> {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? { module, name } : { module: name.slice(0, dot), name: name.slice(dot + 1) };
}
