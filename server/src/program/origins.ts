import type { MemberValue, Value } from '../facts.js';
import { globalsOf, memberOfApi, MAX_PATH } from './api-path.js';
import type { CallString } from './call-string.js';
import { isContainer, isPairs, makesList, takenFrom, takesElement } from './containers.js';
import { FUNCTION_IDENTITY_METHODS, identityArgument, providerArgument } from './identity-calls.js';
import { passedFor } from './passed-arguments.js';
import type { FunctionRef, Origin, Program, Ref } from './program.js';
import { isPathlibPath, pythonMember, pythonResult } from './python-results.js';
import { createResolution } from './resolution.js';
import { PYTHON } from './resolve-python-module.js';
import { withMember, withToken } from './shared-paths.js';

/** What `origins` needs besides the program's values; each answer is one alias step. */
export interface OriginSteps {
  imported(ref: Ref, module: string, name: string, visit: (ref: Ref) => void): readonly Origin[];
  assumed(ref: Ref): readonly Origin[];
  typed(parameter: Ref): readonly Origin[];
  /** Stands for any instance of the project class that a parameter is declared to be. */
  instance(parameter: Ref): Ref | undefined;
  parameterInputs(parameter: Ref): readonly Ref[];
  memberOf(
    origin: Origin,
    key: string,
    at: Ref,
  ): { readonly refs: readonly Ref[]; readonly origins: readonly Origin[]; readonly byLoaded?: true };
  /** What methods of the class write into what a field of `this` holds: `this.tools.set(name, tool)`. */
  writtenToField(field: Ref, key: string | undefined): readonly Ref[];
  /** What the declared result of a function says. */
  declaredResult(fn: FunctionRef, at: Ref): { readonly refs: readonly Ref[]; readonly origins: readonly Origin[] };
  elementsOf(origin: Origin, at: Ref): { readonly refs: readonly Ref[]; readonly origins: readonly Origin[] };
  /** Methods of an instance of a project class whose names a text with unknown parts may be. */
  methodsNamed(origin: Origin, key: Ref): readonly string[];
}

/**
 * Resolves a value through aliases: variables, parameters, fields, imports, returns of project functions. The call string
 * keeps the way back to the call that a function was entered from, so that `wrap(a)` does not resolve to what another
 * caller passes.
 */
export function createOrigins(
  program: Pick<
    Program,
    'value' | 'ref' | 'fileOf' | 'functionRef' | 'function' | 'fileOfFunction' | 'functions' | 'uses'
  >,
  steps: OriginSteps,
) {
  const { origins, apart, from, ...resolution } = createResolution(program, step);

  function step(
    ref: Ref,
    value: Value,
    context: CallString | undefined,
    add: (items: readonly Origin[]) => void,
  ): void {
    const file = program.fileOf(ref);
    const local = (id: number): Ref => program.ref(file, id);
    const follow = (target: Ref): void => add(from(target, file, context));
    switch (value.kind) {
      case 'import':
        return add(steps.imported(ref, value.module, value.name, (target) => add(apart(target))));
      case 'global':
        return add([{ kind: 'api', module: globalsOf(file), path: withMember([], value.name), at: ref }]);
      case 'parameter': {
        const fn = program.functionRef(file, value.function);
        const assumed = steps.assumed(ref);
        const typed = steps.typed(ref);
        add(assumed);
        add(typed);
        if (context !== undefined && context.callee === fn) {
          resolution.asksCall(context);
          const { name } = program.function(fn).parameters[value.index] ?? {};
          const passed = passedFor(program, context.call, value.index, name);
          if (passed?.keys.length === 0) return add(origins(passed.ref, context.outer));
          return;
        }
        resolution.asksCaller(fn);
        if (assumed.length > 0) {
          // What a framework fills from a request may be an object of the project's own class.
          const filled = steps.instance(ref);
          return filled === undefined ? undefined : add(apart(filled));
        }
        resolution.dependsOnCallers();
        const inputs = steps.parameterInputs(ref);
        if (inputs.length === 0 && typed.length === 0) {
          // What containers of services pass is declared only by its type.
          const instance = steps.instance(ref);
          if (instance !== undefined) return add(apart(instance));
          const list = takenFrom(program, ref);
          return list === undefined ? add([{ kind: 'unknown', at: ref }]) : elements(list, ref, context, add);
        }
        for (const input of inputs) add(apart(input));
        return;
      }
      case 'member':
        return member(local(value.object), value.key, ref, context, add);
      case 'element': {
        const key = literalKey(program.value(local(value.key)));
        if (key !== undefined) return member(local(value.object), key, ref, context, add);
        const names = origins(local(value.object), context).flatMap((origin) =>
          steps.methodsNamed(origin, local(value.key)),
        );
        for (const name of new Set(names)) member(local(value.object), name, ref, context, add);
        if (names.length > 0) return;
        return elements(local(value.object), ref, context, add);
      }
      case 'iteration':
        return elements(local(value.of), ref, context, add);
      case 'await':
        return follow(local(value.value));
      case 'rest':
        return follow(local(value.of));
      case 'phi':
        for (const input of value.inputs) follow(local(input));
        return;
      case 'cell':
        for (const write of value.writes) follow(local(write));
        return;
      case 'call':
        return call(ref, value, context, add);
      case 'operation':
        return add(quotient(ref, value.inputs, context));
      case 'unknown':
        return add([{ kind: 'unknown', at: ref }]);
      case 'function': {
        // The configuration names project functions like those of a package.
        const assumed = steps.assumed(ref);
        return add(assumed.length > 0 ? assumed : [{ kind: 'value', at: ref }]);
      }
      default:
        return add([{ kind: 'value', at: ref }]);
    }
  }

  /** Elements of a list; of a map and the like, its values. */
  function elements(
    list: Ref,
    at: Ref,
    context: CallString | undefined,
    add: (items: readonly Origin[]) => void,
  ): void {
    for (const origin of origins(list, context)) {
      const { refs, origins: direct } = steps.elementsOf(origin, at);
      add(direct);
      for (const target of refs) add(from(target, program.fileOf(at), context));
    }
    for (const target of steps.writtenToField(list, undefined)) add(apart(target));
  }

  function member(
    object: Ref,
    key: string,
    at: Ref,
    context: CallString | undefined,
    add: (items: readonly Origin[]) => void,
  ): void {
    // `const [name, tool] of Object.entries(tools)`
    const list = key === '1' ? takenFrom(program, object) : undefined;
    if (list !== undefined && origins(list, context).some((origin) => isPairs(program, origin)))
      return elements(list, at, context, add);
    for (const origin of origins(object, context)) {
      const { refs, origins: direct, byLoaded: open } = steps.memberOf(origin, key, at);
      if (open === true) resolution.dependsOnCallers();
      add(direct);
      for (const target of refs) add(from(target, program.fileOf(at), context));
    }
    for (const target of steps.writtenToField(object, key)) add(apart(target));
  }

  function call(
    ref: Ref,
    value: Extract<Value, { kind: 'call' }>,
    context: CallString | undefined,
    add: (items: readonly Origin[]) => void,
  ): void {
    const file = program.fileOf(ref);
    const callee = program.ref(file, value.callee);
    const calleeValue = program.value(callee);
    if (calleeValue.kind === 'member' && FUNCTION_IDENTITY_METHODS.has(calleeValue.key)) {
      return add(origins(program.ref(file, calleeValue.object), context));
    }
    if (calleeValue.kind === 'member' && ofContainer(ref, calleeValue, context, add)) return;
    for (const origin of origins(callee, context)) {
      if (origin.kind === 'api') {
        const same = value.construct ? undefined : identityArgument(origin.module, origin.path);
        const argument = same === undefined ? undefined : argumentAt(program, ref, same);
        const result = origin.module.startsWith(PYTHON) ? resultInPython(ref, origin) : undefined;
        if (argument !== undefined) add(origins(argument, context));
        else if (given(ref, origin, add)) continue;
        else if (result !== undefined) add([{ kind: 'api', ...result, at: ref }]);
        else if (origin.path.length < MAX_PATH) {
          const path = origin.path.length === 0 && isCommonJs(origin.module) ? ['Member[default]'] : origin.path;
          add([
            {
              kind: 'api',
              module: origin.module,
              path: withToken(path, value.construct ? 'Instance' : 'ReturnValue'),
              at: ref,
            },
          ]);
        } else add([{ kind: 'unknown', at: ref }]);
        continue;
      }
      if (origin.kind !== 'value') {
        add([{ kind: 'unknown', at: ref }]);
        continue;
      }
      const target = program.value(origin.at);
      if (target.kind === 'class') add([{ kind: 'value', at: ref }]);
      else if (target.kind === 'function')
        returns(ref, program.functionRef(program.fileOf(origin.at), target.function), context, add);
      else add([{ kind: 'unknown', at: ref }]);
    }
  }

  function resultInPython(
    ref: Ref,
    { module, path }: Extract<Origin, { kind: 'api' }>,
  ): ReturnType<typeof pythonResult> {
    const first = argumentAt(program, ref, 0);
    return pythonResult(module, path, first === undefined ? undefined : literalKey(program.value(first)));
  }

  /** `root / 'name'` is a path if one of the two is; any other operation is a value of its own. */
  function quotient(ref: Ref, inputs: readonly number[], context: CallString | undefined): readonly Origin[] {
    const file = program.fileOf(ref);
    const path = inputs
      .flatMap((input) => origins(program.ref(file, input), context))
      .find((origin) => origin.kind === 'api' && isPathlibPath(origin.module, origin.path));
    return path?.kind === 'api' ? [{ ...path, at: ref }] : [{ kind: 'value', at: ref }];
  }

  /** `map.get(name)`, `list.find(test)`, `list.map(make)`: whether the receiver is a list or map of the language. */
  function ofContainer(
    ref: Ref,
    callee: MemberValue,
    context: CallString | undefined,
    add: (items: readonly Origin[]) => void,
  ): boolean {
    const takes = takesElement(callee.key);
    if (!takes && !makesList(callee.key)) return false;
    const receiver = program.ref(program.fileOf(ref), callee.object);
    const containers = origins(receiver, context);
    if (takes && fromTable(ref, receiver, containers, context, add)) return true;
    if (containers.length === 0 || !containers.every((origin) => isContainer(program, origin))) return false;
    if (takes) elements(receiver, ref, context, add);
    else add([{ kind: 'value', at: ref }]);
    return true;
  }

  /** What a function gives that a call names as a provider, by return or by yield. */
  function given(
    ref: Ref,
    { module, path }: Origin & { readonly kind: 'api' },
    add: (items: readonly Origin[]) => void,
  ): boolean {
    const index = providerArgument(module, path);
    const provider = index === undefined ? undefined : argumentAt(program, ref, index);
    if (provider === undefined) return false;
    for (const fn of program.functions(provider)) {
      const file = program.fileOfFunction(fn);
      const facts = program.function(fn);
      for (const id of [...facts.returns.map(({ value }) => value), ...facts.yields])
        if (id >= 0) add(origins(program.ref(file, id)));
    }
    return true;
  }

  /** `table.get('name', fallback)` of Python's dictionaries. */
  function fromTable(
    ref: Ref,
    receiver: Ref,
    tables: readonly Origin[],
    context: CallString | undefined,
    add: (items: readonly Origin[]) => void,
  ): boolean {
    const isTable = (origin: Origin): boolean => origin.kind === 'value' && program.value(origin.at).kind === 'object';
    if (program.fileOf(ref).facts.language !== 'python' || tables.length === 0 || !tables.every(isTable)) return false;
    const name = argumentAt(program, ref, 0);
    const key = name === undefined ? undefined : literalKey(program.value(name));
    if (key === undefined) elements(receiver, ref, context, add);
    else member(receiver, key, ref, context, add);
    const fallback = argumentAt(program, ref, 1);
    if (fallback !== undefined) add(origins(fallback, context));
    return true;
  }

  function returns(
    ref: Ref,
    fn: FunctionRef,
    context: CallString | undefined,
    add: (items: readonly Origin[]) => void,
  ): void {
    const inner = resolution.enter(context, ref, fn);
    if (inner === undefined) return;
    const file = program.fileOfFunction(fn);
    const { returns: results, yields, decorators, returnType } = program.function(fn);
    const found = results.flatMap(({ value }) => (value < 0 ? [] : origins(program.ref(file, value), inner)));
    // `@contextmanager`: what it yields is what `with` gives.
    if (yields.length > 0 && decorators.some((value) => isContextManager(origins(program.ref(file, value)))))
      found.push(...yields.flatMap((value) => origins(program.ref(file, value), inner)));
    if (returnType === undefined || found.some(({ kind }) => kind === 'value' || kind === 'module')) return add(found);
    // Where the code does not show what the function gives, its declaration may.
    const { refs, origins: direct } = steps.declaredResult(fn, ref);
    const isUnknown = found.every(({ kind }) => kind === 'unknown');
    add(isUnknown && refs.length + direct.length > 0 ? direct : found);
    for (const target of refs) add(apart(target));
  }

  return {
    origins,
    /** Whether the answer for a value was found and holds whatever else is loaded. */
    isSettled: (ref: Ref): boolean => resolution.isSettled(ref),
    /** A file was added: it may call any function. */
    forgetCallers: (): void => resolution.forgetCallers(),
    forget: (): void => resolution.forget(),
  };
}

/** Modules that are functions themselves. */
function isCommonJs(module: string): boolean {
  return module !== 'global' && !module.startsWith(PYTHON);
}

function isContextManager(decorator: readonly Origin[]): boolean {
  return decorator.some((origin) => origin.kind === 'api' && origin.module === `${PYTHON}contextlib`);
}

/** The argument at an index; undefined behind a spread, whose length nobody knows. */
export function argumentAt(
  program: Pick<Program, 'value' | 'ref' | 'fileOf'>,
  call: Ref,
  index: number,
): Ref | undefined {
  const value = program.value(call);
  if (value.kind !== 'call') return undefined;
  for (let at = 0; at <= index; at++) if (value.arguments[at]?.spread === true) return undefined;
  const argument = value.arguments[index];
  return argument === undefined ? undefined : program.ref(program.fileOf(call), argument.value);
}

export function literalKey(value: Value): string | undefined {
  if (value.kind !== 'literal') return undefined;
  return typeof value.value === 'string' || typeof value.value === 'number' ? String(value.value) : undefined;
}

/** Whether a computed key is surely not this one: a literal, or a text that begins otherwise as `metadata.${name}` does. */
export function isOtherKey(computed: Value, key: string): boolean {
  if (computed.kind !== 'template' || computed.tag !== undefined) return (literalKey(computed) ?? key) !== key;
  const [first] = computed.parts;
  return typeof first === 'string' && !key.startsWith(first);
}

/** Api origin of a member, cut at the longest path that is followed. */
export function apiMember(origin: Extract<Origin, { kind: 'api' }>, key: string, at: Ref): readonly Origin[] {
  const place = pythonMember(origin.module, origin.path, key);
  if (place !== undefined) return [{ kind: 'api', ...place, at }];
  if (origin.path.length >= MAX_PATH) return [{ kind: 'unknown', at }];
  return [{ kind: 'api', ...memberOfApi(origin.module, origin.path, key), at }];
}
