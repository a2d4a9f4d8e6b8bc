import type { Program, Ref } from '../../program/program.js';
import type { Sink } from '../flow/sinks.js';

const ROLE_KEYS: ReadonlySet<string> = new Set(['role', 'type', '_type']);
const ROLE_METHODS: ReadonlySet<string> = new Set(['getType', '_getType']);
const SYSTEM_ROLES: ReadonlySet<unknown> = new Set(['system', 'developer']);
const EQUALITY: ReadonlySet<string> = new Set(['===', '==']);

/** A condition list this long is generated code. */
const MAX_CONDITIONS = 60;

/** `if (message.role === 'system') new SystemMessage(message.content)`: the role is the message's own, nothing is lifted. */
export function keepsSystemRole(program: Program, { value, condition }: Sink): boolean {
  const file = program.fileOf(value);
  const holders = holdersOf(program, value);
  let current = file.facts.conditions[condition];
  for (let count = 0; current !== undefined && count < MAX_CONDITIONS; count++) {
    if ('test' in current && current.holds) {
      const message = testedMessage(program, program.ref(file, current.test));
      if (message !== undefined && holders.has(message)) return true;
    }
    current = file.facts.conditions[current.parent];
  }
  return false;
}

/** The value, what it is a property of, and so on. */
function holdersOf(program: Program, ref: Ref): ReadonlySet<Ref> {
  const holders = new Set<Ref>();
  for (let at = ref; !holders.has(at);) {
    holders.add(at);
    const value = program.value(at);
    if (value.kind === 'member') at = program.ref(program.fileOf(at), value.object);
  }
  return holders;
}

/** The object whose role a test compares with `system`. */
function testedMessage(program: Program, test: Ref): Ref | undefined {
  const value = program.value(test);
  if (value.kind !== 'operation' || !EQUALITY.has(value.operator)) return undefined;
  const inputs = value.inputs.map((input) => program.ref(program.fileOf(test), input));
  const isSystem = inputs.some(
    (input) => program.literals(input)?.every((literal) => SYSTEM_ROLES.has(literal)) === true,
  );
  if (!isSystem) return undefined;
  return inputs.map((input) => roleHolder(program, input)).find((holder) => holder !== undefined);
}

function roleHolder(program: Program, ref: Ref): Ref | undefined {
  const value = program.value(ref);
  const file = program.fileOf(ref);
  if (value.kind === 'member' && ROLE_KEYS.has(value.key)) return program.ref(file, value.object);
  if (value.kind !== 'call') return undefined;
  const callee = program.value(program.ref(file, value.callee));
  return callee.kind === 'member' && ROLE_METHODS.has(callee.key) ? program.ref(file, callee.object) : undefined;
}
