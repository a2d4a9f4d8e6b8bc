import type { Range, ValueId } from '../../facts.js';
import { globalValue, importValue, phi } from '../shared/file-draft.js';
import { lookup } from '../shared/scope.js';
import { readVariable } from '../shared/variables.js';
import { builtins } from './builtins.js';
import type { FileDraft } from './draft.js';

/** The value of a name. What nothing declares is a built-in, or comes from a module of which all names were imported. */
export function readName(file: FileDraft, name: string, range: Range): ValueId {
  const binding = lookup(file.frame.scope, name);
  if (binding) return readVariable(file, binding, range);
  const { starModules, frame } = file;
  if (starModules.length === 0 || builtins.has(name)) return globalValue(file, name, range);
  const imported = starModules.map((module) => importValue(file, module, name, range));
  const [only] = imported;
  if (only !== undefined && imported.length === 1) return only;
  return phi(
    file,
    imported,
    imported.map(() => frame.condition),
    range,
  );
}

/** Whether a name is the built-in of that name. */
export function isBuiltin(file: FileDraft, value: ValueId | undefined, name: string): boolean {
  const facts = value === undefined ? undefined : file.values[value];
  if (facts?.kind === 'import') return facts.module === 'builtins' && facts.name === name;
  return facts?.kind === 'global' && facts.name === name;
}

/** The module and name that a value was imported as: `typing`, `Literal` for `typing.Literal` too. */
export function importedAs(
  file: FileDraft,
  value: ValueId,
): { readonly module: string; readonly name: string } | undefined {
  const facts = file.values[value];
  if (facts?.kind === 'import') return { module: facts.module, name: facts.name };
  if (facts?.kind !== 'member') return undefined;
  const object = file.values[facts.object];
  return object?.kind === 'import' && object.name === '*' ? { module: object.module, name: facts.key } : undefined;
}
