import type { AppModel } from '../model/app.js';
import type { PathJoin } from '../model/flow.js';
import { partsAt } from './brackets.js';
import type { CodeLanguage, TemplatePiece } from './code-language.js';

/** A path taken apart: code of the folder that the program chooses, and of what is looked for in it. */
export interface FolderAndRest {
  readonly folder: string;
  readonly rest: string;
}

/** What a path is joined to; undefined if nothing in front of the source is a folder, or if it is the root of the disk. */
export function folderOfPath(app: AppModel, join: PathJoin, language: CodeLanguage): FolderAndRest | undefined {
  const written = app.text(join.span);
  switch (join.form) {
    case 'call':
      return ofArguments(app, join, written.slice(0, written.indexOf('(')));
    case 'method':
      return ofMethod(app, join);
    case 'operator':
      return ofOperator(written, language);
    case 'text':
      return ofText(app, join, language);
  }
}

function ofArguments(app: AppModel, { parts, filled }: PathJoin, callee: string): FolderAndRest | undefined {
  const written = codeOf(app, parts);
  const joined = (some: readonly string[]): string =>
    some.length === 1 ? (some[0] ?? '') : `${callee}(${some.join(', ')})`;
  return { folder: joined(written.slice(0, filled)), rest: joined(written.slice(filled)) };
}

function ofMethod(app: AppModel, { parts, filled }: PathJoin): FolderAndRest | undefined {
  const [receiver = '', ...written] = codeOf(app, parts);
  const before = written.slice(0, filled - 1);
  const [first = '', ...more] = written.slice(filled - 1);
  const folder = before.length === 0 ? receiver : `${receiver}.joinpath(${before.join(', ')})`;
  // Several names need no class of paths to be joined.
  return more.length === 0 ? { folder, rest: first } : undefined;
}

function codeOf(app: AppModel, parts: PathJoin['parts']): readonly string[] {
  return parts.flatMap((part) => (typeof part === 'string' ? [] : [app.text(part)]));
}

/** `folder / name` of pathlib, at the last operator. */
function ofOperator(written: string, { skip }: CodeLanguage): FolderAndRest | undefined {
  const parts = partsAt(written, '/', skip);
  const rest = parts.at(-1);
  return rest === undefined || parts.length < 2 ? undefined : { folder: parts.slice(0, -1).join(' / '), rest };
}

/** `${folder}/${name}.md`, `'notes/' + name`: the folder ends at the last slash in front of the source. */
function ofText(app: AppModel, { parts, filled }: PathJoin, language: CodeLanguage): FolderAndRest | undefined {
  const pieces = parts.map((part): TemplatePiece => (typeof part === 'string' ? part : { code: app.text(part) }));
  const before = pieces[filled - 1];
  const slash = typeof before === 'string' ? before.lastIndexOf('/') : -1;
  if (typeof before !== 'string' || slash < 0) return undefined;
  const folder = code([...pieces.slice(0, filled - 1), before.slice(0, slash)], language);
  const rest = code([before.slice(slash + 1), ...pieces.slice(filled)], language);
  return folder === undefined || rest === undefined ? undefined : { folder, rest };
}

/** The shortest code of a text; undefined if it is empty or cannot be written in one. */
function code(pieces: readonly TemplatePiece[], language: CodeLanguage): string | undefined {
  const full = pieces.filter((piece) => piece !== '');
  const [only] = full;
  if (only === undefined) return undefined;
  if (full.length > 1) return language.template(full);
  return typeof only === 'string' ? language.text(only) : only.code;
}
