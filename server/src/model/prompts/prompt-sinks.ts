import type { PromptSlot, SinkKind } from '@leashlint/rules';
import type { ConditionId, Range } from '../../facts.js';
import type { Program, Ref } from '../../program/program.js';
import type { SlotDraft } from '../drafts.js';
import type { Sink } from '../flow/sinks.js';
import { follow } from '../catalogue/relative.js';
import { propertySite } from '../catalogue/sites.js';

const SINK_OF_ROLE: Readonly<Record<PromptSlot['role'], SinkKind>> = {
  system: 'prompt-system',
  user: 'prompt-user',
  messages: 'prompt-messages',
  template: 'template',
  assistant: 'prompt-other',
  tool: 'prompt-other',
};

/**
 * Sinks of a prompt slot. A list of messages is taken apart, because a value that becomes the text of a user message is
 * fine where a value that becomes a whole message, or its role, is not.
 */
export function promptSinks(program: Program, draft: SlotDraft): readonly Sink[] {
  const kind = SINK_OF_ROLE[draft.slot.role];
  if (kind === 'prompt-messages') return messageSinks(program, draft);
  return [sinkAt(draft, kind, draft.value, draft.slot.span)];
}

function sinkAt(draft: SlotDraft, kind: SinkKind, value: Ref, span: Sink['span']): Sink {
  return {
    kind,
    value,
    condition: draft.condition,
    span,
    label: draft.slot.name,
    call: undefined,
    argument: undefined,
    effect: undefined,
  };
}

const MAX_MESSAGES = 64;

function messageSinks(program: Program, draft: SlotDraft): readonly Sink[] {
  const parts: Part[] = [];
  const place = { range: undefined, condition: draft.condition, file: draft.slot.span.file };
  takeApart(program, draft.value, place, parts, new Set());
  return parts.slice(0, MAX_MESSAGES).map(({ kind, value, place: { range, condition, file: path } }) => {
    const file = program.fileOf(value);
    const span = range === undefined ? draft.slot.span : program.spanOfRange(file, range);
    // A condition only holds for values of its own file.
    return { ...sinkAt(draft, kind, value, span), condition: file.path === path ? condition : -1 };
  });
}

interface Part {
  readonly kind: SinkKind;
  readonly value: Ref;
  readonly place: Place;
}

interface Place {
  readonly range: Range | undefined;
  readonly condition: ConditionId;
  /** The file that the condition is of. */
  readonly file: string;
}

/** Splits a list of messages into lists from elsewhere, whole messages, roles and texts. */
function takeApart(program: Program, ref: Ref, place: Place, into: Part[], seen: Set<Ref>): void {
  if (seen.has(ref)) return;
  seen.add(ref);
  const value = program.value(ref);
  const file = program.fileOf(ref);
  const local = (id: number): Ref => program.ref(file, id);
  switch (value.kind) {
    case 'array':
      if (takeApartPair(program, ref, place, into)) return;
      for (const item of value.items) {
        const id = 'value' in item ? item.value : item.spread;
        const at = { ...place, range: item.range ?? place.range };
        // What a comprehension asks of its elements holds for them.
        const asked = 'condition' in item ? { ...at, condition: item.condition, file: file.path } : at;
        takeApart(program, local(id), asked, into, seen);
      }
      for (const call of program.additions(ref)) addedMessages(program, call, into, seen);
      return;
    case 'object':
      takeApartMessage(program, ref, place, into, seen);
      return;
    case 'phi':
      value.inputs.forEach((input, at) => {
        takeApart(program, local(input), { ...place, condition: value.conditions[at] ?? place.condition }, into, seen);
      });
      return;
    case 'cell':
      for (const write of value.writes) takeApart(program, local(write), place, into, seen);
      return;
    case 'await':
      takeApart(program, local(value.value), place, into, seen);
      return;
    case 'parameter':
      if (passedMessages(program, ref, into, seen)) return;
      break;
    case 'call':
      if (mappedMessages(program, ref, place, into, seen)) return;
      break;
    default:
  }
  into.push({ kind: 'prompt-messages', value: ref, place });
}

/** A list that every known caller writes out. */
function passedMessages(program: Program, parameter: Ref, into: Part[], seen: Set<Ref>): boolean {
  const inputs = program.parameterInputs(parameter);
  if (inputs.length === 0 || !inputs.every((input) => program.value(input).kind === 'array')) return false;
  for (const input of inputs) {
    const file = program.fileOf(input).path;
    takeApart(program, input, { range: program.value(input).range, condition: -1, file }, into, seen);
  }
  for (const call of program.additions(parameter)) addedMessages(program, call, into, seen);
  return true;
}

/** `('human', question)`: a role and a text. */
function takeApartPair(program: Program, pair: Ref, place: Place, into: Part[]): boolean {
  const value = program.value(pair);
  if (value.kind !== 'array') return false;
  const file = program.fileOf(pair);
  const [role, text, ...others] = value.items;
  if (role === undefined || text === undefined || others.length > 0 || !('value' in role && 'value' in text))
    return false;
  const literals = program.literals(program.ref(file, role.value)) ?? [];
  const kinds = literals.map((literal) => (typeof literal === 'string' ? PAIR_ROLES[literal] : undefined));
  const [kind] = kinds;
  if (kind === undefined || kinds.some((each) => each !== kind)) return false;
  into.push({ kind, value: program.ref(file, text.value), place: { ...place, range: text.range ?? place.range } });
  return true;
}

function addedMessages(program: Program, call: Ref, into: Part[], seen: Set<Ref>): void {
  const value = program.value(call);
  if (value.kind !== 'call') return;
  for (const argument of value.arguments) {
    const file = program.fileOf(call);
    const place = { range: argument.range, condition: value.condition, file: file.path };
    takeApart(program, program.ref(file, argument.value), place, into, seen);
  }
}

/** `history.map((m) => ({ role: 'user', content: m.text }))`: what the callback makes; other calls stay whole. */
function mappedMessages(program: Program, call: Ref, place: Place, into: Part[], seen: Set<Ref>): boolean {
  const value = program.value(call);
  if (value.kind !== 'call') return false;
  const file = program.fileOf(call);
  const callee = program.value(program.ref(file, value.callee));
  if (callee.kind !== 'member') return false;
  if (callee.key === 'concat') {
    takeApart(program, program.ref(file, callee.object), place, into, seen);
    for (const argument of value.arguments) {
      takeApart(program, program.ref(file, argument.value), { ...place, range: argument.range }, into, seen);
    }
    return true;
  }
  if (callee.key !== 'map' && callee.key !== 'flatMap') return false;
  const callback = value.arguments[0];
  const functions = callback === undefined ? [] : program.functions(program.ref(file, callback.value));
  const made = functions.flatMap((fn) => {
    const home = program.fileOfFunction(fn);
    return program
      .function(fn)
      .returns.flatMap((exit) =>
        exit.value < 0 ? [] : [{ ref: program.ref(home, exit.value), condition: exit.condition }],
      );
  });
  // A callback that gives anything but new objects hands on what it gets.
  if (made.length === 0 || !made.every(({ ref }) => program.value(ref).kind === 'object')) return false;
  for (const { ref, condition } of made) {
    takeApart(program, ref, { range: undefined, condition, file: program.fileOf(ref).path }, into, seen);
  }
  return true;
}

const ROLES: Readonly<Record<string, SinkKind | undefined>> = {
  system: 'prompt-system',
  developer: 'prompt-system',
  user: 'prompt-user',
  human: 'prompt-user',
};

const PAIR_ROLES: typeof ROLES = { ...ROLES, assistant: 'prompt-other', ai: 'prompt-other' };

/** A message of its own: its role decides what its text is; a role that is no constant is a sink itself. */
function takeApartMessage(program: Program, message: Ref, place: Place, into: Part[], seen: Set<Ref>): void {
  const roles = follow(program, message, 'Member[role]').values;
  const value = program.value(message);
  if (value.kind !== 'object') return;
  const file = program.fileOf(message);
  for (const entry of value.entries) {
    if ('spread' in entry)
      takeApart(program, program.ref(file, entry.spread), { ...place, range: entry.range }, into, seen);
  }
  const [role] = roles;
  if (role === undefined) return;
  const literals = program.literals(role.ref);
  if (literals === undefined) {
    const site = propertySite(program, message, 'role');
    const range: Range | undefined = site === undefined ? place.range : [site.valueSpan.start, site.valueSpan.end];
    into.push({ kind: 'prompt-role', value: role.ref, place: { ...place, range } });
  }
  const kinds = new Set(
    (literals ?? []).map((literal) => (typeof literal === 'string' ? ROLES[literal] : undefined) ?? 'prompt-other'),
  );
  for (const kind of kinds) {
    for (const { ref, holder } of follow(program, message, 'Member[content,parts]').values) {
      const site = holder === undefined ? undefined : propertySite(program, holder.object, holder.key);
      const range: Range | undefined = site === undefined ? undefined : [site.valueSpan.start, site.valueSpan.end];
      into.push({ kind, value: ref, place: { ...place, range: range ?? place.range } });
    }
  }
}
