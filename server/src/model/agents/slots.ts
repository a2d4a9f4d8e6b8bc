import type { Agent, ModelCall, PromptSlot, SlotRow } from '@leashlint/rules';
import type { Program, Ref } from '../../program/program.js';
import type { SlotDraft } from '../drafts.js';
import { follow, followTokens } from '../catalogue/relative.js';
import type { FollowedValue } from '../catalogue/relative.js';
import { siteSpan } from '../catalogue/row-values.js';
import { literalOf } from '../catalogue/literal-of.js';

/** Prompt slots of a call or agent. One per value that a row finds. */
export function slotDrafts(
  program: Program,
  start: Ref,
  rows: readonly SlotRow[],
  owner: ModelCall | Agent,
): readonly SlotDraft[] {
  const drafts = rows.flatMap((row) =>
    follow(program, start, row.at).values.flatMap((value) => {
      const name = optionName(row.at);
      return row.role === 'messages'
        ? messageDrafts(program, start, value, name, owner)
        : [draft(program, start, row.role, name, value, owner)];
    }),
  );
  return [...new Map(drafts.map((entry) => [`${String(entry.value)} ${entry.slot.role}`, entry])).values()];
}

function draft(
  program: Program,
  start: Ref,
  role: PromptSlot['role'],
  name: string,
  value: FollowedValue,
  owner: ModelCall | Agent,
): SlotDraft {
  return slotDraft(program, start, { role, name, span: slotSpan(program, start, value) }, value.ref, owner);
}

/** A variable that is passed stands in the call, not where its value was made. */
function slotSpan(program: Program, start: Ref, value: FollowedValue): PromptSlot['span'] {
  const call = program.value(start);
  const file = program.fileOf(start);
  const passed =
    value.holder === undefined && call.kind === 'call'
      ? call.arguments.find((argument) => program.ref(file, argument.value) === value.ref)
      : undefined;
  return passed === undefined ? siteSpan(program, value) : program.spanOfRange(file, passed.range);
}

function slotDraft(program: Program, start: Ref, slot: PromptSlot, value: Ref, owner: ModelCall | Agent): SlotDraft {
  const call = program.value(start);
  const sameFile = program.fileOf(start) === program.fileOf(value);
  return { slot, value, condition: call.kind === 'call' && sameFile ? call.condition : -1, owner };
}

/** `Argument[0].Member[config].Member[systemInstruction]` → `config.systemInstruction`; a keyword argument has a name too. */
export function optionName(path: string): string {
  const names = [...path.matchAll(/Member\[([^\],]+)[^\]]*\]/g)].map((match) => match[1]);
  const keyword = /^Argument\[(?:\d+,)?([A-Za-z_]\w*)\]/.exec(path)?.[1];
  if (keyword !== undefined) names.unshift(keyword);
  return names.length > 0 ? names.join('.') : path.replace(/^Argument\[(\d+).*$/, 'argument $1');
}

const ROLES: Readonly<Record<string, PromptSlot['role']>> = {
  system: 'system',
  developer: 'system',
  user: 'user',
  human: 'user',
  assistant: 'assistant',
  ai: 'assistant',
};

/** A list of messages stays whole: the flow half takes it apart. Plain text is a user message, pairs are one slot each. */
function messageDrafts(
  program: Program,
  start: Ref,
  list: FollowedValue,
  name: string,
  owner: ModelCall | Agent,
): readonly SlotDraft[] {
  if (isText(program, list.ref)) return [draft(program, start, 'user', name, list, owner)];
  const pairs = pairDrafts(program, start, list, name, owner);
  return pairs ?? [draft(program, start, 'messages', name, list, owner)];
}

function isText(program: Program, ref: Ref): boolean {
  const kinds = program
    .origins(ref)
    .map((origin) => (origin.kind === 'value' ? program.value(origin.at).kind : undefined));
  return kinds.length > 0 && kinds.every((kind) => kind === 'literal' || kind === 'template');
}

/** `[['system', text], ['human', '{input}']]`; undefined if an element is something else. */
function pairDrafts(
  program: Program,
  start: Ref,
  list: FollowedValue,
  name: string,
  owner: ModelCall | Agent,
): readonly SlotDraft[] | undefined {
  const { values, open } = followTokens(program, list.ref, [{ kind: 'ArrayElement' }]);
  if (open || values.length === 0) return undefined;
  const drafts: SlotDraft[] = [];
  for (const [index, element] of values.entries()) {
    const [first, second, ...rest] = followTokens(program, element.ref, [{ kind: 'ArrayElement' }]).values;
    const role = first === undefined ? undefined : ROLES[String(literalOf(program, first.ref))];
    if (role === undefined || second === undefined || rest.length > 0) return undefined;
    drafts.push(draft(program, start, role, `${name}[${String(index)}]`, second, owner));
  }
  return drafts;
}
