import type { TSESTree as ES } from '@typescript-eslint/typescript-estree';
import { lowerTest } from './tested-expressions.js';
import { lowerExpression } from './expressions.js';
import { addValue, unknown } from '../shared/file-draft.js';
import { assume } from '../shared/conditions.js';
import { inWay, join, startWay, type JumpTarget } from '../shared/environment.js';
import { afterEach, closeLoop, isConstantTrue, openLoop, setTest } from '../shared/loops.js';
import type { FileDraft } from './file-draft.js';
import { assignPattern } from './patterns.js';
import { possibly } from './possibly.js';
import { inScope, lowerNode, lowerStatement, lowerVariables } from './statements.js';

export function lowerWhile(
  file: FileDraft,
  node: ES.WhileStatement | ES.ForStatement,
  labels: readonly string[],
): void {
  inScope(file, node, () => {
    const { frame } = file;
    const { init, update } = node.type === 'ForStatement' ? node : { init: null, update: null };
    if (init?.type === 'VariableDeclaration') lowerVariables(file, init);
    else if (init) lowerExpression(file, init);
    const loop = openLoop(file, node, node.type === 'ForStatement' ? 'for' : 'while', labels);
    const test = node.test ? lowerTest(file, node.test) : undefined;
    if (test) setTest(file, loop.id, test);
    const { condition } = frame;
    const stop = test && !isConstantTrue(file, test) ? startWay(frame, assume(file, test, false)) : undefined;
    const onward = test ? assume(file, test, true) : condition;
    const [, round] = inWay(file, onward, () => lowerStatement(file, node.body));
    inWay(file, condition, () => {
      join(file, [round, ...loop.target.continues], node.range);
      if (update) lowerExpression(file, update);
      loop.endRound();
    });
    closeLoop(file, loop);
    join(file, [stop, ...loop.target.breaks], node.range);
  });
}

export function lowerDoWhile(file: FileDraft, node: ES.DoWhileStatement, labels: readonly string[]): void {
  const { frame } = file;
  const { condition } = frame;
  const loop = openLoop(file, node, 'do', labels);
  const [, stop] = inWay(file, condition, () => {
    const [, round] = inWay(file, condition, () => lowerStatement(file, node.body));
    join(file, [round, ...loop.target.continues], node.range);
    const test = lowerTest(file, node.test);
    setTest(file, loop.id, test);
    loop.endRound();
    frame.condition = assume(file, test, false);
    frame.dead ||= isConstantTrue(file, test);
  });
  closeLoop(file, loop);
  join(file, [stop, ...loop.target.breaks], node.range);
}

export function lowerForOf(
  file: FileDraft,
  node: ES.ForOfStatement | ES.ForInStatement,
  labels: readonly string[],
): void {
  const { frame } = file;
  const of = lowerExpression(file, node.right);
  inScope(file, node, () => {
    const kind = node.type === 'ForOfStatement' ? 'of' : 'in';
    const loop = openLoop(file, node, kind, labels, of);
    const { condition } = frame;
    const [element, round] = inWay(file, condition, () => {
      const { left } = node;
      const { range } = left;
      const each =
        kind === 'of' ? addValue(file, { kind: 'iteration', of, range, fn: frame.fn }) : unknown(file, range, [of]);
      const pattern = left.type === 'VariableDeclaration' ? possibly(left.declarations[0])?.id : left;
      if (pattern) assignPattern(file, pattern, each, range);
      lowerStatement(file, node.body);
      return each;
    });
    const [, end] = inWay(file, condition, () => {
      join(file, [round, ...loop.target.continues], node.range);
      loop.endRound();
    });
    const stop = startWay(frame, afterEach(file, condition, element, end?.condition));
    closeLoop(file, loop);
    join(file, [stop, ...loop.target.breaks], node.range);
  });
}

export function lowerLabelled(file: FileDraft, node: ES.LabeledStatement, outer: readonly string[]): void {
  const { frame } = file;
  const labels = [...outer, node.label.name];
  const { body } = node;
  if (body.type === 'LabeledStatement' || body.type === 'SwitchStatement' || isLoop(body)) {
    lowerNode(file, body, labels);
    return;
  }
  const target: JumpTarget = {
    labels,
    loop: undefined,
    outerLoop: frame.loop,
    breakable: false,
    base: frame.environment,
    breaks: [],
    continues: [],
  };
  frame.targets.push(target);
  const [, way] = inWay(file, frame.condition, () => lowerStatement(file, body));
  frame.targets.pop();
  join(file, [way, ...target.breaks], node.range);
}

function isLoop(node: ES.Statement): boolean {
  switch (node.type) {
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ForStatement':
    case 'ForOfStatement':
    case 'ForInStatement':
      return true;
    default:
      return false;
  }
}
