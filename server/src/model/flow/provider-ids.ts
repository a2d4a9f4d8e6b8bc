import type { Origin } from '../../program/program.js';
import { MAX_KEYS } from '../../taint/state.js';
import { memberName } from '../catalogue/access-path.js';

/** What providers and frameworks put on their answers themselves. */
const IDS: ReadonlySet<string> = new Set(
  (
    'id call_id callId tool_call_id toolCallId tool_use_id response_id responseId run_id runId thread_id threadId ' +
    'assistant_id item_id itemId file_id fileId container_id vector_store_id index created created_at createdAt ' +
    'finish_reason finishReason stop_reason stopReason system_fingerprint'
  ).split(' '),
);
/** Counts. */
const COUNTS: ReadonlySet<string> = new Set(['usage', 'usage_metadata', 'usageMetadata', 'totalUsage', 'tokenUsage']);
/** Lists and objects that an answer is made of; what the model wrote stands in other properties of them. */
const ENVELOPES: ReadonlySet<string> = new Set(
  (
    'choices message delta output content annotations file_citation file_path tool_calls toolCalls tool_call toolCall ' +
    'response data steps item items'
  ).split(' '),
);
/** Their elements may also be what the model was asked to write. */
const WRITTEN: ReadonlySet<string> = new Set(['content', 'output', 'data', 'items', 'item']);

/** Packages whose answers have an id of their own at the top: others give what the model wrote as it is. */
const ANSWERS = /^(?:python:)?(?:openai|anthropic|@anthropic-ai\/sdk|ai|groq|groq-sdk|mistralai|together|litellm)$/;

/** Whether the properties that are read from a model's answer lead to something that the provider made: an id, a count, a reason. */
export function isMadeByProvider(module: string, read: readonly string[]): boolean {
  const keys = read.filter((key) => key !== '*' && !/^\d+$/.test(key));
  if (keys.some((key) => COUNTS.has(key))) return true;
  const last = keys.at(-1);
  // Chains of properties are cut off at some length: what is on an annotation is the provider's.
  if (read.length >= MAX_KEYS && keys.includes('annotations')) return true;
  if (last === undefined || last !== read.at(-1) || !IDS.has(last)) return false;
  const around = keys.slice(0, -1);
  const within = around.at(-1);
  if (within === undefined) return last !== 'id' && last !== 'index' ? true : ANSWERS.test(module);
  // `text.annotations`
  const isEnvelope = (key: string, at: number): boolean =>
    ENVELOPES.has(key) || (key === 'text' && around[at + 1] === 'annotations');
  return around.every(isEnvelope) && (!WRITTEN.has(within) || /^(?:call_id|tool_use_id)$/.test(last));
}

/** The same for a value whose origin shows the properties that led to it. */
export function comesFromProvider(
  origins: readonly (Origin & { readonly kind: 'api' })[],
  keys: readonly string[],
): boolean {
  return origins.every(({ module, path }) => {
    const behind = path.slice(path.lastIndexOf('ReturnValue') + 1);
    const read = behind.map((step) => memberName(step) ?? '*');
    return isMadeByProvider(module, [...read, ...keys]);
  });
}
