import type { ValueId } from '../../facts.js';
import { assume } from '../shared/conditions.js';
import { inWay, join, startWay } from '../shared/environment.js';
import { addValue, unknown } from '../shared/file-draft.js';
import { closeLoop, openLoop } from '../shared/loops.js';
import { assignTarget } from './assignments.js';
import { lowerPair } from './collections.js';
import type { FileDraft } from './draft.js';
import { lowerExpression } from './expressions.js';
import { lowerTest } from './tested-expressions.js';
import { operands, part, parts, type Tree } from './tree.js';

/**
 * `[body for x in xs if test]`: a list of nobody knows how many such elements. Generators are taken for lists: what their
 * elements are is the same.
 */
export function lowerComprehension(file: FileDraft, node: Tree): ValueId {
  const { frame } = file;
  const outer = frame.scope;
  frame.scope = file.scopes.byNode.get(node) ?? outer;
  const clauses = node.children.filter((child) => child.type === 'for_in_clause' || child.type === 'if_clause');
  const value = lowerClauses(file, node, clauses);
  frame.scope = outer;
  return value;
}

function lowerClauses(file: FileDraft, node: Tree, clauses: readonly Tree[]): ValueId {
  const { frame } = file;
  const [clause, ...others] = clauses;
  if (!clause) return collect(file, node);
  if (clause.type === 'if_clause') {
    const before = frame.condition;
    frame.condition = assume(file, lowerTest(file, clause.children[0]), true);
    const value = lowerClauses(file, node, others);
    frame.condition = before;
    return value;
  }
  const of = iterated(file, clause);
  const loop = openLoop(file, clause, 'of', [], of);
  const { condition } = frame;
  const stop = startWay(frame, condition);
  const [value, round] = inWay(file, condition, () => {
    const left = part(clause, 'left');
    const range = left?.range ?? clause.range;
    const element = addValue(file, { kind: 'iteration', of, range, fn: frame.fn });
    if (left) assignTarget(file, left, element, range);
    return lowerClauses(file, node, others);
  });
  closeLoop(file, loop);
  join(file, [stop, round], node.range);
  frame.condition = condition;
  return value;
}

function iterated(file: FileDraft, clause: Tree): ValueId {
  const [only, ...others] = parts(clause, 'right').map((right) => lowerExpression(file, right));
  if (only !== undefined && others.length === 0) return only;
  return unknown(file, clause.range, only === undefined ? [] : [only, ...others]);
}

function collect(file: FileDraft, node: Tree): ValueId {
  const { range } = node;
  const { fn } = file.frame;
  const body = part(node, 'body');
  if (body?.type === 'pair') return addValue(file, { kind: 'object', entries: [lowerPair(file, body)], range, fn });
  const splat = body?.type === 'list_splat' ? operands(body)[0] : undefined;
  const value = lowerExpression(file, splat ?? body);
  const tested = node.children.some((child) => child.type === 'if_clause');
  const item = splat ? { spread: value } : { value, ...(tested && { condition: file.frame.condition }) };
  return addValue(file, { kind: 'array', items: [item, { spread: unknown(file, range) }], range, fn });
}
