import type { FunctionFacts, FunctionId } from '../../facts.js';
import type { FileDraft, Frame, FunctionDraft, Self } from './file-draft.js';
import type { Scope } from './scope.js';

export type FunctionHead = Pick<
  FunctionFacts,
  'name' | 'nameRange' | 'range' | 'bodyRange' | 'class' | 'kind' | 'async' | 'generator'
>;

/** Adds a function without contents to the one that is being lowered. */
export function addFunction(file: FileDraft, head: FunctionHead): FunctionId {
  const { fn, condition } = file.frame;
  return file.functions.push(emptyFunction(head, fn, condition)) - 1;
}

/** Written out: spreading a dozen properties is slow, and all functions should have the same shape. */
export function emptyFunction(head: FunctionHead, parent: FunctionId | undefined, condition: number): FunctionDraft {
  return {
    name: head.name,
    range: head.range,
    bodyRange: head.bodyRange,
    nameRange: head.nameRange,
    parent,
    class: head.class,
    kind: head.kind,
    async: head.async,
    generator: head.generator,
    parameters: [],
    returns: [],
    yields: [],
    throws: [],
    calls: [],
    condition,
    directives: [],
    decorators: [],
  };
}

export function newFrame(fn: FunctionId, facts: FunctionDraft, scope: Scope, self: Self): Frame {
  return {
    fn,
    facts,
    owner: scope.owner,
    members: new Map(),
    globals: new Map(),
    targets: [],
    self,
    scope,
    environment: { outer: undefined, changes: new Map() },
    condition: facts.condition,
    loop: -1,
    dead: false,
    completed: 0,
  };
}

/** Runs with the frame of another function. */
export function inFrame(file: FileDraft, frame: Frame, run: () => void): void {
  const outer = file.frame;
  file.frame = frame;
  run();
  file.frame = outer;
}

/** The end of the body is a way out if it is reached. */
export function endFunction(file: FileDraft): void {
  const { facts, dead, condition } = file.frame;
  if (!dead) facts.returns.push({ value: -1, condition });
}
