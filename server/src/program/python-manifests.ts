import { distributionName } from './distribution-name.js';
import { lockedInPython } from './locks/python-lock.js';

type Entry = readonly [name: string, version: string];

/** What is installed, as a lock file says. */
export function readsTables(text: string): readonly Entry[] {
  return lockedInPython(text).map(({ name, version }) => [name, version] as const);
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
