import type { Program, ProgramFile, Ref } from '../../program/program.js';
import { canonicalModule } from '../catalogue/catalogue-rows.js';

/** Modules whose functions compute checksums or check signatures. */
const CHECKING = new Set([
  'crypto',
  'python:hashlib',
  'python:hmac',
  'python:nacl',
  'python:cryptography',
  'python:gnupg',
  'python:sigstore',
  'python:blake3',
  'python:itsdangerous',
  'python:rsa',
]);

const MAX_DEPTH = 8;

/** Whether a checksum or signature decides that a call is reached: a test before it, or a function that has returned. */
export function isVerified(program: Program, call: Ref): boolean {
  const value = program.value(call);
  if (value.kind !== 'call') return false;
  const file = program.fileOf(call);
  for (let id = value.condition; id >= 0;) {
    const condition = file.facts.conditions[id];
    if (condition === undefined) return false;
    if ('test' in condition && mentionsCheck(program, file, condition.test, new Set(), 0)) return true;
    if ('completed' in condition && checksInside(program, file, condition.completed)) return true;
    id = condition.parent;
  }
  return false;
}

function mentionsCheck(program: Program, file: ProgramFile, id: number, seen: Set<number>, depth: number): boolean {
  if (seen.has(id) || depth > MAX_DEPTH) return false;
  seen.add(id);
  const ref = program.ref(file, id);
  const value = program.value(ref);
  if (program.origins(ref).some((origin) => origin.kind === 'api' && CHECKING.has(canonicalModule(origin.module)))) {
    return true;
  }
  const inner = (each: number): boolean => mentionsCheck(program, file, each, seen, depth + 1);
  switch (value.kind) {
    case 'operation':
    case 'phi':
    case 'unknown':
      return value.inputs.some(inner);
    case 'member':
      return inner(value.object);
    case 'await':
      return inner(value.value);
    case 'call':
      return (
        checksInside(program, file, id) || inner(value.callee) || value.arguments.some((each) => inner(each.value))
      );
    default:
      return false;
  }
}

/** Whether a call runs a function of the project that computes a checksum. */
function checksInside(program: Program, file: ProgramFile, id: number, depth = 0): boolean {
  if (depth > 2) return false;
  return program.callees(program.ref(file, id)).some((fn) => {
    const inside = program.fileOfFunction(fn);
    return program.function(fn).calls.some((call) => {
      const value = inside.facts.values[call];
      if (value?.kind !== 'call') return false;
      const callee = program.origins(program.ref(inside, value.callee));
      return (
        callee.some((origin) => origin.kind === 'api' && CHECKING.has(canonicalModule(origin.module))) ||
        checksInside(program, inside, call, depth + 1)
      );
    });
  });
}
