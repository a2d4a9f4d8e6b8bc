import type { SinkKind } from '@leashlint/rules';
import type { OperationValue } from '../facts.js';
import { argumentAt } from '../program/origins.js';
import type { Program, Ref } from '../program/program.js';
import type { TestVerdict } from './guard-tests.js';
import { membership } from './membership-guard.js';
import type { Subject } from './subject.js';

/** Comparisons of an index that mean "found": operator and number. */
const FOUND: ReadonlySet<string> = new Set(['!== -1', '!= -1', '> -1', '>= 0']);
const NOT_FOUND: ReadonlySet<string> = new Set(['=== -1', '== -1', '< 0', '<= -1']);

/** `list.indexOf(x) >= 0`, `list.indexOf(x) === -1`: membership, written with an index. */
export function indexGuard(
  program: Program,
  at: Ref,
  value: OperationValue,
  holds: boolean,
  subject: Subject,
  sink: SinkKind,
): TestVerdict {
  const [left, right] = value.inputs;
  if (left === undefined || right === undefined) return undefined;
  const file = program.fileOf(at);
  const call = program.ref(file, left);
  const searched = program.value(call);
  const number = numberOf(program, program.ref(file, right));
  if (searched.kind !== 'call' || number === undefined) return undefined;
  const comparison = `${value.operator} ${String(number)}`;
  const found = FOUND.has(comparison) ? holds : NOT_FOUND.has(comparison) ? !holds : undefined;
  const callee = program.value(program.ref(program.fileOf(call), searched.callee));
  const argument = argumentAt(program, call, 0);
  if (found === undefined || callee.kind !== 'member' || callee.key !== 'indexOf' || argument === undefined)
    return undefined;
  const receiver = program.ref(program.fileOf(call), callee.object);
  return membership(program, at, { receiver, argument }, found, subject, sink);
}

/** A number as it is written, `-1` included. */
function numberOf(program: Program, ref: Ref): number | undefined {
  const value = program.value(ref);
  if (value.kind === 'literal') return typeof value.value === 'number' ? value.value : undefined;
  const [operand, ...others] = value.kind === 'operation' && value.operator === '-' ? value.inputs : [];
  if (operand === undefined || others.length > 0) return undefined;
  const positive = program.value(program.ref(program.fileOf(ref), operand));
  return positive.kind === 'literal' && typeof positive.value === 'number' ? -positive.value : undefined;
}
