import type { SinkKind } from '@leashlint/rules';
import type { Program, Ref } from '../program/program.js';
import { argumentMayBeOption, neverBeginsWithDash } from './option-position.js';
import { isUnderFolder, withoutLeadingParents } from './placement.js';
import { quotedParts } from './quoted-text.js';

/**
 * Whether a part of a value can do no harm at a sink because of where it stands in it: behind a fixed beginning or `--` where
 * options are read, between quotes that it cannot close where a shell or a database reads text.
 */
export function isHarmlessPart(program: Program, holder: Ref, part: Ref, sink: SinkKind): boolean {
  const value = program.value(holder);
  if (sink === 'process-arguments') {
    if (value.kind === 'template') return !/^-*$/.test(firstText(value.parts));
    if (value.kind === 'call' && neverBeginsWithDash(program, holder)) return true;
    return !argumentMayBeOption(program, holder, part);
  }
  if (sink === 'path' && withoutLeadingParents(program, part)) return isUnderFolder(program, holder, part);
  if (value.kind !== 'template' || value.tag !== undefined) return false;
  return quotedParts(program, holder, value.parts, sink).has(part);
}

function firstText(parts: readonly (string | number)[]): string {
  const [first] = parts;
  return typeof first === 'string' ? first : '';
}
