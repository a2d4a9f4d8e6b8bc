import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { solveAll } from './source-to-sink.js';

interface Shape {
  readonly title: string;
  readonly flagged: boolean;
  readonly files: Readonly<Record<string, string>>;
}

/** Programs with one `sink(…)` each: `#: clean title` starts one whose guard counts, `#: broken title` one without such a guard. */
function shapesOf(name: string, main: string): readonly Shape[] {
  const text = readFileSync(join(import.meta.dirname, 'guard-shapes', name), 'utf8').replaceAll('\r\n', '\n');
  const [, ...parts] = text.split(/^(?:#|\/\/): /m);
  return parts.map((part) => {
    const [head = '', ...lines] = part.split('\n');
    const [, kind, title = ''] = /^(clean|broken) (.+)$/.exec(head) ?? [];
    if (kind === undefined) throw new Error(`${name}: ${head}`);
    return { title, flagged: kind === 'broken', files: { [main]: lines.join('\n') } };
  });
}

describe.each([
  ['python.py', 'main.py'],
  ['typescript.txt', 'main.ts'],
])('%s', (name, main) => {
  const shapes = shapesOf(name, main);
  it.each(shapes.filter(({ flagged }) => !flagged))('is checked: $title', ({ files }) => {
    expect(solveAll(files).answers).toEqual([]);
  });
  it.each(shapes.filter(({ flagged }) => flagged))('is not checked: $title', ({ files }) => {
    expect(solveAll(files).answers).not.toEqual([]);
  });
});
