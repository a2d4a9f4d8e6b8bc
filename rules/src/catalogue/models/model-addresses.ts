/** Hosts at which models answer, as they stand in an address. Ollama listens on a port of its own. */
const hosts = [
  'api\\.openai\\.com',
  '[\\w-]+\\.openai\\.azure\\.com',
  'api\\.anthropic\\.com',
  'generativelanguage\\.googleapis\\.com',
  '(?:[\\w-]+-)?aiplatform\\.googleapis\\.com',
  'api\\.mistral\\.ai',
  'api\\.groq\\.com',
  'api\\.cohere\\.(?:ai|com)',
  'api\\.deepseek\\.com',
  'api\\.together\\.(?:xyz|ai)',
  'api\\.fireworks\\.ai',
  'api\\.perplexity\\.ai',
  'api\\.x\\.ai',
  'api\\.moonshot\\.(?:cn|ai)',
  'openrouter\\.ai',
  'dashscope(?:-intl)?\\.aliyuncs\\.com',
  'open\\.bigmodel\\.cn',
  'integrate\\.api\\.nvidia\\.com',
  '(?:api-inference|router)\\.huggingface\\.co',
  '[\\w.-]+:11434',
].join('|');

/** Paths that only services of models have. */
const ownPaths = '/chat/completions|:(?:streamG|g)enerateContent';

/** Paths at which services of models generate text, and others have something else. */
const paths = `${ownPaths}|/v\\d\\w*/(?:messages|responses|completions|complete|chat)|/api/(?:generate|chat)|/models/[\\w./-]+`;

/** What a service of models does besides answering. */
const otherPaths =
  /\/(?:embeddings|images|audio|moderations|files|rerank|tokenize|batches|assistants|api\/(?:tags|pull|show))\b/;

/** Text of a file that may ask a model without a package for it. */
export const modelAddressPattern = `https?://(?:${hosts})|${ownPaths}|:11434(?!\\d)`;

const atHost = new RegExp(`^https?://(?:${hosts})(?=[/:?]|$)`);
const toModel = new RegExp(`(?:${paths})/?(?:[?#]|$)`);
const surely = new RegExp(`(?:${ownPaths})/?(?:[?#]|$)`);

/**
 * Whether an address is one at which a model answers; NUL stands for what is not known. `likely`: the host is one of models and
 * nothing says what is asked of it.
 */
export function isModelAddress(address: string): 'certain' | 'likely' | undefined {
  if (otherPaths.test(address)) return undefined;
  if (surely.test(address)) return 'certain';
  if (!atHost.test(address)) return undefined;
  return toModel.test(address) ? 'certain' : 'likely';
}
