import type { LoopId, Range } from '../../facts.js';
import { jump } from './environment.js';
import type { FileDraft } from './file-draft.js';

/** Control leaves the function here, and every loop in it. */
export function leave(file: FileDraft): void {
  const { frame } = file;
  if (frame.dead) return;
  for (let loop = file.loops[frame.loop]; loop; loop = file.loops[loop.parent]) loop.exits.push(frame.condition);
  frame.dead = true;
}

/** `break`, out of the statement with the label if there is one. */
export function breakOut(file: FileDraft, label: string | undefined): void {
  const { frame } = file;
  const target = frame.targets.findLast((each) => (label === undefined ? each.breakable : each.labels.includes(label)));
  const way = target && jump(frame, target.base);
  if (target && way) {
    target.breaks.push(way);
    exitLoops(file, target.outerLoop);
  }
  frame.dead = true;
}

/** `continue`, of the loop with the label if there is one. */
export function continueLoop(file: FileDraft, label: string | undefined): void {
  const { frame } = file;
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

/** Lowers the handler of a block's failures: where it leaves loops, the failure does. */
export function inHandler<T>(file: FileDraft, guarded: Range, lower: () => T): T {
  const open: { readonly id: LoopId; readonly before: number }[] = [];
  for (let id = file.frame.loop; id >= 0; id = file.loops[id]?.parent ?? -1) {
    open.push({ id, before: file.loops[id]?.exits.length ?? 0 });
  }
  const result = lower();
  for (const { id, before } of open) {
    const loop = file.loops[id];
    const left = loop?.exits.splice(before) ?? [];
    if (loop && left.length > 0) {
      loop.failures = [...(loop.failures ?? []), ...left.map((condition) => ({ condition, range: guarded }))];
    }
  }
  return result;
}
