import type { SinkKind } from '@leashlint/rules';
import type { OperationValue, Value } from '../facts.js';
import { argumentAt } from '../program/origins.js';
import type { Program, Ref } from '../program/program.js';
import { relationTo, type Subject } from './subject.js';

/** Roles that a client may choose for its own messages, in the words of the providers and frameworks. */
const OWN_ROLES: ReadonlySet<unknown> = new Set(['user', 'human', 'assistant', 'ai', 'model']);
/** The role that a client must not choose; who leaves it out has thought of the others. */
const FORBIDDEN = 'system';

const MEMBERSHIP: ReadonlySet<string> = new Set(['includes', 'has']);

/**
 * Whether a test of a message's role makes the message one that a client may send: `m.role === 'user'`,
 * `m.role !== 'system'`, `['user', 'assistant'].includes(m.role)`, `m["role"] in ROLES`. False if it says something else
 * about the role, undefined if it is not about it.
 */
export function keepsOwnRole(
  program: Program,
  at: Ref,
  holds: boolean,
  subject: Subject,
  sink: SinkKind,
): boolean | undefined {
  if (sink !== 'prompt-messages') return undefined;
  const role = { ...subject, keys: [...subject.keys, 'role'] };
  const isRole = (ref: Ref): boolean => relationTo(program, ref, role)?.kind === 'same';
  for (const { tested, others, isOne } of comparisons(program, at, holds)) {
    if (!isRole(tested)) continue;
    if (others === undefined) return false;
    return isOne ? others.every((other) => OWN_ROLES.has(other)) : others.includes(FORBIDDEN);
  }
  return undefined;
}

interface Comparison {
  readonly tested: Ref;
  /** What it is compared with, undefined if that is not known. */
  readonly others: readonly unknown[] | undefined;
  /** It is one of them, or none. */
  readonly isOne: boolean;
}

function comparisons(program: Program, at: Ref, holds: boolean): readonly Comparison[] {
  const value = program.value(at);
  const file = program.fileOf(at);
  if (value.kind === 'operation') return ofOperation(program, at, value, holds);
  const callee = value.kind === 'call' ? program.value(program.ref(file, value.callee)) : undefined;
  const tested = argumentAt(program, at, 0);
  if (callee?.kind !== 'member' || !MEMBERSHIP.has(callee.key) || tested === undefined) return [];
  return [{ tested, others: itemsOf(program, program.ref(file, callee.object)), isOne: holds }];
}

function ofOperation(
  program: Program,
  at: Ref,
  { inputs, operator }: OperationValue & Value,
  holds: boolean,
): readonly Comparison[] {
  const file = program.fileOf(at);
  const [left, right] = inputs.map((input) => program.ref(file, input));
  if (left === undefined || right === undefined) return [];
  switch (operator) {
    case 'in':
    case 'not in':
      return [{ tested: left, others: itemsOf(program, right), isOne: (operator === 'in') === holds }];
    case '===':
    case '==':
    case '!==':
    case '!=': {
      const isOne = operator.startsWith('=') === holds;
      return [
        { tested: left, others: program.literals(right), isOne },
        { tested: right, others: program.literals(left), isOne },
      ];
    }
    default:
      return [];
  }
}

/** The texts of a list, tuple or set that is written in the code. */
function itemsOf(program: Program, list: Ref): readonly unknown[] | undefined {
  const [origin, ...others] = program.origins(list);
  if (origin === undefined || others.length > 0) return undefined;
  const value = program.value(origin.at);
  const file = program.fileOf(origin.at);
  if (value.kind === 'call') {
    // `new Set(['user'])`, `frozenset({"user"})`
    const inner = argumentAt(program, origin.at, 0);
    return inner === undefined || inner === list ? undefined : itemsOf(program, inner);
  }
  if (value.kind !== 'array') return undefined;
  const texts = value.items.map((item) =>
    'value' in item ? program.literals(program.ref(file, item.value)) : undefined,
  );
  return texts.every((text) => text !== undefined) ? texts.flat() : undefined;
}
