import type { TSESTree as ES } from '@typescript-eslint/typescript-estree';
import type { ValueId } from '../../facts.js';
import { lowerIf, lowerSwitch, lowerTry } from './branches.js';
import { lowerCall, leave } from './calls.js';
import { hoistClass, lowerClass } from './classes.js';
import { importByRequire } from './commonjs.js';
import { assumeCompleted, inCondition, assume, testOf } from './conditions.js';
import { maximumDepth } from './depth.js';
import { lowerExpression } from './expressions.js';
import { hoistFunction, lowerFunction, lowerNamed } from './functions.js';
import { addValue, literal, reportDepth, type FileDraft } from './file-draft.js';
import { lowerBreak, lowerContinue, lowerDoWhile, lowerForOf, lowerLabelled, lowerWhile } from './loops.js';
import { hoistImport, lowerExport, lowerImportEquals } from './modules.js';
import { lowerEnum, lowerNamespace } from './namespaces.js';
import { assignPattern } from './patterns.js';
import { lookup } from './scope.js';

/** Statements of one block, in order; function and class declarations are known from its start. */
export function lowerStatements(file: FileDraft, statements: readonly ES.Statement[], directives?: string[]): void {
  for (const statement of statements) hoist(file, statement);
  for (const statement of statements) {
    if (directives && statement.type === 'ExpressionStatement' && typeof statement.directive === 'string') {
      directives.push(statement.directive);
    } else lowerStatement(file, statement);
  }
}

function hoist(file: FileDraft, statement: ES.Node): void {
  switch (statement.type) {
    case 'FunctionDeclaration':
      return hoistFunction(file, statement);
    case 'ClassDeclaration':
      return hoistClass(file, statement);
    case 'ImportDeclaration':
      return hoistImport(file, statement);
    case 'ExportNamedDeclaration':
      if (statement.declaration) hoist(file, statement.declaration);
      return;
    case 'ExportDefaultDeclaration':
      if (statement.declaration.type === 'FunctionDeclaration') hoistFunction(file, statement.declaration);
      else if (statement.declaration.type === 'ClassDeclaration') hoistClass(file, statement.declaration);
      return;
    default:
      return;
  }
}

/** Runs in the scope that a node opens, if it declares anything. */
export function inScope(file: FileDraft, node: ES.Node, run: () => void): void {
  const { frame } = file;
  const outer = frame.scope;
  frame.scope = file.scopes.byNode.get(node) ?? outer;
  run();
  frame.scope = outer;
}

export function lowerStatement(file: FileDraft, node: ES.Statement): void {
  if (file.depth > maximumDepth) {
    reportDepth(file, node.range);
    return;
  }
  file.depth++;
  lowerNode(file, node, []);
  file.depth--;
}

/** `labels` are those that stand before the statement. */
export function lowerNode(file: FileDraft, node: ES.Node, labels: readonly string[]): void {
  switch (node.type) {
    case 'ExpressionStatement':
      return assumeCompleted(file, lowerEffect(file, node.expression));
    case 'VariableDeclaration':
      return lowerVariables(file, node);
    case 'ReturnStatement':
      return lowerReturn(file, node);
    case 'ThrowStatement': {
      const value = lowerExpression(file, node.argument);
      const { facts, condition, dead } = file.frame;
      if (!dead) facts.throws.push({ value, condition });
      return leave(file);
    }
    case 'BlockStatement':
      return inScope(file, node, () => lowerStatements(file, node.body));
    case 'IfStatement':
      return lowerIf(file, node);
    case 'SwitchStatement':
      return lowerSwitch(file, node, labels);
    case 'TryStatement':
      return lowerTry(file, node);
    case 'WhileStatement':
    case 'ForStatement':
      return lowerWhile(file, node, labels);
    case 'DoWhileStatement':
      return lowerDoWhile(file, node, labels);
    case 'ForOfStatement':
    case 'ForInStatement':
      return lowerForOf(file, node, labels);
    case 'LabeledStatement':
      return lowerLabelled(file, node, labels);
    case 'BreakStatement':
      return lowerBreak(file, node);
    case 'ContinueStatement':
      return lowerContinue(file, node);
    case 'FunctionDeclaration':
      lowerFunction(file, node, {});
      return;
    case 'ClassDeclaration':
      lowerClass(file, node, undefined);
      return;
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
    case 'ExportAllDeclaration':
    case 'TSExportAssignment':
      return lowerExport(file, node);
    case 'TSImportEqualsDeclaration':
      return lowerImportEquals(file, node);
    case 'TSEnumDeclaration':
      return lowerEnum(file, node);
    case 'TSModuleDeclaration':
      return lowerNamespace(file, node);
    case 'WithStatement':
      lowerExpression(file, node.object);
      return lowerStatement(file, node.body);
    default:
      return;
  }
}

/** An expression whose result nobody uses. */
function lowerEffect(file: FileDraft, node: ES.Expression): ValueId {
  switch (node.type) {
    case 'CallExpression':
    case 'NewExpression':
      return lowerCall(file, node, true);
    case 'ChainExpression': {
      const { condition } = file.frame;
      const value = lowerEffect(file, node.expression);
      file.frame.condition = condition;
      return value;
    }
    case 'AwaitExpression': {
      const value = lowerEffect(file, node.argument);
      return addValue(file, { kind: 'await', value, range: node.range, fn: file.frame.fn });
    }
    case 'UnaryExpression':
      if (node.operator !== 'void') return lowerExpression(file, node);
      lowerEffect(file, node.argument);
      return literal(file, undefined, node.range);
    case 'LogicalExpression': {
      const left = lowerExpression(file, node.left);
      const holds = node.operator === '&&';
      const onward = node.operator === '??' ? file.frame.condition : assume(file, testOf(file, left), holds);
      inCondition(file, onward, node.range, () => lowerEffect(file, node.right));
      return left;
    }
    case 'TSNonNullExpression':
    case 'TSAsExpression':
      return lowerEffect(file, node.expression);
    default:
      return lowerExpression(file, node);
  }
}

export function lowerVariables(file: FileDraft, node: ES.VariableDeclaration): void {
  if (node.declare) return;
  for (const declarator of node.declarations) {
    const { id, init } = declarator;
    if (!init) {
      const binding = id.type === 'Identifier' ? lookup(file.frame.scope, id.name) : undefined;
      if (!binding || binding.captured || node.kind === 'var') continue;
      file.frame.environment.changes.set(binding.id, literal(file, undefined, id.range));
      continue;
    }
    importByRequire(file, declarator);
    const value = lowerNamed(file, init, id);
    assignPattern(file, id, value, declarator.range);
    assumeCompleted(file, value);
  }
}

function lowerReturn(file: FileDraft, node: ES.ReturnStatement): void {
  const { frame } = file;
  const value = node.argument ? lowerExpression(file, node.argument) : -1;
  if (!frame.dead) frame.facts.returns.push({ value, condition: frame.condition });
  leave(file);
}
