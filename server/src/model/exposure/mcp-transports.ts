import type { FrameworkRef, McpTransport, McpTransportRow } from '@leashlint/rules';
import type { Origin, ProgramFile, Ref } from '../../program/program.js';
import { memberName, parsePath } from '../catalogue/access-path.js';
import type { ModelContext } from '../entries.js';
import { follow } from '../catalogue/relative.js';
import { optionsSite } from '../catalogue/sites.js';

/** A transport that code makes, before it is known who may use it. */
export interface TransportDraft {
  /** The call that makes it. */
  readonly ref: Ref;
  readonly row: McpTransportRow;
  readonly framework: FrameworkRef;
  readonly name: string;
  readonly hostCheck: McpTransport['hostCheck'];
  readonly authentication: 'yes' | 'no' | 'unknown';
}

export interface Transports {
  readonly drafts: readonly TransportDraft[];
  /** The transport that a call makes or hands a request to. */
  at(call: Ref): TransportDraft | undefined;
  /** The request handler that a value is. */
  handler(value: Ref): TransportDraft | undefined;
}

export function transportsIn(context: ModelContext, files: readonly ProgramFile[]): Transports {
  const { program, catalogue } = context;
  const rows = catalogue.frameworks.flatMap(({ mcpTransports }) => mcpTransports ?? []);
  const methods = new Set(rows.flatMap(({ handles }) => handles ?? []));
  const names = [...new Set(rows.flatMap(({ call }) => exportedNames(call)))];
  const made = new Map<Ref, TransportDraft>();
  const handing = new Map<Ref, TransportDraft>();
  const mentioning = new Set(files.filter(({ text }) => names.some((name) => text.includes(name))));

  function handlerBehind(value: Ref): TransportDraft | undefined {
    for (const origin of program.origins(value)) {
      const found = origin.kind === 'module' ? undefined : made.get(origin.at);
      // `uvicorn.run('server:mcp')`
      const isServer = found?.row.kind === 'server' && program.fileOf(value).facts.language === 'python';
      if (found?.row.kind === 'handler' || isServer) return found;
    }
    return undefined;
  }

  // Resolving every callee of a program takes long, and few files make a transport.
  for (const file of files) {
    if (!mentioning.has(file)) continue;
    for (const [index, value] of file.facts.values.entries()) {
      if (value.kind !== 'call') continue;
      const call = program.ref(file, index);
      const origins = program.origins(program.ref(file, value.callee));
      const [match] = catalogue.match('mcpTransports', file, origins);
      if (match !== undefined) made.set(call, draft(context, call, match.row, match.ref, origins));
    }
  }
  const handlers = [...made.values()].some(({ row }) => row.kind === 'handler');
  for (const file of handlers ? mentioning : []) {
    for (const [index, value] of file.facts.values.entries()) {
      if (value.kind !== 'call' || file.facts.values[value.callee]?.kind === 'member') continue;
      const call = program.ref(file, index);
      const called = made.has(call) ? undefined : handlerBehind(program.ref(file, value.callee));
      if (called !== undefined) handing.set(call, called);
    }
  }
  for (const file of made.size === 0 ? [] : files) {
    for (const [index, value] of file.facts.values.entries()) {
      const callee = value.kind === 'call' ? file.facts.values[value.callee] : undefined;
      if (callee?.kind !== 'member' || !methods.has(callee.key)) continue;
      const transport = receiver(program.ref(file, callee.object), callee.key, file);
      if (transport !== undefined) handing.set(program.ref(file, index), transport);
    }
  }

  /** `transport.handleRequest(…)`; one that is kept in a map is known by its class, and taken for one of the same file. */
  function receiver(object: Ref, method: string, file: ProgramFile): TransportDraft | undefined {
    for (const origin of program.origins(object)) {
      const own = origin.kind === 'module' ? undefined : made.get(origin.at);
      if (own !== undefined) return own.row.handles?.includes(method) === true ? own : undefined;
      if (origin.kind !== 'api' || origin.path.at(-1) !== 'Instance') continue;
      const [match] = catalogue.match('mcpTransports', file, [{ ...origin, path: origin.path.slice(0, -1) }]);
      if (match?.row.handles?.includes(method) !== true) continue;
      const same = [...made.values()].filter(({ row }) => row === match.row);
      return same.find(({ ref }) => program.fileOf(ref) === file) ?? same[0];
    }
    return undefined;
  }

  return {
    drafts: [...made.values()],
    at: (call) => made.get(call) ?? handing.get(call),
    handler: handlerBehind,
  };
}

/** `Member[A,B].Member[c]` → `A`, `B`. */
function exportedNames(path: string): readonly string[] {
  const [first] = parsePath(path);
  return first?.kind === 'Member' ? first.names : [];
}

function draft(
  { program }: ModelContext,
  call: Ref,
  row: McpTransportRow,
  framework: FrameworkRef,
  origins: readonly Origin[],
): TransportDraft {
  const origin = origins.find((one) => one.kind === 'api');
  const name = origin?.kind === 'api' ? (memberName(origin.path.at(-1)) ?? '') : '';
  return {
    ref: call,
    row,
    framework,
    name,
    hostCheck: switched(program, call, row.hostCheck === undefined ? [] : [row.hostCheck]),
    authentication: isGuarded(program, call, row.guards ?? [])
      ? 'unknown'
      : given(program, call, row.authentication ?? []),
  };
}

type Program = ModelContext['program'];

/** `yes` for the literal `true`, `no` for its absence or the literal `false`. */
function switched(program: Program, call: Ref, paths: readonly string[]): 'yes' | 'no' | 'unknown' {
  for (const path of paths) {
    const { values, open } = follow(program, call, path);
    if (values.length === 0) return open ? 'unknown' : 'no';
    const literals = values.map(({ ref }) => program.literals(ref));
    if (literals.every((one) => one?.every((literal) => literal === false || literal === undefined) === true))
      return 'no';
    return literals.every((one) => one?.every((literal) => literal === true) === true) ? 'yes' : 'unknown';
  }
  return 'no';
}

function given(program: Program, call: Ref, paths: readonly string[]): 'yes' | 'no' | 'unknown' {
  const found = paths.map((path) => follow(program, call, path));
  const set = found.some(({ values }) =>
    values.some(({ ref }) => program.literals(ref)?.every((one) => one === undefined) !== true),
  );
  if (set) return 'yes';
  return found.some(({ open }) => open) ? 'unknown' : 'no';
}

/** `server.add_middleware(…)` */
function isGuarded(program: Program, made: Ref, methods: readonly string[]): boolean {
  return methods.some((method) =>
    program
      .callsNamed(method)
      .some((call) =>
        follow(program, call, 'Receiver').values.some(({ ref }) =>
          program.origins(ref).some((origin) => origin.at === made),
        ),
      ),
  );
}

/** The object of options that a transport was made with. */
export function transportOptions({ program }: ModelContext, { ref }: TransportDraft): McpTransport['options'] {
  const value = program.value(ref);
  if (value.kind !== 'call') return undefined;
  const file = program.fileOf(ref);
  const object = value.arguments
    .map((argument) => program.object(program.ref(file, argument.value)))
    .find((candidate) => candidate !== undefined);
  return object === undefined ? undefined : optionsSite(program, object);
}
