import type { FunctionRef, Program, Ref } from '../../program/program.js';

/** Functions that answer a request, and the wrappers around them. */
export interface Handled {
  readonly functions: readonly FunctionRef[];
  /** Values that run around the functions, outermost first. */
  readonly wrappers: readonly Ref[];
  /** Every value on the way in: a handler that a package makes is one of them. */
  readonly values: readonly Ref[];
}

const MAX_WRAPPERS = 4;

/** Takes `withAuth(withErrors(async (request) => …))` apart. */
export function handled(program: Program, value: Ref, depth = 0): Handled {
  const facts = program.value(value);
  const inner = facts.kind === 'call' && depth < MAX_WRAPPERS ? wrapped(program, value) : [];
  if (inner.length === 0) return { functions: program.functions(value), wrappers: [], values: [value] };
  const parts = inner.map((argument) => handled(program, argument, depth + 1));
  return {
    functions: [...new Set(parts.flatMap((part) => part.functions))],
    wrappers: [value, ...parts.flatMap((part) => part.wrappers)],
    values: [value, ...parts.flatMap((part) => part.values)],
  };
}

/** Arguments of a call that are functions, or results of packages that may be handlers. */
function wrapped(program: Program, call: Ref): readonly Ref[] {
  const value = program.value(call);
  if (value.kind !== 'call') return [];
  const file = program.fileOf(call);
  return value.arguments.flatMap((argument) => {
    const ref = program.ref(file, argument.value);
    const facts = program.value(ref);
    const runs = program.functions(ref).length > 0 || (facts.kind === 'call' && isOfPackage(program, ref));
    return runs ? [ref] : [];
  });
}

function isOfPackage(program: Program, ref: Ref): boolean {
  const origins = program.origins(ref);
  return origins.length > 0 && origins.every((origin) => origin.kind === 'api' && origin.module !== 'global');
}
