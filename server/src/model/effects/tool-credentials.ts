import type { ToolCredential } from '@leashlint/rules';
import type { FunctionRef, Program, ProgramFile, Ref } from '../../program/program.js';
import type { ModelContext, ToolEntry } from '../entries.js';
import type { Visit } from './reach.js';
import { PYTHON } from '../../program/resolve-python-module.js';
import { receiverOf, wayBack } from '../flow/way-back.js';

/** Environment variables whose documented purpose is to let an administrator do everything, and what they do. */
const POWERS: readonly (readonly [RegExp, string])[] = [
  [
    /(?:^|_)SUPABASE_(?:[A-Z]+_)?(?:SERVICE_ROLE|SERVICE|SECRET)(?:_KEY|_TOKEN)?$|(?:^|_)SERVICE_ROLE_KEY$/,
    'goes past row-level security',
  ],
  [/^HASURA_(?:GRAPHQL_)?ADMIN_SECRET$/, 'goes past all permissions'],
  [
    /^(?:OPENAI|ANTHROPIC|ALGOLIA|MEILI(?:SEARCH)?|TYPESENSE|SHOPIFY|GHOST|KEYCLOAK|COGNITO|AUTH0)_(?:[A-Z]+_)?(?:ADMIN|MASTER)_(?:API_)?(?:KEY|TOKEN|SECRET|PASSWORD|ACCESS_TOKEN)$/,
    'has administrative rights',
  ],
  [
    /(?:^|_)(?:ADMIN|ROOT|SUPERUSER|SUPERADMIN)_(?:API_|ACCESS_|SECRET_|AUTH_)?(?:KEY|TOKEN|SECRET|PASSWORD)$/,
    'has administrative rights',
  ],
  [/^MEILI_MASTER_KEY$/, 'has administrative rights'],
];

/** Credentials of administrators that the handlers of tools work with. */
export function toolCredentials({ program }: ModelContext, tools: readonly ToolEntry[]): readonly ToolCredential[] {
  const search = createSearch(program);
  return tools.flatMap((entry) => {
    const found = new Map<Ref, ToolCredential>();
    for (const visit of entry.reach?.visits ?? []) {
      for (const { ref, power, name } of search(visit)) {
        if (found.has(ref)) continue;
        found.set(ref, { tool: entry.tool, label: name, span: program.span(ref), power, path: visit.path });
      }
    }
    return [...found.values()];
  });
}

interface Read {
  readonly ref: Ref;
  readonly name: string;
  readonly power: string;
}

/** Reads of such variables in a function, and in what its calls are made on: a client that a module keeps. */
function createSearch(program: Program): (visit: Visit) => readonly Read[] {
  const inFunction = new Map<FunctionRef, readonly Read[]>();
  const behind = new Map<Ref, readonly Read[]>();
  const inFile = new Map<ProgramFile, readonly Read[]>();

  const readsOf = (file: ProgramFile): readonly Read[] => {
    let reads = inFile.get(file);
    if (reads === undefined) {
      reads = file.facts.values.flatMap((_, id) => readAt(program, program.ref(file, id)) ?? []);
      inFile.set(file, reads);
    }
    return reads;
  };

  const behindReceiver = (receiver: Ref): readonly Read[] => {
    const root = rootOf(program, receiver);
    let reads = behind.get(root);
    if (reads === undefined) {
      reads = wayBack(program, root, []).flatMap(({ ref }) => readAt(program, ref) ?? []);
      behind.set(root, reads);
    }
    return reads;
  };

  return ({ fn, calls }) => {
    let reads = inFunction.get(fn);
    if (reads === undefined) {
      const own = readsOf(program.fileOfFunction(fn)).filter(({ ref }) => program.functionOf(ref) === fn);
      const kept = calls.flatMap((call) => {
        const receiver = receiverOf(program, call);
        return receiver === undefined ? [] : behindReceiver(receiver);
      });
      reads = [...new Map([...own, ...kept].map((read) => [read.ref, read])).values()];
      inFunction.set(fn, reads);
    }
    return reads;
  };
}

/** The start of a chain of calls and members: `supabase` in `supabase.from('x').select()`. */
function rootOf(program: Program, from: Ref): Ref {
  let ref = from;
  for (let depth = 0; depth < 12; depth++) {
    const value = program.value(ref);
    if (value.kind === 'member') ref = program.ref(program.fileOf(ref), value.object);
    else if (value.kind === 'await') ref = program.ref(program.fileOf(ref), value.value);
    else if (value.kind === 'call' && receiverOf(program, ref) !== undefined) ref = receiverOf(program, ref) ?? ref;
    else break;
  }
  return ref;
}

/** `process.env.SERVICE_ROLE_KEY`, or the same name of a checked copy of the environment. */
function readAt(program: Program, ref: Ref): Read | undefined {
  const value = program.value(ref);
  const key = value.kind === 'member' ? value.key : value.kind === 'call' ? variableOf(program, ref) : undefined;
  if (key === undefined || !/^[A-Z][A-Z\d_]+$/.test(key)) return undefined;
  const power = POWERS.find(([pattern]) => pattern.test(key))?.[1];
  if (power === undefined) return undefined;
  return { ref, name: program.fileOf(ref).text.slice(...value.range), power };
}

/** `os.getenv('SERVICE_ROLE_KEY')`: the name. */
function variableOf(program: Program, call: Ref): string | undefined {
  const file = program.fileOf(call);
  const value = program.value(call);
  if (value.kind !== 'call' || file.facts.language !== 'python') return undefined;
  const callee = file.facts.values[value.callee];
  const [first] = value.arguments;
  const name = first && file.facts.values[first.value];
  const reads = (callee?.kind === 'member' && /^(?:getenv|get)$/.test(callee.key)) || callee?.kind === 'import';
  if (!reads || name?.kind !== 'literal' || typeof name.value !== 'string') return undefined;
  return program.origins(call).some((origin) => origin.kind === 'api' && origin.module === `${PYTHON}os`)
    ? name.value
    : undefined;
}
