import type { AppModel } from '../model/app.js';
import type { TextEdit } from '../model/finding.js';
import { countUses } from './add-import.js';
import { fileText } from './file-text.js';

/**
 * The edit that takes out the import of a module of Python whose only uses stand in the code that a fix removes and that
 * what it writes instead does not use. Nothing where the statement imports more, or other uses may be left.
 */
export function removeUnusedImport(
  app: AppModel,
  path: string,
  module: string,
  removed: string,
  written = '',
): readonly TextEdit[] {
  const text = fileText(app, path);
  const sites = app.files.get(path)?.imports.filter(({ names }) => names.some(({ local }) => local === module)) ?? [];
  const [site] = sites;
  if (site === undefined || sites.length !== 1 || app.text(site.span) !== `import ${module}`) return [];
  if (countUses(text, module) + countUses(written, module) !== countUses(removed, module) + 1) return [];
  const { start, end } = site.span;
  const alone = (start === 0 || text[start - 1] === '\n') && /^\r?\n/.test(text.slice(end));
  return alone ? [{ span: { file: path, start, end: text.indexOf('\n', end) + 1 }, text: '' }] : [];
}
