import type { Range } from '../../facts.js';
import { importValue } from '../shared/file-draft.js';
import { assignName, readVariable } from '../shared/variables.js';
import { textOf, type FileDraft } from './draft.js';
import { isString } from './strings.js';
import { operands, part, parts, type Tree } from './tree.js';

/** `import a.b` binds `a`, `import a.b as c` binds `c` to `a.b`. */
export function lowerImport(file: FileDraft, node: Tree): void {
  for (const name of parts(node, 'name')) {
    const alias = name.type === 'aliased_import' ? part(name, 'alias') : undefined;
    const dotted = alias ? part(name, 'name') : name;
    const module = dotted ? dottedName(file, dotted) : '';
    const head = dotted?.children[0];
    const local = alias ?? head;
    if (!local || !head) continue;
    const bound = alias ? module : textOf(file, head);
    assignName(file, textOf(file, local), importValue(file, bound, '*', name.range));
    addImport(file, module, node.range, [{ imported: '*', local: textOf(file, local), range: name.range }], undefined);
  }
}

export function lowerImportFrom(file: FileDraft, node: Tree): void {
  const from = part(node, 'module_name');
  const module = from ? moduleName(file, from) : '__future__';
  const names = parts(node, 'name').flatMap((name) => {
    const alias = name.type === 'aliased_import' ? part(name, 'alias') : undefined;
    const imported = alias ? part(name, 'name') : name;
    if (!imported) return [];
    const local = textOf(file, alias ?? imported);
    const of = textOf(file, imported);
    assignName(file, local, importValue(file, module, of, name.range));
    return [{ imported: of, local, range: name.range }];
  });
  if (node.children.some((child) => child.type === 'wildcard_import')) {
    file.starModules.push(module);
    file.exports.push({ name: '*', module, imported: '*' });
    names.push({ imported: '*', local: '*', range: node.range });
  }
  addImport(file, module, node.range, names, namesRange(node));
}

function addImport(
  file: FileDraft,
  module: string,
  range: Range,
  names: readonly { readonly imported: string; readonly local: string; readonly range: Range }[],
  namesRange: Range | undefined,
): void {
  file.imports.push({ module, range, kind: 'esm', typeOnly: false, names, namesRange });
}

/** From the first name to the last. */
function namesRange(node: Tree): Range | undefined {
  const names = parts(node, 'name');
  const [first] = names;
  const last = names.at(-1);
  return first && last ? [first.range[0], last.range[1]] : undefined;
}

/** `a.b`, `.b`, `..`: as written, without spaces. */
function moduleName(file: FileDraft, node: Tree): string {
  if (node.type === 'dotted_name') return dottedName(file, node);
  return node.children
    .map((child) => (child.type === 'dotted_name' ? dottedName(file, child) : textOf(file, child).replace(/\s/g, '')))
    .join('');
}

function dottedName(file: FileDraft, node: Tree): string {
  return node.children.length === 0 ? textOf(file, node) : node.children.map((child) => textOf(file, child)).join('.');
}

/** Every name of the module can be imported, with the value that it holds at the end of the module. */
export function finishExports(file: FileDraft): void {
  for (const [name, binding] of file.scopes.root.names) {
    if (binding.assignments === 0 && !binding.assignedInClosure) continue;
    file.exports.push({ name, value: readVariable(file, binding, binding.range) });
  }
}

/** What `__all__` lists; undefined if there is none, or part of it is not known. */
export function starNames(file: FileDraft): readonly string[] | undefined {
  const binding = file.scopes.root.names.get('__all__');
  if (!binding || binding.assignedInClosure) return undefined;
  const names: string[] = [];
  const added = file.values.flatMap((value) => {
    const callee = value.kind === 'call' ? file.values[value.callee] : undefined;
    const adds = callee?.kind === 'member' && (callee.key === 'append' || callee.key === 'extend');
    return value.kind === 'call' && adds && binding.writes.includes(callee.object)
      ? value.arguments.map((argument) => argument.value)
      : [];
  });
  const pending = [...binding.writes, ...added];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    const value = file.values[id];
    if (value?.kind === 'literal' && typeof value.value === 'string') names.push(value.value);
    else if (value?.kind === 'array') {
      for (const item of value.items) pending.push('value' in item ? item.value : item.spread);
    } else if (value?.kind === 'operation' && value.operator === '+') pending.push(...value.inputs);
    else return undefined;
  }
  return names;
}

/** Start of the line after the module's docstring and its leading imports. */
export function importOffset(text: string, module: Tree): number {
  let end = -1;
  for (const [index, statement] of module.children.entries()) {
    if (!isHead(statement, index)) break;
    end = statement.range[1];
  }
  if (end < 0) {
    const head = /^\uFEFF?(?:#!.*\r?\n)?(?:#.*coding[:=].*\r?\n)?/.exec(text);
    return head?.[0].length ?? 0;
  }
  const newline = text.indexOf('\n', end);
  return newline < 0 ? text.length : newline + 1;
}

function isHead(statement: Tree, index: number): boolean {
  if (/^(?:future_)?import(?:_from)?_statement$/.test(statement.type)) return true;
  const [only] = operands(statement);
  return index === 0 && statement.type === 'expression_statement' && only !== undefined && isString(only);
}
