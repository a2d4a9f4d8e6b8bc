import type { Span } from '@leashlint/rules';
import type { FileFacts, FunctionFacts, StoreFacts, TypeFacts, Value } from '../facts.js';
import type { Reach } from './callers.js';
import type { FieldWrite, FunctionUse } from './file-index.js';
import type { Lock } from './locks/locked-package.js';
import type { KeyedStore } from './stores-by-key.js';

/**
 * A value of the whole program: the file's base + value id. Small integers, so that they are cheap keys.
 * `Program` is the only one that packs and unpacks them.
 */
export type Ref = number;
/** A function of the whole program, packed like `Ref`. */
export type FunctionRef = number;

/** What a value resolves to when aliases, calls of project functions, parameters and fields are followed. */
export type Origin =
  /** Something that a package or the runtime provides, by access path: `{ module: 'openai', path: ['Member[default]', 'Instance'] }`. */
  | { readonly kind: 'api'; readonly module: string; readonly path: readonly string[]; readonly at: Ref }
  /** A literal, template, object, array, function, class, regex, jsx, operation or project class instance: `at` is its defining value. */
  | { readonly kind: 'value'; readonly at: Ref }
  /** The namespace of a project file: `import * as x from './x.js'`, `require('./x')`. */
  | { readonly kind: 'module'; readonly path: string; readonly at: Ref }
  /** A parameter without a known caller, an unresolvable import, a bound that was reached. */
  | { readonly kind: 'unknown'; readonly at: Ref };

/** What a program needs of the world. Paths are relative to the root with `/`; every call is synchronous. */
export interface ProgramHost {
  /** Text and facts of a file; undefined if there is none or it cannot be analysed. */
  lower(path: string): { readonly text: string; readonly facts: FileFacts } | undefined;
  exists(path: string): boolean;
  read(path: string): string | undefined;
  /** What the text of a file is as JSON; undefined if it is none. */
  json?(path: string): unknown;
  /** Every `package.json` of the workspace outside `node_modules`, sorted. */
  manifests(): readonly string[];
  /** Packages of the workspace by name, with their folders; of two with one name, the first. */
  workspacePackages?(): ReadonlyMap<string, string>;
  /** Whether a file's text has a name that it may export, or passes on what other files export. */
  mayExport?(path: string, name: string): boolean;
  /** Whether a file's text shows that a name it exports is a function that the file declares. */
  declaresFunction?(path: string, name: string): boolean;
  /** Files whose import specifiers may resolve to this one; with `names`, only those that mention one of them or may pass them on unseen. */
  importersOf(path: string, names?: readonly string[]): readonly string[];
  /** Python files whose text shows a write to a property of this name. */
  writersOf?(name: string): readonly string[];
  /** Folders of the workspace that hold a Python project: a `pyproject.toml`, `setup.py` or `setup.cfg`. */
  pythonProjects?(): readonly string[];
  /** Manifests in which people say which packages they need, sorted. */
  dependencyManifests?(): readonly string[];
  /** What a lock file says about some packages; undefined if there is none. */
  lock?(path: string, names: readonly string[]): Lock | undefined;
  /** Packages that the catalogue describes, by their names on PyPI. */
  frameworkPackages?(): ReadonlySet<string>;
}

/** Linked facts of many files. Follows imports lazily: a file is lowered when something leads into it. */
export interface Program {
  /** Files lowered so far, in a stable order. */
  files(): readonly ProgramFile[];
  /** Grows whenever a file or an assumption is added: answers that were given before may have been less. */
  revision(): number;
  /** A loaded file. */
  file(path: string): ProgramFile | undefined;
  /** Loads a file if it is not yet. */
  load(path: string): ProgramFile | undefined;
  fileOf(ref: Ref): ProgramFile;
  value(ref: Ref): Value;
  ref(file: ProgramFile, value: number): Ref;
  functionRef(file: ProgramFile, fn: number): FunctionRef;
  fileOfFunction(fn: FunctionRef): ProgramFile;
  function(fn: FunctionRef): FunctionFacts;
  /** The function whose body evaluates the value. */
  functionOf(ref: Ref): FunctionRef;
  span(ref: Ref): Span;
  spanOfRange(file: ProgramFile, range: readonly [number, number]): Span;

  /** Alias resolution: never goes through operations that make a new value. At most `bound` origins, then `unknown`. */
  origins(ref: Ref): readonly Origin[];
  /** `origins` as literals; undefined unless every origin is a literal. */
  literals(ref: Ref): readonly (string | number | boolean | null | undefined)[] | undefined;
  /** The one object literal that a value resolves to. */
  object(ref: Ref): Ref | undefined;
  /** Value of a property of an object value, spreads of known objects and later stores included. `open` when a further property may exist. */
  property(object: Ref, key: string): { readonly values: readonly Ref[]; readonly open: boolean };
  /**
   * Whether a value is imported from a file that is not loaded and declares it as a function: there is no need to load the file
   * to know that it is nothing that a package provides.
   */
  isFunctionElsewhere(ref: Ref): boolean;
  /** Functions that a value may be. */
  functions(ref: Ref): readonly FunctionRef[];
  /** Project functions that a call may run, with the number of leading arguments that are bound already. */
  callees(call: Ref): readonly FunctionRef[];
  /** Calls that may run the function, in the loaded files or also in those that import it. */
  callers(fn: FunctionRef, reach: Reach): readonly Ref[];
  /** Whether a function has too many callers or importers for all of them to be looked for. */
  hasMoreCallers(fn: FunctionRef): boolean;
  /** JSX elements of the loaded files that render a component of the project. */
  renderings(component: FunctionRef): readonly Ref[];
  /** Calls of lists, events and promises that get the function as a callback, also by reference: `this.handle.bind(this)`. */
  handedTo(fn: FunctionRef): readonly { readonly call: Ref; readonly index: number }[];
  /** Calls of a method or import of this name in the loaded files. */
  callsNamed(name: string): readonly Ref[];
  /** Loads the files that import a file and mention the name. */
  loadUsers(path: string, name: string): void;
  /** The topmost project class above a resolved instance: equal for objects that share their methods. */
  rootClass(origin: Origin): number | undefined;
  /** Gives a value (a handler's parameter) an api origin that its declaration does not show: what a framework passes to it. */
  assume(ref: Ref, module: string, path: readonly string[]): void;
  /** Values that an import stands for; `namespace` is the project file whose namespace it is. */
  imported(
    at: Ref,
    module: string,
    name: string,
  ): { readonly refs: readonly Ref[]; readonly namespace: string | undefined };
  /** Values that a project file exports under a name. */
  exported(path: string, name: string, at: Ref): readonly Ref[];
  /** Where a function value stands: as an argument of a call, under a name. */
  uses(fn: FunctionRef): readonly FunctionUse[];
  /** Writes to properties of exactly this value, in its file. */
  stores(ref: Ref): readonly StoreFacts[];
  /** Writes to properties of this name in the loaded files, of whatever object; first loads the few files that seem to have more. */
  storesNamed(key: string): readonly KeyedStore[];
  /** Calls that add to exactly this value: `list.push(x)`. */
  additions(ref: Ref): readonly Ref[];
  /** Arguments that known callers pass for a parameter. */
  parameterInputs(parameter: Ref): readonly Ref[];
  /** Calls whose callee is exactly this parameter. */
  callsOf(parameter: Ref): readonly Ref[];
  /** Calls of its file that get this object, list, parameter or `this` as an argument. */
  passed(ref: Ref): readonly { readonly call: Ref; readonly index: number }[];
  /** Writes into what a field of an instance of a project class holds: `this.list.push(x)` for the key `list`. */
  fieldWrites(instance: Origin, key: string): readonly { readonly file: ProgramFile; readonly write: FieldWrite }[];
  /** A value that stands for any instance of the project class that an annotation names. */
  instanceOf(file: ProgramFile, type: TypeFacts): Ref | undefined;
  /** Values of a member of a resolved value: of an object, class instance, `this`, namespace. */
  members(origin: Origin, key: string, at: Ref): { readonly values: readonly Ref[]; readonly open: boolean };
  /** Canonical dotted name of an api origin for people: `child_process.exec`, `stripe.refunds.create`. */
  displayName(origin: Origin): string;
  /** Installed or declared version of the package that a file gets for a module specifier. */
  version(file: ProgramFile, module: string): string | undefined;
  /** Folder of the package that a file belongs to; `''` for the root. */
  packageFolder(path: string): string;
  /** Text of a file that need not be code. */
  read(path: string): string | undefined;
  /** Manifests in which people say which packages they need, sorted. */
  dependencyManifests(): readonly string[];
  /** What a lock file says about some packages; undefined if there is none. */
  lock(path: string, names: readonly string[]): Lock | undefined;
  /** Version of a package of npm that lies in `node_modules` for a file. */
  installed(file: string, name: string): string | undefined;
}

export interface ProgramFile {
  readonly path: string;
  readonly index: number;
  /** The first of the numbers that its values, functions and classes have in the program. */
  readonly base: number;
  readonly text: string;
  readonly facts: FileFacts;
}
