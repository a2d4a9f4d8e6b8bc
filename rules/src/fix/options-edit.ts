import type { AppModel } from '../model/app.js';
import type { TextEdit } from '../model/finding.js';
import type { OptionsSite, PropertySite } from '../model/site.js';
import type { Span } from '../model/span.js';
import { commaParts } from './brackets.js';
import { codeLanguage } from './code-language.js';
import { appendItem, removeItem } from './list-edit.js';

/**
 * Edits that add an option at the end of an object literal, a dictionary or the arguments of a call, in the style of its
 * neighbours. `option` is written in any of the forms: it becomes what the place needs.
 */
export function insertProperty(app: AppModel, options: OptionsSite, option: string): readonly TextEdit[] {
  const item = optionText(app, options, option);
  // A decorator without arguments.
  if (options.span.start === options.span.end) return [{ span: options.span, text: `(${item})` }];
  const inner = between(options.span);
  const { eol = '\n' } = app.files.get(inner.file) ?? {};
  return appendItem(inner, app.text(inner), item, {
    eol,
    padded: options.form === 'object',
    skip: codeLanguage(app, inner.file)?.skip,
  });
}

/** An option as it is written at its place: `key: value`, `'key': value`, `key=value`. */
export function optionText(app: AppModel, { form, span }: OptionsSite, option: string): string {
  const language = codeLanguage(app, span.file);
  if (language === undefined) return option;
  if (form === 'object') return language.inStyle(option);
  return commaParts(option, language.skip)
    .map((each) => {
      const [, name = '', value = ''] = /^["']?([\w$-]+)["']?\s*[:=]\s*([^]*)$/.exec(each) ?? [];
      return name === '' ? each : language.option(form, name, language.inStyle(value));
    })
    .join(', ');
}

/** The edit that gives a property another value; shorthand (`{ name }`) is written out. */
export function replaceValue(app: AppModel, property: PropertySite, value: string): TextEdit {
  // An item of a list (`scopes: ['all']`) is its own value too, but not its name.
  const shorthand = property.span.start === property.valueSpan.start && app.text(property.span) === property.name;
  return { span: property.valueSpan, text: shorthand ? `${property.name}: ${value}` : valueText(app, property, value) };
}

/** A value of the catalogue as the file writes it. */
export function valueText(app: AppModel, { valueSpan }: PropertySite, value: string): string {
  return codeLanguage(app, valueSpan.file)?.inStyle(value) ?? value;
}

/** The edit that removes a property with its comma and, if it stood alone there, its line. */
export function removeProperty(app: AppModel, options: OptionsSite, property: PropertySite): TextEdit {
  const inner = between(options.span);
  return removeItem(inner, app.text(inner), property.span);
}

/** Edits that set a property: another value if it is there, otherwise a new property. `option` is written in any form. */
export function setProperty(app: AppModel, options: OptionsSite, option: string): readonly TextEdit[] {
  const name = /^["']?([\w$-]+)/.exec(option)?.[1];
  const present = options.properties.find((property) => property.name === name);
  return present === undefined
    ? insertProperty(app, options, option)
    : [{ span: present.span, text: optionText(app, options, option) }];
}

/** What stands between the brackets of a literal. */
function between(span: Span): Span {
  return { file: span.file, start: span.start + 1, end: span.end - 1 };
}
