import { configFrontEnd } from '../../../src/frontends/config/front-end.js';
import type { FileFacts, ValueId } from '../../../src/facts.js';

/** What a data file says, with every literal beside the text it was read from. */
export function plain(path: string, text: string): { data: unknown; problems: string[]; facts: FileFacts } {
  const facts = configFrontEnd.lower(path, text);
  const root = facts.exports[0];
  const data = root !== undefined && 'value' in root ? valueOf(facts, root.value) : undefined;
  const problems = facts.problems.map(({ message, range }) => `${message} @ ${JSON.stringify(text.slice(...range))}`);
  return { data, problems, facts };
}

function valueOf(facts: FileFacts, id: ValueId, open: readonly ValueId[] = []): unknown {
  const value = facts.values[id];
  if (value === undefined || open.includes(id)) return '(cycle)';
  const inner = [...open, id];
  if (value.kind === 'literal') return value.value;
  if (value.kind === 'array')
    return value.items.map((item) => ('value' in item ? valueOf(facts, item.value, inner) : '…'));
  if (value.kind !== 'object') return `(${value.kind})`;
  const data: Record<string, unknown> = {};
  for (const entry of value.entries) {
    if ('key' in entry) data[entry.key] = valueOf(facts, entry.value, inner);
    else if ('spread' in entry) Object.assign(data, valueOf(facts, entry.spread, inner));
  }
  return data;
}

/** `key → text of its value`, for every entry of every object. */
export function places(text: string, facts: FileFacts): string[] {
  return facts.values.flatMap((value) =>
    value.kind !== 'object'
      ? []
      : value.entries.flatMap((entry) => {
          if (!('key' in entry)) return [];
          const range = facts.values[entry.value]?.range ?? [0, 0];
          return [`${text.slice(...entry.keyRange)} → ${text.slice(...range)}`];
        }),
  );
}
