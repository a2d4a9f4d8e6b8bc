import type { Program, Ref } from '../../program/program.js';
import { followTokens, ownKeys } from './relative.js';

/** Elements of a list, also of `Object.values(tools)` over an object or the namespace of a file. */
export function listedValues(program: Program, list: Ref): readonly Ref[] {
  const inside = program.origins(list).flatMap((origin) => {
    const call = origin.kind === 'api' ? program.value(origin.at) : undefined;
    const isValues = origin.kind === 'api' && origin.module === 'global' && origin.path.join('.') === OBJECT_VALUES;
    const [given] = call?.kind === 'call' ? call.arguments : [];
    return isValues && given ? membersOf(program, program.ref(program.fileOf(origin.at), given.value)) : [];
  });
  return [...inside, ...followTokens(program, list, [{ kind: 'ArrayElement' }]).values.map(({ ref }) => ref)];
}

const OBJECT_VALUES = 'Member[Object].Member[values].ReturnValue';

function membersOf(program: Program, holder: Ref): readonly Ref[] {
  return program.origins(holder).flatMap((origin) => {
    if (origin.kind === 'module') {
      const names = program.load(origin.path)?.facts.exports.map((entry) => entry.name) ?? [];
      return [...new Set(names)].flatMap((name) => program.exported(origin.path, name, origin.at));
    }
    const isObject = program.value(origin.at).kind === 'object';
    return isObject ? ownKeys(program, origin.at).flatMap((key) => program.property(origin.at, key).values) : [];
  });
}
