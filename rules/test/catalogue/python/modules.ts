import { parse } from '../../../../server/src/frontends/python/parse.js';
import { operands, part, parts, type Tree } from '../../../../server/src/frontends/python/tree.js';
import type { PythonPackage } from './packages.js';

/** A file of Python, and what stands where in it. */
export interface Source {
  readonly text: string;
  /** Dotted name of the module. */
  readonly name: string;
  readonly isPackage: boolean;
  readonly world: World;
}

export type Definition =
  | { readonly kind: 'function' | 'class'; readonly node: Tree; readonly decorators: readonly Tree[] }
  | { readonly kind: 'assignment'; readonly node: Tree }
  | { readonly kind: 'alias'; readonly node: Tree }
  | { readonly kind: 'import'; readonly module: string; readonly name: string | undefined };

/** The names that a block of statements declares, in its branches too. */
export interface Scope {
  readonly names: ReadonlyMap<string, readonly Definition[]>;
  /** Modules whose names all come in. */
  readonly stars: readonly string[];
  readonly returns: readonly Tree[];
}

export interface Module {
  readonly source: Source;
  readonly scope: Scope;
  readonly tree: Tree;
}

/** Modules that can be imported together: one version of each package. */
export interface World {
  /** The module, or undefined if no package has it. A folder without `__init__.py` is an empty module. */
  module(name: string): Module | undefined;
  /** Whether a module's text has the name, or takes names from other modules unseen. */
  mayHave(module: string, name: string): boolean;
  /** Whether one of the packages has names below this one. */
  has(top: string): boolean;
}

export function textOf(source: Source, node: Tree): string {
  return source.text.slice(...node.range);
}

const blocks: ReadonlySet<string> = new Set([
  'if_statement',
  'elif_clause',
  'else_clause',
  'try_statement',
  'except_clause',
  'finally_clause',
  'with_statement',
  'for_statement',
  'while_statement',
  'block',
]);

/** What a module's, a class's or a function's statements declare. */
export function scopeOf(source: Source, body: Tree): Scope {
  const names = new Map<string, Definition[]>();
  const stars: string[] = [];
  const returns: Tree[] = [];
  const declare = (name: string, definition: Definition): void => {
    const known = names.get(name);
    if (known) known.push(definition);
    else names.set(name, [definition]);
  };
  const visit = (node: Tree, decorators: readonly Tree[] = []): void => {
    switch (node.type) {
      case 'decorated_definition': {
        const inner = part(node, 'definition');
        if (inner)
          visit(
            inner,
            node.children.filter(({ type }) => type === 'decorator'),
          );
        return;
      }
      case 'function_definition':
      case 'class_definition': {
        const name = part(node, 'name');
        const kind = node.type === 'class_definition' ? 'class' : 'function';
        if (name) declare(textOf(source, name), { kind, node, decorators });
        return;
      }
      case 'import_statement':
      case 'import_from_statement':
        readImport(source, node, declare, stars);
        return;
      case 'type_alias_statement': {
        const left = part(node, 'left');
        if (left) declare(textOf(source, left).replace(/\[.*/s, ''), { kind: 'alias', node });
        return;
      }
      case 'return_statement':
        if (node.children[0]) returns.push(node.children[0]);
        return;
      case 'expression_statement':
        for (const child of node.children) visit(child);
        return;
      case 'assignment': {
        const left = part(node, 'left');
        if (left) declare(textOf(source, left), { kind: 'assignment', node });
        return;
      }
      default:
        if (blocks.has(node.type)) for (const child of node.children) visit(child);
    }
  };
  for (const statement of body.children) visit(statement);
  return { names, stars, returns };
}

type Declare = (name: string, definition: Definition) => void;

function readImport(source: Source, node: Tree, declare: Declare, stars: string[]): void {
  const from = part(node, 'module_name');
  const module = from === undefined ? undefined : absolute(source, textOf(source, from));
  if (module !== undefined && node.children.some(({ type }) => type === 'wildcard_import')) stars.push(module);
  for (const each of parts(node, 'name')) {
    const [dotted = each, alias] = each.type === 'aliased_import' ? [part(each, 'name'), part(each, 'alias')] : [each];
    const imported = textOf(source, dotted);
    const local = alias ? textOf(source, alias) : undefined;
    if (module !== undefined) declare(local ?? imported, { kind: 'import', module, name: imported });
    else if (local === undefined) {
      const top = imported.split('.')[0] ?? imported;
      declare(top, { kind: 'import', module: top, name: undefined });
    } else declare(local, { kind: 'import', module: imported, name: undefined });
  }
}

/** `.x` in `a.b` → `a.x`. */
export function absolute(source: Pick<Source, 'name' | 'isPackage'>, written: string): string {
  const dots = /^\.*/.exec(written)?.[0].length ?? 0;
  if (dots === 0) return written;
  const home = source.name.split('.');
  const base = home.slice(0, home.length - dots + (source.isPackage ? 1 : 0));
  const rest = written.slice(dots).trim();
  return [...base, ...(rest === '' ? [] : [rest])].join('.');
}

/** One world of packages; where two have the same module, the first one wins. */
export function createWorld(packages: readonly PythonPackage[]): World {
  const modules = new Map<string, Module | undefined>();

  function load(name: string): Module | undefined {
    const found = find(name);
    return found === undefined ? undefined : moduleOf(name, found.text, found.isPackage);
  }

  function find(name: string): { readonly text: string; readonly isPackage: boolean } | undefined {
    const folder = name.replaceAll('.', '/');
    const [top = '', ...inner] = folder.split('/');
    const stubs = [`${top}-stubs`, ...inner].join('/');
    for (const each of packages) {
      for (const at of [folder, stubs]) {
        for (const [file, isPackage] of [
          [`${at}/__init__.pyi`, true],
          [`${at}/__init__.py`, true],
          [`${at}.pyi`, false],
          [`${at}.py`, false],
        ] as const) {
          const text = each.read(file);
          if (text !== undefined) return { text, isPackage };
        }
      }
    }
    return packages.some((each) => each.hasFolder(folder)) ? { text: '', isPackage: true } : undefined;
  }

  function moduleOf(name: string, text: string, isPackage: boolean): Module {
    const source: Source = { text, name, isPackage, world };
    const tree = parse(text).module;
    return { source, scope: scopeOf(source, tree), tree };
  }

  const world: World = {
    module(name) {
      if (!modules.has(name)) modules.set(name, load(name));
      return modules.get(name);
    },
    mayHave(module, name) {
      const text = find(module)?.text ?? '';
      return text.includes(name) || /import \*|__getattr__/.test(text);
    },
    has: (top) => packages.some(({ tops }) => tops.includes(top)),
  };
  return world;
}

/** Texts of a list, tuple or sum of them; `__all__`. */
export function textsIn(source: Source, node: Tree): readonly string[] {
  if (node.type === 'string') return [contentOf(source, node)];
  return operands(node).flatMap((child) => textsIn(source, child));
}

export function contentOf(source: Source, node: Tree): string {
  return node.children
    .filter(({ type }) => type === 'string_content')
    .map((each) => textOf(source, each))
    .join('');
}
