import type { MemoryHost } from '../../src/workspace/memory-host.js';

export interface Random {
  /** A whole number from 0 on, below the bound. */
  below(bound: number): number;
  from<T>(items: readonly T[]): T;
}

/** The same numbers for the same seed. */
export function randomFrom(seed: number): Random {
  let state = Math.imul(seed, 0x9e3779b9) >>> 0;
  const below = (bound: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
  return {
    below,
    from(items) {
      const item = items[below(items.length)];
      if (item === undefined) throw new RangeError('There is nothing to choose from');
      return item;
    },
  };
}

export interface Edit {
  readonly changed: readonly string[] | undefined;
  readonly what: string;
}

const BITS = [
  'x',
  ' ',
  '\n',
  '(',
  '}',
  "'",
  '"',
  '`',
  '.',
  '=> ',
  'await ',
  'tool',
  'exec',
  'import ',
  "'ai'",
  '# ',
  '// ',
];

/** Does to a workspace what people do: types, deletes, moves, breaks, repairs. `files` and the host stay in step. */
export function randomEdit(
  random: Random,
  files: Record<string, string>,
  host: MemoryHost,
  programs: readonly Readonly<Record<string, string>>[],
): Edit {
  const paths = Object.keys(files).sort();
  const write = (file: string, text: string): void => {
    files[file] = text;
    host.write(file, text);
  };
  const remove = (file: string): void => {
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- The workspace is a record by path.
    delete files[file];
    host.remove(file);
  };
  if (paths.length < 2) {
    write('index.ts', "import { generateText } from 'ai';\n");
    return { changed: ['index.ts'], what: 'write index.ts' };
  }
  const file = random.from(paths);
  const text = files[file] ?? '';
  const lines = text.split('\n');
  const line = random.below(lines.length);
  const edited = (next: readonly string[] | string, what: string): Edit => {
    write(file, typeof next === 'string' ? next : next.join('\n'));
    return { changed: [file], what: `${what} ${file}:${String(line + 1)}` };
  };
  switch (random.below(14)) {
    case 0:
    case 1:
    case 2: {
      const at = random.below(text.length + 1);
      return edited(text.slice(0, at) + random.from(BITS) + text.slice(at), 'type');
    }
    case 3: {
      const at = random.below(text.length + 1);
      return edited(text.slice(0, at) + text.slice(at + 1 + random.below(12)), 'delete');
    }
    case 4:
      return edited(lines.toSpliced(line, 1), 'delete line');
    case 5:
      return edited(lines.toSpliced(line, 0, lines[random.below(lines.length)] ?? ''), 'copy line');
    case 6:
      return edited(lines.toSpliced(line, 0, '', '// a comment'), 'comment');
    case 7:
      return edited(text.slice(0, random.below(text.length + 1)), 'cut');
    case 8: {
      const [imports] = random.from(Object.entries(files));
      return edited(`import { run } from './${imports.replace(/^.*\/|\.\w+$/g, '')}';\n${text}`, 'import');
    }
    case 9: {
      remove(file);
      return { changed: [file], what: `remove ${file}` };
    }
    case 10: {
      const to = random.from([file.replace(/(\.\w+)$/, '2$1'), `lib/${file}`, random.from(paths)]);
      if (to === file) return edited(text, 'touch');
      remove(file);
      write(to, text);
      return { changed: [file, to], what: `move ${file} to ${to}` };
    }
    case 11: {
      const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/') + 1) : '';
      const added = Object.entries(random.from(programs)).map(([name, content]) => [folder + name, content] as const);
      for (const [name, content] of added) write(name, content);
      return { changed: added.map(([name]) => name), what: `add a program to ${folder}` };
    }
    case 12: {
      const other = random.from(paths);
      const others = files[other] ?? '';
      write(file, others);
      write(other, text);
      return { changed: [file, other], what: `swap ${file} and ${other}` };
    }
    default: {
      const original = random.from(programs)[file.replace(/^apps\/\d+\//, '')];
      return { ...edited(original ?? text, 'replace'), changed: random.below(2) === 0 ? undefined : [file] };
    }
  }
}
