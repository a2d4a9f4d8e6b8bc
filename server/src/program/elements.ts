import { MAX_PATH } from './api-path.js';
import { isMap, isPairs, languageList, makesList, methodOf } from './containers.js';
import type { FieldWrite, FileIndex } from './file-index.js';
import type { Members } from './object-members.js';
import { argumentAt } from './origins.js';
import type { Origin, Program, ProgramFile, Ref } from './program.js';
import { addOrigin } from './same-origin.js';
import { indexIn } from './refs.js';
import { withToken } from './shared-paths.js';

/** Containers that one look-up goes through by spreads. */
const MAX_CONTAINERS = 64;

/** Values that stand in a list or map, or under any key of an object: written, spread from others, pushed or set later. */
export function createElements(program: Program, indexOfFile: (file: ProgramFile) => FileIndex) {
  return (origin: Origin, at: Ref): Members => elementsOf(origin, at, new Set());

  /** Containers that are made of each other are looked at once: `seen`. */
  function elementsOf(origin: Origin, at: Ref, seen: Set<Ref>): Members {
    const refs = new Set<Ref>();
    const origins: Origin[] = [];
    collect(origin);
    return { refs: [...refs], origins };

    function collect(from: Origin): void {
      if (from.kind === 'module') {
        for (const ref of exportedValues(from.path, at)) refs.add(ref);
        return;
      }
      const list = languageList(program, from);
      if (from.kind !== 'value' && list === undefined && !isMap(program, from)) {
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
      } else if (value.kind === 'call') {
        if (isMap(program, from) || list === 'Member[Object].Member[fromEntries].ReturnValue') seconds(from.at);
        else if (list === undefined) ofMethod(from.at);
        else spreadArgument(from.at, 0);
      }
      const index = indexOfFile(file);
      for (const store of index.stores.get(indexIn(file, from.at)) ?? []) refs.add(program.ref(file, store.value));
      for (const call of index.additions.get(indexIn(file, from.at)) ?? []) {
        for (const added of addedValues(file, call)) refs.add(program.ref(file, added));
      }
    }

    function spread(container: Ref): void {
      for (const from of program.origins(container)) collect(from);
    }

    function spreadArgument(call: Ref, index: number): void {
      const argument = argumentAt(program, call, index);
      if (argument !== undefined) spread(argument);
    }

    /** Second parts of the pairs that a map or table is made of. */
    function seconds(call: Ref): void {
      const list = argumentAt(program, call, 0);
      if (list === undefined) return;
      for (const from of program.origins(list)) {
        if (isPairs(program, from)) collect(from);
        else for (const pair of elementsOf(from, at, seen).refs) secondOf(pair);
      }
    }

    function secondOf(pair: Ref): void {
      for (const origin of program.origins(pair)) {
        const value = origin.kind === 'value' ? program.value(origin.at) : undefined;
        const item = value?.kind === 'array' ? value.items[1] : undefined;
        if (item !== undefined && 'value' in item) refs.add(program.ref(program.fileOf(origin.at), item.value));
      }
    }

    /** The list that a method of lists makes. */
    function ofMethod(call: Ref): void {
      const method = methodOf(program, call);
      if (method === undefined || !makesList(method.key)) return;
      if (method.key !== 'map' && method.key !== 'flatMap') {
        spread(method.receiver);
        if (method.key === 'concat') spreadArgument(call, 0);
        return;
      }
      const callback = argumentAt(program, call, 0);
      for (const fn of callback === undefined ? [] : program.functions(callback)) {
        for (const { value } of program.function(fn).returns) {
          if (value < 0) continue;
          const result = program.ref(program.fileOfFunction(fn), value);
          if (method.key === 'map') refs.add(result);
          else spread(result);
        }
      }
    }
  }

  function exportedValues(path: string, at: Ref): readonly Ref[] {
    const names = program.load(path)?.facts.exports.map((entry) => entry.name) ?? [];
    return [...new Set(names)].filter((name) => name !== '*').flatMap((name) => program.exported(path, name, at));
  }
}

function elementOfOther(origin: Origin, at: Ref): Origin {
  if (origin.kind !== 'api' || origin.path.length >= MAX_PATH) return { kind: 'unknown', at };
  return { kind: 'api', module: origin.module, path: withToken(origin.path, 'ArrayElement'), at };
}

function addedValues(file: ProgramFile, call: number): readonly number[] {
  const value = file.facts.values[call];
  if (value?.kind !== 'call') return [];
  const callee = file.facts.values[value.callee];
  const skip = callee?.kind === 'member' && callee.key === 'set' ? 1 : 0;
  return value.arguments.slice(skip).map((argument) => argument.value);
}

/** Values that a write puts under a key, or under any key. */
export function writtenValues(file: ProgramFile, write: FieldWrite, key: string | undefined): readonly number[] {
  if (write.kind === 'addition') return key === undefined ? addedValues(file, write.call) : [];
  if (write.kind === 'merge') return [];
  const { store } = write;
  return key === undefined || store.key === key || typeof store.key !== 'string' ? [store.value] : [];
}
