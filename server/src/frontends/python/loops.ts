import { assume } from '../shared/conditions.js';
import { inWay, join, startWay, type Way } from '../shared/environment.js';
import { addValue } from '../shared/file-draft.js';
import { afterEach, closeLoop, isConstantTrue, openLoop, setTest } from '../shared/loops.js';
import { assignTarget } from './assignments.js';
import type { FileDraft } from './draft.js';
import { lowerExpression } from './expressions.js';
import { lowerBlock } from './statements.js';
import { lowerTest } from './tested-expressions.js';
import { part, type Tree } from './tree.js';

export function lowerWhile(file: FileDraft, node: Tree): void {
  const { frame } = file;
  const loop = openLoop(file, node, 'while', []);
  const test = lowerTest(file, part(node, 'condition'));
  setTest(file, loop.id, test);
  const { condition } = frame;
  const stop = isConstantTrue(file, test) ? undefined : startWay(frame, assume(file, test, false));
  const [, round] = inWay(file, assume(file, test, true), () => lowerBlock(file, part(node, 'body')));
  inWay(file, condition, () => {
    join(file, [round, ...loop.target.continues], node.range);
    loop.endRound();
  });
  closeLoop(file, loop);
  join(file, [ended(file, node, stop), ...loop.target.breaks], node.range);
}

export function lowerFor(file: FileDraft, node: Tree): void {
  const { frame } = file;
  const of = lowerExpression(file, part(node, 'right'));
  const loop = openLoop(file, node, 'of', [], of);
  const { condition } = frame;
  const [element, round] = inWay(file, condition, () => {
    const left = part(node, 'left');
    const range = left?.range ?? node.range;
    const each = addValue(file, { kind: 'iteration', of, range, fn: frame.fn });
    if (left) assignTarget(file, left, each, range);
    lowerBlock(file, part(node, 'body'));
    return each;
  });
  // The variable keeps the last element, and what the rounds assign is known after them.
  const [, end] = inWay(file, condition, () => {
    join(file, [round, ...loop.target.continues], node.range);
    loop.endRound();
  });
  const stop = startWay(frame, afterEach(file, condition, element, end?.condition));
  closeLoop(file, loop);
  join(file, [ended(file, node, stop), ...loop.target.breaks], node.range);
}

/** The `else` of a loop runs when it was not left by `break`. */
function ended(file: FileDraft, node: Tree, stop: Way | undefined): Way | undefined {
  const otherwise = part(node, 'alternative');
  if (!otherwise || !stop) return stop;
  return inWay(file, stop.condition, () => lowerBlock(file, part(otherwise, 'body')))[1];
}
