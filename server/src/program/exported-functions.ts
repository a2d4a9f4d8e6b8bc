import type { FileFacts, FunctionId, ValueId } from '../facts.js';

/**
 * What of an exported value a function is: the value `itself`, which callers name as they import it, or a `member` of it,
 * which they name by its key.
 */
export interface FunctionExport {
  readonly name: string;
  readonly as: 'itself' | 'member';
}

type Reached = Map<FunctionId, FunctionExport['as']>;

/** Values in values are looked into this deep. */
const MAX_DEPTH = 4;

const known = new WeakMap<FileFacts, ReadonlyMap<FunctionId, readonly FunctionExport[]>>();

/** The exports of a file by the functions that leave it there, in the order of the exports. */
export function exportedFunctions(facts: FileFacts): ReadonlyMap<FunctionId, readonly FunctionExport[]> {
  let found = known.get(facts);
  if (found === undefined) known.set(facts, (found = collect(facts)));
  return found;
}

function collect(facts: FileFacts): ReadonlyMap<FunctionId, readonly FunctionExport[]> {
  const found = new Map<FunctionId, FunctionExport[]>();
  for (const entry of facts.exports) {
    if (!('value' in entry)) continue;
    const reached: Reached = new Map();
    reach(facts, entry.value, 0, false, reached);
    for (const [fn, as] of reached) {
      const list = found.get(fn);
      if (list === undefined) found.set(fn, [{ name: entry.name, as }]);
      else list.push({ name: entry.name, as });
    }
  }
  return found;
}

/** Adds the functions in a value; `inside` says that the value is a member of the exported one. */
function reach(facts: FileFacts, id: ValueId, depth: number, inside: boolean, into: Reached): void {
  const value = facts.values[id];
  if (value === undefined || depth > MAX_DEPTH) return;
  const add = (fn: FunctionId, as: FunctionExport['as']): void => {
    if (as === 'itself' && !inside) into.set(fn, as);
    else if (!into.has(fn)) into.set(fn, 'member');
  };
  const further = (values: readonly ValueId[], inMember = inside): void => {
    for (const inner of values) reach(facts, inner, depth + 1, inMember, into);
  };
  switch (value.kind) {
    case 'function':
      return add(value.function, 'itself');
    case 'class':
      for (const [fn, { class: owner, kind }] of facts.functions.entries())
        if (owner === value.class) add(fn, kind === 'constructor' ? 'itself' : 'member');
      return;
    case 'object':
      return further(
        value.entries.map((entry) => ('spread' in entry ? entry.spread : entry.value)),
        true,
      );
    case 'array':
      return further(value.items.map((item) => ('spread' in item ? item.spread : item.value)));
    case 'phi':
      return further(value.inputs);
    case 'cell':
      return further(value.writes);
    case 'call':
      return further(value.arguments.map((argument) => argument.value));
    default:
      return;
  }
}
