import type { RelativePath } from '@leashlint/rules';
import type { Program, Ref } from '../../program/program.js';
import { parsePath } from './access-path.js';
import type { PathToken } from './access-path.js';
import { constructorCall, followTokens } from './relative.js';

/**
 * What has, or would have, the option at the end of a path: an object literal, or the call itself where the option is a
 * keyword argument, of it or of the constructor of an object of options. A path to a whole argument leads to the object that
 * stands there.
 */
export function optionHolder(program: Program, start: Ref, path: RelativePath): Ref | undefined {
  const tokens = parsePath(path);
  const last = tokens.at(-1);
  const outer = last?.kind === 'Member' || isKeyword(last) ? tokens.slice(0, -1) : tokens;
  for (const { ref } of followTokens(program, start, outer).values) {
    if (isKeyword(last) && program.value(ref).kind === 'call') return ref;
    const object = program.object(ref);
    if (object !== undefined) return object;
    const made = program.origins(ref).map((origin) => constructorCall(program, origin));
    if (last?.kind === 'Member' && made.length === 1 && made[0] !== undefined) return made[0];
  }
  return undefined;
}

function isKeyword(token: PathToken | undefined): boolean {
  return token?.kind === 'Argument' && token.positions.some((position) => 'keyword' in position);
}
