import type { Range } from '../../facts.js';

/** A node of the syntax tree of Python. Comments and punctuation are left out. */
export interface Tree {
  /** Name of the grammar's rule, or an operator's text: `call`, `not in`. */
  readonly type: string;
  readonly range: Range;
  /** What the node is for its parent: `left`, `body`. */
  readonly field: string | undefined;
  readonly children: readonly Tree[];
}

/** The child that is this for its parent; broken code may lack it. */
export function part(node: Tree, field: string): Tree | undefined {
  for (const child of node.children) if (child.field === field) return child;
  return undefined;
}

export function parts(node: Tree, field: string): readonly Tree[] {
  return node.children.filter((child) => child.field === field);
}

export function hasToken(node: Tree, token: string): boolean {
  return node.children.some((child) => child.type === token);
}

/** Children that are neither operators nor keywords. */
export function operands(node: Tree): readonly Tree[] {
  return node.children.filter((child) => !tokens.has(child.type));
}

/** Keywords and operators that tell what a node means. Other tokens are not in the tree. */
export const tokens: ReadonlySet<string> = new Set(
  (
    'async from _ and or not in is < <= == != >= > <> + - * @ / // % ** | & ^ << >> ~ ' +
    '+= -= *= /= @= //= %= **= >>= <<= &= ^= |='
  )
    .split(' ')
    .concat('not in', 'is not'),
);

/** Without the parentheses around it. */
export function bare(node: Tree): Tree {
  let at = node;
  while (at.type === 'parenthesized_expression') {
    const [inner] = at.children;
    if (!inner) return at;
    at = inner;
  }
  return at;
}
