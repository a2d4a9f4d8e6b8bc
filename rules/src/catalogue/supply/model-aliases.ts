/** Names of models that move, of families of which the provider also offers dated snapshots. As of November 2026. */
export interface FloatingAlias {
  readonly provider: string;
  /** The whole name, as a regular expression. */
  readonly pattern: string;
  /** A snapshot of the family. */
  readonly example: string;
}

export const floatingAliases: readonly FloatingAlias[] = [
  { provider: 'OpenAI', pattern: '^(?:chatgpt-4o-latest|gpt-5(?:\\.\\d)?-chat-latest)$', example: 'gpt-5-2025-08-07' },
  { provider: 'OpenAI', pattern: '^gpt-5(?:-mini|-nano|-pro|-codex)?$', example: 'gpt-5-2025-08-07' },
  { provider: 'OpenAI', pattern: '^gpt-5\\.[1-5]$', example: 'gpt-5.5-2026-04-23' },
  { provider: 'OpenAI', pattern: '^gpt-4\\.1(?:-mini|-nano)?$', example: 'gpt-4.1-2025-04-14' },
  { provider: 'OpenAI', pattern: '^gpt-4o$', example: 'gpt-4o-2024-11-20' },
  { provider: 'OpenAI', pattern: '^gpt-4o-mini$', example: 'gpt-4o-mini-2024-07-18' },
  { provider: 'OpenAI', pattern: '^gpt-4(?:-turbo|-turbo-preview|-32k)?$', example: 'gpt-4-turbo-2024-04-09' },
  { provider: 'OpenAI', pattern: '^gpt-3\\.5-turbo(?:-16k)?$', example: 'gpt-3.5-turbo-0125' },
  { provider: 'OpenAI', pattern: '^o[134](?:-mini|-pro|-preview)?$', example: 'o3-2025-04-16' },
  {
    provider: 'Anthropic',
    pattern: '^claude-(?:3-5|3-7)-(?:sonnet|haiku)-latest$|^claude-3-opus-latest$',
    example: 'claude-3-7-sonnet-20250219',
  },
  { provider: 'Anthropic', pattern: '^claude-(?:opus|sonnet)-4-0$', example: 'claude-sonnet-4-20250514' },
  { provider: 'Anthropic', pattern: '^claude-(?:opus|sonnet|haiku)-4-[15]$', example: 'claude-haiku-4-5-20251001' },
  { provider: 'Google', pattern: '^gemini-[\\w.-]*(?:-latest|-preview|-exp)$', example: 'gemini-2.5-pro' },
  { provider: 'Google', pattern: '^gemini-(?:pro|flash|pro-vision)$', example: 'gemini-2.5-pro' },
  { provider: 'Google', pattern: '^gemini-1\\.[05]-(?:pro|flash)(?:-8b)?$', example: 'gemini-1.5-pro-002' },
  {
    provider: 'Mistral',
    pattern: '^(?:mistral|ministral|codestral|devstral|magistral|pixtral|open-mistral)[\\w-]*-latest$',
    example: 'mistral-large-2411',
  },
  { provider: 'Cohere', pattern: '^command-(?:r|r-plus|a)$', example: 'command-r-plus-08-2024' },
];
