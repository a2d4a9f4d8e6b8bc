import type { Tree } from '../../../../server/src/frontends/python/tree.js';
import type { Definition, Module, Scope, Source } from './modules.js';

/** What an expression or annotation may stand for. Several things are alternatives; none means that there is no such thing. */
export type Reached = readonly Thing[];

export type Thing =
  | { readonly kind: 'module'; readonly module: Module }
  | { readonly kind: 'class' | 'instance'; readonly of: PythonClass; readonly bound: Bindings }
  | {
      readonly kind: 'function';
      readonly fn: PythonFunction;
      readonly self: Thing | undefined;
      readonly bound: Bindings;
    }
  | { readonly kind: 'callable'; readonly parameters: readonly Reached[] | undefined; readonly result: Reached }
  | { readonly kind: 'list' | 'dict'; readonly element: Reached }
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  /** From a package that is not there: `typing.Any`, `httpx.Client`, `builtins.str`. */
  | { readonly kind: 'external'; readonly name: string; readonly instance: boolean }
  /** Something that may or may not be there: the types do not say. */
  | { readonly kind: 'unknown' };

/** Type variables by name. */
export type Bindings = ReadonlyMap<string, Reached>;

export interface PythonClass {
  readonly name: string;
  readonly node: Tree;
  readonly decorators: readonly Tree[];
  readonly env: Environment;
  readonly scope: Scope;
  /** Values of its type variables, by the order of its parameters. */
  readonly bind: (args: readonly Reached[]) => Bindings;
}

export interface PythonFunction {
  readonly name: string;
  readonly node: Tree;
  readonly decorators: readonly Tree[];
  readonly env: Environment;
}

/** Where names are looked up. */
export interface Environment {
  readonly source: Source;
  /** The function that is being read, and what its body declares. */
  readonly frame: { readonly fn: PythonFunction; readonly scope: Scope; readonly self: Thing | undefined } | undefined;
  /** The class whose body is being read. */
  readonly inClass: Scope | undefined;
  readonly outer: Environment | undefined;
  readonly self: Thing | undefined;
  readonly bound: Bindings;
}

/** What a name leads to, before it is read as a type or as a value. */
export type Located =
  | { readonly kind: 'definition'; readonly name: string; readonly definition: Definition; readonly env: Environment }
  | { readonly kind: 'module'; readonly module: Module }
  | { readonly kind: 'external'; readonly name: string }
  | { readonly kind: 'things'; readonly things: Reached };

export const nothing: Reached = [];
export const unknown: Reached = [{ kind: 'unknown' }];
export const anything: Reached = [{ kind: 'external', name: 'typing.Any', instance: true }];
export const noBindings: Bindings = new Map();

export const builtin = (name: string): Reached => [{ kind: 'external', name: `builtins.${name}`, instance: true }];

/** All alternatives. What is there hides that something else might be. */
export function union(alternatives: readonly Reached[]): Reached {
  const all = alternatives.flat();
  const known = all.filter(({ kind }) => kind !== 'unknown');
  return known.length > 0 ? known : all.slice(0, 1);
}

/** Types of the language whose members are known not to matter here. */
export function isClosed(name: string): boolean {
  return /^builtins\.(?:str|bytes|int|float|bool|complex|None|object|type|property)$/.test(name);
}
