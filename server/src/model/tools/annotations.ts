import type { OptionsSite, RelativePath } from '@leashlint/rules';
import type { Program, Ref } from '../../program/program.js';
import { follow, ownKeys } from '../catalogue/relative.js';
import { optionsSite } from '../catalogue/sites.js';
import { followBound } from './tool-instances.js';
import type { Bind } from './tool-instances.js';

const HINTS: ReadonlySet<string> = new Set(['readOnlyHint', 'destructiveHint', 'idempotentHint', 'openWorldHint']);

/** The object of hints at a path from the declaration; of the arguments of a range, the one that holds hints. */
export function annotationsAt(
  program: Program,
  start: Ref,
  path: RelativePath | undefined,
  bind?: Bind,
): OptionsSite | undefined {
  if (path === undefined) return undefined;
  for (const { ref } of (bind ? followBound(program, start, path, bind) : follow(program, start, path)).values) {
    const object = program.object(ref);
    if (object !== undefined && ownKeys(program, object).some((key) => HINTS.has(key)))
      return optionsSite(program, object);
    // `ToolAnnotations(readOnlyHint=True)`
    const made = program.value(ref).kind === 'call' ? optionsSite(program, ref) : undefined;
    if (made?.properties.some(({ name }) => HINTS.has(name)) === true) return made;
  }
  return undefined;
}
