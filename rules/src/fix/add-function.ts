import type { AppModel } from '../model/app.js';
import type { TextEdit } from '../model/finding.js';
import { codeLanguage } from './code-language.js';
import { freeName } from './add-import.js';
import { fileText } from './file-text.js';

export interface AddedFunction {
  readonly edits: readonly TextEdit[];
  readonly name: string;
}

/**
 * Adds a function declaration to a file: at its end, as declarations of JavaScript are hoisted, and below the imports of
 * Python, where a function has to stand above what calls it. `write` gets the function's name. A function that an earlier
 * fix added is used again.
 */
export function addFunction(
  app: AppModel,
  path: string,
  wanted: string,
  write: (name: string) => string,
): AddedFunction {
  const text = fileText(app, path);
  const file = app.files.get(path);
  const eol = file?.eol ?? '\n';
  const language = codeLanguage(app, path);
  const written = (name: string): string => (language?.inStyle(write(name)) ?? write(name)).replaceAll('\n', eol);
  if (text.includes(firstLine(written(wanted)))) return { edits: [], name: wanted };
  const name = file === undefined ? wanted : freeName(file, wanted);
  if (file?.language === 'python') {
    const start = file.importOffset;
    const below = text.slice(start);
    const blank = /^(?:[^\S\n]*\r?\n)*/.exec(below)?.[0].split('\n').length ?? 1;
    const gap = below.trim() === '' ? '' : eol.repeat(Math.max(0, 3 - blank));
    const lead = text.slice(0, start).endsWith('\n') || start === 0 ? '' : eol;
    const span = { file: path, start, end: start };
    return { edits: [{ span, text: `${lead}${eol}${eol}${written(name)}${eol}${gap}` }], name };
  }
  const lead = text.endsWith('\n') ? eol : `${eol}${eol}`;
  const span = { file: path, start: text.length, end: text.length };
  return { edits: [{ span, text: `${lead}${written(name)}${eol}` }], name };
}

function firstLine(text: string): string {
  return text.split(/\r?\n/, 1)[0] ?? text;
}
