/**
 * Methods of Python's texts, lists, dictionaries and files by name: what their result is made of. Used where the receiver
 * is not a known package's object and the method is not the project's own.
 */
export type PythonMethod =
  /** A number, boolean or position: no text passes. */
  | 'clean'
  /** (Part of) the receiver's text. */
  | 'receiver'
  /** The receiver's elements. */
  | 'elements'
  /** The receiver and the arguments. */
  | 'joining'
  /** A stored value, whatever the key is. */
  | 'lookup'
  /** Pairs of keys and values. */
  | 'pairs';

const names: Readonly<Record<PythonMethod, string>> = {
  clean:
    'startswith endswith find rfind index rindex count isdigit isalnum isalpha isnumeric isdecimal isidentifier isspace ' +
    'isupper islower istitle exists is_file is_dir is_absolute is_relative_to issubset issuperset isdisjoint timestamp ' +
    'hexdigest digest keys',
  receiver:
    'strip lstrip rstrip lower upper title capitalize casefold swapcase split rsplit splitlines partition rpartition ' +
    'expandtabs removeprefix removesuffix encode decode group groups groupdict read readline readlines text json ' +
    'as_posix resolve absolute expanduser tobytes hex isoformat model_dump_json',
  elements: 'copy values reverse sort result model_dump to_dict dict',
  joining: 'join replace format format_map zfill ljust rjust center translate union joinpath with_suffix with_name',
  lookup: 'get pop setdefault __getitem__ popleft popitem',
  pairs: 'items',
};

const byName = new Map(
  // The keys are the kinds.
  (Object.keys(names) as PythonMethod[]).flatMap((kind) => names[kind].split(' ').map((name) => [name, kind] as const)),
);

export function pythonMethod(name: string): PythonMethod | undefined {
  return byName.get(name);
}
