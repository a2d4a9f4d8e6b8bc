import { baseNameOf, directoryOf, join, normalize } from '../path.js';

const SPECIFIER = /\b(?:from|import|require)\s*\(?\s*(?:\/\*[^*]*\*\/\s*)?['"`]([^'"`\n]+)['"`]/g;

/** Module specifiers that a file's text seems to import, without parsing it. May hold more than there are, never less. */
export function importSpecifiers(text: string): readonly string[] {
  const out = new Set<string>();
  for (const match of text.matchAll(SPECIFIER)) if (match[1] !== undefined) out.add(match[1]);
  return [...out];
}

export interface ImportScan {
  /** Files whose specifiers may resolve to this one: exact for relative specifiers, by name for aliases and packages. */
  importersOf(path: string): readonly string[];
}

/** The package of the workspace that a file belongs to. */
export interface OwnPackage {
  readonly name: string;
  /** Text of its `package.json`. */
  readonly manifest: string;
}

/**
 * `specifiersOf` is asked once per file. An alias or package specifier is taken for an importer when its last part, or
 * all of it, names the file, its folder (for an index file) or the package that the file belongs to.
 */
export function createImportScan(
  files: readonly string[],
  specifiersOf: (path: string) => readonly string[],
  packageOf: (path: string) => OwnPackage | undefined,
): ImportScan {
  const relative = new Map<string, string[]>();
  const named = new Map<string, { readonly importer: string; readonly specifier: string }[]>();
  for (const file of files) {
    for (const specifier of specifiersOf(file)) {
      if (/^\.{1,2}(?:\/|$)/.test(specifier)) {
        const target = normalize(join(directoryOf(file), specifier));
        if (target !== undefined) add(relative, stem(target), file);
      } else {
        add(named, baseNameOf(stem(specifier)), { importer: file, specifier });
      }
    }
  }

  return {
    importersOf(path) {
      const whole = stem(path);
      const isIndex = baseNameOf(whole) === 'index';
      const out = new Set(relative.get(whole));
      if (isIndex) for (const importer of relative.get(directoryOf(whole)) ?? []) out.add(importer);
      const own = packageOf(path);
      const entry = own !== undefined && (isIndex || isEntry(own, baseNameOf(whole)));
      const names = [baseNameOf(whole), ...(isIndex ? [baseNameOf(directoryOf(whole))] : [])];
      if (entry) names.push(baseNameOf(stem(own.name)));
      for (const name of names) {
        for (const { importer, specifier } of named.get(name) ?? []) {
          if ((entry && specifier === own.name) || mayName(specifier, whole, isIndex, own?.name)) out.add(importer);
        }
      }
      out.delete(path);
      return [...out].sort();
    },
  };
}

function mayName(specifier: string, whole: string, isIndex: boolean, ownPackage: string | undefined): boolean {
  // `@/lib/shell`, `~/lib/shell`, `src/lib/shell`, `#lib/shell`: what follows the alias must end the path.
  const alias =
    ownPackage !== undefined && specifier.startsWith(ownPackage + '/') ? ownPackage + '/' : /^[@~#$]?[^/]*\//;
  const tail = stem(specifier).replace(alias, '');
  return (
    endsWithPath(whole, tail) ||
    (isIndex && endsWithPath(directoryOf(whole), tail)) ||
    endsWithPath(whole, stem(specifier))
  );
}

/** Whether the manifest names a file so, built or not: `"main": "./dist/server.js"`. Other files are reached through those. */
function isEntry({ manifest }: OwnPackage, name: string): boolean {
  const escaped = name.replace(/[^\w-]/g, '\\$&');
  return new RegExp(`[/"]${escaped}(?:\\.[cm]?[jt]sx?)?"`).test(manifest);
}

function endsWithPath(path: string, tail: string): boolean {
  return path === tail || path.endsWith('/' + tail);
}

/** Without the extension that a specifier may leave out or write as `.js`. */
function stem(path: string): string {
  return path.replace(/\.[cm]?[jt]sx?$/, '');
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
