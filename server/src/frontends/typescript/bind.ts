import type { TSESTree as ES } from '@typescript-eslint/typescript-estree';
import {
  assign,
  close,
  declare,
  functionScope,
  innermost,
  open,
  read,
  type Binder as CommonBinder,
  type Scopes as CommonScopes,
} from '../shared/binder.js';
import { maximumDepth } from '../shared/depth.js';
import { possibly } from './possibly.js';
import type { Scope } from '../shared/scope.js';

type TypeDeclaration = ES.TSInterfaceDeclaration | ES.TSTypeAliasDeclaration;

export interface Scopes extends CommonScopes {
  readonly types: ReadonlyMap<string, TypeDeclaration>;
}

interface Binder extends CommonBinder {
  readonly types: Map<string, TypeDeclaration>;
}

/** Finds which names are declared where, which of them closures share, and which ones loops assign. */
export function bind(program: ES.Program): Scopes {
  const root: Scope = { outer: undefined, owner: 0, names: new Map() };
  const binder: Binder = {
    byNode: new Map<object, Scope>([[program, root]]),
    assignedByLoop: new Map(),
    types: new Map(),
    declaredNames: new Set(),
    bindings: 0,
    functions: 1,
    depth: 0,
    levels: [{ scope: root, mentions: new Map(), isFunction: true }],
    loops: [],
  };
  for (const statement of program.body) visit(binder, statement);
  close(binder);
  return { ...binder, root };
}

/** Declares the names of a pattern; `assigned` counts the declaration as an assignment. */
function declarePattern(binder: Binder, scope: Scope, pattern: ES.Node, assigned: boolean): void {
  switch (pattern.type) {
    case 'Identifier': {
      const binding = declare(binder, scope, pattern.name, pattern.range);
      if (assigned) binding.assignments++;
      return;
    }
    case 'AssignmentPattern':
      visit(binder, pattern.right);
      declarePattern(binder, scope, pattern.left, assigned);
      return;
    case 'RestElement':
      declarePattern(binder, scope, pattern.argument, assigned);
      return;
    case 'ArrayPattern':
      for (const element of pattern.elements) if (element) declarePattern(binder, scope, element, assigned);
      return;
    case 'ObjectPattern':
      for (const property of pattern.properties) {
        if (property.type === 'Property' && property.computed) visit(binder, property.key);
        declarePattern(binder, scope, property.type === 'Property' ? property.value : property.argument, assigned);
      }
      return;
    case 'TSParameterProperty':
      declarePattern(binder, scope, pattern.parameter, assigned);
      return;
    default:
      visit(binder, pattern);
  }
}

/** The target of an assignment. */
function visitTarget(binder: Binder, target: ES.Node): void {
  switch (target.type) {
    case 'Identifier':
      assign(binder, target.name);
      return;
    case 'AssignmentPattern':
      visit(binder, target.right);
      visitTarget(binder, target.left);
      return;
    case 'RestElement':
      visitTarget(binder, target.argument);
      return;
    case 'ArrayPattern':
      for (const element of target.elements) if (element) visitTarget(binder, element);
      return;
    case 'ObjectPattern':
      for (const property of target.properties) {
        if (property.type === 'Property' && property.computed) visit(binder, property.key);
        visitTarget(binder, property.type === 'Property' ? property.value : property.argument);
      }
      return;
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TSSatisfiesExpression':
      visitTarget(binder, target.expression);
      return;
    default:
      visit(binder, target);
  }
}

function visitFunction(binder: Binder, node: ES.FunctionLike | ES.StaticBlock): void {
  const loops = binder.loops;
  binder.loops = [];
  open(binder, node, true);
  const { scope } = innermost(binder);
  if (node.type === 'StaticBlock') {
    for (const statement of node.body) visit(binder, statement);
  } else {
    if (node.type === 'FunctionExpression' && node.id) declarePattern(binder, scope, node.id, true);
    for (const parameter of node.params) {
      if ('decorators' in parameter) for (const decorator of parameter.decorators) visit(binder, decorator.expression);
      declarePattern(binder, scope, parameter, true);
    }
    if (node.body?.type === 'BlockStatement') for (const statement of node.body.body) visit(binder, statement);
    else if (node.body) visit(binder, node.body);
  }
  close(binder);
  binder.loops = loops;
}

function visitLoop(binder: Binder, node: ES.Node, inside: () => void): void {
  const assigned = new Set<string>();
  binder.loops.push(assigned);
  inside();
  binder.loops.pop();
  if (assigned.size > 0) binder.assignedByLoop.set(node, assigned);
  const outer = binder.loops.at(-1);
  if (outer) for (const name of assigned) outer.add(name);
}

function declaresInBlock(statement: ES.Statement): boolean {
  switch (statement.type) {
    case 'VariableDeclaration':
      return statement.kind !== 'var';
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
    case 'TSEnumDeclaration':
    case 'TSModuleDeclaration':
      return true;
    default:
      return false;
  }
}

function visitBlock(binder: Binder, node: ES.Node, statements: readonly ES.Statement[], inside: () => void): void {
  const scoped = statements.some(declaresInBlock);
  if (scoped) open(binder, node, false);
  inside();
  if (scoped) close(binder);
}

function visit(binder: Binder, node: ES.Node): void {
  if (binder.depth > maximumDepth) return;
  binder.depth++;
  visitNode(binder, node);
  binder.depth--;
}

function visitNode(binder: Binder, node: ES.Node): void {
  switch (node.type) {
    case 'Identifier':
      read(binder, node.name);
      return;
    case 'JSXIdentifier':
      read(binder, node.name);
      return;
    case 'Literal':
    case 'ThisExpression':
    case 'JSXText':
    case 'TemplateElement':
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'MetaProperty':
    case 'TSDeclareFunction':
      return;
    case 'MemberExpression':
      visit(binder, node.object);
      if (node.computed) visit(binder, node.property);
      return;
    case 'JSXMemberExpression':
      visit(binder, node.object);
      return;
    case 'JSXAttribute':
      if (node.value) visit(binder, node.value);
      return;
    case 'JSXClosingElement':
      return;
    case 'Property':
      if (node.computed) visit(binder, node.key);
      visit(binder, node.value);
      return;
    case 'LabeledStatement':
      visit(binder, node.body);
      return;
    case 'BinaryExpression': {
      // Concatenations are left-deep and can be long.
      let left: ES.Node = node;
      while (left.type === 'BinaryExpression') {
        visit(binder, left.right);
        left = left.left;
      }
      visit(binder, left);
      return;
    }
    case 'AssignmentExpression':
      visit(binder, node.right);
      if (node.operator !== '=' && node.left.type === 'Identifier') read(binder, node.left.name);
      visitTarget(binder, node.left);
      return;
    case 'UpdateExpression':
      visitTarget(binder, node.argument);
      return;
    case 'VariableDeclaration':
      visitVariables(binder, node, false);
      return;
    case 'FunctionDeclaration':
      if (node.id) declarePattern(binder, innermost(binder).scope, node.id, true);
      visitFunction(binder, node);
      return;
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'StaticBlock':
    case 'TSEmptyBodyFunctionExpression':
      visitFunction(binder, node);
      return;
    case 'ClassDeclaration':
    case 'ClassExpression':
      visitClass(binder, node);
      return;
    case 'BlockStatement':
      visitBlock(binder, node, node.body, () => {
        for (const statement of node.body) visit(binder, statement);
      });
      return;
    case 'SwitchStatement':
      visit(binder, node.discriminant);
      visitBlock(
        binder,
        node,
        node.cases.flatMap((each) => each.consequent),
        () => {
          for (const each of node.cases) visitChildren(binder, each);
        },
      );
      return;
    case 'CatchClause':
      open(binder, node, false);
      if (node.param) declarePattern(binder, innermost(binder).scope, node.param, true);
      visit(binder, node.body);
      close(binder);
      return;
    case 'WhileStatement':
    case 'DoWhileStatement':
      visitLoop(binder, node, () => visitChildren(binder, node));
      return;
    case 'ForStatement':
      visitBlock(binder, node, node.init?.type === 'VariableDeclaration' ? [node.init] : [], () => {
        if (node.init) visit(binder, node.init);
        visitLoop(binder, node, () => {
          for (const part of [node.test, node.update, node.body]) if (part) visit(binder, part);
        });
      });
      return;
    case 'ForOfStatement':
    case 'ForInStatement':
      visitIteration(binder, node);
      return;
    case 'TSEnumDeclaration':
      declarePattern(binder, innermost(binder).scope, node.id, true);
      for (const member of node.body.members) if (member.initializer) visit(binder, member.initializer);
      return;
    case 'TSModuleDeclaration':
      if (node.declare || node.id.type !== 'Identifier' || !possibly(node.body)) return;
      declarePattern(binder, innermost(binder).scope, node.id, true);
      open(binder, node, false);
      for (const statement of node.body.body) visit(binder, statement);
      close(binder);
      return;
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
      binder.declaredNames.add(node.id.name);
      if (!binder.types.has(node.id.name)) binder.types.set(node.id.name, node);
      return;
    case 'ImportDeclaration':
      for (const specifier of node.specifiers) declarePattern(binder, innermost(binder).scope, specifier.local, true);
      return;
    case 'TSImportEqualsDeclaration':
      declarePattern(binder, innermost(binder).scope, node.id, true);
      return;
    case 'ExportSpecifier':
      visit(binder, node.local);
      return;
    case 'ExportNamedDeclaration':
      if (node.declaration) visit(binder, node.declaration);
      else if (!node.source) for (const specifier of node.specifiers) visit(binder, specifier.local);
      return;
    case 'ExportAllDeclaration':
      return;
    default:
      visitChildren(binder, node);
  }
}

function visitVariables(binder: Binder, node: ES.VariableDeclaration, iterated: boolean): void {
  // An ambient declaration names something that the runtime provides.
  if (node.declare) return;
  const scope = node.kind === 'var' ? functionScope(binder) : innermost(binder).scope;
  for (const declarator of node.declarations) {
    if (declarator.init) visit(binder, declarator.init);
    const assigned = iterated || declarator.init !== null;
    declarePattern(binder, scope, declarator.id, assigned);
    if (node.kind === 'var' && assigned && declarator.id.type === 'Identifier') {
      binder.loops.at(-1)?.add(declarator.id.name);
    }
  }
}

function visitIteration(binder: Binder, node: ES.ForOfStatement | ES.ForInStatement): void {
  visit(binder, node.right);
  const { left } = node;
  visitBlock(binder, node, left.type === 'VariableDeclaration' ? [left] : [], () => {
    visitLoop(binder, node, () => {
      if (left.type === 'VariableDeclaration') visitVariables(binder, left, true);
      else visitTarget(binder, left);
      visit(binder, node.body);
    });
  });
}

function visitClass(binder: Binder, node: ES.ClassDeclaration | ES.ClassExpression): void {
  for (const decorator of node.decorators) visit(binder, decorator.expression);
  if (node.type === 'ClassDeclaration') {
    if (node.id) declarePattern(binder, innermost(binder).scope, node.id, true);
  } else {
    open(binder, node, false);
    if (node.id) declarePattern(binder, innermost(binder).scope, node.id, true);
  }
  if (node.superClass) visit(binder, node.superClass);
  for (const member of node.body.body) {
    if (member.type === 'TSIndexSignature') continue;
    if (member.type === 'StaticBlock') {
      visit(binder, member);
      continue;
    }
    for (const decorator of member.decorators) visit(binder, decorator.expression);
    if (member.computed) visit(binder, member.key);
    if (member.value) visit(binder, member.value);
  }
  if (node.type === 'ClassExpression') close(binder);
}

/** Type annotations hold no values; these TypeScript nodes do. */
const valueNodes = new Set([
  'TSAsExpression',
  'TSNonNullExpression',
  'TSSatisfiesExpression',
  'TSTypeAssertion',
  'TSInstantiationExpression',
  'TSExportAssignment',
  'TSParameterProperty',
]);

function visitChildren(binder: Binder, node: ES.Node): void {
  const children: ES.Node[] = [];
  for (const key in node) {
    if (key === 'parent' || key === 'loc' || key === 'range' || key === 'typeAnnotation') continue;
    const child: unknown = Reflect.get(node, key);
    if (!Array.isArray(child)) {
      if (holdsValues(child)) children.push(child);
    } else for (const each of child) if (holdsValues(each)) children.push(each);
  }
  // Parsers do not agree on the order of keys.
  if (children.length > 1) children.sort((a, b) => a.range[0] - b.range[0]);
  for (const child of children) visit(binder, child);
}

function holdsValues(child: unknown): child is ES.Node {
  if (typeof child !== 'object' || child === null || !('type' in child) || typeof child.type !== 'string') return false;
  return !child.type.startsWith('TS') || valueNodes.has(child.type) || child.type.endsWith('Declaration');
}
