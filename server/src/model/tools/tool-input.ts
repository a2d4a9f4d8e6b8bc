import type { Program, Ref } from '../../program/program.js';
import type { ToolDraft } from '../drafts.js';
import { wayBack } from '../flow/way-back.js';

/** Where a value comes from the tool's input. */
export interface InputPart {
  /** Way from the model's arguments to the part: `['filter', 'userId']`; empty for all of them. */
  readonly keys: readonly string[];
  /** The value is this part itself, not something made of it. */
  readonly same: boolean;
}

/** Parts of the tool's input that a value is made of. `by`: the calls that lead from the handler to the value's function. */
export function inputParts(
  program: Program,
  value: Ref,
  inputs: ToolDraft['inputs'],
  by: readonly Ref[],
): readonly InputPart[] {
  const parts: InputPart[] = [];
  for (const stop of wayBack(program, value, by)) {
    for (const { parameter, keys, field } of inputs) {
      if (stop.ref !== parameter) continue;
      // `request.params.arguments`: reading less than the way to the arguments reads them too.
      const leads = keys.every((key, index) => stop.keys[index] === undefined || stop.keys[index] === key);
      if (!leads) continue;
      const asked = stop.keys.slice(keys.length);
      if (field === undefined) parts.push({ keys: asked, same: stop.same && asked.length > 0 });
      else parts.push({ keys: [field, ...asked], same: stop.same });
    }
  }
  return parts;
}
