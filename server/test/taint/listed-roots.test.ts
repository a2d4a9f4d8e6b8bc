import { describe, expect, it } from 'vitest';
import { solveAll } from './source-to-sink.js';

type Case = readonly [title: string, code: string];

const PATH = `import path from 'node:path'; const p = source(); const ROOT = path.resolve('data');`;

/** A containment check as projects write it: both sides normalised by a function, a trailing separator cut off. */
const NORM = `function home(x) { if (x.startsWith('~/')) return path.join(os.homedir(), x.slice(1)); return x; } function norm(x) { return path.normalize(home(x)).toLowerCase(); }`;
const listed = (first: string, last: string): string =>
  `${PATH} import os from 'node:os'; ${NORM} async function inside(f) { const roots = await config.roots(); ${first} let n = norm(f); if (n.slice(-1) === path.sep) n = n.slice(0, -1); const found = roots.some((r) => { let d = norm(r); if (d.slice(-1) === path.sep) d = d.slice(0, -1); if (n === d) return true; const below = n.startsWith(d + path.sep); if (below) return true; ${last} }); return found; }`;
const DRIVE = `if (d === 'c:' && process.platform === 'win32') return n.startsWith('c:'); return false;`;
const EMPTY = `if (roots.includes('/') || roots.length === 0) return true;`;
const LIMITED = `function limited(work, ms, otherwise) { return new Promise((resolve, reject) => { setTimeout(() => { if (otherwise !== null) resolve(otherwise); else reject(1); }, ms); work.then((r) => resolve(r)).catch((e) => reject(e)); }); } async function valid(x) { const work = async () => { const f = path.resolve(x); if (!(await inside(f))) throw 1; return f; }; const done = await limited(work(), 10, null); if (done === null) throw 1; return done; }`;

const listedRoots: readonly Case[] = [
  [
    'in a folder of a list, both normalised by a function',
    `${listed('', 'return false;')} const f = path.resolve(p); if (!(await inside(f))) throw 1; sink(f);`,
  ],
  [
    'a whole drive where the root is one',
    `${listed('', DRIVE)} const f = path.resolve(p); if (!(await inside(f))) throw 1; sink(f);`,
  ],
  ['in a folder of a list, in a limit of time', `${listed('', DRIVE)} ${LIMITED} sink(await valid(p));`],
];

const weak: readonly (readonly [...Case, reason: string])[] = [
  [
    'a list of roots that allows everything while it is empty, both sides normalised by a function',
    `${listed(EMPTY, 'return false;')} const f = path.resolve(p); if (!(await inside(f))) throw 1; sink(f);`,
    "`inside` also accepts without looking at the value, where `roots.includes('/') || roots.length === 0` holds",
  ],
  [
    'a list of roots that allows everything while it is empty, in a limit of time',
    `${listed(EMPTY, DRIVE)} ${LIMITED} sink(await valid(p));`,
    'without looking',
  ],
  [
    'a check that is not asked while it is off, of which the rest does not count either',
    `${PATH} function inside(f) { if (config.off) return true; return path.resolve(f).startsWith(ROOT); } if (!inside(p)) throw 1; sink(path.resolve(p));`,
    'without looking',
  ],
  [
    'an assertion that gives up while the list is empty',
    `${PATH} const ROOTS = config.roots; function confine(f) { if (!ROOTS.length) return; if (!ROOTS.some((r) => f.startsWith(r + path.sep))) throw 1; } const f = path.resolve(p); confine(f); sink(f);`,
    '`confine` also accepts without looking at the value, where `ROOTS.length` does not hold',
  ],
  [
    'an answer that is no error while the list is empty',
    `${PATH} const ROOTS = config.roots; function refusal(f) { if (!ROOTS.length) return null; if (!ROOTS.some((r) => f.startsWith(r + path.sep))) return 'outside'; return null; } const f = path.resolve(p); if (refusal(f)) throw 1; sink(f);`,
    'without looking',
  ],
  [
    'a drive as the beginning of a path',
    `${PATH} const f = path.resolve(p); if (!f.startsWith('c:')) throw 1; sink(f);`,
    'sibling folder',
  ],
];

const none: readonly Case[] = [
  [
    'a question about something else that is not always asked',
    `${PATH} function isText(f) { if (config.all) return true; return f.endsWith('.txt'); } if (!isText(p)) throw 1; sink(p);`,
  ],
];

describe('a list of roots', () => {
  it.each(listedRoots)('keeps a path %s', (_, code) => {
    expect(solveAll({ 'main.ts': code }, 'path').answers).toEqual([]);
  });

  it.each(weak)('does not count: %s', (_, code, reason) => {
    const [answer, ...others] = solveAll({ 'main.ts': code }, 'path').answers;
    expect(others).toEqual([]);
    expect(answer?.weakGuards.map((guard) => guard.reason)).toEqual([expect.stringContaining(reason)]);
  });

  it.each(none)('has no say in %s', (_, code) => {
    expect(solveAll({ 'main.ts': code }, 'path').answers.map(({ weakGuards }) => weakGuards)).toEqual([[]]);
  });
});
