import picomatch from 'picomatch';
import type { ConfigFileKind } from '@leashlint/rules';

/** Tells by path and text which configuration a file is. */
export interface ConfigKinds {
  /** Whether the path says so; of some names most files are something else, which only the text tells. */
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

/** `isReadable` tells by its name whether the front-end of configuration reads a file. */
export function createConfigKinds(
  kinds: readonly ConfigFileKind[],
  isReadable: (path: string) => boolean,
): ConfigKinds {
  const matchers = kinds.map((kind) => ({
    kind,
    mark: kind.mark === undefined ? undefined : new RegExp(kind.mark, 'im'),
    matches: picomatch([...kind.files], { dot: true, nocase: true }),
  }));
  const anywhere = kinds.filter(({ servers }) => servers?.anywhere === true);
  const marks = anywhere.map(({ servers }) => servers?.at.at(-1) ?? '');
  // Asked of every file of a workspace: most are told apart by how their names end.
  const byPath = (path: string): boolean => isReadable(path) && matchers.some(({ matches }) => matches(path));
  const mayHoldServers = (path: string): boolean => ANY_NAME.test(path) && !NOT_SETTINGS.test(path);
  return {
    byPath,
    mayBe(path, text) {
      if (isReadable(path) && matchers.some(({ mark, matches }) => matches(path) && mark?.test(text) !== false))
        return true;
      return mayHoldServers(path) && marks.some((mark) => text.includes(mark));
    },
    of(path) {
      const named = matchers.flatMap(({ kind, matches }) => (matches(path) ? [kind] : []));
      return { kinds: named, anywhere: named.length === 0 && mayHoldServers(path) ? anywhere : [] };
    },
  };
}
