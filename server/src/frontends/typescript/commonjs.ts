import type { TSESTree as ES } from '@typescript-eslint/typescript-estree';
import type { ImportFacts, ValueId } from '../../facts.js';
import { importValue } from '../shared/file-draft.js';
import type { FileDraft } from './file-draft.js';
import { lookup } from '../shared/scope.js';

/** `require('x')` with a literal. */
export function lowerRequire(file: FileDraft, node: ES.CallExpression | ES.NewExpression): ValueId | undefined {
  const module = requiredModule(file, node);
  if (module === undefined) return undefined;
  file.moduleStyle ??= 'cjs';
  const last = file.imports.at(-1);
  if (last?.kind !== 'require' || !contains(last.range, node.range)) {
    file.imports.push({
      module,
      range: node.range,
      kind: 'require',
      typeOnly: false,
      names: [],
      namesRange: undefined,
    });
  }
  return importValue(file, module, '*', node.range);
}

/** Records what `const x = require('x')` and `const { a } = require('x')` import, before the initialiser is lowered. */
export function importByRequire(file: FileDraft, node: ES.VariableDeclarator): void {
  const module = node.init ? requiredModule(file, node.init) : undefined;
  if (module === undefined) return;
  file.imports.push({
    module,
    range: node.range,
    kind: 'require',
    typeOnly: false,
    names: requiredNames(node.id),
    namesRange: node.id.type === 'ObjectPattern' ? node.id.range : undefined,
  });
}

function contains(outer: readonly [number, number], inner: readonly [number, number]): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}

function requiredModule(file: FileDraft, node: ES.Node): string | undefined {
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier' || node.callee.name !== 'require')
    return undefined;
  const [argument] = node.arguments;
  if (argument?.type !== 'Literal' || typeof argument.value !== 'string') return undefined;
  return lookup(file.frame.scope, 'require') ? undefined : argument.value;
}

function requiredNames(pattern: ES.BindingName): ImportFacts['names'] {
  if (pattern.type === 'Identifier') return [{ imported: '*', local: pattern.name, range: pattern.range }];
  if (pattern.type !== 'ObjectPattern') return [];
  return pattern.properties.flatMap((property) => {
    if (property.type !== 'Property' || property.key.type !== 'Identifier') return [];
    const target = property.value.type === 'AssignmentPattern' ? property.value.left : property.value;
    if (target.type !== 'Identifier') return [];
    return [{ imported: property.key.name, local: target.name, range: property.range }];
  });
}

/** `module.exports = …`, `exports.x = …` and `module.exports.x = …`. */
export function exportByAssignment(file: FileDraft, target: ES.MemberExpression, value: ValueId): boolean {
  const facts = file.values[value];
  // Compilers declare exports by `exports.a = exports.b = void 0`.
  const isAnnouncement = facts?.kind === 'literal' && facts.value === undefined;
  if (isModuleExports(file, target)) {
    file.exports.push({ name: '=', value });
  } else {
    const { object, property } = target;
    const isExports =
      (object.type === 'Identifier' && object.name === 'exports' && !lookup(file.frame.scope, 'exports')) ||
      (object.type === 'MemberExpression' && isModuleExports(file, object));
    const name = staticName(property, target.computed);
    if (!isExports || name === undefined) return false;
    if (!isAnnouncement) file.exports.push({ name, value });
  }
  file.moduleStyle ??= 'cjs';
  return true;
}

function isModuleExports(file: FileDraft, { object, property, computed }: ES.MemberExpression): boolean {
  return (
    object.type === 'Identifier' &&
    object.name === 'module' &&
    staticName(property, computed) === 'exports' &&
    !lookup(file.frame.scope, 'module')
  );
}

function staticName(property: ES.Node, computed: boolean): string | undefined {
  if (property.type === 'Identifier' && !computed) return property.name;
  return property.type === 'Literal' && typeof property.value === 'string' ? property.value : undefined;
}
