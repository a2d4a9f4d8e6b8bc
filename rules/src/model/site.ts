import type { Span } from './span.js';

/** Places in code that a fix can edit. Spans cover exactly the text that their name says. */

export interface PropertySite {
  readonly name: string;
  /** Key and value (`key: value`, `'key': value`, `key=value`), without the separating comma. */
  readonly span: Span;
  readonly valueSpan: Span;
  /** The value when it is a literal or a resolved constant. */
  readonly literal: string | number | boolean | null | undefined;
}

/**
 * What holds options: an object literal, a dictionary, or the arguments of a call in a language that gives them names. It
 * decides how an option is written there.
 */
export type OptionsForm = 'object' | 'dictionary' | 'arguments';

export interface OptionsSite {
  readonly form: OptionsForm;
  /** From the opening to the closing bracket inclusive; empty for a decorator that is written without arguments. */
  readonly span: Span;
  readonly properties: readonly PropertySite[];
  /** True when a spread, computed key or variable may hold further options: absence then means nothing. */
  readonly open: boolean;
}

export interface ArgumentSite {
  /** The value; without the name of a keyword argument. */
  readonly span: Span;
  /** Among all arguments, however they are given. */
  readonly index: number;
  /** The name of a keyword argument. */
  readonly name: string | undefined;
  /** Parts in order when the argument is a template or concatenation: literal text, or the span of an expression. */
  readonly template: readonly (string | Span)[] | undefined;
  readonly options: OptionsSite | undefined;
  readonly literal: string | number | boolean | null | undefined;
  /** The first literal of a list: the program in `['git', 'log']`. */
  readonly first?: string;
}

export interface CallSite {
  readonly span: Span;
  readonly calleeSpan: Span;
  /** Canonical name: `child_process.exec`. */
  readonly callee: string;
  readonly arguments: readonly ArgumentSite[];
  /** The keyword arguments, in languages that have them. */
  readonly keywords: OptionsSite | undefined;
  readonly awaited: boolean;
  /** True when the call is a statement of its own or its result is not used. */
  readonly unused: boolean;
}

export interface ImportSite {
  readonly module: string;
  readonly span: Span;
  readonly kind: 'esm' | 'require' | 'dynamic';
  readonly typeOnly: boolean;
  /** Local name per imported name; `*` for a namespace, `default` for a default import. */
  readonly names: readonly { readonly imported: string; readonly local: string; readonly span: Span }[];
  /** Between the braces of a named import, where a further name can go; undefined if there are none. */
  readonly namesSpan: Span | undefined;
}

export interface SourceFile {
  readonly path: string;
  /** Folder of the nearest `package.json`; `''` for the root. */
  readonly packageFolder: string;
  readonly language: 'typescript' | 'python' | 'config' | 'workflow';
  /** `client`: runs in a browser by directive, extension point or import; `server`: by directive or import. */
  readonly runtime: 'client' | 'server' | 'unknown';
  /** A test, fixture, example or story by the ecosystem's own conventions (`*.test.ts`, `__tests__`). */
  readonly test: boolean;
  readonly moduleStyle: 'esm' | 'cjs';
  readonly imports: readonly ImportSite[];
  /** Where a new import statement can be inserted: after directives and existing imports, at the start of a line. */
  readonly importOffset: number;
  readonly eol: '\n' | '\r\n';
  /** Module-level and other declared names, to avoid collisions. */
  readonly declaredNames: ReadonlySet<string>;
}
