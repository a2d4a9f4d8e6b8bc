import type { Framework, SinkRow } from '@leashlint/rules';
import { literalPrefixes } from './literal-prefixes.js';

/** Sinks that nearly every file has, or that only AI files have. */
const UNTELLING_SINKS: ReadonlySet<string> = new Set([
  'log',
  'prompt-system',
  'prompt-user',
  'prompt-messages',
  'prompt-role',
]);

/** A pattern that matches nothing. */
export const NEVER = '$.';

export function tellingSinks(framework: Framework): readonly SinkRow[] {
  return (framework.sinks ?? []).filter(({ kind }) => !UNTELLING_SINKS.has(kind));
}

/** Callees of a framework's sinks and effects. */
export function sinkPaths(framework: Framework): readonly string[] {
  const sinks = tellingSinks(framework).filter(({ store }) => store === undefined);
  return [...sinks, ...(framework.effects ?? [])].map(({ call }) => call);
}

/** Text that may be a key: one of the constant beginnings of the formats, and some more. */
export function keyPattern(secretPatterns: readonly string[]): string {
  const prefixes = secretPatterns.flatMap((pattern) => literalPrefixes(pattern) ?? []);
  return prefixes.length === 0 ? NEVER : `(?<![\\w-])(?:${alternatives(prefixes)})[\\w.-]{8}`;
}

/** The exports that a path may start with. */
export function exportedNames(path: string): readonly string[] {
  const names = /^Member\[([^\]]+)\]/.exec(path)?.[1]?.split(',') ?? [];
  return names.filter((name) => /^[\w$]+$/.test(name) && name !== 'default');
}

export function alternatives(words: readonly string[]): string {
  return [...new Set(words)]
    .sort()
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('|');
}
