import type { TSESTree as ES } from '@typescript-eslint/typescript-estree';
import type { ArgumentFacts, ValueId } from '../../facts.js';
import { lowerRequire } from './commonjs.js';
import { assume, testOf } from '../shared/conditions.js';
import { lowerExpression } from './expressions.js';
import { addValue, importValue, isGlobal, thisValue, unknown } from '../shared/file-draft.js';
import { leave } from '../shared/jumps.js';
import type { FileDraft } from './file-draft.js';

/** `unused`: the call stands for its effect alone. */
export function lowerCall(file: FileDraft, node: ES.CallExpression | ES.NewExpression, unused: boolean): ValueId {
  const required = lowerRequire(file, node);
  if (required !== undefined) return required;
  const callee = lowerCallee(file, node.callee);
  if (node.type === 'CallExpression' && node.optional) {
    file.frame.condition = assume(file, testOf(file, callee), true);
  }
  const args = node.arguments.map((argument): ArgumentFacts => {
    const { range } = argument;
    if (argument.type === 'SpreadElement') {
      return { value: lowerExpression(file, argument.argument), range, spread: true };
    }
    return { value: lowerExpression(file, argument), range };
  });
  const { fn, condition, loop, facts, dead } = file.frame;
  const call = addValue(file, {
    kind: 'call',
    callee,
    arguments: args,
    construct: node.type === 'NewExpression' || node.callee.type === 'Super',
    condition,
    loop,
    calleeRange: node.callee.range,
    unused,
    range: node.range,
    fn,
  });
  facts.calls.push(call);
  if (!dead && neverReturns(file, callee)) leave(file);
  return call;
}

function lowerCallee(file: FileDraft, node: ES.Node): ValueId {
  if (node.type !== 'Super') return lowerExpression(file, node);
  const self = file.values[thisValue(file, node.range)];
  const owner = self?.kind === 'this' && self.class !== undefined ? file.classes[self.class] : undefined;
  return owner?.superClass ?? unknown(file, node.range);
}

function neverReturns(file: FileDraft, callee: ValueId): boolean {
  const value = file.values[callee];
  if (value?.kind === 'function') return file.neverReturning.has(value.function);
  if (value?.kind !== 'member' || (value.key !== 'exit' && value.key !== 'abort')) return false;
  const object = file.values[value.object];
  if (object?.kind === 'import') return object.module === 'process' || object.module === 'node:process';
  return isGlobal(file, value.object, 'process');
}

/** `import('x')`; the promise and the module are not told apart. */
export function lowerDynamicImport(file: FileDraft, node: ES.ImportExpression): ValueId {
  const source = lowerExpression(file, node.source);
  if (node.options) lowerExpression(file, node.options);
  const value = file.values[source];
  if (value?.kind !== 'literal' || typeof value.value !== 'string') return unknown(file, node.range, [source]);
  file.imports.push({
    module: value.value,
    range: node.range,
    kind: 'dynamic',
    typeOnly: false,
    names: [],
    namesRange: undefined,
  });
  return importValue(file, value.value, '*', node.range);
}
