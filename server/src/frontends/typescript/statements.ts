import type { TSESTree as ES } from '@typescript-eslint/typescript-estree';
import type { ValueId } from '../../facts.js';
import { lowerIf, lowerSwitch, lowerTry } from './branches.js';
import { lowerCall } from './calls.js';
import { leave } from '../shared/jumps.js';
import { hoistClass, lowerClass } from './classes.js';
import { importByRequire } from './commonjs.js';
import { assume, assumeCompleted, assumeEnding, inCondition, testValue } from '../shared/conditions.js';
import { inWay, join, startWay } from '../shared/environment.js';
import { maximumDepth } from '../shared/depth.js';
import { lowerExpression } from './expressions.js';
import { hoistFunction, lowerFunction, lowerNamed } from './functions.js';
import { addValue, literal, reportDepth } from '../shared/file-draft.js';
import { lowerTest } from './tested-expressions.js';
import type { FileDraft } from './file-draft.js';
import { breakOut, continueLoop } from '../shared/jumps.js';
import { lowerDoWhile, lowerForOf, lowerLabelled, lowerWhile } from './loops.js';
import { hoistImport, lowerExport, lowerImportEquals } from './modules.js';
import { lowerEnum, lowerNamespace } from './namespaces.js';
import { assignPattern } from './patterns.js';
import { lookup } from '../shared/scope.js';

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
      hoistFunction(file, statement);
      return;
    case 'ClassDeclaration':
      hoistClass(file, statement);
      return;
    case 'ImportDeclaration':
      hoistImport(file, statement);
      return;
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
      assumeCompleted(file, lowerEffect(file, node.expression));
      return;
    case 'VariableDeclaration':
      lowerVariables(file, node);
      return;
    case 'ReturnStatement':
      lowerReturn(file, node);
      return;
    case 'ThrowStatement': {
      const value = lowerExpression(file, node.argument);
      const { facts, condition, dead } = file.frame;
      if (!dead) facts.throws.push({ value, condition });
      leave(file);
      return;
    }
    case 'BlockStatement':
      inScope(file, node, () => lowerStatements(file, node.body));
      return;
    case 'IfStatement':
      lowerIf(file, node);
      return;
    case 'SwitchStatement':
      lowerSwitch(file, node, labels);
      return;
    case 'TryStatement':
      lowerTry(file, node);
      return;
    case 'WhileStatement':
    case 'ForStatement':
      lowerWhile(file, node, labels);
      return;
    case 'DoWhileStatement':
      lowerDoWhile(file, node, labels);
      return;
    case 'ForOfStatement':
    case 'ForInStatement':
      lowerForOf(file, node, labels);
      return;
    case 'LabeledStatement':
      lowerLabelled(file, node, labels);
      return;
    case 'BreakStatement':
      breakOut(file, node.label?.name);
      return;
    case 'ContinueStatement':
      continueLoop(file, node.label?.name);
      return;
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
      lowerExport(file, node);
      return;
    case 'TSImportEqualsDeclaration':
      lowerImportEquals(file, node);
      return;
    case 'TSEnumDeclaration':
      lowerEnum(file, node);
      return;
    case 'TSModuleDeclaration':
      lowerNamespace(file, node);
      return;
    case 'WithStatement':
      lowerExpression(file, node.object);
      lowerStatement(file, node.body);
      return;
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
      if (node.operator === '??') {
        const left = lowerExpression(file, node.left);
        inCondition(file, file.frame.condition, node.range, () => lowerEffect(file, node.right));
        return left;
      }
      const test = lowerTest(file, node.left);
      const holds = node.operator === '&&';
      const [, way] = inWay(file, assume(file, test, holds), () => {
        assumeCompleted(file, lowerEffect(file, node.right));
        assumeEnding(file, node.right.range);
      });
      join(file, [startWay(file.frame, assume(file, test, !holds)), way], node.range);
      return testValue(file, test);
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
