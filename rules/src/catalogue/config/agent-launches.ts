import type { ConfigKeyRow, KeyPath } from '../config-file.js';

/** What ends a command of a shell. */
const SAME = '[^\\n;&|]*?';
/** A program as a command starts it: not part of a path or a package's name, and not what `echo` prints. */
const program = (names: string): string =>
  `(?<![\\w@/.$-])(?:[\\w./~-]{0,80}/)?(?:${names})["',]{0,2}\\s(?<!\\b(?:echo|printf)\\b[^\\n;&|]*)`;

/** Flags with which a program of an agent asks nobody: their help and sources. */
const LAUNCHES: readonly (readonly [programs: string, flags: string])[] = [
  [
    'claude|(?:npx|bunx)\\s+(?:-y\\s+)?@anthropic-ai/claude-code(?:@[\\w.-]+)?',
    '--dangerously-skip-permissions\\b|--permission-mode[ =]["\']?bypassPermissions\\b',
  ],
  [
    'codex|(?:npx|bunx)\\s+(?:-y\\s+)?@openai/codex(?:@[\\w.-]+)?',
    '--dangerously-bypass-approvals-and-sandbox\\b|--yolo\\b|(?:-s|--sandbox)[ =]["\']?danger-full-access\\b',
  ],
  [
    '(?:gemini|qwen)|(?:npx|bunx)\\s+(?:-y\\s+)?@(?:google/gemini-cli|qwen-code/qwen-code)(?:@[\\w.-]+)?',
    '--yolo\\b|(?<=\\s)-y(?=\\s|$|")|--approval-mode[ =]["\']?yolo\\b',
  ],
  ['copilot', '--allow-all-tools\\b|--allow-all\\b|--yolo\\b'],
  ['cursor-agent', '--force\\b|--yolo\\b|(?<=\\s)-f(?=\\s|$|")'],
  ['crush|opencode', '--yolo\\b'],
  ['amp', '--dangerously-allow-all\\b'],
  ['aider', '--yes-always\\b'],
];

/** Whether a text may start an agent without questions; for files that mostly do something else. */
export const launchMark =
  '--(?:dangerously-|yolo\\b|permission-mode\\b|approval-mode\\b|allow-all|yes-always\\b|sandbox\\b|force\\b)|\\b(?:gemini|qwen|cursor-agent|codex)\\b[^\\n]*\\s-[fsy]\\b';

/** Commands at `at` that start an agent without questions. */
export function launchesAt(at: KeyPath, severity: ConfigKeyRow['severity'], where: string): readonly ConfigKeyRow[] {
  return LAUNCHES.map(([programs, flags]) => ({
    at,
    // Lists of arguments, as Dockerfiles have them, put quotes and commas between the words.
    pattern: `[\\s\\S]*${program(programs)}${SAME}(?<part>${flags})[\\s\\S]*`,
    meaning: 'permission-bypass',
    severity,
    note: `the agent runs every tool without a question ${where}`,
  }));
}
