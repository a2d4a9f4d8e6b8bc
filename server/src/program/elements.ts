import { MAX_PATH } from './api-path.js';
import type { FileIndex } from './file-index.js';
import type { Members } from './object-members.js';
import { addOrigin } from './origins.js';
import type { Origin, Program, ProgramFile, Ref } from './program.js';
import { indexOf } from './refs.js';

/** Containers that one look-up goes through by spreads. */
const MAX_CONTAINERS = 64;

/** Values that stand in an array, or under any key of an object: written, spread from others, pushed or set later. */
export function createElements(program: Program, indexOfFile: (file: ProgramFile) => FileIndex) {
  return function elementsOf(origin: Origin, at: Ref): Members {
    const refs = new Set<Ref>();
    const origins: Origin[] = [];
    // Containers that spread each other are looked at once.
    const seen = new Set<Ref>();
    collect(origin);
    return { refs: [...refs], origins };

    function collect(from: Origin): void {
      if (from.kind !== 'value') {
        addOrigin(origins, elementOfOther(from, at));
        return;
      }
      if (seen.has(from.at) || seen.size >= MAX_CONTAINERS) return;
      seen.add(from.at);
      const file = program.fileOf(from.at);
      const value = program.value(from.at);
      if (value.kind === 'object') {
        for (const entry of value.entries) {
          if ('spread' in entry) spread(program.ref(file, entry.spread));
          else refs.add(program.ref(file, entry.value));
        }
      } else if (value.kind === 'array') {
        for (const item of value.items) {
          if ('spread' in item) spread(program.ref(file, item.spread));
          else refs.add(program.ref(file, item.value));
        }
      }
      const index = indexOfFile(file);
      for (const store of index.stores.get(indexOf(from.at)) ?? []) refs.add(program.ref(file, store.value));
      for (const call of index.additions.get(indexOf(from.at)) ?? []) {
        for (const added of addedValues(file, call)) refs.add(program.ref(file, added));
      }
    }

    function spread(container: Ref): void {
      for (const from of program.origins(container)) collect(from);
    }
  };
}

function elementOfOther(origin: Origin, at: Ref): Origin {
  if (origin.kind !== 'api' || origin.path.length >= MAX_PATH) return { kind: 'unknown', at };
  return { ...origin, path: [...origin.path, 'ArrayElement'], at };
}

function addedValues(file: ProgramFile, call: number): readonly number[] {
  const value = file.facts.values[call];
  if (value?.kind !== 'call') return [];
  const callee = file.facts.values[value.callee];
  const skip = callee?.kind === 'member' && callee.key === 'set' ? 1 : 0;
  return value.arguments.slice(skip).map((argument) => argument.value);
}
