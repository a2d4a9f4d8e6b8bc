import { baseNameOf, directoryOf, join, normalize } from '../path.js';

const FROM = /^[ \t]*from[ \t]+(\.*[\w.]*)[ \t]+import[ \t]+(\([^)]*\)|[^\n#;]*)/gm;
const IMPORT = /^[ \t]*import[ \t]+([^\n#;]+)/gm;
/** Servers that are told by a text which module holds the application: `uvicorn.run('main:app')`. */
const SERVER = /\b(?:uvicorn|hypercorn|gunicorn|granian)\b/;
const APPLICATION = /(["'])([A-Za-z_][\w.]*):[A-Za-z_]\w*\1/g;

/** Modules that a Python file's text seems to import, without parsing it: dotted, relative ones with their dots. Names are given as modules too. */
export function pythonImports(text: string): readonly string[] {
  const out = new Set<string>();
  for (const [, module = '', names = ''] of text.matchAll(FROM)) {
    out.add(module);
    for (const name of names.replace(/[()\\]/g, ' ').split(',')) {
      const plain = /^\s*(\w+)/.exec(name)?.[1];
      if (plain !== undefined) out.add(module.endsWith('.') ? module + plain : `${module}.${plain}`);
    }
  }
  for (const [, modules = ''] of text.matchAll(IMPORT)) {
    for (const module of modules.split(',')) {
      const plain = /^\s*([\w.]+)/.exec(module)?.[1];
      if (plain !== undefined) out.add(plain);
    }
  }
  if (SERVER.test(text)) for (const [, , module = ''] of text.matchAll(APPLICATION)) out.add(module);
  return [...out];
}

/** The path, without extension, that an import stands for: exact for relative ones, else the end of a path. */
function importedPath(from: string, module: string): { readonly path: string; readonly exact: boolean } | undefined {
  const dots = /^\.*/.exec(module)?.[0].length ?? 0;
  const rest = module.slice(dots).replaceAll('.', '/');
  if (dots === 0) return { path: rest, exact: false };
  const path = normalize(join(directoryOf(from), `${'../'.repeat(dots - 1)}${rest}`));
  return path === undefined ? undefined : { path, exact: true };
}

/** What imports call a file: its path without extension, or its folder. */
function importablePath(file: string): string {
  return baseNameOf(file).startsWith('__init__.') ? directoryOf(file) : file.replace(/\.\w+$/, '');
}

/** Which Python files import which: `importersOf` may name more than there are, never less. */
export function createPythonScan(
  files: readonly string[],
  specifiersOf: (path: string) => readonly string[],
): (path: string) => readonly string[] {
  const exact = new Map<string, Set<string>>();
  /** By the last part of the module's name. */
  const named = new Map<string, { readonly importer: string; readonly path: string }[]>();
  for (const importer of files) {
    for (const module of specifiersOf(importer)) {
      const target = importedPath(importer, module);
      if (target?.exact === true) exact.set(target.path, (exact.get(target.path) ?? new Set()).add(importer));
      else if (target) {
        const name = baseNameOf(target.path);
        const list = named.get(name) ?? [];
        if (list.length === 0) named.set(name, list);
        list.push({ importer, path: target.path });
      }
    }
  }
  return (path) => {
    const whole = importablePath(path);
    const out = new Set(exact.get(whole));
    for (const { importer, path: tail } of named.get(baseNameOf(whole)) ?? []) {
      if (whole === tail || whole.endsWith(`/${tail}`)) out.add(importer);
    }
    out.delete(path);
    return [...out].sort();
  };
}
