import type { ConditionId, LoopId, Range, ValueId } from '../../facts.js';
import { commonCondition } from './conditions.js';
import { phi, type FileDraft, type Frame } from './file-draft.js';

/** More ways that meet are cases of a table, not checks. */
const MAX_WAYS = 12;

/**
 * What variables hold at a place: layers, one per branch that is being lowered. A key is a binding's id, or -1 - m
 * for a property that was written to, m being the value of reading it unwritten.
 */
export interface Environment {
  readonly outer: Environment | undefined;
  readonly changes: Map<number, ValueId>;
}

/** One way through the code up to the place where ways meet. */
export interface Way {
  readonly changes: ReadonlyMap<number, ValueId>;
  readonly condition: ConditionId;
  /** What held where the way began, if it went straight on from there. */
  readonly start?: ConditionId;
}

/** Where `break` and `continue` lead. `loop` is undefined for switches and labelled blocks. */
export interface JumpTarget {
  readonly labels: readonly string[];
  readonly loop: LoopId | undefined;
  /** The loop around it. */
  readonly outerLoop: LoopId;
  readonly breakable: boolean;
  readonly base: Environment;
  readonly breaks: Way[];
  readonly continues: Way[];
}

export function valueIn(environment: Environment, key: number): ValueId | undefined {
  for (let at: Environment | undefined = environment; at; at = at.outer) {
    const value = at.changes.get(key);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** A way on which nothing changes. */
export function startWay(frame: Frame, condition: ConditionId): Way | undefined {
  return frame.dead ? undefined : { changes: new Map(), condition, start: condition };
}

/** Runs in a layer of its own. The way is undefined when its end is not reached. */
export function inWay<T>(file: FileDraft, condition: ConditionId, run: () => T): [T, Way | undefined] {
  const { frame } = file;
  const { environment: outer, condition: before, dead } = frame;
  const environment: Environment = { outer, changes: new Map() };
  frame.environment = environment;
  frame.condition = condition;
  const result = run();
  const way = frame.dead ? undefined : { changes: environment.changes, condition: frame.condition, start: condition };
  frame.environment = outer;
  frame.condition = before;
  frame.dead = dead;
  return [result, way];
}

/** The way that jumps from here to the place where `base` was the innermost layer. */
export function jump(frame: Frame, base: Environment): Way | undefined {
  if (frame.dead) return undefined;
  const changes = new Map<number, ValueId>();
  for (let at: Environment | undefined = frame.environment; at && at !== base; at = at.outer) {
    for (const [key, value] of at.changes) if (!changes.has(key)) changes.set(key, value);
  }
  return { changes, condition: frame.condition };
}

/** Continues where the ways meet: what differs becomes a `phi`, what all have in common stays known. */
export function join(file: FileDraft, ways: readonly (Way | undefined)[], range: Range): void {
  const { frame } = file;
  const open = ways.filter((way) => way !== undefined);
  const [first, ...others] = open;
  if (!first) {
    frame.dead = true;
    return;
  }
  if (others.length === 0) {
    for (const [key, value] of first.changes) frame.environment.changes.set(key, value);
    frame.condition = first.condition;
    return;
  }
  const merged = new Map<number, ValueId>();
  for (const way of open) {
    for (const key of way.changes.keys()) if (!merged.has(key)) merged.set(key, meet(file, open, key, range));
  }
  for (const [key, value] of merged) frame.environment.changes.set(key, value);
  const common = open.reduce((known, way) => commonCondition(file, known, way.condition), first.condition);
  frame.condition = eitherWay(file, open, common);
}

/**
 * What holds where ways meet: `if (x) { if (!ok(x)) throw … }` leaves "not x, or ok(x)". A test and its opposite alone say nothing,
 * and neither does anything that does not hold on some way.
 */
function eitherWay(file: FileDraft, ways: readonly Way[], common: ConditionId): ConditionId {
  const says = ways.some(({ condition, start }) => condition !== start);
  if (!says || ways.length > MAX_WAYS || ways.some(({ condition }) => condition === common)) return common;
  return file.conditions.push({ parent: common, either: ways.map(({ condition }) => condition) }) - 1;
}

function meet(file: FileDraft, ways: readonly Way[], key: number, range: Range): ValueId {
  const before = valueIn(file.frame.environment, key) ?? (key < 0 ? -1 - key : undefined);
  const inputs: ValueId[] = [];
  const conditions: ConditionId[] = [];
  for (const way of ways) {
    const value = way.changes.get(key) ?? before;
    if (value === undefined) continue;
    inputs.push(value);
    conditions.push(way.condition);
  }
  const [first = -1] = inputs;
  return inputs.every((input) => input === first) ? first : phi(file, inputs, conditions, range);
}
