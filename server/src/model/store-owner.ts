import type { StoreOwner } from '@leashlint/rules';
import type { Ref } from '../program/program.js';
import type { ModelContext } from './entries.js';
import { dependenceOf } from './dependence.js';
import type { KeyedEntry } from './entry-value-range.js';
import { wayBack } from './way-back.js';

/** Fields that say whose an entry is. */
const OWNER =
  /^(?:(?:user|account|tenant|org|organi[sz]ation|workspace|owner|customer|company|team|client)_?id|tenant|owner|user|workspace|organi[sz]ation|org|uploaded_?by|created_?by)$/i;
/** Fields that say where an entry comes from, who brought it, or that somebody has looked at it. */
const PROVENANCE =
  /source|url|uri|path|file|origin|author|sender|upload|hash|sha|digest|checksum|ingest|fetched|crawled|created|trust|review|approv|status|by$|_?id$|title|name/i;
const METADATA = /^(?:metadatas?|payloads?|properties)$/;

interface Entry {
  readonly entry: KeyedEntry;
  readonly object: Ref;
}

/** The first field or option among values that says whose an entry is, with a value that is no constant. */
export function ownerIn(context: ModelContext, values: readonly Ref[]): StoreOwner | undefined {
  const { program } = context;
  for (const { entry, object } of values.flatMap((value) => entriesIn(context, value))) {
    const file = program.fileOf(object);
    if (!OWNER.test(entry.key) || dependenceOf(context, program.ref(file, entry.value)) === 'fixed') continue;
    return { name: entry.key, span: program.spanOfRange(file, entry.range) };
  }
  return undefined;
}

/** Who somebody is, in a text or name that is no field: `namespace: user.orgId`. */
export function ownerNamed({ program }: ModelContext, value: Ref): StoreOwner | undefined {
  for (const { ref } of wayBack(program, value, [])) {
    const facts = program.value(ref);
    if (facts.kind === 'member' && OWNER.test(facts.key)) return { name: facts.key, span: program.span(ref) };
    if (facts.kind !== 'parameter') continue;
    const file = program.fileOf(ref);
    const name = file.facts.functions[facts.function]?.parameters[facts.index]?.name;
    if (name !== undefined && OWNER.test(name)) return { name, span: program.span(ref) };
  }
  return undefined;
}

/** Whether metadata that the code writes itself says where the content comes from. */
export function keepsProvenance(context: ModelContext, content: readonly Ref[], beside: readonly Ref[]): boolean {
  const named = content.flatMap((value) => entriesIn(context, value)).filter(({ entry }) => METADATA.test(entry.key));
  const { program } = context;
  const inside = named.map(({ entry, object }) => program.ref(program.fileOf(object), entry.value));
  return [...inside, ...beside]
    .flatMap((value) => entriesIn(context, value))
    .some(({ entry }) => PROVENANCE.test(entry.key));
}

const MAX_OBJECTS = 60;

/** Entries of the objects that a value is made of, those that callbacks return and later writes included. */
function entriesIn({ program }: ModelContext, from: Ref): readonly Entry[] {
  const objects = new Set<Ref>();
  const seen = new Set<Ref>();
  const visit = (value: Ref, depth: number): void => {
    if (seen.has(value) || objects.size > MAX_OBJECTS) return;
    seen.add(value);
    for (const { ref } of wayBack(program, value, [])) {
      const facts = program.value(ref);
      if (facts.kind === 'object') objects.add(ref);
      if (facts.kind !== 'function' || depth > 2) continue;
      const fn = program.functionRef(program.fileOf(ref), facts.function);
      for (const exit of program.function(fn).returns)
        if (exit.value >= 0) visit(program.ref(program.fileOf(ref), exit.value), depth + 1);
    }
  };
  visit(from, 0);
  const owner = program.function(program.functionOf(from));
  const file = program.fileOf(from);
  for (const store of file.facts.stores) {
    const inside = owner.range[0] <= store.range[0] && store.range[1] <= owner.range[1];
    if (!inside || owner.kind === 'module' || typeof store.key !== 'string' || !/metadata|payload/i.test(store.key))
      continue;
    visit(program.ref(file, store.value), 1);
  }
  return [...objects].flatMap((object) => {
    const facts = program.value(object);
    return facts.kind === 'object' ? facts.entries.flatMap((entry) => ('key' in entry ? [{ entry, object }] : [])) : [];
  });
}
