import type { AppModel } from '../model/app.js';
import type { OptionsForm } from '../model/site.js';
import type { Skip } from './brackets.js';
import { fileText, importStyle } from './file-text.js';
import { pythonCode } from './python-code.js';
import { typescriptCode } from './typescript-code.js';

/** Text as it is meant, or the code of an expression whose value stands there. */
export type TemplatePiece = string | { readonly code: string };

/** How a language writes what fixes put into code. Texts are given as they are meant, not as they are written. */
export interface CodeLanguage {
  readonly name: 'typescript' | 'python';
  /** A string literal in the quotes that the file uses. */
  text(value: string): string;
  /** A literal that may take several lines. */
  longText(value: string): string;
  /** A text with expressions in it; undefined if one of them cannot stand in such a text. */
  template(pieces: readonly TemplatePiece[]): string | undefined;
  /** The text of any value: `String(x)`. */
  toText(code: string): string;
  /** The items of a list among others: `...x`. */
  spread(code: string): string;
  /** The list whose items an expression joins with spaces; undefined for any other expression. */
  joinedList(code: string): string | undefined;
  /** A list of expressions. */
  list(items: readonly string[]): string;
  /** An object or dictionary of a few entries on one line. */
  record(entries: Readonly<Record<string, string>>): string;
  truth(value: boolean): string;
  option(form: OptionsForm, name: string, value: string): string;
  /** Code of the catalogue with the quotes that the file uses. */
  inStyle(code: string): string;
  /** Index after the string or comment that starts at `index`, or `index` itself. */
  readonly skip: Skip;
}

/** The language of a file of code; undefined for configuration. */
export function codeLanguage(app: AppModel, path: string): CodeLanguage | undefined {
  switch (app.files.get(path)?.language) {
    case 'typescript':
      return typescriptCode(importStyle(app, path).quote);
    case 'python':
      return pythonCode(fileText(app, path));
    default:
      return undefined;
  }
}
