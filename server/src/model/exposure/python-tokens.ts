import type { CallValue, Value } from '../../facts.js';
import type { Program, ProgramFile, Ref } from '../../program/program.js';
import { memberName } from '../catalogue/access-path.js';

const AUTHORIZATION = /^authorization$/i;
/** Functions of the MCP SDKs that give the request of the client, or a part of it. */
const GIVE_REQUEST = /^(?:get_http_request|get_http_headers|get_context|get_request|request_ctx)$/;

/** What the token of an MCP client is called where code of a server reads it; undefined for other values. */
export function tokenRead(program: Program, ref: Ref, keys: readonly string[]): string | undefined {
  const value = program.value(ref);
  const file = program.fileOf(ref);
  if (file.facts.language !== 'python') return undefined;
  if (value.kind === 'call') {
    const name = calledName(program, file, value);
    if (name === 'get_access_token' && keys[0] === 'token') return 'token of the MCP client';
    return GIVE_REQUEST.test(name ?? '') && AUTHORIZATION.test(keys.at(-1) ?? '')
      ? 'Authorization header of the request'
      : undefined;
  }
  const isRequest = value.kind === 'parameter' || (value.kind === 'import' && value.name === 'request');
  const header = AUTHORIZATION.test(keys.at(-1) ?? '') && keys.at(-2) === 'headers';
  return isRequest && header ? 'Authorization header of the request' : undefined;
}

/** Whether an object is the request, or what gives it: `ctx.request_context.request`, `get_http_headers()`. */
export function isRequestObject(program: Program, file: ProgramFile, object: Value | undefined): boolean {
  if (file.facts.language !== 'python') return object?.kind === 'parameter';
  if (object?.kind === 'import') return object.name === 'request';
  if (object?.kind === 'call') return GIVE_REQUEST.test(calledName(program, file, object) ?? '');
  return object?.kind === 'parameter';
}

/** The last name of a function of a package. */
function calledName(program: Program, file: ProgramFile, { callee }: CallValue): string | undefined {
  for (const origin of program.origins(program.ref(file, callee))) {
    if (origin.kind === 'api') return memberName(origin.path.at(-1));
  }
  return undefined;
}
