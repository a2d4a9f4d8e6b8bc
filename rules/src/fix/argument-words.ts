import type { AppModel } from '../model/app.js';
import type { Span } from '../model/span.js';
import type { CodeLanguage, TemplatePiece } from './code-language.js';
import { programsWithOptions } from './option-programs.js';
import type { TemplatePart } from './source-scan.js';

export interface CommandWords {
  /** The program as a string literal. */
  readonly program: string;
  /** Expressions for the arguments. */
  readonly arguments: readonly string[];
}

/**
 * Splits a shell command into a program and arguments as a shell would. Undefined if the program is not literal or the
 * command needs a shell: pipes, redirections, variables, globs. An expression counts as one word; `strings` are
 * the expressions that are known to be strings.
 */
export function argumentWords(
  app: AppModel,
  language: CodeLanguage,
  parts: readonly TemplatePart[],
  strings: readonly Span[],
): CommandWords | undefined {
  const [program, ...rest] = shellWords(parts) ?? [];
  const name = program === undefined ? undefined : literalText(program);
  if (name === undefined || name === '' || name.includes('=')) return undefined;
  const words = optionsEnd(name, rest);
  if (programsWithOptions.has(name) && mayHoldOptions(words)) return undefined;
  const given = words.map((entry) => expression(app, language, entry, strings));
  return given.every((code) => code !== undefined) ? { program: language.text(name), arguments: given } : undefined;
}

/** Undefined if only a shell understands the command. */
function shellWords(parts: readonly TemplatePart[]): readonly (readonly TemplatePart[])[] | undefined {
  const words: TemplatePart[][] = [];
  let word: TemplatePart[] | undefined;
  let quote = '';
  for (const part of parts) {
    if (typeof part !== 'string') {
      word = [...(word ?? []), part];
      continue;
    }
    for (const char of part) {
      if (quote !== '') {
        if (char === quote) quote = '';
        else if (quote === '"' && '$`\\'.includes(char)) return undefined;
        else word = [...(word ?? []), char];
      } else if (char === '"' || char === "'") {
        quote = char;
        word ??= [];
      } else if (/\s/.test(char)) {
        if (word !== undefined) words.push(word);
        word = undefined;
        if (char === '\n') return undefined;
      } else if ('|&;<>$`\\()*?[]{}~#!'.includes(char)) return undefined;
      else word = [...(word ?? []), char];
    }
  }
  if (quote !== '') return undefined;
  if (word !== undefined) words.push(word);
  return words;
}

/** git takes what follows `--end-of-options` as an operand even if it starts with a dash. */
function optionsEnd(
  program: string,
  words: readonly (readonly TemplatePart[])[],
): readonly (readonly TemplatePart[])[] {
  const first = words.findIndex((word) => typeof word[0] !== 'string');
  if (program !== 'git' || first < 1) return words;
  if (words.some((word) => ['--', '--end-of-options'].includes(literalText(word) ?? ''))) return words;
  return [...words.slice(0, first), ['--end-of-options'], ...words.slice(first)];
}

/** Whether a value stands where the program reads options: not behind `--`, nor as the value of an option. */
function mayHoldOptions(words: readonly (readonly TemplatePart[])[]): boolean {
  const texts = words.map((word) => literalText(word));
  return words.some((word, index) => {
    if (typeof word[0] === 'string') return false;
    const isEnded = texts.slice(0, index).some((text) => text === '--' || text === '--end-of-options');
    return !isEnded && texts[index - 1]?.startsWith('-') !== true;
  });
}

function expression(
  app: AppModel,
  language: CodeLanguage,
  word: readonly TemplatePart[],
  strings: readonly Span[],
): string | undefined {
  const literal = literalText(word);
  if (literal !== undefined) return language.text(literal);
  const [only] = word;
  if (word.length === 1 && only !== undefined && typeof only !== 'string') {
    const code = app.text(only);
    const list = language.joinedList(code);
    if (list !== undefined) return language.spread(list);
    return strings.includes(only) ? code : language.toText(code);
  }
  return language.template(asPieces(app, word));
}

/** Parts of a text with the code of their expressions; neighbouring texts become one. */
export function asPieces(app: AppModel, parts: readonly TemplatePart[]): readonly TemplatePiece[] {
  const pieces: TemplatePiece[] = [];
  for (const part of parts) {
    const last = pieces.at(-1);
    if (typeof part !== 'string') pieces.push({ code: app.text(part) });
    else if (typeof last === 'string') pieces.splice(-1, 1, last + part);
    else pieces.push(part);
  }
  return pieces;
}

/** The word if no expression stands in it. */
function literalText(word: readonly TemplatePart[]): string | undefined {
  const texts = word.filter((part) => typeof part === 'string');
  return texts.length === word.length ? texts.join('') : undefined;
}
