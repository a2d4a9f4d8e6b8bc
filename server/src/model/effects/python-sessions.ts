import type { FunctionRef, Ref } from '../../program/program.js';
import { provided } from '../schema/declared-parameters.js';
import type { ModelContext } from '../entries.js';
import { follow } from '../catalogue/relative.js';
import { calledOrigins } from '../flow/sinks.js';

const MAX_PROVIDERS = 4;

/** What tells a function in Python who is signed in without a call: `user = Depends(current_user)`, `current_user.id`. */
export function pythonSessions({ program, catalogue }: ModelContext, fn: FunctionRef): readonly Ref[] {
  const file = program.fileOfFunction(fn);
  if (file.facts.language !== 'python') return [];
  const filled = program.function(fn).parameters.flatMap((parameter): readonly Ref[] => {
    const providers = provided(program, catalogue, file, parameter);
    return providers.some((provider) => authenticates(provider, 0)) ? [program.ref(file, parameter.value)] : [];
  });
  const read = file.facts.values.flatMap((value, id): readonly Ref[] => {
    if (value.kind !== 'member' || file.facts.values[value.object]?.kind !== 'import') return [];
    if (program.functionRef(file, value.fn) !== fn) return [];
    const origins = program.origins(program.ref(file, value.object));
    return isCheck(origins) ? [program.ref(file, id)] : [];
  });
  return [...filled, ...read];

  function isCheck(origins: ReturnType<typeof calledOrigins>): boolean {
    return catalogue.match('requestChecks', file, origins).some(({ row }) => row.does === 'authenticates');
  }

  /** Whether the function of a provider, or one that fills its parameters, asks who sends the request. */
  function authenticates(provider: Ref, depth: number): boolean {
    if (depth > MAX_PROVIDERS) return false;
    return follow(program, provider, 'Argument[0,dependency]').values.some(({ ref }) => {
      const made = program
        .origins(ref)
        .flatMap((origin) =>
          origin.kind === 'api' ? [{ ...origin, path: origin.path.filter((token) => token !== 'ReturnValue') }] : [],
        );
      if (isCheck(made)) return true;
      return program.functions(ref).some((inner) => {
        const home = program.fileOfFunction(inner);
        const { calls, parameters } = program.function(inner);
        return (
          calls.some((id) => isCheck(calledOrigins(program, program.ref(home, id)))) ||
          parameters.some((parameter) =>
            provided(program, catalogue, home, parameter).some((further) => authenticates(further, depth + 1)),
          )
        );
      });
    });
  }
}
