import type { ClassId, FieldFacts, ValueId } from '../../facts.js';
import { addValue, phi, type ClassDraft } from '../shared/file-draft.js';
import { addFunction } from '../shared/frames.js';
import type { FileDraft } from './draft.js';
import { importedAs } from './names.js';

/** Decorators that make a constructor of the fields that a class declares. */
const MAKERS: ReadonlySet<string> = new Set([
  'dataclasses.dataclass',
  'pydantic.dataclasses.dataclass',
  'attr.s',
  'attr.attrs',
  'attr.define',
  'attr.frozen',
  'attrs.define',
  'attrs.mutable',
  'attrs.frozen',
]);

/** Whether a class takes its fields, in order, when it is called: a data class, a named tuple. */
export function takesItsFields(file: FileDraft, draft: ClassDraft): boolean {
  if (draft.constructorFunction !== undefined) return false;
  if (draft.superClass !== undefined && nameOf(file, draft.superClass) === 'typing.NamedTuple') return true;
  return isComplete(file, draft) && draft.decorators.some((decorator) => MAKERS.has(nameOf(file, decorator) ?? ''));
}

/** The imported name of a value, or of what it calls: `@dataclass(frozen=True)`. */
function nameOf(file: FileDraft, value: ValueId): string | undefined {
  const facts = file.values[value];
  const imported = importedAs(file, facts?.kind === 'call' ? facts.callee : value);
  return imported && `${imported.module}.${imported.name}`;
}

/** Whether the fields of the class above are known too, which come first. */
function isComplete(file: FileDraft, { superClass }: ClassDraft): boolean {
  return superClass === undefined || file.values[superClass]?.kind !== 'import';
}

/** Adds the constructor that nobody wrote: a parameter for each field, which it keeps. */
export function addConstructor(file: FileDraft, id: ClassId, draft: ClassDraft): void {
  const [start] = draft.range;
  const range = [start, start] as const;
  const fn = addFunction(file, {
    name: '__init__',
    nameRange: undefined,
    range,
    bodyRange: undefined,
    class: id,
    kind: 'constructor',
    async: false,
    generator: false,
  });
  const facts = file.functions[fn];
  if (!facts) return;
  const self = addValue(file, { kind: 'this', class: id, range, fn });
  for (const { name, value: given, type } of fieldsOf(file, draft)) {
    const parameter = addValue(file, { kind: 'parameter', function: fn, index: facts.parameters.length, range, fn });
    const value = given === undefined ? parameter : phi(file, [parameter, given], [-1, -1], range);
    facts.parameters.push({ name, value: parameter, rest: false, default: given, type });
    file.stores.push({ object: self, key: name, value, condition: -1, range, targetRange: range, fn });
  }
  facts.returns.push({ value: -1, condition: -1 });
  draft.constructorFunction = fn;
}

/** Annotated fields of the class and of those above it in the file, the topmost first. */
function fieldsOf(file: FileDraft, draft: ClassDraft): readonly FieldFacts[] {
  const above = draft.superClass === undefined ? undefined : file.values[draft.superClass];
  const base = above?.kind === 'class' ? file.classes[above.class] : undefined;
  const own = draft.fields.filter(
    ({ name, static: isStatic }) => !isStatic && !draft.methods.some((method) => method.name === name),
  );
  const inherited = base === undefined || base === draft ? [] : fieldsOf(file, base);
  return [...inherited.filter(({ name }) => !own.some((field) => field.name === name)), ...own];
}
