import type { ConfigFileKind, ConfiguredServer, ConfiguredText } from '@leashlint/rules';
import type { Program, ProgramFile, Ref } from '../../program/program.js';
import type { SecretScanner } from '../secrets/secret-scan.js';
import { artifactOf, imageArtifact } from './artifact.js';
import { kindRef } from './config-settings.js';
import { configuredSecrets } from './configured-secrets.js';
import { documentRoot, select, selectText, type Selected } from './select.js';

/** `mcp/github`, `ghcr.io/github/github-mcp-server`, `docker/mcp-gateway`, `npx some-mcp`. */
const RUNS_SERVER = /(?:^|[/@\s_-])mcp(?:$|[/:@\s_-])/i;

/** Services of a Compose file whose image or command says that they run an MCP server. */
export function configuredServices(
  program: Program,
  scan: SecretScanner,
  path: string,
  kind: ConfigFileKind,
): readonly ConfiguredServer[] {
  const root = documentRoot(program, path);
  const { services } = kind;
  if (root === undefined || services === undefined) return [];
  return select(program, root, [...services.at, '*']).flatMap(
    (selected) => service(program, scan, kind, services, selected) ?? [],
  );
}

function service(
  program: Program,
  scan: SecretScanner,
  kind: ConfigFileKind,
  services: NonNullable<ConfigFileKind['services']>,
  { holder, keys, value: entry }: Selected,
): ConfiguredServer | undefined {
  const named = selectText(program, entry, ['image']);
  const image = named && { value: named.text, span: program.span(named.value) };
  const words = commandWords(program, entry);
  if (![image?.value ?? '', words.map(({ value }) => value).join(' ')].some((text) => RUNS_SERVER.test(text)))
    return undefined;
  const file = program.fileOf(entry);
  const span = program.span(entry);
  const keyed = holder !== undefined && 'object' in holder ? holder.entry : undefined;
  const built = select(program, entry, ['build']).length > 0;
  return {
    name: keys.at(-1) ?? '',
    framework: kindRef(kind),
    span,
    nameSpan: keyed === undefined ? span : program.spanOfRange(file, keyed.keyRange),
    disabled: false,
    command: undefined,
    args: [],
    url: undefined,
    secrets: ['environment', 'command'].flatMap((key) =>
      select(program, entry, [key]).flatMap(({ value }) =>
        configuredSecrets(program, scan, { entry: value, name: keys.at(-1) ?? '', byName: false }),
      ),
    ),
    // What the project builds itself has a name, and no publisher.
    artifact:
      image === undefined || built || !RUNS_SERVER.test(image.value)
        ? startedBy(program, file, words)
        : imageArtifact(program, 'Compose', image),
    reference: '${$name}',
    inputs: undefined,
    mounts: mounts(program, entry).filter(
      ({ value }) =>
        !(value.endsWith('docker.sock') && services.managers.includes(image?.value.replace(/[:@].*$/, '') ?? '')),
    ),
    hostAccess: [
      ...settings(program, entry, 'privileged', true).map((each) => ({ kind: 'privileged' as const, span: each })),
      ...settings(program, entry, 'network_mode', 'host').map((each) => ({ kind: 'network' as const, span: each })),
    ],
  };
}

/** `entrypoint` and `command`, each one text or a list of words. */
function commandWords(program: Program, entry: Ref): readonly ConfiguredText[] {
  const found = ['entrypoint', 'command'].flatMap((key) => [
    ...select(program, entry, [key]),
    ...select(program, entry, [key, '[]']),
  ]);
  return found.flatMap(({ value }) => textOf(program, value) ?? []);
}

/** A package that the command of a general image fetches. */
function startedBy(
  program: Program,
  file: ProgramFile,
  words: readonly ConfiguredText[],
): ConfiguredServer['artifact'] {
  const [command, ...args] = words;
  return command === undefined || args.length === 0 ? undefined : artifactOf(program, file, command, args);
}

/** `/host:/container:ro`, and the `source` of the long form. */
function mounts(program: Program, entry: Ref): readonly ConfiguredText[] {
  const short = select(program, entry, ['volumes', '[]']).flatMap(({ value }) => textOf(program, value) ?? []);
  const long = select(program, entry, ['volumes', '[]', 'source']).flatMap(({ value }) => textOf(program, value) ?? []);
  const sources = short.map(({ span, value }) => ({
    span,
    value: /^(\$\{[^}]*\}|[A-Za-z]:[\\/][^:]*|[^:]+):/.exec(value)?.[1] ?? '',
  }));
  return [...sources, ...long].filter(({ value }) => value !== '');
}

function settings(
  program: Program,
  entry: Ref,
  key: string,
  wanted: string | boolean,
): readonly ConfiguredText['span'][] {
  return select(program, entry, [key]).flatMap(({ holder, value }) => {
    const literal = program.value(value);
    if (literal.kind !== 'literal' || literal.value !== wanted) return [];
    const range = holder !== undefined && 'object' in holder ? holder.entry.range : undefined;
    return [range === undefined ? program.span(value) : program.spanOfRange(program.fileOf(value), range)];
  });
}

function textOf(program: Program, ref: Ref): ConfiguredText | undefined {
  const value = program.value(ref);
  return value.kind === 'literal' && typeof value.value === 'string'
    ? { value: value.value, span: program.span(ref) }
    : undefined;
}
