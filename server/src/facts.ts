/**
 * FileFacts: everything the engine knows about one file. A pure function of the file's text, compact, JSON-serialisable
 * and free of syntax trees and language names, so that linking, data flow, caching and workers need nothing else.
 *
 * Values form a graph in SSA style: one `Value` per expression, referred to by its index. A variable read has no value
 * of its own: it is the value that the variable holds there (a `phi` after branches and in loops; a `cell` when closures
 * share a variable that is reassigned). Reading the same property of the same value twice, with no write between, gives
 * the same `member` value, so a test of `args.path` and a later use of `args.path` meet.
 */

/** Index into `FileFacts.values`. */
export type ValueId = number;
/** Index into `FileFacts.functions`; 0 is the module body. */
export type FunctionId = number;
/** Index into `FileFacts.classes`. */
export type ClassId = number;
/** Index into `FileFacts.conditions`; -1 is "always". */
export type ConditionId = number;
/** Index into `FileFacts.loops`; -1 is "in no loop". */
export type LoopId = number;
/** [start, end) in UTF-16 code units. */
export type Range = readonly [start: number, end: number];

/** The name of methods that iteration calls: `[Symbol.iterator]`, `[Symbol.asyncIterator]`, `__iter__`. */
export const ITERATOR = '@@iterator';

export interface FileFacts {
  readonly language: 'typescript' | 'python' | 'config' | 'workflow';
  readonly values: readonly Value[];
  readonly functions: readonly FunctionFacts[];
  readonly classes: readonly ClassFacts[];
  readonly conditions: readonly Condition[];
  readonly loops: readonly LoopFacts[];
  readonly stores: readonly StoreFacts[];
  readonly imports: readonly ImportFacts[];
  readonly exports: readonly ExportFacts[];
  /** Names that `from module import *` takes where the module lists them in `__all__`. */
  readonly starNames?: readonly string[];
  /** `use client`, `use server` and the like at module level. */
  readonly directives: readonly string[];
  /** Names declared anywhere in the file. */
  readonly declaredNames: readonly string[];
  readonly moduleStyle: 'esm' | 'cjs';
  /** Where a new import statement may be inserted. */
  readonly importOffset: number;
  readonly problems: readonly ProblemFacts[];
}

export interface ProblemFacts {
  readonly message: string;
  readonly range: Range;
}

interface ValueBase {
  readonly range: Range;
  /** The function whose body evaluates the value. */
  readonly fn: FunctionId;
}

export type Value = ValueBase &
  (
    | LiteralValue
    | RegexValue
    | TemplateValue
    | ObjectValue
    | ArrayValue
    | FunctionValue
    | ClassValue
    | ImportValue
    | GlobalValue
    | ParameterValue
    | ThisValue
    | MemberValue
    | ElementValue
    | CallValue
    | AwaitValue
    | PhiValue
    | CellValue
    | OperationValue
    | IterationValue
    | JsxValue
    | RestValue
    | UnknownValue
  );

export interface LiteralValue {
  readonly kind: 'literal';
  /** `undefined` is the literal `undefined`. */
  readonly value: string | number | boolean | null | undefined;
}
export interface RegexValue {
  readonly kind: 'regex';
  readonly pattern: string;
  readonly flags: string;
}
/** A template string, a concatenation with `+` of which a part is a string, or a tagged template. */
export interface TemplateValue {
  readonly kind: 'template';
  readonly parts: readonly (string | ValueId)[];
  /** Where each part stands in the text; same length as `parts`. */
  readonly ranges?: readonly Range[];
  readonly tag?: ValueId;
  /** True for a tagged template and a template literal, false for a concatenation. */
  readonly literal: boolean;
}
export interface ObjectValue {
  readonly kind: 'object';
  /** In source order; later entries win. */
  readonly entries: readonly ObjectEntry[];
}
export type ObjectEntry =
  | {
      readonly key: string;
      readonly value: ValueId;
      readonly range: Range;
      readonly keyRange: Range;
      readonly accessor?: true;
    }
  | { readonly computed: ValueId; readonly value: ValueId; readonly range: Range }
  | { readonly spread: ValueId; readonly range: Range };
export interface ArrayValue {
  readonly kind: 'array';
  readonly items: readonly ArrayItem[];
}
/**
 * `range` is where the item is written, which for a variable is not where its value was made. `condition` is what holds for the
 * elements that a comprehension takes.
 */
export type ArrayItem =
  | { readonly value: ValueId; readonly range?: Range; readonly condition?: ConditionId }
  | { readonly spread: ValueId; readonly range?: Range };
export interface FunctionValue {
  readonly kind: 'function';
  readonly function: FunctionId;
}
export interface ClassValue {
  readonly kind: 'class';
  readonly class: ClassId;
}
/** A binding that an import creates. `name` is `*` for the namespace and `default` for the default export. */
export interface ImportValue {
  readonly kind: 'import';
  readonly module: string;
  readonly name: string;
}
/** A name that no declaration of the file binds: `process`, `fetch`, `eval`. */
export interface GlobalValue {
  readonly kind: 'global';
  readonly name: string;
}
export interface ParameterValue {
  readonly kind: 'parameter';
  /** The function that declares it. */
  readonly function: FunctionId;
  readonly index: number;
}
/** `this`, and `super` in a method, whose members are those of the class above. */
export interface ThisValue {
  readonly kind: 'this';
  readonly class: ClassId | undefined;
  readonly super?: true;
}
export interface MemberValue {
  readonly kind: 'member';
  readonly object: ValueId;
  readonly key: string;
}
/** Computed access: `object[key]`. */
export interface ElementValue {
  readonly kind: 'element';
  readonly object: ValueId;
  readonly key: ValueId;
}
export interface CallValue {
  readonly kind: 'call';
  readonly callee: ValueId;
  readonly arguments: readonly ArgumentFacts[];
  /** True for `new`. */
  readonly construct: boolean;
  /** What is known to hold when the call runs. */
  readonly condition: ConditionId;
  readonly loop: LoopId;
  readonly calleeRange: Range;
  /** The result is neither used nor returned. */
  readonly unused: boolean;
}
export interface ArgumentFacts {
  readonly value: ValueId;
  readonly range: Range;
  readonly spread?: true;
  /** Keyword argument (Python); `**` for a spread object of such arguments. */
  readonly name?: string;
}
export interface AwaitValue {
  readonly kind: 'await';
  readonly value: ValueId;
}
/** One of several values: after branches, in loops, `a ? b : c`, `a || b`, `a ?? b`, a parameter and its default. */
export interface PhiValue {
  readonly kind: 'phi';
  readonly inputs: readonly ValueId[];
  /** What is known to hold on each input's way; same length as `inputs`. */
  readonly conditions: readonly ConditionId[];
}
/** A variable that closures share and that is assigned more than once: any of its writes. */
export interface CellValue {
  readonly kind: 'cell';
  readonly name: string;
  readonly writes: readonly ValueId[];
}
/** Any other operator. The result is a new primitive: `===`, `!`, `typeof`, `-`, `<`, `in`, `and`, `or`, `not`. */
export interface OperationValue {
  readonly kind: 'operation';
  /** `&&`, `||` and `!` appear as `and`, `or`, `not` only inside conditions. */
  readonly operator: string;
  readonly inputs: readonly ValueId[];
}
/** An element of an iterable: the variable of `for (const x of xs)`; index destructuring is a `member` with key "0". */
export interface IterationValue {
  readonly kind: 'iteration';
  readonly of: ValueId;
}
export interface JsxValue {
  readonly kind: 'jsx';
  /** An intrinsic element's name, or the component. */
  readonly tag: string | ValueId;
  readonly attributes: readonly ObjectEntry[];
  readonly children: readonly ValueId[];
}
/** `...rest` of a destructuring pattern: `of` without `except`. */
export interface RestValue {
  readonly kind: 'rest';
  readonly of: ValueId;
  readonly except: readonly string[];
}
/** Anything else; `inputs` are the values it was made of. */
export interface UnknownValue {
  readonly kind: 'unknown';
  readonly inputs: readonly ValueId[];
}

export interface FunctionFacts {
  readonly name: string | undefined;
  readonly range: Range;
  readonly bodyRange: Range | undefined;
  readonly nameRange: Range | undefined;
  /** The enclosing function; undefined for the module body. */
  readonly parent: FunctionId | undefined;
  readonly class: ClassId | undefined;
  readonly kind: 'module' | 'function' | 'arrow' | 'method' | 'constructor' | 'getter' | 'setter' | 'static-block';
  readonly async: boolean;
  readonly generator: boolean;
  readonly parameters: readonly ParameterFacts[];
  /** Every way out that gives a value, the end of the body included (value -1) when it is reachable. */
  readonly returns: readonly ReturnFacts[];
  readonly yields: readonly ValueId[];
  /** What the function is declared to give. */
  readonly returnType?: TypeFacts;
  /** Values thrown. */
  readonly throws: readonly { readonly value: ValueId; readonly condition: ConditionId }[];
  /** Call values in evaluation order, nested functions excluded. */
  readonly calls: readonly ValueId[];
  /** The condition in force where the function is created; the conditions of its body continue from it. */
  readonly condition: ConditionId;
  readonly directives: readonly string[];
  /** Blocks whose exceptions are caught, in order of their ends; absent if there are none. */
  readonly handlers?: readonly HandlerFacts[];
  readonly decorators: readonly ValueId[];
  /** The literal that documents the function (Python). */
  readonly docstring?: ValueId;
}

/** `try { guarded } catch { handler }`; Python's `except` clauses are one handler each. */
export interface HandlerFacts {
  readonly guarded: Range;
  readonly handler: Range;
  /** Whether control can get from the handler to what follows it: no return, throw or jump ends every way through it. */
  readonly continues: boolean;
}

export interface ParameterFacts {
  readonly name: string | undefined;
  /** The `parameter` value. */
  readonly value: ValueId;
  /** Takes all further arguments: by position, or by name with `keywords`. */
  readonly rest: boolean;
  readonly keywords?: true;
  readonly default: ValueId | undefined;
  readonly type: TypeFacts | undefined;
  /** Absent if there are none. */
  readonly decorators?: readonly ValueId[];
}

export interface ReturnFacts {
  /** -1: returns nothing. */
  readonly value: ValueId | -1;
  readonly condition: ConditionId;
}

/**
 * A type annotation as far as it carries facts. `reference`: the value that the head of the type name resolves to
 * (an import, a class) and the members after it; `literals`: a union of literals.
 */
export interface TypeFacts {
  readonly reference: { readonly value: ValueId; readonly members: readonly string[] } | undefined;
  readonly literals: readonly (string | number | boolean | null)[] | undefined;
  readonly primitive: 'string' | 'number' | 'boolean' | undefined;
  readonly arguments: readonly TypeFacts[];
  /** Properties of an inline object type. */
  readonly members: Readonly<Record<string, TypeFacts>> | undefined;
  /** Values that an annotation attaches to the type: `Annotated[str, Field(…)]`. */
  readonly metadata?: readonly ValueId[];
}

export interface ClassFacts {
  readonly name: string | undefined;
  readonly range: Range;
  readonly value: ValueId;
  /** A `this` value that stands for any instance. */
  readonly instance?: ValueId;
  readonly superClass: ValueId | undefined;
  /** Further classes that it extends, in order (Python); absent if there are none. */
  readonly mixins?: readonly ValueId[];
  readonly methods: readonly { readonly name: string; readonly function: FunctionId; readonly static: boolean }[];
  /** Property initialisers. Writes to `this.x` are stores. */
  readonly fields: readonly FieldFacts[];
  readonly constructorFunction: FunctionId | undefined;
  readonly decorators: readonly ValueId[];
  readonly docstring?: ValueId;
}

export interface FieldFacts {
  readonly name: string;
  readonly value: ValueId | undefined;
  readonly static: boolean;
  readonly type: TypeFacts | undefined;
}

/**
 * Something that holds at a place, as a list linked through `parent`. `holds` says whether `test` is true or false
 * there. With `completed` the call has returned without throwing.
 */
export type Condition =
  | { readonly parent: ConditionId; readonly test: ValueId; readonly holds: boolean }
  | { readonly parent: ConditionId; readonly completed: ValueId }
  /** Control came here on one of several ways: what holds at the end of one of them holds, each of which goes on from `parent`. */
  | { readonly parent: ConditionId; readonly either: readonly ConditionId[] }
  /** A loop has come to its end: for each `element` what holds at the end of a round held. */
  | { readonly parent: ConditionId; readonly element: ValueId; readonly round: ConditionId };

/** The value that a condition is about by itself: the test, or the call that has returned. */
export function askedIn(condition: Condition): ValueId | undefined {
  if ('test' in condition) return condition.test;
  return 'completed' in condition ? condition.completed : undefined;
}

export interface LoopFacts {
  readonly kind: 'while' | 'do' | 'for' | 'of' | 'in';
  readonly range: Range;
  readonly parent: LoopId;
  readonly fn: FunctionId;
  /** The loop's test; undefined for `for (;;)` and iteration. */
  readonly test: ValueId | undefined;
  /** What is iterated. */
  readonly of: ValueId | undefined;
  /** Conditions under which the loop is left by break, return or throw. */
  readonly exits: readonly ConditionId[];
  /** The same in handlers of exceptions: `range` is the block whose failure leads there. Absent if there are none. */
  readonly failures?: readonly { readonly condition: ConditionId; readonly range: Range }[];
}

/** A write to a property: `object.key = value`, `object[key] = value`. */
export interface StoreFacts {
  readonly object: ValueId;
  /** A string, or the value of a computed key. */
  readonly key: string | ValueId;
  readonly value: ValueId;
  readonly condition: ConditionId;
  readonly range: Range;
  /** The written-to expression. */
  readonly targetRange: Range;
  readonly fn: FunctionId;
}

export interface ImportFacts {
  readonly module: string;
  readonly range: Range;
  readonly kind: 'esm' | 'require' | 'dynamic';
  readonly typeOnly: boolean;
  readonly names: readonly { readonly imported: string; readonly local: string; readonly range: Range }[];
  readonly namesRange: Range | undefined;
}

export type ExportFacts =
  /** `export const name = …`, `export default …`, `module.exports = …` (name `=`), `exports.name = …`. */
  | { readonly name: string; readonly value: ValueId }
  /** `export { imported as name } from module`; name `*` re-exports everything. */
  | { readonly name: string; readonly module: string; readonly imported: string };
