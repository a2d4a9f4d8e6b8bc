import type { AppModel } from '../model/app.js';
import type { TextEdit } from '../model/finding.js';
import type { OptionsSite, PropertySite } from '../model/site.js';
import type { Span } from '../model/span.js';
import { appendItem, removeItem } from './list-edit.js';

/** Edits that add a property (`name: value`) at the end of an object literal, in the style of its neighbours. */
export function insertProperty(app: AppModel, options: OptionsSite, property: string): readonly TextEdit[] {
  const inner = between(options.span);
  return appendItem(inner, app.text(inner), property, app.files.get(inner.file)?.eol ?? '\n');
}

/** The edit that gives a property another value; shorthand (`{ name }`) is written out. */
export function replaceValue(app: AppModel, property: PropertySite, value: string): TextEdit {
  // An item of a list (`scopes: ['all']`) is its own value too, but not its name.
  const shorthand = property.span.start === property.valueSpan.start && app.text(property.span) === property.name;
  return { span: property.valueSpan, text: shorthand ? `${property.name}: ${value}` : value };
}

/** The edit that removes a property with its comma and, if it stood alone there, its line. */
export function removeProperty(app: AppModel, options: OptionsSite, property: PropertySite): TextEdit {
  const inner = between(options.span);
  return removeItem(inner, app.text(inner), property.span);
}

/** Edits that set a property: another value if it is there, otherwise a new property. `text` is `name: value`. */
export function setProperty(app: AppModel, options: OptionsSite, text: string): readonly TextEdit[] {
  const name = /^["']?([\w$-]+)/.exec(text)?.[1];
  const present = options.properties.find((property) => property.name === name);
  return present === undefined ? insertProperty(app, options, text) : [{ span: present.span, text }];
}

/** What stands between the brackets of a literal. */
function between(span: Span): Span {
  return { file: span.file, start: span.start + 1, end: span.end - 1 };
}
