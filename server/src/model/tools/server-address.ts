import type { Program, Ref } from '../../program/program.js';
import type { Span, ToolSupply } from '@leashlint/rules';
import { followTokens } from '../catalogue/relative.js';

export interface NamedServer {
  readonly server: string;
  readonly party: ToolSupply['party'];
  readonly span: Span;
}

const OWN_HOST =
  /^(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1?\]|::1|host\.docker\.internal|[^.]+|.*\.(?:local|localhost|internal|test))$/i;
const ADDRESS_KEYS = ['url', 'serverUrl', 'server_url', 'transport', 'serverParams', 'connectionParams', 'fullCommand'];
const MAX_DEPTH = 6;

/** The MCP server that a value names: an address, a command, or an option object or transport that holds one. */
export function namedServer(program: Program, ref: Ref, depth = 0): NamedServer | undefined {
  if (depth > MAX_DEPTH) return undefined;
  for (const origin of program.origins(ref)) {
    if (origin.kind === 'module') continue;
    const value = program.value(origin.at);
    const file = program.fileOf(origin.at);
    const span = program.span(origin.at);
    if (value.kind === 'literal' && typeof value.value === 'string') return fromText(value.value, span);
    if (value.kind === 'template' && typeof value.parts[0] === 'string') {
      const [lead] = value.parts;
      const isKnown = /^\w+:\/\/[^/]+\//.test(lead) || /^\S+\s+\S+.*\s$/.test(lead);
      const named = isKnown ? fromText(lead, span) : undefined;
      if (named !== undefined) return named;
    }
    if (value.kind === 'object') {
      const named = fromCommand(program, origin.at) ?? fromKeys(program, origin.at, depth);
      if (named !== undefined) return named;
    }
    if (value.kind === 'call' && origin.kind === 'api') {
      const started = fromCommand(program, origin.at);
      if (started !== undefined) return started;
      for (const argument of value.arguments) {
        const named = namedServer(program, program.ref(file, argument.value), depth + 1);
        if (named !== undefined) return named;
      }
    }
  }
  return undefined;
}

function fromKeys(program: Program, object: Ref, depth: number): NamedServer | undefined {
  for (const key of ADDRESS_KEYS) {
    for (const value of program.property(object, key).values) {
      const named = namedServer(program, value, depth + 1);
      if (named !== undefined) return named;
    }
  }
  return undefined;
}

function fromText(text: string, span: Span): NamedServer | undefined {
  const [command = '', ...words] = text.trim().split(/\s+/);
  if (words.length > 0) return fromWords(command, words, span);
  const host = /^(?:https?|wss?):\/\/(?:[^@/]*@)?(\[[^\]]*\]|[^:/?#]+)/i.exec(text)?.[1];
  if (host === undefined) return undefined;
  return {
    server: text.replace(/[?#].*$/, '').replace(/^(\w+:\/\/[^/]+\/?).*$/, '$1'),
    party: OWN_HOST.test(host) ? 'own' : 'other',
    span,
  };
}

/** Values of an option in an object, or of a keyword of the constructor of one. */
function optionOf(program: Program, holder: Ref, name: string): readonly Ref[] {
  return followTokens(program, holder, [{ kind: 'Member', names: [name] }]).values.map(({ ref }) => ref);
}

/** `{ command: 'npx', args: ['-y', '@vendor/server'] }`, `StdioServerParameters(command='npx', args=[…])`. */
function fromCommand(program: Program, object: Ref): NamedServer | undefined {
  const [command] = optionOf(program, object, 'command');
  const [args] = optionOf(program, object, 'args');
  const name = command === undefined ? undefined : program.literals(command)?.[0];
  if (typeof name !== 'string') return undefined;
  return fromWords(name, args === undefined ? [] : words(program, args), program.span(object));
}

/** Leading literal elements of a list. */
function words(program: Program, list: Ref): readonly string[] {
  const [origin] = program.origins(list);
  const value = origin === undefined ? undefined : program.value(origin.at);
  if (origin === undefined || value?.kind !== 'array') return [];
  const file = program.fileOf(origin.at);
  return value.items.flatMap((item) => {
    const literal = 'value' in item ? program.literals(program.ref(file, item.value))?.[0] : undefined;
    return typeof literal === 'string' ? [literal] : [];
  });
}

/** Programs that download what they run, with the words before the package. */
const RUNNERS: Readonly<Record<string, readonly string[]>> = {
  npx: [],
  bunx: [],
  uvx: [],
  pnpx: [],
  pnpm: ['dlx'],
  yarn: ['dlx'],
  npm: ['exec'],
  bun: ['x'],
  pipx: ['run'],
  docker: ['run'],
};

/** Options of runners that take a word of their own. */
const WITH_VALUE =
  /^(?:-e|--env|-v|--volume|--mount|-p|--publish|--name|--network|--from|--python|--registry|--user|-u|-w|--workdir)$/;

function fromWords(command: string, args: readonly string[], span: Span): NamedServer | undefined {
  const lead = RUNNERS[command.replace(/^.*[\\/]/, '').replace(/\.(?:cmd|exe)$/i, '')];
  if (lead === undefined) return { server: command, party: 'own', span };
  if (!lead.every((word, index) => args[index] === word)) return { server: command, party: 'own', span };
  const rest = args.slice(lead.length);
  for (let at = 0; at < rest.length; at++) {
    const word = rest[at] ?? '';
    if (WITH_VALUE.test(word)) at++;
    else if (!word.startsWith('-')) {
      const address = BRIDGES.test(word) ? rest.slice(at + 1).find((other) => /^https?:/.test(other)) : undefined;
      if (address !== undefined) return fromText(address, span);
      return { server: word, party: isOwnPath(word) ? 'own' : 'other', span };
    }
  }
  return undefined;
}

/** Packages that only pass on what a remote server offers. */
const BRIDGES = /^(?:mcp-remote|supergateway|mcp-proxy)(?:@|$)/;

/** `npx tsx ./server.ts` runs code of the repository. */
function isOwnPath(word: string): boolean {
  return /^(?:\.{0,2}[\\/]|[A-Za-z]:[\\/]|tsx$|ts-node$|nodemon$|file:)/.test(word) || /\.[cm]?[jt]s$/.test(word);
}
