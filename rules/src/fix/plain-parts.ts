import type { AppModel } from '../model/app.js';
import type { ArgumentSite } from '../model/site.js';
import { fileText } from './file-text.js';
import type { TemplatePart } from './source-scan.js';

/**
 * The parts of a text that an argument puts together; undefined for anything else and where a value is formatted on its way
 * into the text (`{price:.2f}`, `{name!r}`, `%05d`), so that its expression alone would not give the same.
 */
export function plainParts(app: AppModel, { span, template }: ArgumentSite): readonly TemplatePart[] | undefined {
  if (template === undefined || app.files.get(span.file)?.language !== 'python') return template;
  const text = fileText(app, span.file);
  const written = app.text(span);
  const places = new Set<number>();
  for (const part of template) {
    if (typeof part === 'string') continue;
    // Values that were not told apart share one place.
    if (places.has(part.start)) return undefined;
    places.add(part.start);
    const before = text.slice(span.start, part.start);
    const field = /\{\s*$/.test(before) && /^\s*[!:=}]/.test(text.slice(part.end));
    if (field && !/^\s*\}/.test(text.slice(part.end))) return undefined;
    if (!field && /["']\s*%\s*[({]?/.test(before) && /%(?![s%]|\(\w+\)s)/.test(written)) return undefined;
    if (!field && /["']\s*\.\s*format\s*\(/.test(before) && /\{[^{}]*[!:][^{}]*\}/.test(written)) return undefined;
  }
  return template;
}
