import type { Framework, SanitizerRow, SinkKind } from '@leashlint/rules';
import type { EffectiveConfig } from '../config/config.js';
import type { Program } from '../program/program.js';

/** A function named in the configuration: `src/safe.ts#confine` of the project, `shell-quote#quote` of a package. */
interface NamedFunction {
  readonly module: string;
  /** Access path from the module. */
  readonly path: readonly string[];
  /** The module is a file of the project. */
  readonly project: boolean;
}

/** The configured sanitizers and guards as rows of a framework of their own; undefined if there are none. */
export function configFramework(config: EffectiveConfig): Framework | undefined {
  const sanitizers = config.sanitizers.map(located);
  const guards = config.guards.map((guard) => ({ ...located(guard), argument: 'Argument[0]', how: guard.how }));
  if (sanitizers.length + guards.length === 0) return undefined;
  return {
    id: 'configuration',
    title: 'Configuration',
    language: 'javascript',
    modules: [...new Set([...sanitizers, ...guards].map(({ module }) => module))],
    ai: false,
    checkedAgainst: {},
    sanitizers,
    guards,
  };
}

function located({ name, cleans }: EffectiveConfig['sanitizers'][number]): SanitizerRow & { readonly module: string } {
  const { module, path } = namedFunction(name);
  // The kinds of sinks were checked when the configuration was read.
  return { module, call: path.join('.'), cleans: cleans as readonly SinkKind[] | 'all' };
}

/** Lets the project's own functions that the configuration names be found under their access paths. */
export function nameProjectFunctions(program: Program, config: EffectiveConfig): void {
  for (const { name } of [...config.sanitizers, ...config.guards]) {
    const { module, path, project } = namedFunction(name);
    const file = project ? program.load(module) : undefined;
    const exported = file?.facts.exports.find((entry) => `Member[${entry.name}]` === path[0] && 'value' in entry);
    if (file === undefined || exported === undefined || !('value' in exported)) continue;
    program.assume(program.ref(file, exported.value), module, path);
  }
}

function namedFunction(name: string): NamedFunction {
  const [module = '', member = 'default'] = name.split('#', 2);
  return {
    module: module.replace(/^\.\//, ''),
    path: member.split('.').map((part) => `Member[${part}]`),
    project: /\.[cm]?[jt]sx?$/.test(module),
  };
}
