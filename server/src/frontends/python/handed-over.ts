import type { ArgumentFacts, ValueId } from '../../facts.js';
import type { FileDraft } from './draft.js';
import { importedAs } from './names.js';

export interface Called {
  readonly callee: ValueId;
  readonly arguments: readonly ArgumentFacts[];
}

/** Functions that call the function that they are handed, elsewhere or later, with the arguments after it. */
const CALLERS: ReadonlySet<string> = new Set([
  'asyncio.to_thread',
  'fastapi.concurrency.run_in_threadpool',
  'starlette.concurrency.run_in_threadpool',
  'trio.to_thread.run_sync',
]);

/**
 * What a call calls in truth: `asyncio.to_thread(load, path)`, `loop.run_in_executor(None, load, path)` and `pool.submit(load, path)`
 * call `load(path)`. Undefined for other calls.
 */
export function handedOver(file: FileDraft, callee: ValueId, args: readonly ArgumentFacts[]): Called | undefined {
  const at = placeOfFunction(file, callee);
  const given = at === undefined ? undefined : args[at];
  if (at === undefined || given === undefined || args.slice(0, at + 1).some(({ spread }) => spread === true))
    return undefined;
  const rest = args.slice(at + 1);
  const bound = file.values[given.value];
  if (bound?.kind === 'call' && importedName(file, bound.callee) === 'functools.partial') {
    const [inner, ...before] = bound.arguments;
    return inner === undefined ? undefined : { callee: inner.value, arguments: [...before, ...rest] };
  }
  return isCallable(file, given.value) ? { callee: given.value, arguments: rest } : undefined;
}

function placeOfFunction(file: FileDraft, callee: ValueId): number | undefined {
  if (CALLERS.has(importedName(file, callee) ?? '')) return 0;
  const method = file.values[callee];
  if (method?.kind !== 'member') return undefined;
  if (method.key === 'run_in_executor') return 1;
  const runs = method.key === 'run_sync' && importedName(file, method.object) === 'anyio.to_thread';
  return runs || (method.key === 'submit' && usesExecutors(file)) ? 0 : undefined;
}

function usesExecutors({ imports }: FileDraft): boolean {
  return imports.some(({ module }) => module === 'concurrent.futures' || module === 'concurrent');
}

function importedName(file: FileDraft, value: ValueId): string | undefined {
  const imported = importedAs(file, value);
  return imported && `${imported.module}.${imported.name}`;
}

function isCallable(file: FileDraft, value: ValueId): boolean {
  const kind = file.values[value]?.kind;
  return kind === 'member' || kind === 'function' || kind === 'import' || kind === 'class';
}
