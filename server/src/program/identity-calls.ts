/**
 * Calls whose result behaves as one of their arguments: what is known of the argument is known of the result.
 * Keys are `module` and access path of the callee; the value is the argument's index.
 */
const IDENTITY_CALLS: Readonly<Record<string, number>> = {
  'util Member[promisify]': 0,
  'util Member[callbackify]': 0,
  'global Member[Object].Member[freeze]': 0,
  'global Member[Object].Member[seal]': 0,
  'global Member[Object].Member[assign]': 0,
  'global Member[Promise].Member[resolve]': 0,
  'global Member[structuredClone]': 0,
  '@modelcontextprotocol/sdk/types.js Member[ToolSchema].Member[parse]': 0,
  'python:contextlib Member[closing]': 0,
  'python:contextlib Member[aclosing]': 0,
  'python:contextlib Member[nullcontext]': 0,
  'python:typing Member[cast]': 1,
  'python:asgiref Member[sync].Member[sync_to_async]': 0,
  'python:asgiref Member[sync].Member[async_to_sync]': 0,
  'react Member[useCallback]': 0,
  'react Member[cache]': 0,
  'react Member[memo]': 0,
  'react Member[forwardRef]': 0,
  'next/cache Member[unstable_cache]': 0,
};

/** Calls whose result stands for what the function among their arguments gives. */
const PROVIDER_CALLS: Readonly<Record<string, number>> = {
  'python:fastapi Member[Depends]': 0,
  'python:fastapi Member[Security]': 0,
  'python:fastapi Member[params].Member[Depends]': 0,
};

export function providerArgument(module: string, path: readonly string[]): number | undefined {
  return PROVIDER_CALLS[`${module} ${path.join('.')}`];
}

/** Methods of functions that give a function of the same behaviour: `handler.bind(this)`. */
export const FUNCTION_IDENTITY_METHODS: ReadonlySet<string> = new Set(['bind']);

export function identityArgument(module: string, path: readonly string[]): number | undefined {
  const withoutDefault = path[0] === 'Member[default]' ? path.slice(1) : path;
  return IDENTITY_CALLS[`${module} ${withoutDefault.join('.')}`];
}
