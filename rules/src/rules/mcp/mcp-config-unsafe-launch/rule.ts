import { downloadAndRun } from '../../../catalogue/config/risky-commands.js';
import type { ConfiguredServer } from '../../../model/configuration.js';
import type { Rule } from '../../../model/rule.js';
import type { Span } from '../../../model/span.js';
import { inTest, lowered } from '../../severity.js';

interface Danger {
  readonly span: Span;
  readonly what: string;
  readonly severity: 'error' | 'warning';
}

export const rule = {
  meta: {
    id: 'mcp-config-unsafe-launch',
    title: 'MCP entry runs a shell pipeline, broad mount or clear-text remote',
    family: 'mcp',
    severity: 'error',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'none',
    languages: ['config'],
    standards: ['MCP05:2025', 'MCP07:2025', 'ASI05', 'AML.T0050', 'CWE-78', 'CWE-319', 'CWE-732'],
  },
  *check(app) {
    for (const server of app.configuredServers) {
      for (const { severity, span, what } of [
        ...remote(server),
        ...shell(server),
        ...container(server),
        ...folders(server),
        ...service(server),
      ]) {
        yield {
          message: `The MCP server \`${server.name}\` ${what}`,
          help: 'Start the program itself, give it the folders that it needs, and reach servers by https.',
          severity: lowered(severity, inTest(app, span), server.disabled),
          evidence: 'proven',
          primary: span,
        };
      }
    }
  },
} satisfies Rule;

const LOOPBACK =
  /^http:\/\/(?:localhost|127\.|\[::1\]|0\.0\.0\.0|host\.docker\.internal|[\w-]+(?:[:/]|$)|[\w.-]+\.(?:local|internal|test|localhost)(?:[:/]|$)|10\.|192\.168\.|\$)/i;

function* remote({ url }: ConfiguredServer): Generator<Danger> {
  if (url === undefined) return;
  if (/^http:/i.test(url.value) && !LOOPBACK.test(url.value)) {
    yield {
      span: url.span,
      severity: 'error',
      what: 'is reached without encryption: anybody on the way reads and changes what it says',
    };
  }
}

const SHELLS = /(?:^|[\\/])(?:bash|sh|zsh|dash|fish|pwsh|powershell|cmd)(?:\.exe)?$/i;
const DOWNLOADS = new RegExp(downloadAndRun, 'i');

function* shell({ args, command }: ConfiguredServer): Generator<Danger> {
  if (command === undefined) return;
  for (const text of [command, ...args]) {
    if (DOWNLOADS.test(text.value)) {
      yield { span: text.span, severity: 'error', what: 'downloads a script and runs it, unread, at every start' };
      return;
    }
  }
  const encoded = args.find(({ value }) => /^-e(?:nc(?:odedcommand)?)?$/i.test(value));
  if (/(?:^|[\\/])(?:pwsh|powershell)(?:\.exe)?$/i.test(command.value) && encoded !== undefined) {
    yield { span: encoded.span, severity: 'error', what: 'runs a command that nobody can read' };
  }
  const script = SHELLS.test(command.value) ? args.find(({ value }) => /\$\{(?:input|arg):/i.test(value)) : undefined;
  if (script !== undefined) {
    yield { span: script.span, severity: 'error', what: 'puts what a person types into the text of a shell command' };
  }
}

const HOST_ROOT =
  /^(?:\/|~\/?|\$HOME\/?|\$\{(?:env:)?HOME\}\/?|[A-Z]:[\\/]?|\/(?:etc|root|var|usr|home|Users)\/?|\/(?:home|Users)\/[^/]+\/?|~?\/?\.ssh\/?)$/;

function* container({ args, command }: ConfiguredServer): Generator<Danger> {
  if (command === undefined || !/(?:^|[\\/])(?:docker|podman)(?:\.exe)?$/i.test(command.value)) return;
  for (const [index, { span, value }] of args.entries()) {
    const [option = '', inline] = value.split('=', 2);
    if (option === '--privileged')
      yield { span, severity: 'error', what: 'runs in a container that controls the host (--privileged)' };
    const setting = inline ?? args[index + 1]?.value ?? '';
    const at = inline === undefined ? (args[index + 1]?.span ?? span) : span;
    if (['--network', '--net'].includes(option) && setting === 'host') {
      yield { span: at, severity: 'warning', what: 'reaches every service that listens on the host (--network host)' };
    }
    if (!['-v', '--volume', '--mount'].includes(option)) continue;
    yield* hostMount(at, mountSource(option, setting, value));
  }
}

function mountSource(option: string, setting: string, whole: string): string {
  const text =
    option === '--mount' ? (whole.startsWith('--mount=') ? whole.slice('--mount='.length) : setting) : setting;
  if (option === '--mount') return /(?:^|,)(?:source|src)=([^,]+)/.exec(text)?.[1] ?? '';
  return /^([A-Za-z]:[\\/][^:]*|[^:]+)/.exec(text)?.[1] ?? '';
}

/** A service of a Compose file. */
function* service({ hostAccess, mounts }: ConfiguredServer): Generator<Danger> {
  for (const { kind, span } of hostAccess) {
    yield kind === 'privileged'
      ? { span, severity: 'error', what: 'runs in a container that controls the host (privileged)' }
      : { span, severity: 'warning', what: 'reaches every service that listens on the host (network_mode: host)' };
  }
  for (const { span, value } of mounts) yield* hostMount(span, value);
}

function* hostMount(span: Span, source: string): Generator<Danger> {
  if (/docker\.sock$/.test(source))
    yield { span, severity: 'error', what: 'gets the socket of Docker: who controls Docker controls the host' };
  else if (HOST_ROOT.test(source)) yield { span, severity: 'error', what: `gets \`${source}\` of the host` };
}

/** Servers that read and write below the folders that they are given. */
const FOLDER_SERVERS =
  /(?:^|\/)(?:server-filesystem|mcp-server-filesystem|mcp-filesystem(?:-server)?|filesystem-mcp(?:-server)?)$/;

function* folders({ args, artifact }: ConfiguredServer): Generator<Danger> {
  if (artifact === undefined || !FOLDER_SERVERS.test(artifact.name)) return;
  for (const { span, value } of args.slice(args.indexOf(artifact.text) + 1)) {
    if (HOST_ROOT.test(value)) yield { span, severity: 'error', what: `gets all of \`${value}\`` };
  }
}
