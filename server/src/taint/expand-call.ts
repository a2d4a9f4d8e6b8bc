import type { SinkKind } from '@leashlint/rules';
import type { CallValue, MemberValue, Value } from '../facts.js';
import type { FunctionRef, Origin, Program, Ref } from '../program/program.js';
import {
  CLEAN_METHODS,
  FILTER_METHODS,
  FIND_METHODS,
  JOINING_METHODS,
  LOOKUP_METHODS,
  MAPPING_METHODS,
  RECEIVER_METHODS,
} from './builtin-methods.js';
import type { Step } from './expand.js';
import type { GuardCheck } from './guard-check.js';
import type { Semantics } from './semantics.js';
import { type CallbackInput, type Frame, MAX_FRAMES, type State } from './state.js';

/** What a call's result is made of: results of project functions, inputs of known library calls, the receiver of built-in methods. */
export function createCallExpansion(program: Program, semantics: Semantics, guards: GuardCheck) {
  return (state: State, value: CallValue & Value, sink: SinkKind): readonly Step[] => {
    const known = semantics.call(state.ref, state.keys);
    if (known?.kind === 'sanitizer' && (known.cleans === 'all' || known.cleans.includes(sink))) return [];
    if (known?.kind === 'pass-through')
      return known.from.map((ref) => ({ ref, keys: known.keys ?? [], note: via(state.ref) }));
    const callees = program.callees(state.ref);
    if (callees.length > 0) {
      return value.construct
        ? constructed(state, value)
        : callees.flatMap((callee) => entered(state, callee, undefined));
    }
    const callee = program.value(local(state.ref, value.callee));
    const origins = program.origins(local(state.ref, value.callee));
    if (origins.some(isProjectClass)) return constructed(state, value);
    if (callee.kind === 'member') return method(state, value, callee, origins, sink);
    return unknownCall(state, value, known === undefined);
  };

  function local(at: Ref, id: number): Ref {
    return program.ref(program.fileOf(at), id);
  }

  function via(call: Ref): NonNullable<Step['note']> {
    return { span: program.span(call), message: 'goes through this call' };
  }

  function isProjectClass(origin: Origin): boolean {
    return origin.kind === 'value' && program.value(origin.at).kind === 'class';
  }

  /** Into the results of a project function. */
  function entered(state: State, callee: FunctionRef, inputs: Frame['inputs'], keys = state.keys): readonly Step[] {
    const depth = (state.frame?.depth ?? 0) + 1;
    if (depth > MAX_FRAMES) return [];
    for (let at = state.frame; at !== undefined; at = at.outer)
      if (at.call === state.ref && at.callee === callee) return [];
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
    if (key === undefined || !value.construct) return [];
    const { values } = program.members({ kind: 'value', at: state.ref }, key, state.ref);
    const constructors = program.callees(state.ref);
    return values.map((ref): Step => {
      const inConstructor = constructors.find((fn) => program.functionOf(ref) === fn);
      const note = { span: program.span(ref), message: `is kept in \`${key}\`` };
      if (inConstructor === undefined) return { ref, keys: rest, leavesFrame: true, conditions: undefined, note };
      const depth = (state.frame?.depth ?? 0) + 1;
      const frame: Frame = {
        call: state.ref,
        callee: inConstructor,
        outer: state.frame,
        conditions: state.conditions,
        depth,
        inputs: undefined,
      };
      return { ref, keys: rest, frame, conditions: undefined, note };
    });
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
