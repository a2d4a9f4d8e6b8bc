import type { AppModel, Setting } from '../model/app.js';
import type { Fix } from '../model/finding.js';
import { insertProperty, replaceValue } from './options-edit.js';

/** Gives an option the value that the catalogue names: another value, or a new property where it is absent. */
export function correctSetting(app: AppModel, setting: Setting, kind: Fix['kind'] = 'suggest'): Fix | undefined {
  const { property, options, replacement } = setting;
  if (replacement === undefined) return undefined;
  if (property !== undefined) {
    return {
      title: `Set ${property.name} to ${replacement}`,
      kind,
      edits: [replaceValue(app, property, replacement)],
    };
  }
  if (options === undefined) return undefined;
  return { title: `Add ${oneLine(replacement)}`, kind, edits: insertProperty(app, options, replacement) };
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
