import type { AppModel } from '../model/app.js';
import type { TextEdit } from '../model/finding.js';
import type { ImportSite, SourceFile } from '../model/site.js';
import { codeLanguage } from './code-language.js';
import { fileText, importStyle } from './file-text.js';
import { importedNames, pythonImport } from './python-import.js';
import { appendItem } from './list-edit.js';

export interface AddedImport {
  readonly edits: readonly TextEdit[];
  /** How the name is written in the file: `execFile`, `cp.execFile`, or an alias when the name is taken. */
  readonly local: string;
}

/** Makes a named export of a module available in a file, by the import that is there already if there is one. */
export function addImport(app: AppModel, path: string, module: string, name: string): AddedImport {
  const { edits, locals } = addImports(app, path, module, [name]);
  return { edits, local: locals[0] ?? name };
}

/** Like `addImport` for several names; those that are missing come in one statement. `locals` are in the order of `names`. */
export function addImports(
  app: AppModel,
  path: string,
  module: string,
  names: readonly string[],
): { readonly edits: readonly TextEdit[]; readonly locals: readonly string[] } {
  const file = app.files.get(path);
  if (file === undefined) return { edits: [], locals: names };
  const sites = usableImports(app, file, module);
  const locals = new Map<string, string>();
  const items: string[] = [];
  const into = sites.find(({ namesSpan }) => namesSpan !== undefined);
  const require =
    file.language !== 'python' && (into === undefined ? file.moduleStyle === 'cjs' : into.kind === 'require');
  for (const name of names) {
    const present = localName(sites, module, name);
    const local = present ?? freeName(file, name);
    locals.set(name, local);
    if (present === undefined) items.push(specifier(require, name, local));
  }
  const edits = items.length === 0 ? [] : importEdits(app, file, module, items, into);
  return { edits, locals: names.map((name) => locals.get(name) ?? name) };
}

/**
 * Makes a member of a module of Python available, as people write it for modules whose names say what their members are:
 * `import os` and `os.environ`, unless the file imports the member by itself.
 */
export function addMember(app: AppModel, path: string, module: string, name: string): AddedImport {
  const file = app.files.get(path);
  if (file === undefined) return { edits: [], local: `${module}.${name}` };
  const present = localName(usableImports(app, file, module), module, name);
  if (present !== undefined) return { edits: [], local: present };
  const taken = file.declaredNames.has(module) && !importsInside(file, module);
  const local = taken ? freeName(file, module) : module;
  const statement = taken ? `import ${module} as ${local}` : `import ${module}`;
  return { edits: [pythonImport(app, file, module, statement)], local: `${local}.${name}` };
}

/** A function imports the module for itself: the name means the same everywhere. */
function importsInside(file: SourceFile, module: string): boolean {
  return file.imports.some((site) => site.names.some(({ imported, local }) => imported === '*' && local === module));
}

/**
 * Like `addImport`, in place of the import `unused` if the only use of that is the one that the fix removes: no unused
 * import stays behind.
 */
export function replaceImport(app: AppModel, path: string, module: string, name: string, unused: string): AddedImport {
  const file = app.files.get(path);
  const own = file === undefined ? [] : usableImports(app, file, module).flatMap((site) => site.names);
  const old = own.find((candidate) => candidate.local === unused && candidate.imported === unused);
  const free = file?.declaredNames.has(name) === false;
  if (old === undefined || !free || countUses(fileText(app, path), unused) !== 2)
    return addImport(app, path, module, name);
  return { edits: [{ span: old.span, text: name }], local: name };
}

/** How often a name stands in a text as a name of its own, not as a property. */
export function countUses(text: string, name: string): number {
  return text.match(new RegExp(`(?<![\\w$.])${name}(?![\\w$])`, 'g'))?.length ?? 0;
}

/** Makes the default export of a module available; `name` is what to call it. */
export function addDefaultImport(app: AppModel, path: string, module: string, name: string): AddedImport {
  const file = app.files.get(path);
  if (file === undefined) return { edits: [], local: name };
  const names = usableImports(app, file, module).flatMap((site) => site.names);
  const present = names.find(
    ({ imported }) => imported === 'default' || (imported === '*' && file.moduleStyle === 'cjs'),
  );
  if (present !== undefined) return { edits: [], local: present.local };
  const local = freeName(file, name);
  return { edits: [statement(app, file, module, local)], local };
}

/** `node:fs` and `fs` are one module. */
export function sameModule(left: string, right: string): boolean {
  return left.replace(/^node:/, '') === right.replace(/^node:/, '');
}

/** A name that the file does not declare: `name`, `name2`, `name3`. */
export function freeName(file: SourceFile, name: string): string {
  let candidate = name;
  for (let count = 2; file.declaredNames.has(candidate); count += 1) candidate = `${name}${String(count)}`;
  return candidate;
}

function usableImports(app: AppModel, file: SourceFile, module: string): readonly ImportSite[] {
  return file.imports.filter(
    (site) =>
      sameModule(site.module, module) && !site.typeOnly && site.kind !== 'dynamic' && !isIndented(app, file, site),
  );
}

/** Imports of a function or a block of Python hold there only. */
function isIndented(app: AppModel, file: SourceFile, { span }: ImportSite): boolean {
  return file.language === 'python' && /[^\S\n]$/.test(app.text({ ...span, start: span.start - 1, end: span.start }));
}

function localName(sites: readonly ImportSite[], module: string, name: string): string | undefined {
  for (const { names } of sites) {
    const own = names.find(({ imported }) => imported === name);
    if (own !== undefined) return own.local;
    // The default export of a module of Node is the module itself. `*` is what Python's star import binds.
    const whole = names.find(
      ({ imported, local }) =>
        (imported === '*' && local !== '*') || (imported === 'default' && module.startsWith('node:')),
    );
    if (whole !== undefined) return `${wholeName(whole.local, module)}.${name}`;
  }
  return undefined;
}

/** `import urllib.parse` binds `urllib`, through which the module is reached. */
function wholeName(local: string, module: string): string {
  return module.startsWith(`${local}.`) ? module : local;
}

function importEdits(
  app: AppModel,
  file: SourceFile,
  module: string,
  items: readonly string[],
  into: ImportSite | undefined,
): readonly TextEdit[] {
  const names = items.join(', ');
  const python = file.language === 'python';
  if (into?.namesSpan === undefined) {
    return [
      python
        ? pythonImport(app, file, module, `from ${module} import ${names}`)
        : statement(app, file, module, `{ ${names} }`),
    ];
  }
  const { namesSpan } = into;
  const braced = app.text(namesSpan).startsWith('{');
  const inBraces = { ...namesSpan, start: namesSpan.start + 1, end: namesSpan.end - 1 };
  const inner = python ? importedNames(app, into) : braced ? inBraces : namesSpan;
  const style = { eol: file.eol, padded: true, skip: codeLanguage(app, file.path)?.skip };
  return appendItem(inner, app.text(inner), names, style);
}

function statement(app: AppModel, file: SourceFile, module: string, binding: string): TextEdit {
  const { quote, end } = importStyle(app, file.path);
  const from = `${quote}${module}${quote}`;
  const text =
    file.moduleStyle === 'cjs' ? `const ${binding} = require(${from})${end}` : `import ${binding} from ${from}${end}`;
  const start = file.importOffset;
  const before = fileText(app, file.path).slice(0, start);
  const lead = before === '' || before.endsWith('\n') ? '' : file.eol;
  const gap = file.imports.length === 0 ? file.eol : '';
  return { span: { file: file.path, start, end: start }, text: `${lead}${text}${file.eol}${gap}` };
}

function specifier(require: boolean, name: string, local: string): string {
  if (name === local) return name;
  return require ? `${name}: ${local}` : `${name} as ${local}`;
}
