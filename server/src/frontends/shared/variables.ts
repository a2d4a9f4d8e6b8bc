import type { Range, ValueId } from '../../facts.js';
import { valueIn } from './environment.js';
import { addValue, globalValue, literal, phi, type FileDraft } from './file-draft.js';
import { lookup, type Binding } from './scope.js';

/** Whether the function being lowered knows the variable's value at every place. */
function isLocal(file: FileDraft, binding: Binding): boolean {
  return binding.owner === file.frame.owner && !binding.assignedInClosure;
}

export function writeVariable(file: FileDraft, binding: Binding, value: ValueId): void {
  binding.writes.push(value);
  if (isLocal(file, binding)) file.frame.environment.changes.set(binding.id, value);
}

/** Gives a declared name its value; unbound names are the runtime's and are left alone. */
export function assignName(file: FileDraft, name: string, value: ValueId): void {
  const binding = lookup(file.frame.scope, name);
  if (binding) writeVariable(file, binding, value);
}

export function readName(file: FileDraft, name: string, range: Range): ValueId {
  const binding = lookup(file.frame.scope, name);
  if (binding) return readVariable(file, binding, range);
  return name === 'undefined' ? literal(file, undefined, range) : globalValue(file, name, range);
}

export function readVariable(file: FileDraft, binding: Binding, range: Range): ValueId {
  if (isLocal(file, binding)) {
    const known = valueIn(file.frame.environment, binding.id);
    if (known !== undefined) return known;
    if (!binding.captured) return literal(file, undefined, range);
  } else {
    const [only] = binding.writes;
    if (only !== undefined && binding.assignments <= 1) return only;
  }
  return cellOf(file, binding);
}

/** The variable as closures see it. With a single write it is replaced by that value in the end. */
function cellOf(file: FileDraft, binding: Binding): ValueId {
  binding.cell ??= addValue(file, {
    kind: 'cell',
    name: binding.name,
    writes: binding.writes,
    range: binding.range,
    fn: file.frame.fn,
  });
  return binding.cell;
}

/** Gives the variables that a loop assigns a `phi` at its head; the result adds what they hold at the end of a round. */
export function enterLoop(file: FileDraft, names: ReadonlySet<string> | undefined, range: Range): () => void {
  const { frame } = file;
  const heads: { readonly binding: Binding; readonly value: ValueId }[] = [];
  for (const name of names ?? []) {
    const binding = lookup(frame.scope, name);
    if (!binding || !isLocal(file, binding)) continue;
    const before = valueIn(frame.environment, binding.id) ?? literal(file, undefined, binding.range);
    const value = phi(file, [before], [frame.condition], range);
    frame.environment.changes.set(binding.id, value);
    heads.push({ binding, value });
  }
  return () => {
    if (frame.dead) return;
    for (const { binding, value } of heads) {
      const draft = file.phis.get(value);
      draft?.inputs.push(valueIn(frame.environment, binding.id) ?? value);
      draft?.conditions.push(frame.condition);
    }
  };
}
