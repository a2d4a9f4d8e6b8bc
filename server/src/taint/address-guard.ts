import type { FunctionRef, Program } from '../program/program.js';

const MAX_DEPTH = 3;

/** Modules and calls that turn a host name into the address that a request will really reach. */
const RESOLVERS = /^(?:dns(?:\/promises)?|python:dns)$/;
const RESOLVING = /^Member\[(?:getaddrinfo|gethostbyname|gethostbyname_ex)\]$/;

const knownIn = new WeakMap<Program, Map<FunctionRef, boolean>>();

/** Whether a function looks at the resolved address of a host, itself or through functions of the project. */
export function resolvesAddress(program: Program, fn: FunctionRef): boolean {
  let known = knownIn.get(program);
  if (known === undefined) knownIn.set(program, (known = new Map<FunctionRef, boolean>()));
  let resolves = known.get(fn);
  if (resolves === undefined) known.set(fn, (resolves = resolvesWithin(program, fn, 0)));
  return resolves;
}

function resolvesWithin(program: Program, fn: FunctionRef, depth: number): boolean {
  const file = program.fileOfFunction(fn);
  return program.function(fn).calls.some((id) => {
    const call = program.ref(file, id);
    const value = program.value(call);
    if (value.kind !== 'call') return false;
    const direct = program
      .origins(program.ref(file, value.callee))
      .some(
        (origin) =>
          origin.kind === 'api' && (RESOLVERS.test(origin.module) || RESOLVING.test(origin.path.at(-1) ?? '')),
      );
    return (
      direct ||
      (depth < MAX_DEPTH && program.callees(call).some((callee) => resolvesWithin(program, callee, depth + 1)))
    );
  });
}
