import type { ValueId } from '../../facts.js';
import { addValue, phi } from '../shared/file-draft.js';
import type { FileDraft } from './draft.js';
import { lowerExpression } from './expressions.js';
import { importedAs } from './names.js';
import { operands, type Tree } from './tree.js';

export interface Decorator {
  readonly node: Tree;
  readonly value: ValueId;
}

/** Decorators of a definition, in source order. */
export function lowerDecorators(file: FileDraft, node: Tree): readonly Decorator[] {
  return node.children
    .filter((child) => child.type === 'decorator')
    .map((decorator) => ({ node: decorator, value: lowerExpression(file, operands(decorator)[0]) }));
}

/** Modules whose decorators leave what they decorate as it is, as far as data goes. */
const transparent: ReadonlySet<string> = new Set([
  'abc',
  'atexit',
  'contextlib',
  'dataclasses',
  'enum',
  'functools',
  'overrides',
  'typing',
  'typing_extensions',
  'unittest.mock',
]);
const transparentBuiltins: ReadonlySet<string> = new Set(['property', 'staticmethod', 'classmethod']);

/**
 * What a decorated name holds: `@d` over `f` is the call `d(f)`. Most decorators give something that runs `f` when it is
 * called, so that `f` itself stays one of the values.
 */
export function decorated(file: FileDraft, own: ValueId, decorators: readonly Decorator[]): ValueId {
  // The last one is applied first.
  const calls = decorators
    .filter(({ value }) => !isTransparent(file, value))
    .reverse()
    .map((decorator) => applied(file, decorator, own));
  if (calls.length === 0) return own;
  const { condition } = file.frame;
  const values = [...calls, own];
  const conditions = values.map(() => condition);
  return phi(file, values, conditions, file.values[own]?.range ?? [0, 0]);
}

function applied(file: FileDraft, { node, value }: Decorator, own: ValueId): ValueId {
  const { fn, condition, loop, facts } = file.frame;
  const range = file.values[own]?.range ?? node.range;
  const call = addValue(file, {
    kind: 'call',
    callee: value,
    arguments: [{ value: own, range }],
    construct: false,
    condition,
    loop,
    calleeRange: node.range,
    unused: false,
    range: node.range,
    fn,
  });
  facts.calls.push(call);
  return call;
}

function isTransparent(file: FileDraft, value: ValueId): boolean {
  const facts = file.values[value];
  if (facts?.kind === 'call') return isTransparent(file, facts.callee);
  if (facts?.kind === 'global') return transparentBuiltins.has(facts.name);
  // `@name.setter` of a property.
  if (facts?.kind === 'member' && ['setter', 'getter', 'deleter'].includes(facts.key)) return true;
  const imported = importedAs(file, value);
  return imported !== undefined && transparent.has(imported.module);
}

export function isNamed(file: FileDraft, { value }: Decorator, ...names: readonly string[]): boolean {
  const facts = file.values[value];
  if (facts?.kind === 'global') return names.includes(facts.name);
  if (facts?.kind === 'member') return names.includes(facts.key);
  return facts?.kind === 'import' && names.includes(facts.name);
}
