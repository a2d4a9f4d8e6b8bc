/** An expression of GitHub Actions. What cannot be read is `unknown`. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string }
  /** `github.event.issue.title`, in lower case; `*` stands for itself. */
  | { readonly kind: 'context'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly Expression[] }
  | { readonly kind: 'and' | 'or'; readonly items: readonly Expression[] }
  | { readonly kind: 'not'; readonly item: Expression }
  | { readonly kind: 'compare'; readonly operator: string; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'unknown' };

const TOKEN =
  /\s*(?:('(?:[^']|'')*')|(-?\d+(?:\.\d+)?)|(&&|\|\||==|!=|<=|>=|<|>|!|\(|\)|,)|([A-Za-z_][\w-]*(?:\.(?:[\w-]+|\*)|\[(?:'[^']*'|\d+|\*)\])*))/y;

/** What people write has a handful; the reader goes down one call for each. */
const MOST_NESTED = 200;

/** Reads what stands between `${{` and `}}`, or an `if` without them. */
export function parseExpression(text: string): Expression {
  const tokens = tokensOf(text.replace(/^\s*\$\{\{([\s\S]*)\}\}\s*$/, '$1'));
  if (tokens === undefined || tokens.filter((token) => token === '(' || token === '!').length > MOST_NESTED) {
    return { kind: 'unknown' };
  }
  let at = 0;
  const peek = (): string | undefined => tokens[at];

  const chain = (kind: 'and' | 'or', operator: string, next: () => Expression): Expression => {
    const items = [next()];
    while (peek() === operator) {
      at++;
      items.push(next());
    }
    const [only] = items;
    return items.length === 1 && only !== undefined ? only : { kind, items };
  };
  const or = (): Expression => chain('or', '||', and);
  const and = (): Expression => chain('and', '&&', comparison);
  const comparison = (): Expression => {
    const left = unary();
    const operator = peek();
    if (operator === undefined || !/^(?:[=!]=|[<>]=?)$/.test(operator)) return left;
    at++;
    return { kind: 'compare', operator, left, right: unary() };
  };
  const unary = (): Expression => {
    const token = tokens[at++];
    if (token === undefined) return { kind: 'unknown' };
    if (token === '!') return { kind: 'not', item: unary() };
    if (token === '(') {
      const inner = or();
      if (peek() === ')') at++;
      return inner;
    }
    if (token.startsWith("'")) return { kind: 'literal', value: token.slice(1, -1).replaceAll("''", "'") };
    if (/^-?\d|^(?:true|false|null)$/i.test(token)) return { kind: 'literal', value: token.toLowerCase() };
    if (!/^[A-Za-z_]/.test(token)) return { kind: 'unknown' };
    if (peek() !== '(') return { kind: 'context', name: contextName(token) };
    at++;
    const items: Expression[] = [];
    while (peek() !== undefined && peek() !== ')') {
      items.push(or());
      if (peek() === ',') at++;
      else break;
    }
    if (peek() === ')') at++;
    return { kind: 'call', name: token.toLowerCase(), arguments: items };
  };
  const result = or();
  return at < tokens.length ? { kind: 'unknown' } : result;
}

/** Every context that an expression reads. */
export function contextsIn(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'context':
      return [expression.name];
    case 'call':
      return expression.arguments.flatMap(contextsIn);
    case 'and':
    case 'or':
      return expression.items.flatMap(contextsIn);
    case 'not':
      return contextsIn(expression.item);
    case 'compare':
      return [...contextsIn(expression.left), ...contextsIn(expression.right)];
    case 'literal':
    case 'unknown':
      return [];
  }
}

/** `${{ … }}` in a text, with offsets from its start. */
export function expressionsIn(
  text: string,
): readonly { readonly start: number; readonly end: number; readonly expression: Expression }[] {
  return [...text.matchAll(/\$\{\{([\s\S]*?)\}\}/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    expression: parseExpression(match[1] ?? ''),
  }));
}

function tokensOf(text: string): readonly string[] | undefined {
  const tokens: string[] = [];
  let at = 0;
  while (text.slice(at).trim() !== '') {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (match === null) return undefined;
    tokens.push(match[0].trim());
    at = TOKEN.lastIndex;
  }
  return tokens;
}

/** `github.event['issue'].title` → `github.event.issue.title`. */
function contextName(token: string): string {
  return token
    .replaceAll(
      /\[(?:'([^']*)'|(\d+|\*))\]/g,
      (_, name: string | undefined, index: string | undefined) => `.${name ?? index ?? ''}`,
    )
    .toLowerCase();
}
