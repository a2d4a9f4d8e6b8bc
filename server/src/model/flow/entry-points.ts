import picomatch from 'picomatch';
import type { ConventionRow, Framework } from '@leashlint/rules';
import type { ValueId } from '../../facts.js';
import type { FunctionRef, Origin, Program, ProgramFile, Ref } from '../../program/program.js';
import { memberName, parsePath, parseToken, tokenCovers, tokenText } from '../catalogue/access-path.js';
import type { PathToken } from '../catalogue/access-path.js';
import { baseOrigins } from '../catalogue/base-classes.js';
import type { CatalogueIndex } from '../catalogue/catalogue-index.js';
import type { Convention } from '../catalogue/catalogue-rows.js';
import { pythonPlace, withoutNew } from '../catalogue/python-paths.js';
import { followTokens } from '../catalogue/relative.js';
import { functionsOf } from '../catalogue/row-values.js';
import { holdsFor } from '../catalogue/version-range.js';

/** Callbacks inside callbacks need another round each. */
const ROUNDS = 3;

/**
 * Tells the program what frameworks pass to functions of the project: parameters of route handlers, callbacks and exported
 * entry points get the access paths under which the catalogue lists them as sources or objects. To be called when files
 * are loaded and before anything is asked about flows; calling it again after further files were loaded adds to it.
 */
export function assumeEntryPoints(program: Program, index: CatalogueIndex): void {
  const done = new Set<string>();
  let files = program.files();
  for (let round = 0; round < ROUNDS && files.length > 0; round++) {
    const found = [
      ...files.flatMap((file) => callbackParameters(program, index, file)),
      ...(round === 0 ? conventionParameters(program, index, program.files()) : []),
    ];
    // Assumptions invalidate what the program knows, so that they are made together.
    const fresh = found.filter((item) => !done.has(key(item)));
    for (const item of fresh) {
      done.add(key(item));
      program.assume(item.parameter, item.module, item.path);
    }
    files = [...new Set(fresh.map(({ parameter }) => program.fileOf(parameter)))];
  }
}

/**
 * Does the same for the files that a walk gets to later, as far as it needs it: what conventions pass to functions of the
 * file, and what the calls pass that take the functions around a value as callbacks. To be called with each value reached.
 */
export function createLateEntryPoints(
  program: Program,
  index: CatalogueIndex,
  early: ReadonlySet<ProgramFile>,
): (reached: Ref) => void {
  const seen = new Set<FunctionRef>();
  return (reached) => {
    const file = program.fileOf(reached);
    if (early.has(file)) return;
    const found: Assumption[] = [];
    for (let id: number | undefined = program.value(reached).fn; id !== undefined;) {
      const fn = program.functionRef(file, id);
      if (seen.has(fn)) break;
      seen.add(fn);
      // Every file has one body, which is where each of its functions leads.
      if (id === 0) found.push(...conventionParameters(program, index, [file]));
      for (const use of program.uses(fn))
        if (use.kind === 'argument') found.push(...callbackParametersOf(program, index, file, use.call));
      id = file.facts.functions[id]?.parent;
    }
    for (const item of found) program.assume(item.parameter, item.module, item.path);
  };
}

interface Assumption {
  readonly parameter: Ref;
  readonly module: string;
  readonly path: readonly string[];
}

function key({ parameter, module, path }: Assumption): string {
  return `${String(parameter)} ${module} ${path.join('.')}`;
}

function callbackParameters(program: Program, index: CatalogueIndex, file: ProgramFile): readonly Assumption[] {
  return file.facts.values.flatMap((_, id) => callbackParametersOf(program, index, file, id));
}

function callbackParametersOf(
  program: Program,
  index: CatalogueIndex,
  file: ProgramFile,
  call: ValueId,
): readonly Assumption[] {
  const value = file.facts.values[call];
  if (value?.kind !== 'call' || !value.arguments.some((argument) => mayHoldFunction(file, argument.value))) return [];
  const places = index.callbacks(program.origins(program.ref(file, value.callee)));
  return places.flatMap((place): readonly Assumption[] => {
    const path = [...place.path, ...place.at.map(tokenText), tokenText(place.parameters)];
    return followTokens(program, program.ref(file, call), place.at)
      .values.flatMap(({ ref }) => functionsOf(program, ref))
      .flatMap((fn) => followParameters(program, fn, place.parameters))
      .map((parameter) => ({ parameter, module: place.module, path }));
  });
}

/** Constants and texts are no handlers: most calls need no look. */
function mayHoldFunction(file: ProgramFile, value: number): boolean {
  const kind = file.facts.values[value]?.kind;
  return kind !== 'literal' && kind !== 'template' && kind !== 'regex' && kind !== 'operation';
}

function followParameters(
  program: Program,
  fn: FunctionRef,
  token: ReturnType<typeof parsePath>[number],
): readonly Ref[] {
  if (token.kind !== 'Parameter') return [];
  const file = program.fileOfFunction(fn);
  return program.function(fn).parameters.flatMap((parameter, index) => {
    const asked = token.positions.some(
      (position) =>
        ('first' in position && position.first <= index && index <= position.last) ||
        ('keyword' in position && position.keyword === parameter.name),
    );
    return asked ? [program.ref(file, parameter.value)] : [];
  });
}

function conventionParameters(
  program: Program,
  index: CatalogueIndex,
  files: readonly ProgramFile[],
): readonly Assumption[] {
  return index.conventions.flatMap((convention) =>
    files.flatMap((file) => {
      if (!holds(program, file, convention)) return [];
      return entryFunctions(program, file, convention).flatMap((fn) => parametersOf(program, fn, convention));
    }),
  );
}

function holds(program: Program, file: ProgramFile, { framework, row }: Convention): boolean {
  if (row.file !== undefined && !matcher(row.file)(file.path)) return false;
  const module = framework.modules[0];
  if (row.versions === undefined || module === undefined) return true;
  return holdsFor(row.versions, program.version(file, module), framework, module);
}

const matchers = new Map<string, (path: string) => boolean>();

function matcher(glob: string): (path: string) => boolean {
  let match = matchers.get(glob);
  if (match === undefined) {
    match = picomatch(glob, { dot: true });
    matchers.set(glob, match);
  }
  return match;
}

function parametersOf(
  program: Program,
  fn: FunctionRef,
  { framework, row, module, path }: Convention,
): readonly Assumption[] {
  const file = program.fileOfFunction(fn);
  return program.function(fn).parameters.flatMap((parameter, index) => {
    if (row.parameter !== 'all' && row.parameter !== index) return [];
    const marked =
      row.parameterDecorator === undefined ||
      isDecorated(program, file, parameter.decorators, framework.modules, row.parameterDecorator);
    return marked ? [{ parameter: program.ref(file, parameter.value), module, path }] : [];
  });
}

function entryFunctions(program: Program, file: ProgramFile, { framework, row }: Convention): readonly FunctionRef[] {
  if (row.decorator !== undefined) return decoratedFunctions(program, file, framework.modules, row.decorator);
  if (row.directive !== undefined) return directedFunctions(program, file, row, row.directive);
  if (row.base !== undefined) return inheritedMethods(program, file, framework, row.base, row.method);
  if (row.gives !== undefined) return givingFunctions(program, file, framework, row.gives);
  return row.exports === undefined ? [] : exportedFunctions(program, file, row.exports);
}

/** Exported functions of a file with the directive, and functions that carry it themselves. */
function directedFunctions(
  program: Program,
  file: ProgramFile,
  row: ConventionRow,
  directive: string,
): readonly FunctionRef[] {
  const own = file.facts.functions.flatMap((fn, id) =>
    id > 0 && fn.directives.includes(directive) ? [program.functionRef(file, id)] : [],
  );
  return file.facts.directives.includes(directive) ? [...own, ...exportedFunctions(program, file, row.exports)] : own;
}

/** Functions that a file exports under the names, or under any name. `default.fetch` is a method of the default export. */
function exportedFunctions(
  program: Program,
  file: ProgramFile,
  names: readonly string[] | undefined,
): readonly FunctionRef[] {
  const wanted = names ?? file.facts.exports.map((entry) => (entry.name === '=' ? 'default' : entry.name));
  const functions = wanted.flatMap((name) => {
    const [exported = name, ...members] = name.split('.');
    const tokens = members.map((member) => ({ kind: 'Member', names: [member] }) as const);
    return program
      .exported(file.path, exported, program.ref(file, 0))
      .flatMap((value) => followTokens(program, value, tokens).values)
      .flatMap(({ ref }) => functionsOf(program, ref));
  });
  return [...new Set(functions)];
}

function decoratedFunctions(
  program: Program,
  file: ProgramFile,
  modules: readonly string[],
  decorator: string,
): readonly FunctionRef[] {
  return file.facts.functions.flatMap((fn, id) =>
    isDecorated(program, file, fn.decorators, modules, decorator) ? [program.functionRef(file, id)] : [],
  );
}

/** Whether one of the decorators is the framework's, called or not. */
function isDecorated(
  program: Program,
  file: ProgramFile,
  decorators: readonly ValueId[] | undefined,
  modules: readonly string[],
  decorator: string,
): boolean {
  const names = new Set(parsePath(decorator).flatMap((token) => (token.kind === 'Member' ? token.names : [])));
  return (decorators ?? []).some((value) => {
    const facts = file.facts.values[value];
    const callee = facts?.kind === 'call' ? facts.callee : value;
    return program
      .origins(program.ref(file, callee))
      .some(
        (origin) =>
          origin.kind === 'api' && modules.includes(origin.module) && names.has(memberName(origin.path.at(-1)) ?? ''),
      );
  });
}

/** Methods by which a class of the project overrides what the framework calls. */
function inheritedMethods(
  program: Program,
  file: ProgramFile,
  framework: Framework,
  base: string,
  names: string | readonly string[] | undefined,
): readonly FunctionRef[] {
  const wanted = typeof names === 'string' ? [names] : (names ?? []);
  return file.facts.classes.flatMap((facts) => {
    if (!facts.methods.some(({ name }) => wanted.includes(name))) return [];
    if (!baseOrigins(program, file, facts).some((origin) => isAt(framework, base, origin))) return [];
    return facts.methods
      .filter((method) => wanted.includes(method.name) && !method.static)
      .map((method) => program.functionRef(file, method.function));
  });
}

/** Functions of a module that give what one of the calls makes. */
function givingFunctions(
  program: Program,
  file: ProgramFile,
  framework: Framework,
  calls: readonly string[],
): readonly FunctionRef[] {
  if (!framework.modules.some((module) => file.text.includes(module))) return [];
  return file.facts.functions.flatMap((fn, id) => {
    if (fn.parent !== 0 || fn.class !== undefined || fn.parameters.length === 0) return [];
    const gives = fn.returns.some(
      ({ value }) =>
        value >= 0 &&
        program
          .origins(program.ref(file, value))
          .some((origin) => calls.some((call) => isAt(framework, `${call}.ReturnValue`, origin))),
    );
    return gives ? [program.functionRef(file, id)] : [];
  });
}

/** Whether an origin is at a path of one of the framework's modules. */
function isAt({ language, modules }: Framework, path: string, origin: Origin): boolean {
  if (origin.kind !== 'api') return false;
  const tokens = parsePath(path);
  if (language !== 'python') return includesModule(modules, origin.module) && samePath(tokens, origin.path);
  return modules.some((each) => {
    const place = pythonPlace(each, tokens);
    return place.module === origin.module && samePath(place.tokens, withoutNewTexts(origin.path));
  });
}

function withoutNewTexts(path: readonly string[]): readonly string[] {
  return withoutNew(path.map(parseToken)).map(tokenText);
}

function includesModule(modules: readonly string[], module: string): boolean {
  return modules.some((each) => (each.endsWith('/*') ? module.startsWith(each.slice(0, -1)) : each === module));
}

function samePath(tokens: readonly PathToken[], path: readonly string[]): boolean {
  return (
    tokens.length === path.length && tokens.every((token, index) => tokenCovers(token, parseToken(path[index] ?? '')))
  );
}
