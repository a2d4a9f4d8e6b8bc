import type { ArgumentFacts, ValueId } from '../../facts.js';
import { addValue, unknown } from '../shared/file-draft.js';
import { leave } from '../shared/jumps.js';
import { textOf, type FileDraft } from './draft.js';
import { resultOfCoroutines } from './coroutines.js';
import { lowerExpression } from './expressions.js';
import { lowerFormatCall } from './formats.js';
import { handedOver } from './handed-over.js';
import { isSuper } from './members.js';
import { importedAs, isBuiltin } from './names.js';
import { readByName, writeByCall } from './reflection.js';
import { operands, part, type Tree } from './tree.js';

/** `unused`: the call stands for its effect alone. */
export function lowerCall(file: FileDraft, node: Tree, unused: boolean): ValueId {
  const function_ = part(node, 'function');
  if (function_?.type === 'attribute' && attributeName(file, function_) === 'format') {
    const text = lowerFormatCall(file, node);
    if (text !== undefined) return text;
  }
  const above = function_ && constructorAbove(file, function_);
  const written = above ?? (function_ && genericClass(file, function_)) ?? lowerExpression(file, function_);
  const given = lowerArguments(file, part(node, 'arguments'));
  const { callee, arguments: args } = handedOver(file, written, given) ?? { callee: written, arguments: given };
  const read = readByName(file, callee, args, node.range);
  if (read !== undefined) return read;
  const { fn, condition, loop, facts, dead } = file.frame;
  const call = addValue(file, {
    kind: 'call',
    callee,
    arguments: args,
    construct: above !== undefined || file.values[callee]?.kind === 'class',
    condition,
    loop,
    calleeRange: function_?.range ?? node.range,
    unused,
    range: node.range,
    fn,
  });
  facts.calls.push(call);
  writeByCall(file, callee, args, node.range);
  if (!dead && neverReturns(file, callee)) leave(file);
  return resultOfCoroutines(file, callee, args, node.range) ?? call;
}

/** `Agent[Deps, Answer](…)` makes an object of the class, whatever its type arguments are. */
function genericClass(file: FileDraft, callee: Tree): ValueId | undefined {
  const named = callee.type === 'subscript' ? part(callee, 'value') : undefined;
  if (named?.type !== 'identifier' && named?.type !== 'attribute') return undefined;
  const object = lowerExpression(file, named);
  if (file.values[object]?.kind === 'class') return object;
  const imported = importedAs(file, object);
  // An imported table of functions is a constant or a variable.
  return imported !== undefined && /^[A-Z]\w*[a-z]/.test(imported.name) ? object : undefined;
}

function attributeName(file: FileDraft, node: Tree): string | undefined {
  const attribute = part(node, 'attribute');
  return attribute && textOf(file, attribute);
}

/** `super().__init__(…)` runs the constructor of the class above. */
function constructorAbove(file: FileDraft, callee: Tree): ValueId | undefined {
  const object = callee.type === 'attribute' ? part(callee, 'object') : undefined;
  if (!object || attributeName(file, callee) !== '__init__' || !isSuper(file, object)) return undefined;
  const { self } = file.frame;
  const owner = self.class === undefined ? undefined : file.classes[self.class];
  return owner?.superClass ?? unknown(file, callee.range);
}

function lowerArguments(file: FileDraft, node: Tree | undefined): ArgumentFacts[] {
  if (!node) return [];
  // `any(test(x) for x in xs)`
  if (node.type === 'generator_expression') return [{ value: lowerExpression(file, node), range: node.range }];
  return node.children.map((argument): ArgumentFacts => {
    const { range } = argument;
    switch (argument.type) {
      case 'keyword_argument': {
        const name = part(argument, 'name');
        const value = part(argument, 'value');
        return {
          value: lowerExpression(file, value),
          range: value?.range ?? range,
          name: name ? textOf(file, name) : '',
        };
      }
      case 'list_splat':
        return { value: lowerExpression(file, operands(argument)[0]), range, spread: true };
      case 'dictionary_splat':
        return { value: lowerExpression(file, operands(argument)[0]), range, spread: true, name: '**' };
      default:
        return { value: lowerExpression(file, argument), range };
    }
  });
}

const exits: ReadonlySet<string> = new Set(['sys.exit', 'os._exit', 'os.abort']);

function neverReturns(file: FileDraft, callee: ValueId): boolean {
  const value = file.values[callee];
  if (value?.kind === 'function') return file.neverReturning.has(value.function);
  if (isBuiltin(file, callee, 'exit') || isBuiltin(file, callee, 'quit')) return true;
  const imported = importedAs(file, callee);
  return imported !== undefined && exits.has(`${imported.module}.${imported.name}`);
}
