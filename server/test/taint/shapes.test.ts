import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { solveAll } from './source-to-sink.js';

interface Shape {
  readonly title: string;
  readonly flagged: boolean;
  readonly files: Readonly<Record<string, string>>;
}

/** Programs with one `sink(…)` each: `#: clean title` starts one that the source does not reach, `#: broken title` one that it reaches. */
function shapesOf(name: string, main: string): readonly Shape[] {
  const text = readFileSync(join(import.meta.dirname, name), 'utf8').replaceAll('\r\n', '\n');
  const [, ...parts] = text.split(/^(?:#|\/\/): /m);
  return parts.map((part) => {
    const [head = '', ...lines] = part.split('\n');
    const [, kind, title = ''] = /^(clean|broken) (.+)$/.exec(head) ?? [];
    if (kind === undefined) throw new Error(`${name}: ${head}`);
    return { title, flagged: kind === 'broken', files: { [main]: lines.join('\n') } };
  });
}

describe.each([
  ['guard-shapes/python.py', 'main.py'],
  ['guard-shapes/typescript.txt', 'main.ts'],
  ['field-shapes/python.py', 'main.py'],
  ['field-shapes/typescript.txt', 'main.ts'],
])('%s', (name, main) => {
  const shapes = shapesOf(name, main);
  it.each(shapes.filter(({ flagged }) => !flagged))('says nothing: $title', ({ files }) => {
    expect(solveAll(files).answers).toEqual([]);
  });
  it.each(shapes.filter(({ flagged }) => flagged))('finds the way: $title', ({ files }) => {
    expect(solveAll(files).answers).not.toEqual([]);
  });
});
