import picomatch from 'picomatch';
import type { ConfigFileKind } from '@leashlint/rules';

/** Tells by path and text which configuration a file is. */
export interface ConfigKinds {
  /** Whether the path alone says so. */
  byPath(path: string): boolean;
  /** Whether the path or the text says so; what it is exactly, the facts decide. */
  mayBe(path: string, text: string): boolean;
  /** Kinds by path, and the kinds of servers that are recognised anywhere if there are none. */
  readonly of: (path: string) => {
    readonly kinds: readonly ConfigFileKind[];
    readonly anywhere: readonly ConfigFileKind[];
  };
}

/** Formats in which servers are recognised by content. Manifests and schemas describe them, they do not start them. */
const ANY_NAME = /\.(?:jsonc?|ya?ml|toml)$/i;
const NOT_SETTINGS =
  /(?:^|\/)(?:package(?:-lock)?|tsconfig[\w.-]*|server)\.json$|\.schema\.json$|(?:^|[-.])lock\.\w+$/i;

/** `extensions` are those that the front-end of configuration reads, in lower case. */
export function createConfigKinds(kinds: readonly ConfigFileKind[], extensions: readonly string[]): ConfigKinds {
  const matchers = kinds.map((kind) => ({ kind, matches: picomatch([...kind.files], { dot: true, nocase: true }) }));
  const anywhere = kinds.filter(({ servers }) => servers?.anywhere === true);
  const marks = anywhere.map(({ servers }) => servers?.at.at(-1) ?? '');
  // Asked of every file of a workspace: most are told apart by how their names end.
  const isReadable = (path: string): boolean => {
    const name = path.toLowerCase();
    return extensions.some((end) => name.endsWith(end));
  };
  const byPath = (path: string): boolean => isReadable(path) && matchers.some(({ matches }) => matches(path));
  const mayHoldServers = (path: string): boolean => ANY_NAME.test(path) && !NOT_SETTINGS.test(path);
  return {
    byPath,
    mayBe(path, text) {
      if (byPath(path)) return true;
      return mayHoldServers(path) && marks.some((mark) => text.includes(mark));
    },
    of(path) {
      const named = matchers.flatMap(({ kind, matches }) => (matches(path) ? [kind] : []));
      return { kinds: named, anywhere: named.length === 0 && mayHoldServers(path) ? anywhere : [] };
    },
  };
}
