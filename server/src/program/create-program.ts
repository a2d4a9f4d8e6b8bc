import type { FunctionFacts, Value } from '../facts.js';
import { apiName } from './api-path.js';
import { createCallIndex } from './call-index.js';
import { type ClassPlace, createClassHierarchy } from './class-hierarchy.js';
import { createCallers, parameterInputs } from './callers.js';
import { CALL_METHOD } from './instance-names.js';
import { createExports } from './exports.js';
import { writtenValues } from './elements.js';
import { type FileIndex, indexFile } from './file-index.js';
import { createObjectMembers } from './object-members.js';
import { createOrigins } from './origins.js';
import type { FunctionRef, Origin, Program, ProgramFile, ProgramHost, Ref } from './program.js';
import { createPackageFolders } from './package-folder.js';
import { isIndirectCall } from './passed-arguments.js';
import { propertyValues } from './properties.js';
import { isSameOrigin } from './same-origin.js';
import { createRefTable } from './ref-table.js';
import { createRefSpace, indexIn, pack } from './refs.js';
import { createModuleResolver } from './resolve-module.js';
import { typedInstance, typeOrigins } from './type-origins.js';
import { createStoresByKey } from './stores-by-key.js';
import { createVersions } from './versions.js';

/** Files that write to a property are loaded for it if there are no more than this. */
const MAX_WRITERS = 12;

/** Links files as they are needed. One program serves one analysis; facts outlive it in the host's cache. */
export function createProgram(host: ProgramHost): Program {
  const files: ProgramFile[] = [];
  const space = createRefSpace();
  const byPath = new Map<string, ProgramFile | undefined>();
  const indexes: FileIndex[] = [];
  const assumptions = new Map<Ref, Origin[]>();
  const callIndex = createCallIndex();
  /** Names of fields, of whatever class, into whose values something is written. */
  const writtenFields = new Set<string>();
  const calleesOf = createRefTable<readonly FunctionRef[]>();
  const calleesByCallers = new Map<Ref, readonly FunctionRef[]>();
  const resolver = createModuleResolver(host);
  const storesByKey = createStoresByKey(files);
  const writersLoaded = new Set<string>();
  let revision = 0;
  const versions = createVersions(host);

  function load(path: string): ProgramFile | undefined {
    if (byPath.has(path)) return byPath.get(path);
    const lowered = host.lower(path);
    if (lowered === undefined) {
      byPath.set(path, undefined);
      return undefined;
    }
    const file: ProgramFile = {
      path,
      index: files.length,
      base: space.next,
      text: lowered.text,
      facts: lowered.facts,
    };
    files.push(file);
    revision++;
    space.place(file);
    const index = indexFile(lowered.facts);
    indexes.push(index);
    callIndex.add(file, index);
    for (const field of index.fieldWrites.keys()) writtenFields.add(field.slice(field.indexOf(' ') + 1));
    byPath.set(path, file);
    // A new file may hold further callers, so answers about parameters may grow.
    callersIndex.forget();
    resolution.forgetCallers();
    calleesByCallers.clear();
    return file;
  }

  const { fileOf } = space;
  const indexOfFile = (file: ProgramFile): FileIndex => indexes[file.index] ?? indexFile(file.facts);

  const program: Program = {
    files: () => files,
    revision: () => revision,
    file: (path) => byPath.get(path),
    load,
    fileOf,
    value(ref): Value {
      const file = fileOf(ref);
      const value = file.facts.values[ref - file.base];
      if (value === undefined) throw new RangeError(`no value ${String(ref)}`);
      return value;
    },
    ref: pack,
    functionRef: pack,
    fileOfFunction: fileOf,
    function(fn): FunctionFacts {
      const file = fileOf(fn);
      const facts = file.facts.functions[fn - file.base];
      if (facts === undefined) throw new RangeError(`no function ${String(fn)}`);
      return facts;
    },
    functionOf: (ref) => pack(fileOf(ref), program.value(ref).fn),
    span: (ref) => program.spanOfRange(program.fileOf(ref), program.value(ref).range),
    spanOfRange: (file, [start, end]) => ({ file: file.path, start, end }),
    origins: (ref) => resolution.origins(ref),
    literals(ref) {
      const found: (string | number | boolean | null | undefined)[] = [];
      for (const origin of program.origins(ref)) {
        const value = origin.kind === 'value' ? program.value(origin.at) : undefined;
        if (value?.kind !== 'literal') return undefined;
        found.push(value.value);
      }
      return found.length > 0 ? found : undefined;
    },
    object(ref) {
      const [origin, ...others] = program.origins(ref);
      if (origin?.kind !== 'value' || others.length > 0) return undefined;
      return program.value(origin.at).kind === 'object' ? origin.at : undefined;
    },
    property: (object, key) => propertyValues(program, indexOfFile, object, key),
    isFunctionElsewhere(ref) {
      const value = program.value(ref);
      if (value.kind !== 'import' || host.declaresFunction === undefined) return false;
      const target = resolver.resolve(program.fileOf(ref).path, value.module);
      if (target.kind !== 'file' || byPath.has(target.path)) return false;
      return host.declaresFunction(target.path, value.name);
    },
    functions: (ref) => program.origins(ref).flatMap((origin) => functionOfOrigin(origin)),
    callees(call) {
      const known = calleesOf.get(call) ?? calleesByCallers.get(call);
      if (known !== undefined) return known;
      const value = program.value(call);
      const target = value.kind === 'call' ? value.callee : value.kind === 'template' ? value.tag : undefined;
      if (target === undefined) return [];
      const callee = program.ref(program.fileOf(call), target);
      const found = resolveCallees(call, callee);
      // Resolving it may have asked for it again, which gave less.
      const inside = calleesOf.get(call) ?? calleesByCallers.get(call);
      if (inside !== undefined && inside.join() !== found.join()) callersIndex.forgetCallees();
      (resolution.isSettled(callee) ? calleesOf : calleesByCallers).set(call, found);
      return found;
    },
    callers: (fn, reach) => callersIndex.callers(fn, reach),
    hasMoreCallers: (fn) => callersIndex.hasMoreCallers(fn),
    renderings: (fn) => callersIndex.renderings(fn),
    handedTo: (fn) => callersIndex.handedTo(fn),
    callsNamed: (name) => callIndex.calls(`n:${name}`),
    loadUsers: (path, name) => callersIndex.loadUsers(path, name),
    rootClass(origin) {
      const place = classOf(origin);
      const root = place && hierarchy.lineage(place).at(-1);
      return root && pack(root.file, root.id);
    },
    assume(ref, module, path) {
      const origin: Origin = { kind: 'api', module, path, at: ref };
      const list = assumptions.get(ref) ?? [];
      if (list.some((other) => isSameOrigin(other, origin))) return;
      assumptions.set(ref, [...list, origin]);
      revision++;
      calleesByCallers.clear();
      callersIndex.forgetCallees();
      // What depends on a parameter is known to depend on callers.
      if (program.value(ref).kind === 'parameter') resolution.forgetCallers();
      else {
        resolution.forget();
        calleesOf.clear();
      }
    },
    displayName: (origin) =>
      origin.kind === 'api'
        ? apiName(origin.module, origin.path)
        : program.fileOf(origin.at).text.slice(...program.value(origin.at).range),
    version: (file, module) => versions.version(file.path, module),
    packageFolder: createPackageFolders(host),
    read: (path) => host.read(path),
    dependencyManifests: () => host.dependencyManifests?.() ?? [],
    lock: (path, names) => host.lock?.(path, names),
    installed: (file, name) => versions.installed(file, name),
    imported(at, module, name) {
      const { refs, origins } = exports.imported(program.fileOf(at).path, module, name, at);
      const namespace = origins.find((origin) => origin.kind === 'module');
      return { refs, namespace: namespace?.kind === 'module' ? namespace.path : undefined };
    },
    exported: (path, name, at) => exports.exported(path, name, at).refs,
    uses(fn) {
      const file = fileOf(fn);
      return indexOfFile(file).uses.get(indexIn(file, fn)) ?? [];
    },
    storesNamed(key) {
      if (!writersLoaded.has(key)) {
        writersLoaded.add(key);
        const writers = host.writersOf?.(key) ?? [];
        if (writers.length <= MAX_WRITERS) for (const path of writers) program.load(path);
      }
      return storesByKey(key);
    },
    stores(ref) {
      const file = fileOf(ref);
      return indexOfFile(file).stores.get(indexIn(file, ref)) ?? [];
    },
    additions(ref) {
      const file = fileOf(ref);
      return (indexOfFile(file).additions.get(indexIn(file, ref)) ?? []).map((call) => pack(file, call));
    },
    parameterInputs: (parameter) => parameterInputs(program, parameter),
    callsOf(ref) {
      const file = fileOf(ref);
      return (indexOfFile(file).calls.get(`p:${String(indexIn(file, ref))}`) ?? []).map((call) => pack(file, call));
    },
    passed(ref) {
      const file = fileOf(ref);
      return (indexOfFile(file).passed.get(indexIn(file, ref)) ?? []).map(({ call, index }) => ({
        call: pack(file, call),
        index,
      }));
    },
    instanceOf: (file, type) => typedInstance(program, file, type),
    fieldWrites(origin, key) {
      if (!writtenFields.has(key) && !writtenFields.has('*')) return [];
      const place = classOf(origin);
      if (place === undefined) return [];
      return [...hierarchy.lineage(place), ...hierarchy.derived(place)].flatMap(({ file, id }) =>
        [key, '*'].flatMap((name) =>
          (indexOfFile(file).fieldWrites.get(`${String(id)} ${name}`) ?? []).map((write) => ({ file, write })),
        ),
      );
    },
    members: (origin, key, at) => {
      const { refs, origins } = members.memberOf(origin, key, at);
      return { values: refs, open: origins.length > 0 };
    },
  };

  function functionOfOrigin(origin: Origin): readonly FunctionRef[] {
    if (origin.kind !== 'value') return [];
    const value = program.value(origin.at);
    const file = program.fileOf(origin.at);
    return value.kind === 'function' ? [program.functionRef(file, value.function)] : [];
  }

  function resolveCallees(call: Ref, callee: Ref): readonly FunctionRef[] {
    const found = new Set<FunctionRef>();
    for (const origin of program.origins(callee)) {
      for (const fn of functionOfOrigin(origin)) found.add(fn);
      const target = origin.kind === 'value' ? program.value(origin.at) : undefined;
      if (target?.kind === 'call' || target?.kind === 'this') {
        for (const fn of calledInstance(origin, callee)) found.add(fn);
      }
      if (target?.kind !== 'class') continue;
      // A class without a constructor has that of the class above.
      for (const { file, id } of hierarchy.lineage({ file: program.fileOf(origin.at), id: target.class })) {
        const constructorFunction = file.facts.classes[id]?.constructorFunction;
        if (constructorFunction === undefined) continue;
        found.add(program.functionRef(file, constructorFunction));
        break;
      }
    }
    const value = program.value(callee);
    if (found.size === 0 && value.kind === 'member' && isIndirectCall(program, call) !== undefined) {
      for (const fn of program.functions(program.ref(program.fileOf(callee), value.object))) found.add(fn);
    }
    return [...found];
  }

  /** `__call__` of an instance. */
  function calledInstance(origin: Origin, callee: Ref): readonly FunctionRef[] {
    if (program.fileOf(callee).facts.language !== 'python') return [];
    return members.memberOf(origin, CALL_METHOD, callee).refs.flatMap((ref) => program.functions(ref));
  }

  /** The class that a resolved value is an instance of. */
  function classOf(origin: Origin): ClassPlace | undefined {
    if (origin.kind !== 'value') return undefined;
    const file = program.fileOf(origin.at);
    const value = program.value(origin.at);
    if (value.kind === 'this') return value.class === undefined ? undefined : { file, id: value.class };
    if (value.kind !== 'call') return undefined;
    for (const target of program.origins(program.ref(file, value.callee))) {
      const owner = target.kind === 'value' ? program.value(target.at) : undefined;
      if (owner?.kind === 'class') return { file: program.fileOf(target.at), id: owner.class };
    }
    return undefined;
  }

  const exports = createExports(program, resolver, host);
  const hierarchy = createClassHierarchy(program);
  const members = createObjectMembers(program, indexOfFile, hierarchy, exports.exported);
  const resolution = createOrigins(program, {
    imported: (ref, module, name, visit) => {
      const found = exports.imported(program.fileOf(ref).path, module, name, ref);
      found.refs.forEach(visit);
      return found.origins;
    },
    assumed: (ref) => assumptions.get(ref) ?? [],
    typed(ref) {
      const value = program.value(ref);
      if (value.kind !== 'parameter') return [];
      const file = program.fileOf(ref);
      const facts = file.facts.functions[value.function]?.parameters.find(
        (entry) => entry.value === indexIn(file, ref),
      );
      return typeOrigins(program, file, facts?.type, ref);
    },
    instance(ref) {
      const value = program.value(ref);
      if (value.kind !== 'parameter') return undefined;
      const file = program.fileOf(ref);
      const type = file.facts.functions[value.function]?.parameters[value.index]?.type;
      return type === undefined ? undefined : typedInstance(program, file, type);
    },
    parameterInputs: (ref) => parameterInputs(program, ref),
    declaredResult(fn, at) {
      const type = program.function(fn).returnType;
      const file = program.fileOfFunction(fn);
      const instance = type === undefined ? undefined : typedInstance(program, file, type);
      return { refs: instance === undefined ? [] : [instance], origins: typeOrigins(program, file, type, at) };
    },
    writtenToField(field, key) {
      const value = program.value(field);
      const owner = value.kind === 'member' ? program.ref(program.fileOf(field), value.object) : undefined;
      if (value.kind !== 'member' || owner === undefined || program.value(owner).kind !== 'this') return [];
      return program
        .fieldWrites({ kind: 'value', at: owner }, value.key)
        .flatMap(({ file, write }) => writtenValues(file, write, key).map((id) => program.ref(file, id)));
    },
    memberOf: members.memberOf,
    elementsOf: members.elementsOf,
    methodsNamed: members.methodsNamed,
  });
  const callersIndex = createCallers(program, host, indexOfFile, callIndex, resolver, hierarchy);
  return program;
}
