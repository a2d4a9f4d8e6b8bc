import type { Framework, FunctionToolRow } from '@leashlint/rules';
import type { ParameterFacts, TypeFacts } from '../../facts.js';
import type { FunctionRef, Origin, Program, ProgramFile } from '../../program/program.js';
import { parsePath, tokenText } from '../catalogue/access-path.js';
import type { ToolEntry } from '../entries.js';
import { pythonPlace } from '../catalogue/python-paths.js';

type InjectedRow = Pick<FunctionToolRow, 'injected' | 'injectedNames'>;

/** Parameters that the model fills: not those that the framework does, which it knows by their type, a mark or their name. */
export function filledParameters(
  program: Program,
  fn: FunctionRef,
  framework: Framework,
  row: InjectedRow,
): readonly ParameterFacts[] {
  const injected = injectedPaths(framework, row);
  const isInjected = (path: string): boolean =>
    injected.some((known) =>
      typeof known === 'string' ? known === path : path.startsWith(known.in) && path.endsWith(known.end),
    );
  const file = program.fileOfFunction(fn);
  return program
    .function(fn)
    .parameters.filter(
      ({ name, type }) =>
        (name === undefined || row.injectedNames?.includes(name) !== true) &&
        !namesOf(program, file, type).some(isInjected),
    );
}

/** The same as inputs of a tool whose handler gets each argument as a parameter of its own. */
export function filledInputs(
  program: Program,
  handlers: readonly FunctionRef[],
  framework: Framework,
  row: InjectedRow,
): ToolEntry['inputs'] {
  return handlers.flatMap((fn) =>
    filledParameters(program, fn, framework, row).map((parameter) => ({
      parameter: program.ref(program.fileOfFunction(fn), parameter.value),
      keys: [],
      ...(parameter.name !== undefined && !parameter.rest && { field: parameter.name }),
    })),
  );
}

/** Whole paths, or ends of paths in a package for `package/*`. */
function injectedPaths(
  framework: Framework,
  { injected = [] }: InjectedRow,
): readonly (string | { readonly in: string; readonly end: string })[] {
  return injected.flatMap((path) =>
    framework.modules.map((module) => {
      const place = pythonPlace(module.replace(/\/\*$/, ''), parsePath(path));
      const end = place.tokens.map((token) => `.${tokenText(token)}`).join('');
      return module.endsWith('/*') ? { in: `${place.module}.`, end } : place.module + end;
    }),
  );
}

/** What the annotation names: the type, and marks as `InjectedState` or `InjectedState('messages')`. */
function namesOf(program: Program, file: ProgramFile, type: TypeFacts | undefined): readonly string[] {
  const members = (type?.reference?.members ?? []).map((member) => `Member[${member}]`);
  const named = type?.reference === undefined ? [] : program.origins(program.ref(file, type.reference.value));
  const marks = (type?.metadata ?? []).flatMap((mark) => program.origins(program.ref(file, mark)));
  return [...named.flatMap((origin) => pathOf(origin, members)), ...marks.flatMap((origin) => pathOf(origin, []))];
}

function pathOf(origin: Origin, members: readonly string[]): readonly string[] {
  if (origin.kind !== 'api') return [];
  const made = origin.path.filter((token) => token !== 'ReturnValue' && token !== 'Instance');
  return [[origin.module, ...made, ...members].join('.')];
}
