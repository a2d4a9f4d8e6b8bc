import type { Range, ValueId } from '../../facts.js';

/** A declared name. The counters come from the bind pass, the rest is filled while lowering. */
export interface Binding {
  readonly id: number;
  readonly name: string;
  readonly range: Range;
  /** Number of the function that declares it, as counted by the bind pass. */
  readonly owner: number;
  /** Assignments in the text, the initialiser included. */
  assignments: number;
  /** Mentioned by a function other than its owner. */
  captured: boolean;
  assignedInClosure: boolean;
  /** Values written so far. Shared with the `cell` value, so that later writes appear in it. */
  readonly writes: ValueId[];
  cell: ValueId | undefined;
}

export interface Scope {
  readonly outer: Scope | undefined;
  readonly owner: number;
  readonly names: Map<string, Binding>;
}

export function lookup(scope: Scope, name: string): Binding | undefined {
  for (let at: Scope | undefined = scope; at; at = at.outer) {
    const binding = at.names.get(name);
    if (binding) return binding;
  }
  return undefined;
}
