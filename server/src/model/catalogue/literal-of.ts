import type { PropertySite } from '@leashlint/rules';
import type { Program, Ref } from '../../program/program.js';

/** The literal that a value resolves to; undefined if there is none, or several. */
export function literalOf(program: Program, ref: Ref): PropertySite['literal'] {
  const literals = program.literals(ref);
  return literals?.length === 1 ? literals[0] : undefined;
}
