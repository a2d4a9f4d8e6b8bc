import type { SinkKind } from '@leashlint/rules';
import type { CallValue } from '../facts.js';
import type { Program, Ref } from '../program/program.js';
import type { SlotDraft } from './drafts.js';
import type { ModelCallEntry } from './entries.js';
import { textOf } from './row-values.js';
import type { Sink } from './sinks.js';

/** A value that stands for a placeholder of a prompt template, with the slot whose text has the placeholder. */
export interface VariableSink {
  readonly sink: Sink;
  readonly slot: SlotDraft;
}

/** Methods of a template, or of a chain that starts with it, whose first argument fills the placeholders. */
const FILLS: ReadonlySet<string> = new Set([
  'invoke',
  'stream',
  'call',
  'format',
  'formatMessages',
  'formatPromptValue',
  'formatPrompt',
]);
const MAX_LINKS = 5;

/** `ChatPromptTemplate.fromMessages([['human', 'Use {context}']]).pipe(model).invoke({ context })`: what fills `{context}`. */
export function variableSinks(program: Program, calls: readonly ModelCallEntry[]): readonly VariableSink[] {
  const templates = new Map(calls.filter(({ prepares }) => prepares).map((entry) => [entry.ref, entry]));
  const files = new Set([...templates.keys()].map((ref) => program.fileOf(ref)));
  return [...files].flatMap((file) =>
    file.facts.values.flatMap((value, id): readonly VariableSink[] => {
      if (value.kind !== 'call') return [];
      const callee = file.facts.values[value.callee];
      const [given] = value.arguments;
      if (callee?.kind !== 'member' || !FILLS.has(callee.key) || given === undefined) return [];
      const template = templateBehind(program, program.ref(file, callee.object), templates, 0);
      const object = program.object(program.ref(file, given.value));
      return object === undefined || template === undefined
        ? []
        : filled(program, program.ref(file, id), value, object, template);
    }),
  );
}

/** The template that a value is, or that a chain of runnables starts with. */
function templateBehind(
  program: Program,
  ref: Ref,
  templates: ReadonlyMap<Ref, ModelCallEntry>,
  depth: number,
): ModelCallEntry | undefined {
  if (depth > MAX_LINKS) return undefined;
  for (const { at } of program.origins(ref)) {
    const known = templates.get(at);
    if (known !== undefined) return known;
    const value = program.value(at);
    if (value.kind !== 'call') continue;
    const file = program.fileOf(at);
    const callee = program.value(program.ref(file, value.callee));
    if (callee.kind !== 'member') continue;
    const before =
      callee.key === 'pipe' ? [callee.object] : callee.key === 'from' ? firstItems(program, at, value) : [];
    for (const link of before) {
      const found = templateBehind(program, program.ref(file, link), templates, depth + 1);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** `RunnableSequence.from([prompt, model])` */
function firstItems(program: Program, call: Ref, { arguments: given }: CallValue): readonly number[] {
  const file = program.fileOf(call);
  const list = given[0] && file.facts.values[given[0].value];
  const first = list?.kind === 'array' ? list.items[0] : undefined;
  return first !== undefined && 'value' in first ? [first.value] : [];
}

function filled(
  program: Program,
  call: Ref,
  { condition }: CallValue,
  object: Ref,
  template: ModelCallEntry,
): readonly VariableSink[] {
  const value = program.value(object);
  if (value.kind !== 'object') return [];
  const file = program.fileOf(object);
  const sameFile = file === program.fileOf(call);
  return value.entries.flatMap((entry): readonly VariableSink[] => {
    if (!('key' in entry)) return [];
    return template.slots.flatMap((slot): readonly VariableSink[] => {
      const around = textAround(textOf(program, slot.value), entry.key);
      if (around === undefined) return [];
      const kind: SinkKind = slot.slot.role === 'system' ? 'prompt-system' : 'prompt-user';
      const sink: Sink = {
        kind,
        value: program.ref(file, entry.value),
        condition: sameFile ? condition : -1,
        span: program.spanOfRange(file, entry.range),
        label: entry.key,
        call: undefined,
        argument: undefined,
        effect: undefined,
        around,
      };
      return [{ sink, slot }];
    });
  });
}

function textAround(text: string | undefined, key: string): Sink['around'] {
  const placeholder = `{${key}}`;
  const at = text?.indexOf(placeholder) ?? -1;
  if (text === undefined || at < 0) return undefined;
  return { before: text.slice(0, at), after: text.slice(at + placeholder.length) };
}
