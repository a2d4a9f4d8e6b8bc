import ts from 'typescript';
import type { ProblemFacts } from '../../facts.js';
import { maximumDepth, tooDeep } from '../shared/depth.js';
import { hasStatements, mutable, removeStatement, type StatementList } from './statement-lists.js';

/** Operators that mean the same however their operands are grouped, `+` as far as text goes. */
const associative = new Set([
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.CommaToken,
]);

interface Visit {
  readonly node: ts.Node;
  readonly depth: number;
  /** The innermost statement list around the node, and the statement in it. */
  readonly list: StatementList;
  readonly statement: ts.Statement | undefined;
}

/**
 * Makes a tree flat enough for code that recurses. TypeScript parses operator chains without recursion, so a
 * concatenation of thousands of terms is a tree of that depth: its operands are grouped anew. Statements that are too
 * deep for another reason are taken out and reported.
 */
export function makeShallow(source: ts.SourceFile): readonly ProblemFacts[] {
  const problems: ProblemFacts[] = [];
  const removed = new Set<ts.Statement>();
  const root = mutable(source);
  const pending: Visit[] = [{ node: source, depth: 0, list: root, statement: undefined }];
  for (let visit = pending.pop(); visit; visit = pending.pop()) {
    const { node, depth, list, statement } = visit;
    if (statement && removed.has(statement)) continue;
    if (depth > maximumDepth) {
      if (statement) {
        removed.add(statement);
        removeStatement(list, statement);
        problems.push({ message: tooDeep, range: [statement.getStart(source), statement.end] });
      }
      continue;
    }
    if (ts.isBinaryExpression(node)) regroup(node);
    const inner = hasStatements(node) ? mutable(node) : undefined;
    ts.forEachChild(node, (child) => {
      const isStatement = inner?.statements.some((each) => each === child) === true;
      pending.push({
        node: child,
        depth: depth + 1,
        list: inner && isStatement ? inner : list,
        // The list holds statements alone.
        statement: isStatement ? (child as ts.Statement) : statement,
      });
    });
  }
  return problems;
}

const longChain = 50;

function regroup(node: ts.BinaryExpression): void {
  const { operatorToken } = node;
  if (!associative.has(operatorToken.kind)) return;
  const operands: ts.Expression[] = [];
  let left = node.left;
  while (ts.isBinaryExpression(left) && left.operatorToken.kind === operatorToken.kind) {
    operands.push(left.right);
    left = left.left;
  }
  if (operands.length < longChain) return;
  operands.push(left);
  operands.reverse();
  const balanced = group(operands, operatorToken);
  mutable(node).left = balanced;
  adopt(balanced, node);
}

/** A tree of the operands whose depth is the logarithm of their number. */
function group(operands: readonly ts.Expression[], operator: ts.BinaryOperatorToken): ts.Expression {
  const [only] = operands;
  if (only && operands.length === 1) return only;
  const middle = operands.length >> 1;
  const left = group(operands.slice(0, middle), operator);
  const right = group(operands.slice(middle), operator);
  const node = ts.factory.createBinaryExpression(left, operator, right);
  ts.setTextRange(node, { pos: left.pos, end: right.end });
  for (const operand of [node.left, node.right]) adopt(operand, node);
  return node;
}

function adopt(child: ts.Node, parent: ts.Node): void {
  mutable(child).parent = parent;
}
