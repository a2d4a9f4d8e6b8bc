import type { CallIndex } from './call-index.js';
import type { ClassHierarchy } from './class-hierarchy.js';
import type { FileIndex } from './file-index.js';
import type { Program, ProgramFile, Ref } from './program.js';
import { indexIn } from './refs.js';

/** The method that runs when an instance is called. */
export const CALL_METHOD = '__call__';

export interface InstanceNames {
  /** Variables and fields that hold an instance, which calls may name. */
  readonly names: readonly string[];
  /** Calls of what a call gave, in the files that make instances. */
  readonly calls: readonly Ref[];
}

/** Under which names the instances of a method's class, and of classes below it, may be called. */
export function createInstanceNames(
  program: Pick<Program, 'fileOf' | 'ref'>,
  indexOfFile: (file: ProgramFile) => FileIndex,
  everywhere: CallIndex,
  hierarchy: ClassHierarchy,
): (file: ProgramFile, method: number) => InstanceNames {
  return (home, method) => {
    const owner = home.facts.functions[method]?.class;
    if (owner === undefined) return { names: [], calls: [] };
    const classes = [{ file: home, id: owner }, ...hierarchy.derived({ file: home, id: owner })];
    const made = classes.flatMap((place): readonly Ref[] => {
      const facts = hierarchy.facts(place);
      const own = indexOfFile(place.file).calls.get(`f:${String(facts?.constructorFunction)}`) ?? [];
      const named = facts?.name === undefined ? [] : everywhere.calls(`n:${facts.name}`);
      return [...named, ...own.map((call) => program.ref(place.file, call))];
    });
    const names = new Set<string>();
    const calls: Ref[] = [];
    const files = new Map<ProgramFile, Set<number>>();
    for (const call of made) {
      const file = program.fileOf(call);
      files.set(file, (files.get(file) ?? new Set()).add(indexIn(file, call)));
    }
    for (const [file, values] of files) {
      for (const name of namesOf(file, values)) names.add(name);
      for (const call of indexOfFile(file).calls.get('n:*') ?? []) calls.push(program.ref(file, call));
    }
    return { names: [...names], calls };
  };
}

/** Names of a file's variables, fields, exports and keywords that hold one of the values. */
function namesOf({ facts }: ProgramFile, values: ReadonlySet<number>): readonly string[] {
  const names: string[] = [];
  for (const { key, value } of facts.stores) if (typeof key === 'string' && values.has(value)) names.push(key);
  for (const entry of facts.exports) if ('value' in entry && values.has(entry.value)) names.push(entry.name);
  for (const { fields } of facts.classes)
    for (const { name, value } of fields) if (value !== undefined && values.has(value)) names.push(name);
  for (const value of facts.values) {
    if (value.kind === 'cell' && value.writes.some((write) => values.has(write))) names.push(value.name);
    if (value.kind !== 'call') continue;
    for (const { name, value: given } of value.arguments) if (name !== undefined && values.has(given)) names.push(name);
  }
  return names;
}
