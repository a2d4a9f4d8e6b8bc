import type { Agent, ModelCall, PromptSlot, SlotRow, Span } from '@leashlint/rules';
import type { Program, Ref } from '../program/program.js';
import type { SlotDraft } from './drafts.js';
import { follow, followTokens } from './relative.js';
import type { FollowedValue } from './relative.js';
import { siteSpan } from './row-values.js';
import { literalOf } from './sites.js';

/** Prompt slots of a call or agent. Messages that are written out become one slot each, by role. */
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
  return slotDraft(program, start, { role, name, span: siteSpan(program, value) }, value.ref, owner);
}

function slotDraft(program: Program, start: Ref, slot: PromptSlot, value: Ref, owner: ModelCall | Agent): SlotDraft {
  const call = program.value(start);
  const sameFile = program.fileOf(start) === program.fileOf(value);
  return { slot, value, condition: call.kind === 'call' && sameFile ? call.condition : -1, owner };
}

/** `Argument[0].Member[config].Member[systemInstruction]` → `config.systemInstruction`. */
export function optionName(path: string): string {
  const names = [...path.matchAll(/Member\[([^\],]+)[^\]]*\]/g)].map((match) => match[1]);
  return names.length > 0 ? names.join('.') : path.replace(/^Argument\[(\d+).*$/, 'argument $1');
}

const ROLES: Readonly<Record<string, PromptSlot['role']>> = {
  system: 'system',
  developer: 'system',
  user: 'user',
  human: 'user',
  assistant: 'assistant',
  ai: 'assistant',
  model: 'assistant',
  tool: 'tool',
  function: 'tool',
};

const CONTENT_KEYS = ['content', 'parts', 'text'] as const;

function messageDrafts(
  program: Program,
  start: Ref,
  list: FollowedValue,
  name: string,
  owner: ModelCall | Agent,
): readonly SlotDraft[] {
  const whole = draft(program, start, 'messages', name, list, owner);
  const { values, open } = followTokens(program, list.ref, [{ kind: 'ArrayElement' }]);
  if (values.length === 0) return isText(program, list.ref) ? [{ ...whole, slot: { ...whole.slot, role: 'user' } }] : [whole];
  const written = values.flatMap((element, index) =>
    messageDraft(program, start, element.ref, `${name}[${String(index)}]`, owner),
  );
  return open || written.length < values.length ? [...written, whole] : written;
}

function isText(program: Program, ref: Ref): boolean {
  const kinds = program.origins(ref).map((origin) => (origin.kind === 'value' ? program.value(origin.at).kind : undefined));
  return kinds.length > 0 && kinds.every((kind) => kind === 'literal' || kind === 'template');
}

/** One message: `{ role, content }` or a pair of role and text. Empty if it is built elsewhere. */
function messageDraft(
  program: Program,
  start: Ref,
  message: Ref,
  name: string,
  owner: ModelCall | Agent,
): readonly SlotDraft[] {
  const object = program.object(message);
  if (object !== undefined) {
    const role = roleOf(program, program.property(object, 'role').values);
    if (role === undefined) return [];
    return CONTENT_KEYS.flatMap((key) =>
      follow(program, object, `Member[${key}]`).values.flatMap((value) =>
        contents(program, value).map((content) =>
          slotDraft(program, start, { role, name: `${name}.${key}`, span: content.span }, content.ref, owner),
        ),
      ),
    );
  }
  const pair = followTokens(program, message, [{ kind: 'ArrayElement' }]).values;
  const [first, second] = pair;
  const role = first && roleOf(program, [first.ref]);
  if (pair.length !== 2 || role === undefined || second === undefined) return [];
  return [draft(program, start, role, name, second, owner)];
}

function roleOf(program: Program, values: readonly Ref[]): PromptSlot['role'] | undefined {
  const [value] = values;
  const literal = value === undefined || values.length > 1 ? undefined : literalOf(program, value);
  return typeof literal === 'string' ? ROLES[literal] : undefined;
}

/** The text of a content that is a list of parts, else the content itself. */
function contents(program: Program, content: FollowedValue): readonly { readonly ref: Ref; readonly span: Span }[] {
  const parts = followTokens(program, content.ref, [{ kind: 'ArrayElement' }]);
  const texts = parts.values.flatMap((part) => {
    const object = program.object(part.ref);
    return object === undefined ? [] : follow(program, object, 'Member[text,content]').values;
  });
  if (texts.length === 0 || parts.open) return [{ ref: content.ref, span: siteSpan(program, content) }];
  return texts.map((text) => ({ ref: text.ref, span: siteSpan(program, text) }));
}
