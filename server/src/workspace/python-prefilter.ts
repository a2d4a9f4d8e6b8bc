import type { Framework } from '@leashlint/rules';
import { alternatives, exportedNames, keyPattern, NEVER, sinkPaths } from './prefilter-patterns.js';
import type { Prefilter } from './prefilter.js';

/** The prefilter for Python files: the same reasons, in the syntax of Python's imports. */
export function createPythonPrefilter(frameworks: readonly Framework[], secretPatterns: readonly string[]): Prefilter {
  const python = frameworks.filter(({ language }) => language === 'python');
  const ai = python.filter((framework) => framework.ai);
  const secret = keyPattern(secretPatterns);
  const aiOnly = new RegExp(importOf(ai.flatMap(({ modules }) => modules)), 'm');
  const keyOnly = new RegExp(secret);
  const acting = python.filter((framework) => sinkPaths(framework).length > 0);
  const builtins = acting.flatMap((framework) =>
    framework.modules.includes('builtins') ? sinkPaths(framework).flatMap(exportedNames) : [],
  );
  const action = new RegExp(
    [
      importOf(acting.flatMap(({ modules }) => modules.filter((module) => module !== 'builtins'))),
      ...(builtins.length > 0 ? [`(?<!\\w)(?:${alternatives(builtins)})[ \\t]*\\(`] : []),
    ].join('|'),
    'm',
  );
  const names = ai.flatMap(({ calls = [], agents = [], tools = [], clients = [], hosted = [], gates = [] }) =>
    [...calls, ...agents, ...tools, ...clients, ...hosted, ...gates].flatMap(({ call }) => exportedNames(call)),
  );
  const aiNames = new RegExp(`(?<!\\w)(?:${alternatives(names) || NEVER})(?!\\w)`);
  return {
    trigger(text) {
      if (aiOnly.test(text)) return 'ai';
      return keyOnly.test(text) ? 'secret' : undefined;
    },
    mayHoldKey: (text) => keyOnly.test(text),
    mayAct: (text) => action.test(text),
    isAiModule: (specifier) => aiOnly.test(`import ${specifier}`),
    usesAiName: (text) => aiNames.test(text),
  };
}

/** `import a, x.y`, `from x.y import z`, and `from x import y` for a module `x.y`. */
function importOf(modules: readonly string[]): string {
  if (modules.length === 0) return NEVER;
  const plain = modules.map((module) => module.replace(/\/\*$/, ''));
  const any = `(?:${alternatives(plain)})(?!\\w)`;
  const inner = plain.flatMap((module) => {
    const dot = module.lastIndexOf('.');
    if (dot < 0) return [];
    const [outer, name] = [module.slice(0, dot), module.slice(dot + 1)].map((part) => alternatives([part]));
    return [`from[ \\t]+${outer ?? ''}[ \\t]+import[ \\t]+(?:\\([^)]*|[^\\n]*)(?<!\\w)${name ?? ''}(?!\\w)`];
  });
  return `^[ \\t]*(?:${[`from[ \\t]+${any}`, `import[ \\t]+(?:[^\\n,]*,[ \\t]*)*${any}`, ...inner].join('|')})`;
}
