import type { FileFacts } from '../facts.js';
import { PYTHON } from './resolve-python-module.js';
import { withMember } from './shared-paths.js';

/** Tokens of access paths, in the notation that `rules/src/catalogue/framework.ts` explains. */

/** The module of names that no declaration binds. */
export function globalsOf({ facts }: { readonly facts: Pick<FileFacts, 'language'> }): string {
  return facts.language === 'python' ? `${PYTHON}builtins` : 'global';
}

export const memberToken = (name: string): string => `Member[${name}]`;

/** The name inside `Member[name]`, else undefined. */
export function memberName(token: string): string | undefined {
  return token.startsWith('Member[') ? token.slice('Member['.length, -1) : undefined;
}

/** Longest access path that is followed; longer chains are cut so that cycles through fields end. */
export const MAX_PATH = 12;

/** Names for the global object; a member of one is a global itself. */
export const GLOBAL_OBJECTS: ReadonlySet<string> = new Set(['globalThis', 'window', 'self', 'global']);

/** Built-in modules whose default export is their namespace. */
const NAMESPACE_DEFAULT =
  /^(?:assert|buffer|child_process|crypto|dns|events|fs|http|https|module|net|os|path|process|readline|stream|timers|url|util|vm|worker_threads|zlib)(?:\/|$)/;

/** One canonical path for a member of a module: built-ins drop `default`, members of the global object stand alone. */
export function memberOfApi(
  module: string,
  path: readonly string[],
  key: string,
): { module: string; path: readonly string[] } {
  if (key === 'default' && path.length === 0 && NAMESPACE_DEFAULT.test(module)) return { module, path };
  if (module === 'global' && path.length === 1 && GLOBAL_OBJECTS.has(memberName(path[0] ?? '') ?? '')) {
    return { module, path: withMember([], key) };
  }
  return { module, path: withMember(path, key) };
}

/**
 * Canonical dotted name for people: `child_process.exec`, `stripe.refunds.create`. Instances are named by their class in
 * lower case: `openai.chat.completions.create`.
 */
export function apiName(module: string, path: readonly string[]): string {
  const names: string[] = [];
  for (const [index, token] of path.entries()) {
    const name = memberName(token);
    if (name === undefined) continue;
    const instance = path[index + 1] === 'Instance';
    if (name === 'default' || instance) {
      if (instance && name !== 'default') names.splice(0, names.length, lowerFirst(name));
      continue;
    }
    names.push(name);
  }
  if (module === 'global' || module === `${PYTHON}builtins`) return names.join('.');
  const leaf = module.replace(/^(?:@[^/]+\/|python:)/, '');
  if (names.length === 0) return leaf;
  const startsWithInstance = path.includes('Instance') && path[0] !== 'Member[default]';
  return startsWithInstance ? names.join('.') : `${leaf.split('/')[0] ?? leaf}.${names.join('.')}`;
}

function lowerFirst(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}
