import type { SinkKind } from '@leashlint/rules';
import type { CallValue, Range } from '../../facts.js';
import { chainLinks } from '../../program/chain-links.js';
import type { Program, Ref } from '../../program/program.js';
import type { SlotDraft } from '../drafts.js';
import type { ModelCallEntry } from '../entries.js';
import { textOf } from '../catalogue/row-values.js';
import type { Sink } from '../flow/sinks.js';

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
  'ainvoke',
  'astream',
  'format_messages',
  'aformat_messages',
  'format_prompt',
  'run',
  'arun',
  'predict',
  'apredict',
]);
const MAX_LINKS = 5;

/** `ChatPromptTemplate.fromMessages([['human', 'Use {context}']]).pipe(model).invoke({ context })`: what fills `{context}`. */
export function variableSinks(program: Program, calls: readonly ModelCallEntry[]): readonly VariableSink[] {
  const templates = new Map(calls.filter(({ prepares }) => prepares).map((entry) => [entry.ref, entry]));
  const files = new Set([...templates.keys()].map((ref) => program.fileOf(ref)));
  return [...files].flatMap((file) =>
    file.facts.values.flatMap((value, id): readonly VariableSink[] => {
      const ref = program.ref(file, id);
      if (value.kind === 'object') return filledByLink(program, ref, templates);
      if (value.kind !== 'call') return [];
      const callee = file.facts.values[value.callee];
      if (callee?.kind !== 'member' || !FILLS.has(callee.key)) return [];
      const [first] = value.arguments;
      const given =
        first === undefined || first.name !== undefined ? undefined : program.object(program.ref(file, first.value));
      const named = value.arguments.flatMap(({ name, value: passed, range, spread }) =>
        name === undefined || spread === true ? [] : [{ key: name, value: program.ref(file, passed), range }],
      );
      const entries = given === undefined ? named : [...entriesOf(program, given), ...named];
      if (entries.length === 0) return [];
      const template = templateBehind(program, program.ref(file, callee.object), templates, 0);
      return template === undefined ? [] : filled(program, ref, entries, template);
    }),
  );
}

/** `{'context': retrieve, 'question': ask} | prompt | model`: the dictionary fills the template behind it. */
function filledByLink(
  program: Program,
  chain: Ref,
  templates: ReadonlyMap<Ref, ModelCallEntry>,
): readonly VariableSink[] {
  const [first, second, ...others] = chainLinks(program, chain);
  // Longer chains hold the shortest one.
  const dictionary = first === undefined || others.length > 0 ? undefined : program.object(first);
  const template = second === undefined ? undefined : templateBehind(program, second, templates, 0);
  if (dictionary === undefined || template === undefined) return [];
  return filled(program, chain, entriesOf(program, dictionary), template);
}

interface Entry {
  readonly key: string;
  readonly value: Ref;
  readonly range: Range;
}

function entriesOf(program: Program, object: Ref): readonly Entry[] {
  const value = program.value(object);
  const file = program.fileOf(object);
  if (value.kind !== 'object') return [];
  return value.entries.flatMap((entry) =>
    'key' in entry ? [{ key: entry.key, value: program.ref(file, entry.value), range: entry.range }] : [],
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
    for (const link of linksBefore(program, at)) {
      const found = templateBehind(program, link, templates, depth + 1);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** What a chain starts with: `prompt.pipe(model)`, `prompt | model`, `LLMChain(llm=model, prompt=prompt)`. */
function linksBefore(program: Program, at: Ref): readonly Ref[] {
  const value = program.value(at);
  const file = program.fileOf(at);
  if (value.kind !== 'call') return chainLinks(program, at).slice(0, 1);
  const callee = program.value(program.ref(file, value.callee));
  const named = value.arguments.find(({ name }) => name === 'prompt');
  if (named !== undefined) return [program.ref(file, named.value)];
  if (callee.kind !== 'member') return [];
  const links = callee.key === 'pipe' ? [callee.object] : callee.key === 'from' ? firstItems(program, at, value) : [];
  return links.map((link) => program.ref(file, link));
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
  at: Ref,
  entries: readonly Entry[],
  template: ModelCallEntry,
): readonly VariableSink[] {
  const value = program.value(at);
  const condition = value.kind === 'call' ? value.condition : -1;
  return entries.flatMap((entry): readonly VariableSink[] => {
    const file = program.fileOf(entry.value);
    const sameFile = file === program.fileOf(at);
    return template.slots.flatMap((slot): readonly VariableSink[] => {
      const around = textAround(textOf(program, slot.value), entry.key);
      if (around === undefined) return [];
      const kind: SinkKind = slot.slot.role === 'system' ? 'prompt-system' : 'prompt-user';
      const sink: Sink = {
        kind,
        value: entry.value,
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
