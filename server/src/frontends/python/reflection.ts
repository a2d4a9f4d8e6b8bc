import type { ArgumentFacts, Range, ValueId } from '../../facts.js';
import { phi } from '../shared/file-draft.js';
import { constantKey, readPlace, writePlace } from '../shared/places.js';
import { lookup } from '../shared/scope.js';
import { readVariable } from '../shared/variables.js';
import type { FileDraft } from './draft.js';
import { isBuiltin } from './names.js';

/** `getattr(x, 'name')` is `x.name`, and `getattr(x, f'handle_{name}')` reads by a key of which something is known. */
export function readByName(
  file: FileDraft,
  callee: ValueId,
  args: readonly ArgumentFacts[],
  range: Range,
): ValueId | undefined {
  const [object, name, fallback] = args;
  if (!object || !name || !isBuiltin(file, callee, 'getattr')) return undefined;
  const key = constantKey(file, name.value);
  if (key === undefined && file.values[name.value]?.kind !== 'template') return undefined;
  const value = readPlace(file, { object: object.value, key: key ?? name.value }, range);
  const { condition } = file.frame;
  return fallback ? phi(file, [value, fallback.value], [condition, condition], range) : value;
}

/** What calls write without an assignment: `setattr(x, 'name', value)`, `table.update(key=value)`. */
export function writeByCall(file: FileDraft, callee: ValueId, args: readonly ArgumentFacts[], range: Range): void {
  const [object, name, value] = args;
  if (object && name && value && isBuiltin(file, callee, 'setattr')) {
    const place = { object: object.value, key: constantKey(file, name.value) ?? name.value };
    writePlace(file, place, value.value, range, range);
    return;
  }
  const method = file.values[callee];
  if (method?.kind === 'member' && method.key === 'update' && isTable(file, method.object)) {
    for (const argument of args) update(file, method.object, argument, range);
  }
}

function isTable(file: FileDraft, value: ValueId): boolean {
  const facts = file.values[value];
  return facts?.kind === 'object' || (facts?.kind === 'call' && isBuiltin(file, facts.callee, 'dict'));
}

function update(file: FileDraft, table: ValueId, { name, value }: ArgumentFacts, range: Range): void {
  if (name !== undefined && name !== '**') {
    writePlace(file, { object: table, key: name }, value, range, range);
    return;
  }
  const given = file.values[value];
  for (const entry of given?.kind === 'object' ? given.entries : []) {
    if ('spread' in entry) continue;
    const key = 'key' in entry ? entry.key : entry.computed;
    writePlace(file, { object: table, key }, entry.value, range, range);
  }
}

/** `globals()['name']`, if the module declares it. */
export function readGlobal(file: FileDraft, object: ValueId, key: string, range: Range): ValueId | undefined {
  const facts = file.values[object];
  if (facts?.kind !== 'call' || !isBuiltin(file, facts.callee, 'globals')) return undefined;
  const binding = lookup(file.scopes.root, key);
  return binding && readVariable(file, binding, range);
}
