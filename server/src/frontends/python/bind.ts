import type { Range } from '../../facts.js';
import {
  assign,
  close,
  declare,
  functionScope,
  innermost,
  open,
  read,
  type Binder as CommonBinder,
  type Scopes,
} from '../shared/binder.js';
import { maximumDepth } from '../shared/depth.js';
import type { Scope } from '../shared/scope.js';
import { operands, part, type Tree } from './tree.js';

/** Where assignments of a function, class or module put their names. */
interface Home {
  readonly scope: Scope;
  /** Names that `global` and `nonlocal` say to be another scope's. */
  readonly outward: Set<string>;
}

interface Binder extends CommonBinder {
  readonly text: string;
  readonly root: Scope;
  readonly homes: Home[];
}

/** Finds which names are declared where, which of them closures share, and which ones loops assign. */
export function bind(text: string, module: Tree): Scopes {
  const root: Scope = { outer: undefined, owner: 0, names: new Map() };
  const binder: Binder = {
    text,
    root,
    homes: [{ scope: root, outward: new Set() }],
    byNode: new Map<object, Scope>([[module, root]]),
    assignedByLoop: new Map(),
    declaredNames: new Set(),
    bindings: 0,
    functions: 1,
    depth: 0,
    levels: [{ scope: root, mentions: new Map(), isFunction: true }],
    loops: [],
  };
  visitChildren(binder, module);
  close(binder);
  return { ...binder, root };
}

function nameOf(binder: Binder, node: Tree): string {
  return binder.text.slice(node.range[0], node.range[1]);
}

/** Declares a name that is assigned here. */
function declareName(binder: Binder, name: string, range: Range, home = binder.homes.at(-1)): void {
  if (!home) return;
  if (home.outward.has(name)) {
    assign(binder, name);
    return;
  }
  declare(binder, home.scope, name, range).assignments++;
  binder.loops.at(-1)?.add(name);
}

/** The target of an assignment. */
function visitTarget(binder: Binder, target: Tree): void {
  switch (target.type) {
    case 'identifier':
      declareName(binder, nameOf(binder, target), target.range);
      return;
    case 'attribute':
    case 'subscript':
    case 'call':
      visit(binder, target);
      return;
    default:
      for (const child of operands(target)) visitTarget(binder, child);
  }
}

function visitFunction(binder: Binder, node: Tree): void {
  const { loops } = binder;
  binder.loops = [];
  // Code in a function does not see the names of the class around it.
  const outer = binder.homes.at(-1)?.scope;
  const isClass = innermost(binder).scope === outer && !innermost(binder).isFunction;
  open(binder, node, true, isClass && outer.outer ? outer.outer : innermost(binder).scope);
  const { scope } = innermost(binder);
  binder.homes.push({ scope, outward: new Set() });
  const parameters = part(node, 'parameters');
  for (const parameter of parameters?.children ?? []) visitParameter(binder, parameter);
  const body = part(node, 'body');
  if (body) visit(binder, body);
  const returned = part(node, 'return_type');
  if (returned) visit(binder, returned);
  binder.homes.pop();
  close(binder);
  binder.loops = loops;
}

function visitParameter(binder: Binder, node: Tree): void {
  switch (node.type) {
    case 'identifier':
      declareName(binder, nameOf(binder, node), node.range);
      return;
    case 'keyword_separator':
    case 'positional_separator':
      return;
    case 'typed_parameter':
    case 'default_parameter':
    case 'typed_default_parameter':
      for (const child of node.children) {
        if (child.field === 'type' || child.field === 'value') visit(binder, child);
        else visitTarget(binder, child);
      }
      return;
    default:
      visitTarget(binder, node);
  }
}

function visitClass(binder: Binder, node: Tree): void {
  const name = part(node, 'name');
  if (name) declareName(binder, nameOf(binder, name), name.range);
  const bases = part(node, 'superclasses');
  if (bases) visit(binder, bases);
  open(binder, node, false);
  binder.homes.push({ scope: innermost(binder).scope, outward: new Set() });
  const body = part(node, 'body');
  if (body) visit(binder, body);
  binder.homes.pop();
  close(binder);
}

function visitLoop(binder: Binder, node: Tree, inside: () => void): void {
  const assigned = new Set<string>();
  binder.loops.push(assigned);
  inside();
  binder.loops.pop();
  if (assigned.size > 0) binder.assignedByLoop.set(node, assigned);
  const outer = binder.loops.at(-1);
  if (outer) for (const name of assigned) outer.add(name);
}

function visitFor(binder: Binder, node: Tree): void {
  const right = part(node, 'right');
  if (right) visit(binder, right);
  visitLoop(binder, node, () => {
    const left = part(node, 'left');
    if (left) visitTarget(binder, left);
    const body = part(node, 'body');
    if (body) visit(binder, body);
  });
  const otherwise = part(node, 'alternative');
  if (otherwise) visit(binder, otherwise);
}

function visitWhile(binder: Binder, node: Tree): void {
  visitLoop(binder, node, () => {
    for (const child of node.children) if (child.field !== 'alternative') visit(binder, child);
  });
  const otherwise = part(node, 'alternative');
  if (otherwise) visit(binder, otherwise);
}

function visitComprehension(binder: Binder, node: Tree): void {
  open(binder, node, false);
  const home: Home = { scope: innermost(binder).scope, outward: new Set() };
  for (const clause of node.children) {
    if (clause.type === 'for_in_clause') {
      for (const child of clause.children) if (child.field === 'right') visit(binder, child);
      const left = part(clause, 'left');
      binder.homes.push(home);
      if (left) visitTarget(binder, left);
      binder.homes.pop();
    } else if (clause.type === 'if_clause') visitChildren(binder, clause);
  }
  const body = part(node, 'body');
  if (body) visit(binder, body);
  close(binder);
}

function visitImport(binder: Binder, node: Tree): void {
  for (const name of node.children) {
    if (name.field !== 'name') continue;
    const local = name.type === 'aliased_import' ? part(name, 'alias') : name.children[0];
    if (local) declareName(binder, nameOf(binder, local), local.range);
  }
}

/** `global` names are the module's even where the module does not assign them. */
function visitOutward(binder: Binder, node: Tree): void {
  const home = binder.homes.at(-1);
  for (const child of node.children) {
    if (child.type !== 'identifier' || !home || home.scope === binder.root) continue;
    const name = nameOf(binder, child);
    home.outward.add(name);
    if (node.type !== 'global_statement') continue;
    const binding = declare(binder, binder.root, name, child.range);
    binding.captured = true;
    binding.assignedInClosure = true;
  }
}

/** Patterns of `match`: plain names are captures. */
function visitPattern(binder: Binder, node: Tree): void {
  switch (node.type) {
    case 'dotted_name': {
      const [head, ...members] = node.children;
      if (!head) return;
      if (members.length > 0) read(binder, nameOf(binder, head));
      else declareName(binder, nameOf(binder, head), head.range);
      return;
    }
    case 'class_pattern': {
      const [name, ...inner] = node.children;
      const head = name?.children[0];
      if (head) read(binder, nameOf(binder, head));
      for (const child of inner) visitPattern(binder, child);
      return;
    }
    case 'keyword_pattern':
      for (const child of node.children.slice(1)) visitPattern(binder, child);
      return;
    case 'identifier':
      declareName(binder, nameOf(binder, node), node.range);
      return;
    default:
      for (const child of node.children) visitPattern(binder, child);
  }
}

function visit(binder: Binder, node: Tree): void {
  if (binder.depth > maximumDepth) return;
  binder.depth++;
  visitNode(binder, node);
  binder.depth--;
}

function visitChildren(binder: Binder, node: Tree): void {
  for (const child of node.children) visit(binder, child);
}

function visitNode(binder: Binder, node: Tree): void {
  switch (node.type) {
    case 'identifier':
      read(binder, nameOf(binder, node));
      return;
    case 'dotted_name':
      return;
    case 'attribute': {
      const object = part(node, 'object');
      if (object) visit(binder, object);
      return;
    }
    case 'keyword_argument': {
      const value = part(node, 'value');
      if (value) visit(binder, value);
      return;
    }
    case 'binary_operator': {
      // Concatenations are left-deep and can be long.
      let left: Tree | undefined = node;
      while (left?.type === 'binary_operator') {
        const right = part(left, 'right');
        if (right) visit(binder, right);
        left = part(left, 'left');
      }
      if (left) visit(binder, left);
      return;
    }
    case 'function_definition': {
      const name = part(node, 'name');
      if (name) declareName(binder, nameOf(binder, name), name.range);
      visitFunction(binder, node);
      return;
    }
    case 'lambda':
      visitFunction(binder, node);
      return;
    case 'class_definition':
      visitClass(binder, node);
      return;
    case 'assignment':
    case 'augmented_assignment': {
      for (const child of node.children) if (child.field !== 'left') visit(binder, child);
      const left = part(node, 'left');
      if (!left) return;
      // `x: int` alone declares and assigns nothing.
      if (node.type === 'augmented_assignment') visit(binder, left);
      if (part(node, 'right') || left.type !== 'identifier') visitTarget(binder, left);
      else declareOnly(binder, left);
      return;
    }
    case 'named_expression': {
      const value = part(node, 'value');
      if (value) visit(binder, value);
      const name = part(node, 'name');
      const scope = functionScope(binder);
      const home = binder.homes.findLast((each) => each.scope === scope) ?? binder.homes[0];
      if (name) declareName(binder, nameOf(binder, name), name.range, home);
      return;
    }
    case 'for_statement':
      visitFor(binder, node);
      return;
    case 'while_statement':
      visitWhile(binder, node);
      return;
    case 'list_comprehension':
    case 'set_comprehension':
    case 'dictionary_comprehension':
    case 'generator_expression':
      visitComprehension(binder, node);
      return;
    case 'as_pattern': {
      for (const child of node.children) {
        if (child.field === 'alias') visitTarget(binder, child);
        else visit(binder, child);
      }
      return;
    }
    case 'delete_statement':
      for (const child of node.children) visitTarget(binder, child);
      return;
    case 'import_statement':
    case 'import_from_statement':
    case 'future_import_statement':
      visitImport(binder, node);
      return;
    case 'global_statement':
    case 'nonlocal_statement':
      visitOutward(binder, node);
      return;
    case 'case_pattern':
      visitPattern(binder, node);
      return;
    case 'type_alias_statement': {
      const [left, right] = node.children;
      if (left?.children[0]) visitTarget(binder, left.children[0]);
      if (right) visit(binder, right);
      return;
    }
    default:
      visitChildren(binder, node);
  }
}

function declareOnly(binder: Binder, name: Tree): void {
  const home = binder.homes.at(-1);
  const text = nameOf(binder, name);
  if (home && !home.outward.has(text)) declare(binder, home.scope, text, name.range);
}
