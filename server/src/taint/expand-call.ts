import type { SinkKind } from '@leashlint/rules';
import type { CallValue, MemberValue, Value } from '../facts.js';
import { argumentAt } from '../program/origins.js';
import { literalKey } from '../program/origins.js';
import type { FunctionRef, Origin, Program, Ref } from '../program/program.js';
import { handedFunctions } from '../program/handed-functions.js';
import { PYTHON } from '../program/resolve-python-module.js';
import {
  callbackSource,
  CLEAN_METHODS,
  FILTER_METHODS,
  FIND_METHODS,
  JOINING_METHODS,
  LOOKUP_METHODS,
  MAPPING_METHODS,
  RECEIVER_METHODS,
} from './builtin-methods.js';
import type { Step } from './expand.js';
import type { createWrites } from './expand-writes.js';
import type { GuardCheck } from './guard-check.js';
import { gatheredAt, isOfMapping, isOfResult, partsInPython } from './python-functions.js';
import { pythonMethod } from './python-methods.js';
import { FIRST_WORD, splitText } from './first-word.js';
import { partsOfArguments } from './language-functions.js';
import type { Semantics } from './semantics.js';
import { acceptedBy, type CallbackInput, type Frame, MAX_FRAMES, type State } from './state.js';

type Writes = ReturnType<typeof createWrites>;

/** What a call's result is made of: results of project functions, inputs of known library calls, the receiver of built-in methods. */
/** Methods that leave the first word as it is. */
const STRIPS: ReadonlySet<string> = new Set(['strip', 'lstrip', 'rstrip']);

export function createCallExpansion(
  program: Program,
  semantics: Semantics,
  guards: GuardCheck,
  writes: Writes,
  onBound: () => void,
) {
  return { expandCall, entered };

  function expandCall(state: State, value: CallValue & Value, sink: SinkKind): readonly Step[] {
    const language = languageCall(state, value);
    if (language !== undefined) return language;
    const text = state.keys[0] === '0' ? splitText(program, state.ref) : undefined;
    if (text !== undefined) return [{ ref: text, keys: [FIRST_WORD], note: via(state.ref) }];
    const run = handedFunctions(program, state.ref);
    if (run !== undefined) return run.functions.flatMap((fn) => entered(state, fn, run.inputs));
    const known = semantics.call(state.ref, state.keys, sink);
    if (known?.kind === 'sanitizer' && (known.cleans === 'all' || known.cleans.includes(sink))) return [];
    if (known?.kind === 'pass-through')
      return known.from.map((ref) => ({ ref, keys: known.keys ?? [], note: via(state.ref) }));
    const callees = program.callees(state.ref);
    if (callees.length > 0) {
      const made = value.construct || program.origins(local(state.ref, value.callee)).some(isProjectClass);
      return made ? constructed(state, value) : callees.flatMap((callee) => entered(state, callee, undefined));
    }
    const callee = program.value(local(state.ref, value.callee));
    const origins = program.origins(local(state.ref, value.callee));
    if (origins.some(isProjectClass)) return constructed(state, value);
    if (callee.kind === 'member') return method(state, value, callee, origins, sink);
    return unknownCall(state, value, known === undefined);
  }

  function local(at: Ref, id: number): Ref {
    return program.ref(program.fileOf(at), id);
  }

  function via(call: Ref): NonNullable<Step['note']> {
    return { span: program.span(call), message: 'goes through this call' };
  }

  /** Functions of the language that keep the parts of what they get, and `new Promise(…)`. */
  function languageCall(state: State, value: CallValue): readonly Step[] | undefined {
    const [origin, ...others] = program.origins(local(state.ref, value.callee));
    if (origin?.kind !== 'api' || others.length > 0) return undefined;
    if (origin.module.startsWith(PYTHON)) return pythonCall(state, value, origin.module, origin.path);
    if (origin.module !== 'global') return undefined;
    if (value.construct && origin.path.join('.') === 'Member[Promise]') return resolved(state, value);
    const mapper = value.arguments[1];
    if (origin.path.join('.') === 'Member[Array].Member[from]') {
      const callback = mapper === undefined ? [] : program.functions(local(state.ref, mapper.value));
      const list = value.arguments[0];
      if (list === undefined) return [];
      const source = local(state.ref, list.value);
      if (callback.length === 0) return [{ ref: source, note: via(state.ref) }];
      return callback.flatMap((fn) => entered(state, fn, [{ value: source, keys: ['*'] }], state.keys.slice(1)));
    }
    return partsOfArguments(origin.path, state.keys)?.flatMap(({ argument, rest, keys }) => {
      const taken = rest === true ? value.arguments.slice(argument) : value.arguments.slice(argument, argument + 1);
      return lastWriters(state, taken, keys).map((ref): Step => ({ ref, keys, note: via(state.ref) }));
    });
  }

  /** The same for the standard library of Python. */
  function pythonCall(
    state: State,
    value: CallValue,
    module: string,
    path: readonly string[],
  ): readonly Step[] | undefined {
    const note = via(state.ref);
    const gathered = gatheredAt(module, path, state.keys);
    if (gathered !== undefined) {
      const spread = value.arguments.some((argument) => argument.spread === true);
      return value.arguments.flatMap((argument, at): Step[] => {
        if (!spread && gathered.index !== undefined && gathered.index !== at) return [];
        return [
          { ref: local(state.ref, argument.value), keys: argument.spread === true ? state.keys : gathered.keys, note },
        ];
      });
    }
    return partsInPython(module, path, state.keys)?.flatMap(({ argument, rest, keys, name }) => {
      const taken =
        name === undefined
          ? value.arguments.filter(
              (each, at) => each.name === undefined && (rest === true ? at >= argument : at === argument),
            )
          : value.arguments.filter((each) => each.name === name || each.name === '**');
      return taken.map((each): Step => ({
        ref: local(state.ref, each.value),
        keys: each.name === '**' ? state.keys : keys,
        note,
      }));
    });
  }

  /** Of objects that are merged, those from the last one on that surely has the property. */
  function lastWriters(state: State, taken: CallValue['arguments'], [key]: readonly string[]): readonly Ref[] {
    const refs = taken.map((argument) => local(state.ref, argument.value));
    const last = refs.findLastIndex((ref) => {
      const value = program.value(ref);
      return value.kind === 'object' && value.entries.some((entry) => 'key' in entry && entry.key === key);
    });
    return last < 0 ? refs : refs.slice(last);
  }

  /** What the executor of a promise resolves it with. */
  function resolved(state: State, value: CallValue): readonly Step[] {
    const executor = value.arguments[0];
    if (executor === undefined) return [];
    return program.functions(local(state.ref, executor.value)).flatMap((fn) => {
      const parameter = program.function(fn).parameters[0];
      if (parameter === undefined) return [];
      const file = program.fileOfFunction(fn);
      const resolve = program.ref(file, parameter.value);
      const settled = program.callsOf(resolve).flatMap((call): Step[] => {
        const ref = argumentAt(program, call, 0);
        const at = program.value(call);
        const conditions = { file, id: at.kind === 'call' ? at.condition : -1, outer: undefined };
        return ref === undefined ? [] : [{ ref, conditions, note: via(state.ref) }];
      });
      return [...settled, ...program.passed(resolve).flatMap(({ call, index }) => receivedBy(call, index))];
    });
  }

  /** `stream.on('data', resolve)`: the promise gives what the callback would get. */
  function receivedBy(call: Ref, index: number): readonly Step[] {
    const value = program.value(call);
    const callee = value.kind === 'call' ? program.value(local(call, value.callee)) : undefined;
    if (index === 0 || callee?.kind !== 'member' || callbackSource(callee.key, 0) !== 'receiver') return [];
    return [{ ref: local(call, callee.object), conditions: undefined, note: via(call) }];
  }

  function isProjectClass(origin: Origin): boolean {
    return origin.kind === 'value' && program.value(origin.at).kind === 'class';
  }

  /** Into the results of a project function. */
  function entered(state: State, callee: FunctionRef, inputs: Frame['inputs'], keys = state.keys): readonly Step[] {
    const depth = (state.frame?.depth ?? 0) + 1;
    for (let at = state.frame; at !== undefined; at = at.outer)
      if (at.call === state.ref && at.callee === callee) return [];
    if (depth > MAX_FRAMES) {
      onBound();
      return [];
    }
    const facts = program.function(callee);
    const file = program.fileOfFunction(callee);
    const frame: Frame = { call: state.ref, callee, outer: state.frame, conditions: state.conditions, depth, inputs };
    const name = facts.name;
    const note =
      name === undefined ? undefined : { span: program.span(state.ref), message: `is returned by \`${name}\`` };
    const results: { readonly value: number; readonly condition: number; readonly keys: readonly string[] }[] =
      facts.returns.map((result) => ({ ...result, keys }));
    // Elements of what a generator gives are the values that it yields.
    for (const value of facts.yields)
      results.push({ value, condition: -1, keys: keys[0] === '*' ? keys.slice(1) : keys });
    return results.flatMap((result): Step[] => {
      if (result.value < 0) return [];
      const conditions = { file, id: result.condition, outer: undefined };
      return [
        {
          ref: program.ref(file, result.value),
          keys: result.keys,
          frame,
          conditions,
          ...(note === undefined ? {} : { note }),
        },
      ];
    });
  }

  /** A field of a new instance is what its class writes to that field. */
  function constructed(state: State, value: CallValue): readonly Step[] {
    const [key, ...rest] = state.keys;
    if (key === undefined) return [];
    const given = fieldArgument(state.ref, value, key);
    if (given !== undefined) return [{ ref: given.ref, keys: given.inside ? state.keys : rest, note: via(state.ref) }];
    const { values } = program.members({ kind: 'value', at: state.ref }, key, state.ref);
    const constructors = program.callees(state.ref);
    const written = writes.writtenToField({ kind: 'value', at: state.ref }, key, rest);
    return [...values.map((ref): Step => kept(state, ref, key, rest, constructors)), ...written];
  }

  /** `Order(total=x).total`, `Order(**data).total`: a class that lists its fields takes them as keyword arguments. */
  function fieldArgument(
    call: Ref,
    value: CallValue,
    key: string,
  ): { readonly ref: Ref; readonly inside: boolean } | undefined {
    const named = value.arguments.find(({ name }) => name === key);
    const argument = named ?? value.arguments.find(({ name }) => name === '**');
    if (argument === undefined || program.callees(call).length > 0) return undefined;
    if (named === undefined && !listsText(call, value, key)) return undefined;
    return { ref: local(call, argument.value), inside: named === undefined };
  }

  /** Whether a class has a field by this name that may be any text. */
  function listsText(call: Ref, value: CallValue, key: string): boolean {
    return program.origins(local(call, value.callee)).some(({ kind, at }) => {
      const target = kind === 'value' ? program.value(at) : undefined;
      const facts = target?.kind === 'class' ? program.fileOf(at).facts.classes[target.class] : undefined;
      const type = facts?.fields.find(({ name }) => name === key)?.type;
      if (type === undefined || type.literals !== undefined) return false;
      return type.primitive === undefined || type.primitive === 'string';
    });
  }

  function kept(
    state: State,
    ref: Ref,
    key: string,
    rest: readonly string[],
    constructors: readonly FunctionRef[],
  ): Step {
    const inConstructor = constructors.find((fn) => program.functionOf(ref) === fn);
    const note = { span: program.span(ref), message: `is kept in \`${key}\`` };
    if (inConstructor === undefined) return { ref, keys: rest, leavesFrame: true, conditions: undefined, note };
    const conditions = acceptedBy(program, inConstructor);
    const depth = (state.frame?.depth ?? 0) + 1;
    const frame: Frame = {
      call: state.ref,
      callee: inConstructor,
      outer: state.frame,
      conditions: state.conditions,
      depth,
      inputs: undefined,
    };
    return { ref, keys: rest, frame, conditions, note };
  }

  function method(
    state: State,
    value: CallValue,
    callee: MemberValue,
    origins: readonly Origin[],
    sink: SinkKind,
  ): readonly Step[] {
    const receiver = local(state.ref, callee.object);
    const [key, ...rest] = state.keys;
    const callback =
      value.arguments[0] === undefined ? [] : program.functions(local(state.ref, value.arguments[0].value));
    const element: readonly CallbackInput[] = [{ value: receiver, keys: ['*'] }];
    if (program.fileOf(state.ref).facts.language === 'python') return inPython(state, value, callee, origins);
    if (CLEAN_METHODS.has(callee.key)) return [];
    if (MAPPING_METHODS.has(callee.key) && callback.length > 0) {
      const keys = key === undefined ? [] : rest;
      const nested = callee.key === 'flatMap' && key !== undefined ? ['*', ...rest] : keys;
      return callback.flatMap((fn) => entered(state, fn, element, nested));
    }
    if (callee.key === 'reduce' && callback.length > 0) {
      const initial = value.arguments[1];
      const inputs = [
        initial === undefined ? undefined : { value: local(state.ref, initial.value), keys: [] },
        element[0],
      ];
      return callback.flatMap((fn) => entered(state, fn, inputs));
    }
    if (callee.key === 'then' && callback.length > 0) {
      return callback.flatMap((fn) => entered(state, fn, [{ value: receiver, keys: [] }]));
    }
    if (callee.key === 'catch' || callee.key === 'finally') return [{ ref: receiver }];
    if (FILTER_METHODS.has(callee.key) || FIND_METHODS.has(callee.key)) {
      if (callback.length > 0 && callback.every((fn) => guards.elementIsClean(fn, sink))) return [];
      return [{ ref: receiver, keys: FIND_METHODS.has(callee.key) ? ['*', ...state.keys] : state.keys }];
    }
    if (
      LOOKUP_METHODS.has(callee.key) &&
      !origins.some((origin) => origin.kind === 'api' && origin.module !== 'global')
    ) {
      return [{ ref: receiver, keys: ['*', ...state.keys] }];
    }
    if (RECEIVER_METHODS.has(callee.key)) return [{ ref: receiver, keys: elementwise(callee.key) ? state.keys : [] }];
    if (JOINING_METHODS.has(callee.key)) {
      const inputs = value.arguments.flatMap((argument) =>
        callee.key.startsWith('replace') && argument === value.arguments[0] ? [] : [argument.value],
      );
      return [receiver, ...inputs.map((id) => local(state.ref, id))].map((ref) => ({ ref, keys: [], partial: true }));
    }
    return unknownCall(state, value, true);
  }

  function inPython(state: State, value: CallValue, callee: MemberValue, origins: readonly Origin[]): readonly Step[] {
    const ref = local(state.ref, callee.object);
    const [key, part, ...rest] = state.keys;
    switch (pythonMethod(callee.key)) {
      case 'clean':
        return [];
      case 'receiver':
        return [{ ref, keys: key === FIRST_WORD && STRIPS.has(callee.key) ? [FIRST_WORD] : [] }];
      case 'elements':
        return [{ ref }];
      case 'pairs':
        return part === '0' ? [] : [{ ref, keys: key === undefined ? [] : ['*', ...rest] }];
      case 'joining':
        return [{ ref, keys: [] }, ...unknownCall(state, value, false)].map((step) => ({ ...step, partial: true }));
      case 'lookup': {
        if (
          origins.some(
            (origin) =>
              origin.kind === 'api' &&
              !isOfMapping(origin.module, origin.path) &&
              !isOfResult(origin.path.slice(0, -1)),
          ) &&
          semantics.requestState?.(ref) === undefined &&
          semantics.source(ref, ['*', ...state.keys]) === undefined
        )
          return unknownCall(state, value, true);
        const name = value.arguments[0] && literalKey(program.value(local(state.ref, value.arguments[0].value)));
        const fallback = value.arguments[1] && [{ ref: local(state.ref, value.arguments[1].value) }];
        return [{ ref, keys: [name ?? '*', ...state.keys] }, ...(fallback ?? [])];
      }
      default:
        return unknownCall(state, value, true);
    }
  }

  /** Methods whose result has the receiver's elements. */
  function elementwise(method: string): boolean {
    return ['slice', 'sort', 'toSorted', 'reverse', 'toReversed', 'finally', 'json', 'values'].includes(method);
  }

  /**
   * A function that nobody knows hands its positional arguments on when it works in memory; a result that is awaited comes
   * from elsewhere (a database, a service), not from the argument.
   */
  function unknownCall(state: State, value: CallValue, unsure: boolean): readonly Step[] {
    if (unsure && isAwaited(state)) return [];
    return value.arguments.flatMap((argument): Step[] => {
      const ref = local(state.ref, argument.value);
      const kind = program.value(ref).kind;
      if (kind === 'object' || kind === 'function') return [];
      return [{ ref, keys: [], unsure, note: via(state.ref) }];
    });
  }

  function isAwaited(state: State): boolean {
    return state.parent !== undefined && program.value(state.parent.ref).kind === 'await';
  }
}
