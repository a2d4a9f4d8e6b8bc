import type { Program, Ref } from '../../program/program.js';
import { argumentAt } from '../../program/origins.js';
import { listedValues } from '../catalogue/listed-values.js';
import { followTokens } from '../catalogue/relative.js';
import type { Bind } from './tool-instances.js';
import { receiverOf } from '../flow/way-back.js';

const MAX_DEPTH = 6;

/**
 * Finds what a shared handler has in its tables under the name of the requested tool: `handlers[name]`,
 * `tools.find((tool) => tool.name === name)`, `new Map([[name, handler]]).get(name)`. `isName` knows the requested name.
 */
export function tableBind(program: Program, name: string, isName: (ref: Ref) => boolean): Bind {
  const bind = (ref: Ref, depth: number): readonly Ref[] => {
    if (depth > MAX_DEPTH) return [ref];
    const value = program.value(ref);
    const file = program.fileOf(ref);
    const inner = (id: number): readonly Ref[] => bind(program.ref(file, id), depth + 1);
    switch (value.kind) {
      case 'element': {
        if (!isName(program.ref(file, value.key))) return [ref];
        const object = program.object(program.ref(file, value.object));
        const found = object === undefined ? [] : program.property(object, name).values;
        return found.length > 0 ? found : [ref];
      }
      case 'member': {
        const holders = inner(value.object);
        if (holders.length === 1 && holders[0] === program.ref(file, value.object)) return [ref];
        return holders.flatMap((holder) => {
          const object = program.object(holder);
          return object === undefined ? [] : program.property(object, value.key).values;
        });
      }
      case 'await': {
        const found = inner(value.value);
        return found.length === 1 && found[0] === program.ref(file, value.value) ? [ref] : found;
      }
      case 'call':
        return lookedUp(ref) ?? [ref];
      default:
        return [ref];
    }
  };

  const lookedUp = (call: Ref): readonly Ref[] | undefined => {
    const value = program.value(call);
    const receiver = receiverOf(program, call);
    if (value.kind !== 'call' || receiver === undefined) return undefined;
    const callee = program.value(program.ref(program.fileOf(call), value.callee));
    if (callee.kind !== 'member') return undefined;
    const key = argumentAt(program, call, 0);
    const found =
      callee.key === 'find'
        ? listedValues(program, receiver).filter((element) => isNamed(element))
        : callee.key === 'get' && key !== undefined && isName(key)
          ? entriesOf(receiver)
          : [];
    return found.length > 0 ? found : undefined;
  };

  const isNamed = (element: Ref): boolean => {
    const object = program.object(element);
    return object !== undefined && program.property(object, 'name').values.some((value) => isText(value));
  };

  const isText = (value: Ref): boolean => program.literals(value)?.includes(name) === true;

  /** Values of `new Map([[key, value]])` under the name. */
  const entriesOf = (map: Ref): readonly Ref[] =>
    program.origins(map).flatMap((origin) => {
      const made = program.value(origin.at);
      const pairs = made.kind === 'call' && made.construct ? argumentAt(program, origin.at, 0) : undefined;
      if (pairs === undefined) return [];
      return followTokens(program, pairs, [{ kind: 'ArrayElement' }]).values.flatMap((pair) => {
        const array = program.value(pair.ref);
        const [key, value] = array.kind === 'array' ? array.items : [];
        if (key === undefined || value === undefined || !('value' in key) || !('value' in value)) return [];
        const home = program.fileOf(pair.ref);
        return isText(program.ref(home, key.value)) ? [program.ref(home, value.value)] : [];
      });
    });

  return (ref) => bind(ref, 0);
}
