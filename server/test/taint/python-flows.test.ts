import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { solveAll } from './source-to-sink.js';

interface Program {
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
}

const folder = join(import.meta.dirname, 'python-programs');

/** Programs with one `sink(…)` each: `#: title` starts one, `#: file lib.py` a further file of it. */
function programsOf(name: string): readonly Program[] {
  const [, ...parts] = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').split(/^#: /m);
  const programs: { title: string; files: Record<string, string> }[] = [];
  for (const part of parts) {
    const [head = '', ...lines] = part.split('\n');
    const file = /^file (\S+)$/.exec(head)?.[1];
    if (file === undefined) programs.push({ title: head, files: {} });
    const current = programs.at(-1);
    if (current !== undefined) current.files[file ?? 'main.py'] = lines.join('\n');
  }
  return programs;
}

const themes = readdirSync(folder).sort();

describe.each(themes.filter((name) => name.startsWith('found-')))('finds the way: %s', (name) => {
  it.each(programsOf(name))('$title', ({ files }) => {
    // A decorated function may be called by its decorator or as it is.
    const places = solveAll(files).answers.map(({ sourceSpan }) => sourceSpan.start);
    expect(new Set(places).size).toBe(1);
  });
});

it.each(programsOf('apart.py'))('keeps apart: $title', ({ files }) => {
  expect(solveAll(files).answers).toEqual([]);
});
