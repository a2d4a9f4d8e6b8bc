import type { ParameterFacts } from '../../facts.js';
import type { FunctionRef, Origin, ProgramFile, Ref } from '../../program/program.js';
import { memberName } from '../catalogue/access-path.js';
import { provided } from '../schema/declared-parameters.js';
import type { ModelContext } from '../entries.js';
import { follow } from '../catalogue/relative.js';

/** `status.HTTP_401_UNAUTHORIZED`, `HTTPStatus.FORBIDDEN`, `status.WS_1008_POLICY_VIOLATION`. */
export const isRefusingName = (name: string): boolean =>
  /^(?:HTTP_40[13]_\w+|WS_1008_\w+|UNAUTHORIZED|FORBIDDEN)$/.test(name);

/** An exception that turns somebody away. */
export const isRefusingException = (name: string): boolean =>
  /^(?:HTTP)?(?:Unauthori[sz]ed|Forbidden|PermissionDenied|PermissionError|AccessDenied|NotAuthenticated|AuthenticationFailed|AuthenticationError|AuthError|NotAuthori[sz]ed|InvalidToken|InvalidCredentials|CredentialsException|ConnectionRefused)\w*$/.test(
    name,
  );

/** What a caller proves something with: `api_key`, `access_token`, but not `max_tokens`. */
export const isProof = (name: string): boolean =>
  /(?:^|_)(?:api_?key|token|password|passwd|secret|signature|credentials?|authorization|jwt|session)$/i.test(name);

/** Methods by which a class stands before handlers. */
const STANDS_BEFORE: ReadonlySet<string> = new Set([
  'dispatch',
  '__call__',
  'process_request',
  'process_view',
  'authenticate',
  'has_permission',
  'on_request',
]);
const REQUEST = /^Member\[(?:Request|WebSocket|HTTPConnection|HttpRequest)\]$/;

export interface PythonRequests {
  /** What an annotation or a default has run before the function gets its argument: functions, or objects of packages. */
  providersOf(fn: FunctionRef): readonly Ref[];
  /** What the call of a provider runs; undefined for other values. */
  behind(value: Ref): readonly Ref[] | undefined;
  /** A parameter that gets a header or cookie, or something else that proves who sends. */
  readsProof(parameter: ParameterFacts): boolean;
  /** Whether a parameter is the request, not a part that was sent with it. */
  isRequest(file: ProgramFile, parameter: number): boolean;
  /** Methods of a class that see a request before its handler does. */
  standBefore(origin: Origin): readonly FunctionRef[] | undefined;
}

export function createPythonRequests({ program, catalogue }: ModelContext): PythonRequests {
  return {
    providersOf(fn) {
      const file = program.fileOfFunction(fn);
      if (file.facts.language !== 'python') return [];
      return program.function(fn).parameters.flatMap((parameter) => provided(program, catalogue, file, parameter));
    },
    behind(value) {
      const call = program.value(value);
      if (call.kind !== 'call') return undefined;
      const file = program.fileOf(value);
      const rows = catalogue.match('providers', file, program.origins(program.ref(file, call.callee)));
      if (rows.length === 0) return undefined;
      return rows.flatMap(({ row }) => follow(program, value, row.function).values.map(({ ref }) => ref));
    },
    readsProof: ({ name }) => name !== undefined && isProof(name),
    isRequest(file, parameter) {
      return program.origins(program.ref(file, parameter)).some((origin) => {
        if (origin.kind !== 'api') return false;
        if (origin.path.at(-1) === 'Instance') return REQUEST.test(origin.path.at(-2) ?? '');
        const rows = catalogue.match('sources', file, [origin]);
        return memberName(origin.path.at(-1)) === undefined && !rows.some(({ row }) => row.declared !== undefined);
      });
    },
    standBefore(origin) {
      const owner = classOf(origin);
      if (owner === undefined) return undefined;
      const { file, id } = owner;
      const facts = file.facts.classes[id];
      const methods = (facts?.methods ?? [])
        .filter(({ name }) => STANDS_BEFORE.has(name))
        .map((method) => method.function);
      const all = facts?.constructorFunction === undefined ? methods : [...methods, facts.constructorFunction];
      return all.map((fn) => program.functionRef(file, fn));
    },
  };

  /** A class of the project, or the one that an object was made of. */
  function classOf(origin: Origin): { readonly file: ProgramFile; readonly id: number } | undefined {
    if (origin.kind !== 'value') return undefined;
    const value = program.value(origin.at);
    const file = program.fileOf(origin.at);
    if (value.kind === 'class') return { file, id: value.class };
    if (value.kind !== 'call') return undefined;
    for (const made of program.origins(program.ref(file, value.callee))) {
      const target = made.kind === 'value' ? program.value(made.at) : undefined;
      if (target?.kind === 'class') return { file: program.fileOf(made.at), id: target.class };
    }
    return undefined;
  }
}
