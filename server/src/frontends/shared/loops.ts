import type { ConditionId, LoopFacts, LoopId, Range, ValueId } from '../../facts.js';
import { testValue, type Test } from './conditions.js';
import type { JumpTarget } from './environment.js';
import type { FileDraft } from './file-draft.js';
import { enterLoop } from './variables.js';

export interface OpenLoop {
  readonly id: LoopId;
  readonly target: JumpTarget;
  /** Tells the variables that the loop assigns what they hold at the end of a round. */
  readonly endRound: () => void;
}

/** `node` is the loop as the bind pass knows it. */
export function openLoop(
  file: FileDraft,
  node: { readonly range: Range },
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

/** What holds when a loop over a list has come to its end, if it looks at every element: `round` held for each. */
export function afterEach(
  file: FileDraft,
  condition: ConditionId,
  element: ValueId | undefined,
  round: ConditionId | undefined,
): ConditionId {
  if (round === undefined || round === condition || element === undefined) return condition;
  if (file.values[element]?.kind !== 'iteration') return condition;
  return file.conditions.push({ parent: condition, element, round }) - 1;
}

export function closeLoop(file: FileDraft, { target }: OpenLoop): void {
  file.frame.targets.pop();
  file.frame.loop = target.outerLoop;
}

export function setTest(file: FileDraft, id: LoopId, test: Test): void {
  const loop = file.loops[id];
  if (loop) loop.test = testValue(file, test);
}

export function isConstantTrue(file: FileDraft, test: Test): boolean {
  const value = test.kind === 'value' ? file.values[test.value] : undefined;
  return value?.kind === 'literal' && Boolean(value.value);
}
