import type { ArgumentFacts, ArrayItem, Range, ValueId } from '../../facts.js';
import { addValue } from '../shared/file-draft.js';
import type { FileDraft } from './draft.js';
import { importedAs } from './names.js';

/** Functions of `asyncio` that give what their first argument gives, at once or when they are awaited. */
const RUN: ReadonlySet<string> = new Set(['run', 'create_task', 'ensure_future', 'wait_for', 'shield']);
/** Methods of event loops and task groups that do. */
const RUN_BY_METHOD: ReadonlySet<string> = new Set(['run_until_complete', 'create_task']);
const RUNNERS: ReadonlySet<string> = new Set([
  'get_event_loop',
  'get_running_loop',
  'new_event_loop',
  'TaskGroup',
  'Runner',
]);

/** What a call of `asyncio` gives: the coroutine's result, or a list of such. Undefined for other calls. */
export function resultOfCoroutines(
  file: FileDraft,
  callee: ValueId,
  args: readonly ArgumentFacts[],
  range: Range,
): ValueId | undefined {
  const [first] = args;
  if (!first || first.spread === true) return gathered(file, callee, args, range);
  const name = nameInAsyncio(file, callee);
  if (name !== undefined && RUN.has(name)) return first.value;
  const method = file.values[callee];
  if (method?.kind === 'member' && RUN_BY_METHOD.has(method.key) && isRunner(file, method.object)) return first.value;
  return gathered(file, callee, args, range);
}

function nameInAsyncio(file: FileDraft, value: ValueId): string | undefined {
  const imported = importedAs(file, value);
  return imported?.module === 'asyncio' ? imported.name : undefined;
}

function isRunner(file: FileDraft, value: ValueId): boolean {
  const facts = file.values[value];
  return facts?.kind === 'call' && RUNNERS.has(nameInAsyncio(file, facts.callee) ?? '');
}

/** `asyncio.gather(a(), b())`: a list of what they give, in order. */
function gathered(file: FileDraft, callee: ValueId, args: readonly ArgumentFacts[], range: Range): ValueId | undefined {
  if (nameInAsyncio(file, callee) !== 'gather') return undefined;
  const items = args
    .filter(({ name }) => name === undefined)
    .map(({ value, spread }): ArrayItem => (spread === true ? { spread: value } : { value }));
  return addValue(file, { kind: 'array', items, range, fn: file.frame.fn });
}
