import { argumentAt } from '../../program/origins.js';
import type { Program, Ref } from '../../program/program.js';

const MAX_DEPTH = 8;
const MAX_TEXTS = 12;
/** Stands for what is not known. */
const UNKNOWN = '\0';

/** Texts that an address may be, as far as the code tells them; NUL stands for the rest. */
export function addressTexts(program: Program, ref: Ref): readonly string[] {
  return textsOf(program, ref, 0);
}

function textsOf(program: Program, ref: Ref, depth: number): readonly string[] {
  if (depth > MAX_DEPTH) return [UNKNOWN];
  const own = writtenText(program, ref, depth);
  if (own !== undefined) return own;
  const origins = program.origins(ref);
  const texts = origins.flatMap(({ at }) =>
    at === ref ? [UNKNOWN] : (writtenText(program, at, depth + 1) ?? [UNKNOWN]),
  );
  return texts.length === 0 ? [UNKNOWN] : [...new Set(texts)].slice(0, MAX_TEXTS);
}

/** Undefined for a value that only leads to others. */
function writtenText(program: Program, ref: Ref, depth: number): readonly string[] | undefined {
  const value = program.value(ref);
  const file = program.fileOf(ref);
  const inner = (id: number): readonly string[] => textsOf(program, program.ref(file, id), depth + 1);
  switch (value.kind) {
    case 'literal':
      return [typeof value.value === 'string' ? value.value : UNKNOWN];
    case 'template':
      return joined(value.parts.map((part) => (typeof part === 'string' ? [part] : inner(part))));
    case 'phi':
      return [...new Set(value.inputs.flatMap(inner))].slice(0, MAX_TEXTS);
    case 'operation':
      return value.operator === '+' ? joined(value.inputs.map(inner)) : undefined;
    case 'parameter': {
      const facts = file.facts.functions[value.function]?.parameters[value.index];
      const given = [
        ...program.parameterInputs(ref).flatMap((input) => textsOf(program, input, depth + 2)),
        ...(facts?.default === undefined ? [] : inner(facts.default)),
      ];
      return given.length === 0 ? [UNKNOWN] : [...new Set(given)].slice(0, MAX_TEXTS);
    }
    case 'call':
      return ofCall(program, ref, depth);
    default:
      return undefined;
  }
}

/** `base.rstrip('/')`, `urljoin(base, path)`, `new URL(path, base)`, `os.getenv('OLLAMA', 'http://localhost:11434')`. */
function ofCall(program: Program, call: Ref, depth: number): readonly string[] | undefined {
  const value = program.value(call);
  if (value.kind !== 'call') return undefined;
  const file = program.fileOf(call);
  const callee = program.value(program.ref(file, value.callee));
  const name = callee.kind === 'member' ? callee.key : 'name' in callee ? callee.name : undefined;
  const argument = (index: number): readonly string[] => {
    const ref = argumentAt(program, call, index);
    return ref === undefined ? [''] : textsOf(program, ref, depth + 1);
  };
  switch (name) {
    case 'rstrip':
    case 'strip':
    case 'replace':
    case 'trim':
      return callee.kind === 'member' ? textsOf(program, program.ref(file, callee.object), depth + 1) : undefined;
    case 'getenv':
    case 'get':
      return value.arguments.length < 2 ? undefined : [UNKNOWN, ...argument(1)];
    case 'urljoin':
      return joined([argument(0), argument(1)]);
    case 'URL':
      return value.construct ? joined([argument(1), argument(0)]) : argument(0);
    default:
      return undefined;
  }
}

function joined(parts: readonly (readonly string[])[]): readonly string[] {
  return parts.reduce<readonly string[]>(
    (before, part) => before.flatMap((head) => part.map((text) => head + text)).slice(0, MAX_TEXTS),
    [''],
  );
}
