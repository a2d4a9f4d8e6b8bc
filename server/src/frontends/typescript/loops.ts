import type { TSESTree as ES } from '@typescript-eslint/typescript-estree';
import type { LoopFacts, LoopId, ValueId } from '../../facts.js';
import { assume, lowerTest, testValue, type Test } from './conditions.js';
import { inWay, join, jump, startWay, type JumpTarget } from './environment.js';
import { lowerExpression } from './expressions.js';
import { addValue, unknown, type FileDraft } from './file-draft.js';
import { assignPattern } from './patterns.js';
import { possibly } from './possibly.js';
import { inScope, lowerNode, lowerStatement, lowerVariables } from './statements.js';
import { enterLoop } from './variables.js';

type LoopNode = ES.WhileStatement | ES.DoWhileStatement | ES.ForStatement | ES.ForOfStatement | ES.ForInStatement;

interface OpenLoop {
  readonly id: LoopId;
  readonly target: JumpTarget;
  /** Tells the variables that the loop assigns what they hold at the end of a round. */
  readonly endRound: () => void;
}

function openLoop(
  file: FileDraft,
  node: LoopNode,
  kind: LoopFacts['kind'],
  labels: readonly string[],
  of?: ValueId,
): OpenLoop {
  const { frame } = file;
  const endRound = enterLoop(file, file.scopes.assignedByLoop.get(node), node.range);
  const outerLoop = frame.loop;
  const id =
    file.loops.push({ kind, range: node.range, parent: outerLoop, fn: frame.fn, test: undefined, of, exits: [] }) - 1;
  const target: JumpTarget = {
    labels,
    loop: id,
    outerLoop,
    breakable: true,
    base: frame.environment,
    breaks: [],
    continues: [],
  };
  frame.targets.push(target);
  frame.loop = id;
  return { id, target, endRound };
}

function closeLoop(file: FileDraft, { target }: OpenLoop): void {
  file.frame.targets.pop();
  file.frame.loop = target.outerLoop;
}

function setTest(file: FileDraft, id: LoopId, test: Test): void {
  const loop = file.loops[id];
  if (loop) loop.test = testValue(file, test);
}

function isConstantTrue(file: FileDraft, test: Test): boolean {
  const value = test.kind === 'value' ? file.values[test.value] : undefined;
  return value?.kind === 'literal' && Boolean(value.value);
}

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
    const [, round] = inWay(file, condition, () => {
      const { left } = node;
      const { range } = left;
      const element =
        kind === 'of' ? addValue(file, { kind: 'iteration', of, range, fn: frame.fn }) : unknown(file, range, [of]);
      const pattern = left.type === 'VariableDeclaration' ? possibly(left.declarations[0])?.id : left;
      if (pattern) assignPattern(file, pattern, element, range);
      lowerStatement(file, node.body);
    });
    inWay(file, condition, () => {
      join(file, [round, ...loop.target.continues], node.range);
      loop.endRound();
    });
    const stop = startWay(frame, condition);
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

export function lowerBreak(file: FileDraft, node: ES.BreakStatement): void {
  const { frame } = file;
  const label = node.label?.name;
  const target = frame.targets.findLast((each) => (label === undefined ? each.breakable : each.labels.includes(label)));
  const way = target && jump(frame, target.base);
  if (target && way) {
    target.breaks.push(way);
    exitLoops(file, target.outerLoop);
  }
  frame.dead = true;
}

export function lowerContinue(file: FileDraft, node: ES.ContinueStatement): void {
  const { frame } = file;
  const label = node.label?.name;
  const target = frame.targets.findLast(
    (each) => each.loop !== undefined && (label === undefined || each.labels.includes(label)),
  );
  const way = target && jump(frame, target.base);
  if (target?.loop !== undefined && way) {
    target.continues.push(way);
    exitLoops(file, target.loop);
  }
  frame.dead = true;
}

/** Control leaves the loops inside of `until`. */
function exitLoops(file: FileDraft, until: LoopId): void {
  const { condition } = file.frame;
  for (let at = file.frame.loop; at !== until && at >= 0; at = file.loops[at]?.parent ?? -1) {
    file.loops[at]?.exits.push(condition);
  }
}
