import type { ConditionId, StoreFacts } from '../facts.js';
import type { Program, ProgramFile, Ref } from '../program/program.js';
import type { Step } from './expand.js';
import type { Semantics } from './semantics.js';
import type { Conditions, State } from './state.js';

/** A name that so many places of a project write to belongs to several applications. */
const MAX_WRITES = 20;
const MAX_EXITS = 40;

/**
 * What the project keeps while a request lasts: `request.state.user` is what a middleware wrote to it. Which of the writes
 * came before, and whether on the way of this request, only a run shows.
 */
export function keptForRequest(
  program: Program,
  semantics: Semantics,
  state: State,
  onBound: () => void,
): readonly Step[] {
  const [key, ...rest] = state.keys;
  if (key === undefined || key.startsWith('*') || !mayBePlace(program, state.ref)) return [];
  const read = semantics.requestState?.(state.ref);
  if (read === undefined || read.keys.length > 0) return [];
  const project = program.packageFolder(program.fileOf(state.ref).path);
  const writes = program.storesNamed(key).filter(({ file, store }) => {
    const object = program.ref(file, store.object);
    if (object === state.ref || program.packageFolder(file.path) !== project) return false;
    const written = semantics.requestState?.(object);
    return written?.place === read.place && written.keys.length === 0;
  });
  if (writes.length > MAX_WRITES) {
    onBound();
    return [];
  }
  return writes.map(({ file, store }) => ({
    ref: program.ref(file, store.value),
    keys: rest,
    leavesFrame: true,
    someKey: 'unknown',
    conditions: { file, id: store.condition, outer: exitsPassed(file, store) },
    note: { span: program.spanOfRange(file, store.range), message: `is kept as \`${key}\` of the request` },
  }));
}

/**
 * Ways out of the function that were not taken, under conditions that the write does not have: a middleware refuses what it
 * does not want to keep.
 */
function exitsPassed(file: ProgramFile, store: StoreFacts): Conditions | undefined {
  const { conditions, functions } = file.facts;
  const parentOf = (id: ConditionId): ConditionId => conditions[id]?.parent ?? -1;
  const own = new Set<ConditionId>([-1]);
  for (let id = store.condition; id >= 0; id = parentOf(id)) own.add(id);
  const { returns = [], throws = [] } = functions[store.fn] ?? {};
  let passed: Conditions | undefined;
  for (const id of new Set([...returns, ...throws].slice(0, MAX_EXITS).map(({ condition }) => condition))) {
    let upTo = id;
    while (!own.has(upTo)) upTo = parentOf(upTo);
    if (upTo !== id && parentOf(id) !== upTo) passed = { file, id, outer: passed, passedUpTo: upTo };
  }
  return passed;
}

function mayBePlace(program: Program, ref: Ref): boolean {
  const { kind } = program.value(ref);
  return kind === 'member' || kind === 'import' || kind === 'parameter';
}
