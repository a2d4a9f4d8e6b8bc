import type { ConfigFileKind, ConfiguredServer, ConfiguredText, KeyPath, ServersRow } from '@leashlint/rules';
import type { Program, Ref } from '../../program/program.js';
import type { SecretScanner } from '../secrets/secret-scan.js';
import { artifactOf } from './artifact.js';
import { configuredSecrets } from './configured-secrets.js';
import { kindRef } from './config-settings.js';
import { documentRoot, select, selectText, type Selected } from './select.js';

const URLS = ['url', 'serverUrl', 'httpUrl', 'uri'];

/** MCP servers that a configuration file starts or connects to. */
export function configuredServers(
  program: Program,
  scan: SecretScanner,
  path: string,
  kind: ConfigFileKind,
): readonly ConfiguredServer[] {
  const root = documentRoot(program, path);
  const { servers } = kind;
  if (root === undefined || servers === undefined) return [];
  return select(program, root, [...servers.at, servers.shape === 'map' ? '*' : '[]']).flatMap(
    (selected) => configuredServer(program, scan, kind, servers, selected) ?? [],
  );
}

function configuredServer(
  program: Program,
  scan: SecretScanner,
  kind: ConfigFileKind,
  row: ServersRow,
  { value: entry, keys, holder }: Selected,
): ConfiguredServer | undefined {
  const text = (key: string): ConfiguredText | undefined => {
    const found = selectText(program, entry, [key]);
    return found && { value: found.text, span: program.span(found.value) };
  };
  // Some clients write the program and its arguments as one list.
  const line = texts(program, select(program, entry, ['command', '[]']));
  const command = text('command') ?? text('cmd') ?? line[0];
  const url = URLS.map(text).find((each) => each !== undefined);
  if (command === undefined && url === undefined) return undefined;
  const args = [...line.slice(1), ...texts(program, select(program, entry, ['args', '[]']))];
  const name = text('name');
  const file = program.fileOf(entry);
  const named = row.shape === 'map' && holder !== undefined && 'object' in holder;
  const title = (row.shape === 'map' ? keys.at(-1) : name?.value) ?? command?.value ?? '';
  const span = named ? program.spanOfRange(file, holder.entry.range) : program.span(entry);
  return {
    name: title,
    framework: kindRef(kind),
    span,
    nameSpan: named ? program.spanOfRange(file, holder.entry.keyRange) : (name?.span ?? span),
    disabled: isTrue(program, entry, 'disabled') || isFalse(program, entry, 'enabled'),
    command,
    args,
    url,
    secrets: configuredSecrets(program, scan, { entry, name: title, byName: row.variables === 'by-name' }),
    artifact: command === undefined ? undefined : artifactOf(program, file, command, args),
    reference: row.reference,
    inputs: row.inputs === undefined ? undefined : inputsOf(program, entry, row, row.inputs),
    mounts: [],
    hostAccess: [],
  };
}

function texts(program: Program, selected: readonly Selected[]): readonly ConfiguredText[] {
  return selected.flatMap(({ value }) => textOf(program, value) ?? []);
}

function textOf(program: Program, ref: Ref): ConfiguredText | undefined {
  const value = program.value(ref);
  if (value.kind !== 'literal' || value.value === undefined || value.value === null) return undefined;
  return { value: String(value.value), span: program.span(ref) };
}

function isTrue(program: Program, entry: Ref, key: string): boolean {
  return is(program, entry, key, true);
}

function isFalse(program: Program, entry: Ref, key: string): boolean {
  return is(program, entry, key, false);
}

function is(program: Program, entry: Ref, key: string, wanted: boolean): boolean {
  return select(program, entry, [key]).some(({ value }) => {
    const literal = program.value(value);
    return literal.kind === 'literal' && literal.value === wanted;
  });
}

function inputsOf(program: Program, entry: Ref, row: ServersRow, at: KeyPath): ConfiguredServer['inputs'] {
  const file = program.fileOf(entry);
  const root = documentRoot(program, file.path);
  const [servers] = root === undefined ? [] : select(program, root, row.at);
  if (root === undefined || servers?.holder === undefined || !('object' in servers.holder)) return undefined;
  const [list] = select(program, root, at);
  const ids = select(program, root, [...at, '[]', 'id']).flatMap(({ value }) => textOf(program, value)?.value ?? []);
  return {
    list: list && program.span(list.value),
    servers: program.spanOfRange(file, servers.holder.entry.range),
    ids,
  };
}
