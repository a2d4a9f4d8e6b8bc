import type { VersionRange } from '../../src/catalogue/access-path.js';
import type { GateOptionRow, SlotRow, LimitRow } from '../../src/catalogue/agent-rows.js';
import type { Framework } from '../../src/catalogue/framework.js';

/** One access path that a row states, from the package's exports. `Result` stands for what a call or `new` gives. */
export interface StatedPath {
  /** Row list and the row's own path, for messages. */
  readonly row: string;
  readonly module: string | undefined;
  /** All must hold. */
  readonly versions: readonly VersionRange[];
  readonly path: string;
  /** Literals that the place at the end of the path must accept. */
  readonly values?: readonly unknown[];
  /** How many leading tokens are the row's own path, which is stated by itself. */
  readonly own: number;
  /** At least one checked version is enough, because the row does not say which have it. */
  readonly anyVersion?: boolean;
}

/** Every access path of a framework's rows, options of tool objects excepted. */
export function* statedPaths(framework: Framework): Generator<StatedPath> {
  for (const row of framework.clients ?? []) {
    const say = stating('clients', row.call, row);
    yield say('');
    yield* optional(say, row.credential, row.browserOption);
  }
  for (const row of framework.calls ?? []) {
    const say = stating('calls', row.call, row);
    yield say('');
    if (row.tools !== undefined) yield atReceiver(say, row.call, row.tools);
    if (row.agent !== undefined) yield atReceiver(say, row.call, row.agent);
    yield* slots(say, row.slots);
    yield* gates(say, row.gates);
    yield* limits(row, say, row.limits);
    for (const output of row.outputs) yield { ...say(output), anyVersion: true };
  }
  for (const row of framework.agents ?? []) {
    const say = stating('agents', row.call, row);
    yield say('');
    yield* optional(say, row.name, row.tools);
    yield* slots(say, row.slots);
    yield* gates(say, row.gates);
    yield* limits(row, say, row.limits);
    for (const run of row.runs ?? []) {
      const inner = stating('agents.runs', join(join(row.call, 'Result'), run.call), row);
      yield inner('');
      yield* slots(inner, run.slots);
      yield* limits(row, inner, run.limits);
      for (const output of run.outputs) yield { ...inner(output), anyVersion: true };
    }
  }
  for (const row of framework.tools ?? []) {
    const say = stating('tools', row.call, row);
    yield say('');
    yield* optional(say, row.name === 'key' ? undefined : row.name, row.description, row.schema, row.options);
    yield* handler(say, row.handler, row.input, row.inputPath);
    yield* gates(say, row.gates);
  }
  for (const row of framework.toolClasses ?? []) {
    yield stating('toolClasses', `${row.base}.Instance.Member[${row.handler}]`, row)('');
  }
  for (const row of framework.hosted ?? []) {
    const say = stating('hosted', row.call, row);
    yield say('');
    yield* optional(say, row.options);
    yield* handler(say, row.handler, row.input, undefined);
    yield* gates(say, row.gates);
  }
  for (const row of framework.gates ?? []) {
    const say = stating('gates', row.call, row);
    yield say('');
    if (row.covers !== undefined) yield* gates(say, [row.covers]);
  }
  for (const row of framework.approvals ?? []) {
    if (row.callback !== undefined) yield stating('approvals', row.callback, row)('');
    if (row.approves !== undefined) yield stating('approvals', row.approves, row)('');
  }
  for (const row of framework.settings ?? []) {
    const say = stating('settings', row.call, row);
    yield say('');
    const values = row.values ?? [];
    const constants = values.filter((value) => typeof value === 'string' && value.startsWith('Member['));
    if (row.at !== undefined) yield { ...say(row.at), values: values.filter((value) => !constants.includes(value)) };
    yield* optional(say, ...(row.unless ?? []), row.noteIf?.at);
  }
  for (const row of framework.servers ?? []) {
    const say = stating('servers', row.call, row);
    yield say('');
    yield* optional(say, row.name);
    if (row.callToolHandler === undefined) continue;
    const call = stating('servers.callToolHandler', row.callToolHandler.call, row);
    yield* optional(call, row.callToolHandler.schema, row.callToolHandler.handler);
    for (const schema of row.callToolHandler.schemaIs) {
      if (schema.startsWith('Member[')) yield stating('servers.schemaIs', schema, row)('');
    }
  }
  for (const row of framework.guardrails ?? []) yield stating('guardrails', row.call, row)('');
  for (const row of framework.endpoints ?? []) {
    const say = stating('endpoints', row.call, row);
    yield say('');
    yield* optional(say, row.at, ...row.credentials);
  }
  for (const row of framework.sources ?? []) yield stating('sources', row.path, row)('');
  for (const row of framework.sinks ?? []) {
    const say = stating('sinks', row.call, row);
    yield say('');
    yield* optional(say, row.at);
    for (const name of row.store ?? []) yield say(`Member[${name}]`);
    for (const test of [row.when, row.also, row.unless]) {
      if (test !== undefined) yield { ...atReceiver(say, row.call, test.at), values: test.values };
    }
    yield* optional(say, ...(row.unlessAny ?? []).map(({ at }) => at));
  }
  for (const row of framework.conventions ?? []) {
    if (row.base === undefined || row.method === undefined || row.parameter === 'all') continue;
    const say = stating('conventions', `${row.base}.Instance.Member[${row.method}]`, row);
    yield say('');
    for (const at of row.at ?? ['']) yield say(join(`Argument[${String(row.parameter)}]`, at));
  }
  for (const row of framework.toolSets ?? []) {
    const tools = row.tools?.startsWith('Receiver') === true ? undefined : row.tools;
    yield* optional(stating('toolSets', row.call, row), '', tools);
  }
  for (const row of framework.effects ?? []) yield stating('effects', row.call, row)('');
  for (const row of framework.passThroughs ?? []) {
    const say = stating('passThroughs', row.call, row);
    yield say('');
    yield* optional(say, ...row.from.filter((path) => !path.startsWith('Receiver')));
  }
  for (const row of framework.sanitizers ?? []) yield stating('sanitizers', row.call, row)('');
  for (const row of framework.guards ?? []) {
    const say = stating('guards', row.call, row);
    yield say('');
    yield* optional(say, row.argument.startsWith('Receiver') ? undefined : row.argument);
  }
  yield* exposurePaths(framework);
  yield* supplyPaths(framework);
}

/** What the rows about things that others keep say. */
function* supplyPaths(framework: Framework): Generator<StatedPath> {
  for (const row of framework.artifacts ?? []) {
    const say = stating('artifacts', row.call, row);
    yield say('');
    yield* optional(say, row.name, row.pin, row.runsCode?.at);
  }
  for (const row of framework.deserializers ?? []) {
    const say = stating('deserializers', row.call, row);
    yield say('');
    yield* optional(say, row.from.startsWith('Receiver') ? undefined : row.from);
  }
  for (const row of framework.launches ?? []) {
    const say = stating('launches', row.call, row);
    yield say('');
    yield* optional(say, row.servers);
    if (row.servers === undefined) yield* optional(say, row.command, row.args);
  }
  for (const row of framework.trainings ?? []) {
    const say = stating('trainings', row.call, row);
    yield say('');
    yield* optional(say, ...row.data, row.when?.at);
  }
}

/** What the rows about servers and requests say. */
function* exposurePaths(framework: Framework): Generator<StatedPath> {
  for (const row of framework.webServers ?? []) {
    const say = stating('webServers', row.call, row);
    // Its methods may come with a plugin.
    yield say('');
    yield* optional(say, row.handler, row.check, row.hostCheck?.unless);
  }
  for (const row of framework.requestChecks ?? []) yield stating('requestChecks', row.call, row)('');
  for (const row of framework.mcpTransports ?? []) {
    const say = stating('mcpTransports', row.call, row);
    yield say('');
    yield* optional(say, row.hostCheck, ...(row.authentication ?? []));
  }
  for (const row of framework.resumes ?? []) {
    const say = stating('resumes', row.call, row);
    yield say('');
    yield* optional(say, row.answer);
  }
}

type Say = (relative: string, versions?: VersionRange) => StatedPath;

function stating(list: string, call: string, row: { readonly module?: string; readonly versions?: VersionRange }): Say {
  return (relative, versions) => ({
    row: `${list}: ${call}`,
    module: row.module,
    versions: [row.versions, versions].filter((range) => range !== undefined),
    path: join(call, relative.replace(/^ReturnValue/, 'Result')),
    own: relative === '' ? 0 : tokensOf(call).length,
  });
}

/** `Receiver` is what made the object of the method: the path without its last member and the token that made it. */
function atReceiver(say: Say, call: string, at: string): StatedPath {
  if (!at.startsWith('Receiver')) return say(at);
  const maker = tokensOf(call)
    .slice(0, -1)
    .filter((token, index, all) => index < all.length - 1 || !/^(Instance|ReturnValue)$/.test(token));
  const path = [...maker, ...tokensOf(at).slice(1)].join('.');
  return { ...say(''), path, own: maker.length };
}

function* optional(say: Say, ...paths: readonly (string | undefined)[]): Generator<StatedPath> {
  for (const path of paths) if (path !== undefined) yield say(path);
}

function* slots(say: Say, rows: readonly SlotRow[]): Generator<StatedPath> {
  for (const slot of rows) yield say(slot.at, slot.versions);
}

function* gates(say: Say, rows: readonly GateOptionRow[] | undefined): Generator<StatedPath> {
  for (const gate of rows ?? []) yield say(gate.at, gate.versions);
}

function* limits(
  row: { readonly module?: string; readonly versions?: VersionRange },
  say: Say,
  rows: readonly LimitRow[] | undefined,
): Generator<StatedPath> {
  for (const limit of rows ?? []) {
    yield say(limit.at, limit.versions);
    const inner = { ...row, versions: [row.versions, limit.versions].filter((range) => range !== undefined).join(' ') };
    const place = inner.versions === '' ? { ...(row.module === undefined ? {} : { module: row.module }) } : inner;
    if (limit.insertImport !== undefined) {
      yield stating('limits.insertImport', `Member[${limit.insertImport}]`, place)('');
    }
    for (const value of limit.unbounded ?? []) {
      if (typeof value === 'string') yield { ...stating('limits.unbounded', value, place)(''), anyVersion: true };
    }
  }
}

function* handler(
  say: Say,
  path: string | undefined,
  input: number | undefined,
  inputPath: string | undefined,
): Generator<StatedPath> {
  if (path === undefined) return;
  yield say(path);
  if (input !== undefined) yield say(join(`${path}.Parameter[${String(input)}]`, inputPath ?? ''));
}

export function tokensOf(path: string): readonly string[] {
  return path.match(/[A-Za-z]+(?:\[[^\]]*\])?/g) ?? [];
}

function join(path: string, relative: string): string {
  if (path === '') return relative;
  return relative === '' ? path : `${path}.${relative}`;
}
