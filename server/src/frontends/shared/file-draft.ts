import type {
  ClassId,
  Condition,
  ConditionId,
  ExportFacts,
  FunctionId,
  ImportFacts,
  LoopFacts,
  LoopId,
  ClassFacts,
  FunctionFacts,
  ProblemFacts,
  Range,
  StoreFacts,
  Value,
  ValueId,
} from '../../facts.js';
import type { Scopes } from './binder.js';
import type { Test } from './conditions.js';
import { tooDeep } from './depth.js';
import type { Environment, JumpTarget } from './environment.js';
import type { Scope } from './scope.js';

/** Lists grow while the facts are made; ranges are pairs. */
type Mutable<T> = {
  -readonly [K in keyof T]: T[K] extends Range ? T[K] : T[K] extends readonly (infer E)[] ? E[] : T[K];
};

export type FunctionDraft = Mutable<FunctionFacts>;
export type ClassDraft = Mutable<ClassFacts>;
export type LoopDraft = Mutable<LoopFacts>;

/** The facts of a file while they are made. */
export interface FileDraft {
  readonly text: string;
  readonly scopes: Scopes;
  readonly values: Value[];
  readonly functions: FunctionDraft[];
  readonly classes: ClassDraft[];
  readonly conditions: Condition[];
  readonly loops: LoopDraft[];
  readonly stores: StoreFacts[];
  readonly imports: ImportFacts[];
  readonly exports: ExportFacts[];
  readonly problems: ProblemFacts[];
  /** What a value says when it is used as a test: `const ok = a && !b`. */
  readonly tests: Map<ValueId, Test>;
  /** Tests that were needed as one value. */
  readonly testValues: Map<Test, ValueId>;
  /** Inputs of `phi` values, by value: those of loops grow after the value is made. */
  readonly phis: Map<ValueId, { readonly inputs: ValueId[]; readonly conditions: ConditionId[] }>;
  /** Functions of which no call returns. */
  readonly neverReturning: Set<FunctionId>;
  readonly importValues: Map<string, ValueId>;
  frame: Frame;
  depth: number;
}

/** What `this` means; arrow functions share it with the function around them. */
export interface Self {
  readonly fn: FunctionId;
  readonly class: ClassId | undefined;
  value: ValueId | undefined;
}

/** The function that is being lowered and the place that lowering has reached in it. */
export interface Frame {
  readonly fn: FunctionId;
  readonly facts: FunctionDraft;
  /** As in `Scope.owner`. */
  readonly owner: number;
  readonly members: Map<string, ValueId>;
  readonly globals: Map<string, ValueId>;
  readonly targets: JumpTarget[];
  self: Self;
  scope: Scope;
  environment: Environment;
  condition: ConditionId;
  loop: LoopId;
  /** Control never gets here. */
  dead: boolean;
  /** Number of `completed` conditions made; bounded, for generated code. */
  completed: number;
}

export function addValue(file: FileDraft, value: Value): ValueId {
  return file.values.push(value) - 1;
}

/** Once per file: the first place is enough to find the cause. */
export function reportDepth(file: FileDraft, range: Range): void {
  if (file.problems.some((problem) => problem.message === tooDeep)) return;
  file.problems.push({ message: tooDeep, range });
}

export function unknown(file: FileDraft, range: Range, inputs: readonly ValueId[] = []): ValueId {
  return addValue(file, { kind: 'unknown', inputs, range, fn: file.frame.fn });
}

export function literal(file: FileDraft, value: string | number | boolean | null | undefined, range: Range): ValueId {
  return addValue(file, { kind: 'literal', value, range, fn: file.frame.fn });
}

export function operation(file: FileDraft, operator: string, inputs: readonly ValueId[], range: Range): ValueId {
  return addValue(file, { kind: 'operation', operator, inputs, range, fn: file.frame.fn });
}

export function phi(file: FileDraft, inputs: ValueId[], conditions: ConditionId[], range: Range): ValueId {
  const id = addValue(file, { kind: 'phi', inputs, conditions, range, fn: file.frame.fn });
  file.phis.set(id, { inputs, conditions });
  return id;
}

export function importValue(file: FileDraft, module: string, name: string, range: Range): ValueId {
  const key = `${name} ${module}`;
  const known = file.importValues.get(key);
  if (known !== undefined) return known;
  const id = addValue(file, { kind: 'import', module, name, range, fn: 0 });
  file.importValues.set(key, id);
  return id;
}

export function globalValue(file: FileDraft, name: string, range: Range): ValueId {
  const { globals, fn } = file.frame;
  const known = globals.get(name);
  if (known !== undefined) return known;
  const id = addValue(file, { kind: 'global', name, range, fn });
  globals.set(name, id);
  return id;
}

/** Whether a value is the runtime's `name`, not a declaration of the file. */
export function isGlobal(file: FileDraft, value: ValueId, name: string): boolean {
  const facts = file.values[value];
  return facts?.kind === 'global' && facts.name === name;
}

/** `super` in a method: `this` as the class above sees it. */
export function superValue(file: FileDraft, range: Range): ValueId {
  const { self, fn } = file.frame;
  return addValue(file, { kind: 'this', class: self.class, super: true, range, fn });
}

export function thisValue(file: FileDraft, range: Range): ValueId {
  const { self } = file.frame;
  self.value ??= addValue(file, { kind: 'this', class: self.class, range, fn: self.fn });
  return self.value;
}
