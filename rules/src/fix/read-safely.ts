import type { AppModel } from '../model/app.js';
import type { Deserialization } from '../model/artifact.js';
import type { Fix } from '../model/finding.js';
import { insertProperty, replaceValue } from './options-edit.js';

/** Ways to load only data: the option's other value, the option, or the function of the same module that is safe. */
export function readSafely(
  app: AppModel,
  {
    optIn,
    replacement,
    insert,
    safe,
    call,
  }: Pick<Deserialization, 'optIn' | 'replacement' | 'insert' | 'safe' | 'call'>,
): readonly Fix[] {
  if (optIn !== undefined && replacement !== undefined) {
    const value = besides(app.text(optIn.valueSpan), replacement);
    if (value === undefined) return [];
    return [{ title: `Set ${optIn.name} to ${value}`, kind: 'suggest', edits: [replaceValue(app, optIn, value)] }];
  }
  if (optIn === undefined && insert !== undefined && call.keywords !== undefined && !call.keywords.open) {
    return [{ title: `Add ${insert}`, kind: 'suggest', edits: insertProperty(app, call.keywords, insert) }];
  }
  if (optIn === undefined && safe !== undefined) {
    const callee = app.text(call.calleeSpan);
    const value = besides(callee, safe);
    if (value === undefined || !callee.includes('.')) return [];
    return [{ title: `Call ${value} instead`, kind: 'suggest', edits: [{ span: call.calleeSpan, text: value }] }];
  }
  return [];
}

/** `yaml.Loader` → `yaml.SafeLoader`; a constant that is imported by its name has no such neighbour. */
function besides(written: string, replacement: string): string | undefined {
  const dot = written.lastIndexOf('.');
  if (dot > 0) return written.slice(0, dot + 1) + replacement;
  return /^(?:True|False|true|false)$/.test(written) ? replacement : undefined;
}
