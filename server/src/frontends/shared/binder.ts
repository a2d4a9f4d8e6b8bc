import type { Range } from '../../facts.js';
import type { Binding, Scope } from './scope.js';

/** What the bind pass knows of a file before lowering starts. Keys are nodes of the tree. */
export interface Scopes {
  readonly root: Scope;
  /** Scopes of functions, and of blocks, loops, switches, catch clauses and classes that declare something. */
  readonly byNode: ReadonlyMap<object, Scope>;
  /** Names that a loop assigns, directly or in an inner loop, closures excluded. */
  readonly assignedByLoop: ReadonlyMap<object, ReadonlySet<string>>;
  readonly declaredNames: ReadonlySet<string>;
}

/** Mentions of a name that no scope inside has declared. */
interface Mention {
  assignments: number;
  captured: boolean;
  assignedInClosure: boolean;
}

interface Level {
  readonly scope: Scope;
  readonly mentions: Map<string, Mention>;
  readonly isFunction: boolean;
}

/** The state of the bind pass. */
export interface Binder {
  readonly byNode: Map<object, Scope>;
  readonly assignedByLoop: Map<object, ReadonlySet<string>>;
  readonly declaredNames: Set<string>;
  bindings: number;
  functions: number;
  depth: number;
  levels: Level[];
  loops: Set<string>[];
}

export function innermost(binder: Binder): Level {
  const level = binder.levels.at(-1);
  if (!level) throw new Error('the bind pass left its root scope');
  return level;
}

/** `outer` is where names are looked up that the scope does not have; not always the scope around it. */
export function open(binder: Binder, node: object, isFunction: boolean, outer = innermost(binder).scope): void {
  const scope: Scope = { outer, owner: isFunction ? binder.functions++ : outer.owner, names: new Map() };
  binder.byNode.set(node, scope);
  binder.levels.push({ scope, mentions: new Map(), isFunction });
}

export function close(binder: Binder): void {
  const level = binder.levels.pop();
  if (!level) return;
  const outer = binder.levels.at(-1);
  for (const [name, mention] of level.mentions) {
    const binding = level.scope.names.get(name);
    if (binding) {
      binding.assignments += mention.assignments;
      binding.captured ||= mention.captured;
      binding.assignedInClosure ||= mention.assignedInClosure;
    } else if (outer) {
      const captured = mention.captured || level.isFunction;
      mentionIn(outer, name, mention.assignments, captured, captured && mention.assignments > 0);
    }
  }
}

function mentionIn(level: Level, name: string, assignments: number, captured: boolean, inClosure: boolean): void {
  const known = level.mentions.get(name);
  if (known) {
    known.assignments += assignments;
    known.captured ||= captured;
    known.assignedInClosure ||= inClosure;
  } else level.mentions.set(name, { assignments, captured, assignedInClosure: inClosure });
}

export function read(binder: Binder, name: string): void {
  mentionIn(innermost(binder), name, 0, false, false);
}

export function assign(binder: Binder, name: string): void {
  mentionIn(innermost(binder), name, 1, false, false);
  binder.loops.at(-1)?.add(name);
}

export function declare(binder: Binder, scope: Scope, name: string, range: Range): Binding {
  binder.declaredNames.add(name);
  const known = scope.names.get(name);
  if (known) return known;
  const binding: Binding = {
    id: binder.bindings++,
    name,
    range,
    owner: scope.owner,
    assignments: 0,
    captured: false,
    assignedInClosure: false,
    writes: [],
    cell: undefined,
  };
  scope.names.set(name, binding);
  return binding;
}

export function functionScope(binder: Binder): Scope {
  const level = binder.levels.findLast((candidate) => candidate.isFunction);
  return level?.scope ?? innermost(binder).scope;
}
