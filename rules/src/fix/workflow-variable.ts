import type { Fix } from '../model/finding.js';
import type { CiVariableOffer } from '../model/workflow.js';

/** A value that is text in a variable cannot become part of the script that reads it. */
export function throughVariable(offer: CiVariableOffer | undefined): readonly Fix[] {
  if (offer === undefined) return [];
  const { insert, name, use } = offer;
  return [{ title: `Pass it through the variable ${name}`, kind: 'suggest', edits: [insert, use] }];
}
