import { memberName } from '../catalogue/access-path.js';
import { argumentAt } from '../../program/origins.js';
import type { Program, Ref } from '../../program/program.js';
import { wayBack } from './way-back.js';

/** Scheme and host, and whatever follows. */
const HOST = /^https?:\/\/[^/?#]+(?:[/?#]|$)/i;

/**
 * Whether a value was fetched from a host that the code names: what it answers is the word of a service that the application has
 * chosen, not a page that somebody else picked.
 */
export function isFromFixedHost(program: Program, fetched: Ref): boolean {
  return wayBack(program, fetched, []).some(({ ref, by }) => {
    if (program.value(ref).kind !== 'call' || program.callees(ref).length > 0) return false;
    const address = argumentAt(program, ref, 0);
    return (
      address !== undefined && wayBack(program, address, by).some((stop) => stop.same && namesHost(program, stop.ref))
    );
  });
}

function namesHost(program: Program, ref: Ref): boolean {
  const value = program.value(ref);
  if (value.kind === 'literal') return typeof value.value === 'string' && HOST.test(value.value);
  if (value.kind !== 'template' || value.tag !== undefined) return false;
  const [first, next] = value.parts;
  if (first === undefined) return false;
  if (typeof first === 'string')
    return HOST.test(first) && (/[/?#]/.test(first.replace(/^https?:\/\//i, '')) || next === undefined);
  return (
    typeof next === 'string' && next.startsWith('/') && isConfigured(program, program.ref(program.fileOf(ref), first))
  );
}

/** A base address that the code or the environment of the process gives. */
function isConfigured(program: Program, base: Ref): boolean {
  const literals = program.literals(base);
  if (literals !== undefined) return literals.every((one) => typeof one === 'string' && HOST.test(one));
  const origins = program.origins(base);
  return (
    origins.length > 0 && origins.every((origin) => origin.kind === 'api' && isEnvironment(origin.path.map(memberName)))
  );
}

function isEnvironment(names: readonly (string | undefined)[]): boolean {
  return names.includes('env') || names.includes('environ') || names.includes('getenv');
}
