import type { SinkKind } from '@leashlint/rules';
import type { CallValue } from '../facts.js';
import { argumentAt } from '../program/origins.js';
import type { Program, Ref } from '../program/program.js';
import { isHostPart, type TestVerdict } from './guard-tests.js';
import type { HalfGuard } from './solver.js';
import { relationTo, type Subject } from './subject.js';

const MEMBERSHIP_METHODS: ReadonlySet<string> = new Set(['includes', 'has', 'hasOwnProperty', 'hasOwn', 'contains']);

/** Steps that take a part of a text. */
const TEXT_PARTS: ReadonlySet<string> = new Set([
  'split',
  'slice',
  'substring',
  'substr',
  'extname',
  'basename',
  'match',
  'rsplit',
  'partition',
  'splitext',
  'suffix',
  'stem',
  'name',
]);

/**
 * Membership in a list that does not come from the same source: `ALLOWED.includes(x)`, `allowed.has(x)`,
 * `Object.hasOwn(TABLE, x)`. `x.includes('…')` is the opposite: any text around the word passes.
 */
export function membershipGuard(
  program: Program,
  at: Ref,
  value: CallValue,
  holds: boolean,
  subject: Subject,
  sink: SinkKind,
): TestVerdict {
  const file = program.fileOf(at);
  const callee = program.value(program.ref(file, value.callee));
  if (callee.kind !== 'member' || !MEMBERSHIP_METHODS.has(callee.key)) return undefined;
  const argument = argumentAt(program, at, callee.key === 'hasOwn' ? 1 : 0);
  const receiver = callee.key === 'hasOwn' ? argumentAt(program, at, 0) : program.ref(file, callee.object);
  return argument === undefined ? undefined : membership(program, at, { receiver, argument }, holds, subject, sink);
}

/** What it says about the subject that a list or a text has something, or has it not. */
export function membership(
  program: Program,
  at: Ref,
  { receiver, argument }: { readonly receiver: Ref | undefined; readonly argument: Ref },
  holds: boolean,
  subject: Subject,
  sink: SinkKind,
): TestVerdict {
  const relation = relationTo(program, argument, subject);
  const receiverRelation = receiver === undefined ? undefined : relationTo(program, receiver, subject);
  if (receiverRelation !== undefined && relation === undefined) {
    if (receiverRelation.kind === 'derived' && sink !== 'url' && sink !== 'path') return undefined;
    const test = program.fileOf(at).facts.language === 'python' ? '`in`' : '`includes`';
    const reason = holds
      ? `${test} accepts any text around the word`
      : `${test} refuses a few words and lets everything else through`;
    const gives =
      holds || sink !== 'path' || receiverRelation.kind !== 'same' ? [] : withoutSeparator(program, argument);
    return { span: program.span(at), reason, ...(gives.length > 0 && { gives }) };
  }
  if (relation === undefined) return undefined;
  if (!holds) return { span: program.span(at), reason: 'a list of refused values lets everything else through' };
  if (relation.kind === 'same') return 'clean';
  if (sink === 'url') return isHostPart(relation.through) ? 'clean' : undefined;
  // A part of the text was tested: `ALLOWED.has(command.split(' ')[0])`. Another property says nothing.
  if (!relation.through.some((step) => TEXT_PARTS.has(step))) return undefined;
  return { span: program.span(at), reason: 'only a part of the value is compared with the list' };
}

function withoutSeparator(program: Program, refused: Ref): readonly HalfGuard[] {
  const texts = program.literals(refused) ?? [];
  if (texts.length !== 1) return [];
  return texts[0] === '/' ? ['no-slash'] : texts[0] === '\\' ? ['no-backslash'] : [];
}
