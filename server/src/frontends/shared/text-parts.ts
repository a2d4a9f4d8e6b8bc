import type { Range, ValueId } from '../../facts.js';
import { addValue, literal, type FileDraft } from './file-draft.js';

/** Parts of a text in the making. Neighbouring constant parts are one part. */
export interface Parts {
  readonly parts: (string | ValueId)[];
  readonly ranges: Range[];
}

/** Operators whose result is a number. */
export const arithmetic = new Set(['-', '*', '/', '%', '**', '+', '++', '--', '|', '&', '>>', '<<', '>>>', '^', '~']);

export function addText(parts: Parts, added: string, range: Range): void {
  if (added === '') return;
  const last = parts.parts.at(-1);
  const lastRange = parts.ranges.at(-1);
  if (typeof last === 'string' && lastRange) {
    parts.parts[parts.parts.length - 1] = last + added;
    parts.ranges[parts.ranges.length - 1] = [lastRange[0], range[1]];
  } else {
    parts.parts.push(added);
    parts.ranges.push(range);
  }
}

export function addPart(parts: Parts, value: ValueId, range: Range): void {
  parts.parts.push(value);
  parts.ranges.push(range);
}

/** The text that the parts make; a literal when all of it is constant. */
export function text(file: FileDraft, { parts, ranges }: Parts, isLiteral: boolean, range: Range): ValueId {
  const [only = ''] = parts;
  if (parts.length <= 1 && typeof only === 'string') return literal(file, only, range);
  return addValue(file, { kind: 'template', parts, ranges, literal: isLiteral, range, fn: file.frame.fn });
}
