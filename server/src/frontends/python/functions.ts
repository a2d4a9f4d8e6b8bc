import type { ClassId, FunctionFacts, FunctionId, Range, ValueId } from '../../facts.js';
import { inCondition } from '../shared/conditions.js';
import { addValue, phi, thisValue, type FunctionDraft, type Self } from '../shared/file-draft.js';
import { addFunction, endFunction, inFrame, newFrame } from '../shared/frames.js';
import { assignName } from '../shared/variables.js';
import { assignTarget } from './assignments.js';
import { docstringOf } from './docstrings.js';
import { textOf, type FileDraft } from './draft.js';
import { lowerExpression } from './expressions.js';
import { lowerBlock } from './statements.js';
import { hasToken, operands, part, type Tree } from './tree.js';
import { neverReturnsType, typeFacts } from './types.js';

/** What the place where a function stands says about it. */
export interface FunctionHints {
  readonly name?: string;
  readonly nameRange?: Range;
  readonly kind?: FunctionFacts['kind'];
  readonly class?: ClassId;
  readonly decorators?: readonly ValueId[];
  /** What the first parameter is: the instance, the class, or a parameter like the others. */
  readonly receiver?: 'instance' | ValueId;
}

export interface LoweredFunction {
  readonly value: ValueId;
  readonly function: FunctionId;
}

export function lowerFunction(file: FileDraft, node: Tree, hints: FunctionHints): LoweredFunction {
  const name = part(node, 'name');
  const body = part(node, 'body');
  const id = addFunction(file, {
    name: name ? textOf(file, name) : hints.name,
    nameRange: name?.range ?? hints.nameRange,
    range: node.range,
    bodyRange: body?.range,
    class: hints.class,
    kind: hints.kind ?? 'function',
    async: hasToken(node, 'async'),
    generator: false,
  });
  const value = addValue(file, { kind: 'function', function: id, range: node.range, fn: file.frame.fn });
  const facts = file.functions[id];
  if (facts) {
    const returned = part(node, 'return_type');
    if (neverReturnsType(file, returned)) file.neverReturning.add(id);
    const type = returned && typeFacts(file, returned);
    if (type) facts.returnType = type;
    if (hints.decorators) facts.decorators = [...hints.decorators];
    lowerBody(file, node, id, facts, hints);
  }
  return { value, function: id };
}

export function lowerLambda(file: FileDraft, node: Tree): ValueId {
  return lowerFunction(file, node, { kind: 'arrow' }).value;
}

/** `run = lambda …: …` */
export function lowerNamedLambda(file: FileDraft, node: Tree, target: Tree): ValueId {
  const name = target.type === 'attribute' ? part(target, 'attribute') : target;
  if (name?.type !== 'identifier') return lowerLambda(file, node);
  return lowerFunction(file, node, { kind: 'arrow', name: textOf(file, name), nameRange: name.range }).value;
}

function lowerBody(file: FileDraft, node: Tree, id: FunctionId, facts: FunctionDraft, hints: FunctionHints): void {
  // A tree that is too deep has functions that the bind pass has not seen.
  const scope = file.scopes.byNode.get(node) ?? file.frame.scope;
  const self: Self =
    hints.receiver === undefined
      ? file.frame.self
      : { fn: id, class: hints.class, value: hints.receiver === 'instance' ? undefined : hints.receiver };
  const frame = newFrame(id, facts, scope, self);
  inFrame(file, frame, () => {
    lowerParameters(file, node, id, facts, hints.receiver !== undefined);
    const body = part(node, 'body');
    if (!body) return;
    if (node.type === 'lambda') {
      facts.returns.push({ value: lowerExpression(file, body), condition: frame.condition });
      return;
    }
    const docstring = docstringOf(file, body);
    if (docstring !== undefined) facts.docstring = docstring;
    lowerBlock(file, body);
    endFunction(file);
    if (frame.dead && facts.returns.length === 0 && !facts.async && !facts.generator) file.neverReturning.add(id);
  });
}

function lowerParameters(
  file: FileDraft,
  node: Tree,
  id: FunctionId,
  facts: FunctionDraft,
  bindsReceiver: boolean,
): void {
  let receiver = bindsReceiver;
  for (const parameter of part(node, 'parameters')?.children ?? []) {
    if (parameter.type === 'keyword_separator' || parameter.type === 'positional_separator') continue;
    const { target, rest } = targetOf(parameter);
    if (!target) continue;
    if (receiver && target.type === 'identifier' && rest === undefined) {
      receiver = false;
      assignName(file, textOf(file, target), thisValue(file, target.range));
      continue;
    }
    receiver = false;
    const index = facts.parameters.length;
    const { range } = target;
    const value = addValue(file, { kind: 'parameter', function: id, index, range, fn: id });
    const type = part(parameter, 'type');
    const fallback = part(parameter, 'value');
    let held = value;
    let given: ValueId | undefined;
    if (fallback) {
      const { condition } = file.frame;
      given = inCondition(file, condition, parameter.range, () => lowerExpression(file, fallback));
      held = phi(file, [value, given], [condition, condition], parameter.range);
    }
    facts.parameters.push({
      name: target.type === 'identifier' ? textOf(file, target) : undefined,
      value,
      rest: rest !== undefined,
      default: given,
      type: type && typeFacts(file, type),
      ...(rest === '**' && { keywords: true as const }),
    });
    assignTarget(file, target, held, parameter.range);
  }
}

interface ParameterTarget {
  readonly target: Tree | undefined;
  /** The stars before it. */
  readonly rest: '*' | '**' | undefined;
}

function targetOf(parameter: Tree): ParameterTarget {
  switch (parameter.type) {
    case 'identifier':
    case 'tuple_pattern':
      return { target: parameter, rest: undefined };
    case 'list_splat_pattern':
      return { target: operands(parameter)[0], rest: '*' };
    case 'dictionary_splat_pattern':
      return { target: operands(parameter)[0], rest: '**' };
    case 'typed_parameter': {
      const [inner] = parameter.children;
      return inner ? targetOf(inner) : { target: undefined, rest: undefined };
    }
    default:
      return { target: part(parameter, 'name'), rest: undefined };
  }
}
