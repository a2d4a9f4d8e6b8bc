import { distributionName } from '../distribution-name.js';
import type { DeclaredPackage } from './declared-package.js';
import { requirementAt } from './requirements.js';

/** Tables whose lists are requirements; with the key where the table has other lists too. */
const LISTS: readonly (readonly [table: RegExp, key: string | undefined])[] = [
  [/^project$/, 'dependencies'],
  [/^tool\.uv$/, 'dev-dependencies'],
  [/^(?:project\.optional-dependencies|dependency-groups|tool\.pdm\.dev-dependencies)$/, undefined],
];
/** Tables whose keys are packages: Poetry's, Pipenv's. */
const PACKAGES = /^(?:tool\.poetry\.(?:dev-dependencies|(?:group\.[^.]+\.)?dependencies)|(?:dev-)?packages)$/;

/** Packages that a `pyproject.toml` or `Pipfile` asks for by version. */
export function declaredInToml(text: string): readonly DeclaredPackage[] {
  const heads = [...text.matchAll(/^[ \t]*\[([^[\]\n]+)\][^\n]*/gm)];
  return heads.flatMap((head, index) => {
    const table = (head[1] ?? '').replaceAll(/["'\s]/g, '');
    const start = head.index + head[0].length;
    const body = text.slice(start, heads[index + 1]?.index ?? text.length);
    if (PACKAGES.test(table)) return byKey(body, start);
    const list = LISTS.find(([pattern]) => pattern.test(table));
    return list === undefined ? [] : inLists(body, start, list[1]);
  });
}

/** `name = "^1.2"`, `name = { version = "^1.2", … }`. */
function byKey(body: string, start: number): readonly DeclaredPackage[] {
  const entries =
    /^[ \t]*["']?([A-Za-z0-9][\w.-]*)["']?\s*=\s*(?:\{[^}\n]*?\bversion\s*=\s*)?["'](?<asked>[^"'\n]*)["']/dgm;
  return [...body.matchAll(entries)].map((match) => {
    const [from, to] = match.indices?.groups?.['asked'] ?? [0, 0];
    const range = [start + from, start + to] as const;
    const asked = match.groups?.['asked'] ?? '';
    return { name: distributionName(match[1] ?? ''), asked, range, notation: 'poetry', bound: false };
  });
}

/** The texts of lists, each a requirement. Brackets of extras stand inside of the texts. */
function inLists(body: string, start: number, key: string | undefined): readonly DeclaredPackage[] {
  const lists = /^[ \t]*["']?([\w.-]+)["']?\s*=\s*\[((?:[^\]"'#]|"[^"\n]*"|'[^'\n]*'|#[^\n]*)*)\]/dgm;
  return [...body.matchAll(lists)].flatMap((list) => {
    if (key !== undefined && list[1] !== key) return [];
    const [from] = list.indices?.[2] ?? [0];
    return [...(list[2] ?? '').matchAll(/#[^\n]*|\{[^}]*\}|"([^"\n]*)"|'([^'\n]*)'/g)].flatMap((item) => {
      const text = item[1] ?? item[2];
      return text === undefined ? [] : (requirementAt(text, start + from + item.index + 1) ?? []);
    });
  });
}
