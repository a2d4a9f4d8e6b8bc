import type { AppModel } from '../model/app.js';
import type { FlowSink } from '../model/flow.js';
import type { StoreUse } from '../model/store.js';

/** Finds the write into a store that a sink belongs to. */
export function usesOfSinks(app: AppModel): (sink: FlowSink) => StoreUse | undefined {
  const uses = new Map(
    app.stores.map((use) => [`${use.span.file}:${String(use.span.start)}:${String(use.span.end)}`, use]),
  );
  return ({ call }) =>
    call === undefined ? undefined : uses.get(`${call.span.file}:${String(call.span.start)}:${String(call.span.end)}`);
}

/** Whether two uses may be of one store: the same database in the same package, under the same name where both are known. */
export function isSameStore(left: StoreUse, right: StoreUse): boolean {
  if (left.holds !== right.holds || left.folder !== right.folder) return false;
  const named = left.name === undefined || right.name === undefined || left.name === right.name;
  if (left.keeper === '' || right.keeper === '') return false;
  return named && (left.keeper.includes(right.keeper) || right.keeper.includes(left.keeper));
}
