import type { AppModel } from '../model/app.js';
import type { Setting } from '../model/setting.js';
import type { Fix } from '../model/finding.js';
import { removeItem } from './list-edit.js';
import { insertProperty, optionText, replaceValue, valueText } from './options-edit.js';

/**
 * Gives an option the value that the catalogue names: another value, or a new property where it is absent. Options that
 * need not be there are taken out.
 */
export function correctSetting(app: AppModel, setting: Setting, kind: Fix['kind'] = 'suggest'): Fix | undefined {
  const { property, options, replacement, removable } = setting;
  if (removable !== undefined) {
    const { from, item } = removable;
    const inner = { file: from.file, start: from.start + 1, end: from.end - 1 };
    return { title: `Remove ${oneLine(app.text(item))}`, kind, edits: [removeItem(inner, app.text(inner), item)] };
  }
  if (replacement === undefined) return undefined;
  if (property !== undefined) {
    return {
      title: `Set ${property.name} to ${valueText(app, property, replacement)}`,
      kind,
      edits: [property, ...setting.alike].map((each) => replaceValue(app, each, replacement)),
    };
  }
  if (options === undefined) return undefined;
  return {
    title: `Add ${oneLine(optionText(app, options, replacement))}`,
    kind,
    edits: insertProperty(app, options, replacement),
  };
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
