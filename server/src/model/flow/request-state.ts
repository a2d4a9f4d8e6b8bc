import type { Origin, Program, Ref } from '../../program/program.js';
import type { RequestState } from '../../taint/semantics.js';
import { memberName } from '../catalogue/access-path.js';
import type { CatalogueIndex } from '../catalogue/catalogue-index.js';

type ApiOrigin = Origin & { readonly kind: 'api' };

/** Finds the values that code keeps while a request lasts, as the catalogue names the places. */
export function createRequestStates(program: Program, index: CatalogueIndex): (ref: Ref) => RequestState | undefined {
  const languages = new Set(
    index.frameworks.filter(({ requestStates }) => requestStates !== undefined).map(({ language }) => language),
  );
  const known = new WeakMap<Origin, RequestState | 'none'>();

  function stateOf(ref: Ref, origin: ApiOrigin): RequestState | 'none' {
    const keys: string[] = [];
    for (let path = origin.path; path.length > 0; path = path.slice(0, -1)) {
      const [match] = index.match('requestStates', program.fileOf(ref), [{ ...origin, path }]);
      if (match !== undefined) return { place: match.row.place, keys, ai: match.framework.ai };
      const name = memberName(path.at(-1));
      if (name === undefined) return 'none';
      keys.unshift(name);
    }
    return 'none';
  }

  return (ref) => {
    const { language } = program.fileOf(ref).facts;
    if (!languages.has(language === 'python' ? 'python' : 'javascript')) return undefined;
    for (const origin of program.origins(ref)) {
      if (origin.kind !== 'api') continue;
      let state = known.get(origin);
      if (state === undefined) known.set(origin, (state = stateOf(ref, origin)));
      if (state !== 'none') return state;
    }
    return undefined;
  };
}
