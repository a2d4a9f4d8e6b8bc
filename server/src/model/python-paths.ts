import { PYTHON } from '../program/resolve-python-module.js';
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
