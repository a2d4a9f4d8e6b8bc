import { modelAddressPattern, type Framework } from '@leashlint/rules';
import { alternatives, exportedNames, keyPattern, NEVER, sinkPaths } from './prefilter-patterns.js';
import type { Prefilter } from './prefilter.js';

/** The prefilter for Python files: the same reasons, in the syntax of Python's imports. */
export function createPythonPrefilter(frameworks: readonly Framework[], secretPatterns: readonly string[]): Prefilter {
  const python = frameworks.filter(({ language }) => language === 'python');
  const ai = python.filter((framework) => framework.ai);
  const secret = keyPattern(secretPatterns);
  const aiOnly = new RegExp(importOf(ai.flatMap(({ modules }) => modules)), 'm');
  const modelAddress = new RegExp(modelAddressPattern);
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
  const loads = loaderTest(python);
  return {
    trigger(text) {
      if (aiOnly.test(text) || modelAddress.test(text)) return 'ai';
      if (keyOnly.test(text)) return 'secret';
      if ((declaresTool(text) || MODEL.test(text)) && action.test(text)) return 'ai';
      return loads(text) ? 'loader' : undefined;
    },
    mayHoldKey: (text) => keyOnly.test(text),
    mayAct: (text) => action.test(text),
    isAiModule: (specifier) => aiOnly.test(`import ${specifier}`),
    usesAiName: (text) => aiNames.test(text),
  };
}

/** `@tool`, `@agent.tool(…)`, `@tool_api`, `class Shell(Tool)`. */
const TOOL = /^[ \t]*@(?:[\w.]+\.)?(?:\w+_)?tool(?:_\w+)?(?!\w)|^class[ \t]+\w*Tool(?!\w)/m;
const DESCRIBED = /^[ \t]+(?:description[ \t]*[:=]|def[ \t]+description(?!\w))/m;
const RUN = /^[ \t]+(?:async[ \t]+)?def[ \t]+(?:_?a?run|_?a?execute|call|__call__|a?invoke|forward|use)(?!\w)/m;

/** `class BaseLLM:`, `llm: ChatModel` */
const MODEL = /(?:^class[ \t]+|:[ \t]*['"]?)\w*(?:LLM|ChatModel|LanguageModel)(?!\w)/m;

/** Whether a file may declare tools or ask models of a framework that nobody knows. */
function declaresTool(text: string): boolean {
  return TOOL.test(text) || (DESCRIBED.test(text) && RUN.test(text));
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

/** Whether a file calls one of the rows' unsafe deserializers: it imports the module, has the name before a bracket and the option, if it takes one. */
function loaderTest(frameworks: readonly Framework[]): (text: string) => boolean {
  const tests = frameworks.flatMap(({ ai, modules, deserializers = [] }) =>
    ai
      ? []
      : deserializers.map(({ module, call, when }) => ({
          imported: new RegExp(importOf(module === undefined ? modules : [module]), 'm'),
          called: new RegExp(`(?<!\\w)(?:${alternatives(lastNames(call))})[ \\t]*\\(`),
          option: when === undefined || when.absent === true ? undefined : /(\w+)\]$/.exec(when.at)?.[1],
          word: module ?? '',
        })),
  );
  return (text) =>
    tests.some(
      ({ imported, called, option, word }) =>
        text.includes(word) &&
        (option === undefined || text.includes(option)) &&
        called.test(text) &&
        imported.test(text),
    );
}

function lastNames(path: string): readonly string[] {
  return [...path.matchAll(/Member\[([\w,]+)\]/g)].at(-1)?.[1]?.split(',') ?? [];
}
