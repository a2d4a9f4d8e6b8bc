type Entry = readonly [name: string, version: string];

/** `[[package]]` tables with `name` and `version` (uv, Poetry, PDM), and the JSON of `Pipfile.lock`. */
export function readsTables(text: string): readonly Entry[] {
  if (text.trimStart().startsWith('{')) {
    return [...text.matchAll(/"([\w.-]+)":\s*\{[^{}]*?"version":\s*"==([\w.+!-]+)"/g)].map(entryOf);
  }
  return [...text.matchAll(/^\[\[packages?\]\]\s*\r?\nname\s*=\s*"([^"]+)"\s*\r?\nversion\s*=\s*"([^"]+)"/gm)].map(
    entryOf,
  );
}

/** The name of a distribution, its extras, and what is asked of its version. */
const ASKED =
  /(?<![\w.@/-])([A-Za-z][\w.-]*)\s*(?:\[[\w\s,.-]*\])?\s*(?:["']?\s*=\s*["']\s*(?=[\^~<>=\d])|(?=(?:==|~=|>=|<|>|!=)))([\^~<>=!]*\s*\d[^"'#;\n]*)/g;
/** Poetry's tables: `torch = { version = "^2.4", extras = […] }`. */
const IN_TABLE = /^\s*([\w.-]+)\s*=\s*\{[^}\n]*\bversion\s*=\s*"([^"]+)"/gm;

/** Requirements as pip writes them, wherever they stand, and entries of Poetry's and Pipenv's tables: the lowest version that they admit. */
export function readsRequirement(text: string): readonly Entry[] {
  return [...text.matchAll(ASKED), ...text.matchAll(IN_TABLE)].flatMap(([, name = '', range = '']) => {
    const version = lowest(range);
    return version === undefined ? [] : [[distributionName(name), version] as const];
  });
}

/** The bound from below of `>=2.6,<3`, `~=2.6.0`, `^2.4` or `==2.6.*`; undefined if there is none. */
function lowest(range: string): string | undefined {
  for (const part of range.split(',')) {
    const match = /^\s*(===?|~=|>=?|\^|~)?\s*v?(\d+(?:\.\d+)*)/.exec(part);
    if (match !== null) return match[2];
  }
  return undefined;
}

function entryOf([, name = '', version = '']: RegExpMatchArray | RegExpExecArray): Entry {
  return [distributionName(name), version];
}

/** The form in which names of distributions are equal. */
export function distributionName(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, '-');
}
