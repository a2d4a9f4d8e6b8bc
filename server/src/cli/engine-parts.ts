import { defaultParts } from '../engine/default-parts.js';
import type { EngineParts } from '../engine/parts.js';
import { createTypescriptFrontEnd, typescriptFrontEnd } from '../frontends/typescript/front-end.js';
import { loadFastParser } from '../frontends/typescript/parse-fast.js';
import type { Arguments } from './arguments.js';

/** What the command line works with: the fast parser where it is installed, unless a hidden option asks for something else. */
export function engineParts(args: Arguments): EngineParts {
  const frontEnds = defaultParts.frontEnds.map((each) =>
    each === typescriptFrontEnd ? createTypescriptFrontEnd(loadFastParser) : each,
  );
  return {
    ...defaultParts,
    ...(args.value('parser') === 'typescript-estree' ? {} : { frontEnds }),
    ...(args.has('no-prefilter') ? { choose: 'everything' } : {}),
  };
}
