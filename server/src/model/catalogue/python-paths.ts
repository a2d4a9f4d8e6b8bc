import { PYTHON } from '../../program/resolve-python-module.js';
import { parseToken } from './access-path.js';
import type { PathToken } from './access-path.js';

const RESULT: PathToken = { kind: 'ReturnValue' };

/** Where a row of a Python framework is kept: a module inside of a package is a member of the package. */
export function pythonPlace(
  module: string,
  tokens: readonly PathToken[],
): { readonly module: string; readonly tokens: readonly PathToken[] } {
  const [top = module, ...inner] = module.split('.');
  const members = inner.map((name): PathToken => ({ kind: 'Member', names: [name] }));
  return { module: PYTHON + top, tokens: [...members, ...withoutNew(tokens)] };
}

/** Python has no `new`: an instance is what a call gives. */
export function withoutNew(tokens: readonly PathToken[]): readonly PathToken[] {
  return tokens.map((token) => (token.kind === 'Instance' ? RESULT : token));
}

/**
 * Ways to read an origin's path: as it is, and without the modules that it begins with, for rows of `package/*`, which hold
 * wherever in the package a name is imported from.
 */
export function pythonReadings(path: readonly string[]): readonly (readonly PathToken[])[] {
  const whole = withoutNew(path.map(parseToken));
  const modules = whole.findIndex((token) => token.kind !== 'Member' || !isModuleName(token.names[0] ?? ''));
  const most = modules < 0 ? whole.length - 1 : modules;
  return Array.from({ length: most + 1 }, (_, from) => whole.slice(from)).filter(({ length }) => length > 0);
}

/** Modules are written in lower case, unlike classes; functions too, which are the last of what is left out. */
function isModuleName(name: string): boolean {
  return /^[a-z_][a-z0-9_]*$/.test(name);
}
