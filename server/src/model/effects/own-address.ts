import { argumentAt } from '../../program/origins.js';
import type { Program, Ref } from '../../program/program.js';
import type { CatalogueIndex } from '../catalogue/catalogue-index.js';

const HOST_PARTS: ReadonlySet<string | undefined> = new Set(['origin', 'host', 'hostname', 'port', 'protocol']);

/**
 * `new URL('/callback', request.url)` and `new URL(request.url).origin`: the server's own address, by which it was reached.
 * The path and the query of a request's address are the client's.
 */
export function isOwnAddress(program: Program, index: CatalogueIndex, call: Ref, keys: readonly string[]): boolean {
  const value = program.value(call);
  if (value.kind !== 'call' || !value.construct) return false;
  const file = program.fileOf(call);
  const callee = program.origins(program.ref(file, value.callee));
  if (!callee.every((origin) => origin.kind === 'api' && origin.path.join('.') === 'Member[URL]')) return false;
  const [address, base] = [argumentAt(program, call, 0), argumentAt(program, call, 1)];
  if (address === undefined) return false;
  if (base === undefined) return HOST_PARTS.has(keys[0]) && isRequested(program, index, address);
  const paths = program.literals(address) ?? [];
  const isPath =
    paths.length > 0 && paths.every((path) => typeof path === 'string' && /^[^:/\\]*(?:\/[^/\\]|\/?$)/.test(path));
  return isPath && isRequested(program, index, base);
}

/** The address of a request: `request.url`. */
function isRequested(program: Program, index: CatalogueIndex, ref: Ref): boolean {
  const origins = program.origins(ref);
  return (
    origins.length > 0 &&
    origins.every((origin) => origin.kind === 'api' && origin.path.at(-1) === 'Member[url]') &&
    index.match('sources', program.fileOf(ref), origins).some(({ row }) => row.kind === 'request')
  );
}
