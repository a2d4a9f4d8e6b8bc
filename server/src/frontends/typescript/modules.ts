import type { TSESTree as ES } from '@typescript-eslint/typescript-estree';
import type { Range } from '../../facts.js';
import { lowerClass } from './classes.js';
import { lowerExpression } from './expressions.js';
import { importValue } from '../shared/file-draft.js';
import type { FileDraft } from './file-draft.js';
import { identifierRange, lowerFunction } from './functions.js';
import { readMember } from '../shared/places.js';
import { possibly } from './possibly.js';
import { lookup } from '../shared/scope.js';
import { lowerNode } from './statements.js';
import { assignName, readName, writeVariable } from '../shared/variables.js';

export function hoistImport(file: FileDraft, node: ES.ImportDeclaration): void {
  file.moduleStyle = 'esm';
  const module = possibly(node.source.value);
  if (module === undefined) return;
  const names = node.specifiers.map((specifier) => {
    const imported = importedName(specifier);
    const binding = lookup(file.frame.scope, specifier.local.name);
    if (binding) writeVariable(file, binding, importValue(file, module, imported, specifier.range));
    return { imported, local: specifier.local.name, range: specifier.range };
  });
  file.imports.push({
    module,
    range: node.range,
    kind: 'esm',
    typeOnly: node.importKind === 'type',
    names,
    namesRange: namesRange(file, node),
  });
}

function importedName(specifier: ES.ImportClause): string {
  switch (specifier.type) {
    case 'ImportDefaultSpecifier':
      return 'default';
    case 'ImportNamespaceSpecifier':
      return '*';
    default:
      return exportName(specifier.imported);
  }
}

function exportName(node: ES.Identifier | ES.StringLiteral): string {
  return node.type === 'Identifier' ? node.name : node.value;
}

/** The braces of `import { a, b } from 'x'`. */
function namesRange(file: FileDraft, node: ES.ImportDeclaration): Range | undefined {
  const [start] = node.range;
  const end = node.source.range[0];
  const open = file.text.indexOf('{', start);
  if (open < 0 || open >= end) return undefined;
  const close = file.text.lastIndexOf('}', end);
  return close < open ? undefined : [open, close + 1];
}

export function lowerImportEquals(file: FileDraft, node: ES.TSImportEqualsDeclaration): void {
  const { moduleReference, id } = node;
  if (moduleReference.type === 'Identifier') {
    assignName(file, id.name, lowerExpression(file, moduleReference));
    return;
  }
  if (moduleReference.type === 'TSQualifiedName') {
    assignName(file, id.name, qualifiedValue(file, moduleReference));
    return;
  }
  const module = possibly(moduleReference.expression.value);
  if (module === undefined) return;
  file.moduleStyle ??= 'cjs';
  file.imports.push({
    module,
    range: node.range,
    kind: 'require',
    typeOnly: node.importKind === 'type',
    names: [{ imported: '*', local: id.name, range: id.range }],
    namesRange: undefined,
  });
  assignName(file, id.name, importValue(file, module, '*', node.range));
}

function qualifiedValue(file: FileDraft, node: ES.EntityName): number {
  if (node.type !== 'TSQualifiedName') return lowerExpression(file, node);
  return readMember(file, qualifiedValue(file, node.left), node.right.name, node.range);
}

type Export = ES.ExportNamedDeclaration | ES.ExportDefaultDeclaration | ES.ExportAllDeclaration | ES.TSExportAssignment;

export function lowerExport(file: FileDraft, node: Export): void {
  switch (node.type) {
    case 'TSExportAssignment':
      file.exports.push({ name: '=', value: lowerExpression(file, node.expression) });
      return;
    case 'ExportAllDeclaration':
      file.moduleStyle = 'esm';
      reexport(file, node.exported ? exportName(node.exported) : '*', '*', node.source);
      return;
    case 'ExportDefaultDeclaration':
      file.moduleStyle = 'esm';
      lowerDefault(file, node);
      return;
    default:
      file.moduleStyle = 'esm';
      lowerNamedExport(file, node);
  }
}

function lowerDefault(file: FileDraft, { declaration }: ES.ExportDefaultDeclaration): void {
  switch (declaration.type) {
    case 'FunctionDeclaration':
      file.exports.push({ name: 'default', value: lowerFunction(file, declaration, {}) });
      return;
    case 'ClassDeclaration':
      file.exports.push({ name: 'default', value: lowerClass(file, declaration, undefined) });
      return;
    case 'TSInterfaceDeclaration':
    case 'TSDeclareFunction':
      return;
    case 'Identifier':
      file.exportedNames.push({ name: 'default', local: declaration.name, range: declaration.range });
      return;
    default:
      file.exports.push({ name: 'default', value: lowerExpression(file, declaration) });
  }
}

function lowerNamedExport(file: FileDraft, node: ES.ExportNamedDeclaration): void {
  const { declaration, source } = node;
  if (declaration) {
    lowerNode(file, declaration, []);
    // Members of a namespace are not the module's.
    if (file.frame.scope !== file.scopes.root) return;
    for (const id of declaredNames(declaration)) {
      file.exportedNames.push({ name: id.name, local: id.name, range: identifierRange(id) });
    }
    return;
  }
  for (const specifier of node.specifiers) {
    const name = exportName(specifier.exported);
    const local = exportName(specifier.local);
    if (source) reexport(file, name, local, source);
    else file.exportedNames.push({ name, local, range: specifier.range });
  }
}

function reexport(file: FileDraft, name: string, imported: string, source: ES.StringLiteral): void {
  const module = possibly(source.value);
  if (module !== undefined) file.exports.push({ name, module, imported });
}

/** Names that a declaration gives values. */
export function declaredNames(node: ES.Node): ES.Identifier[] {
  switch (node.type) {
    case 'Identifier':
      return [node];
    case 'VariableDeclaration':
      return node.declarations.flatMap((declarator) => declaredNames(declarator.id));
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
    case 'TSEnumDeclaration':
      return node.id ? [node.id] : [];
    case 'TSModuleDeclaration':
      return node.id.type === 'Identifier' ? [node.id] : [];
    case 'ObjectPattern':
      return node.properties.flatMap((property) =>
        declaredNames(property.type === 'Property' ? property.value : property.argument),
      );
    case 'ArrayPattern':
      return node.elements.flatMap((element) => (element ? declaredNames(element) : []));
    case 'AssignmentPattern':
      return declaredNames(node.left);
    case 'RestElement':
      return declaredNames(node.argument);
    default:
      return [];
  }
}

/** Exported variables have the values that they hold at the end of the module. */
export function finishExports(file: FileDraft): void {
  for (const { name, local, range } of file.exportedNames) {
    // A name that is only a type has no value.
    if (!lookup(file.frame.scope, local)) continue;
    file.exports.push({ name, value: readName(file, local, range) });
  }
}

/** Start of the line after the shebang, the directives and the leading imports. */
export function importOffset(text: string, program: ES.Program): number {
  let end = -1;
  for (const statement of program.body) {
    if (!isHead(statement)) break;
    end = statement.range[1];
  }
  if (end < 0) {
    const bom = text.startsWith('\uFEFF') ? 1 : 0;
    if (!text.startsWith('#!', bom)) return bom;
    end = bom;
  }
  const newline = text.indexOf('\n', end);
  return newline < 0 ? text.length : newline + 1;
}

function isHead(statement: ES.Statement): boolean {
  if (statement.type === 'ImportDeclaration' || statement.type === 'TSImportEqualsDeclaration') return true;
  if (statement.type === 'ExpressionStatement') return typeof statement.directive === 'string';
  if (statement.type !== 'VariableDeclaration') return false;
  return statement.declarations.every(
    ({ init }) =>
      init?.type === 'CallExpression' && init.callee.type === 'Identifier' && init.callee.name === 'require',
  );
}
