import { describe, expect, it } from 'vitest';
import type { SinkKind } from '@leashlint/rules';
import { solveAll } from './source-to-sink.js';

type Case = readonly [title: string, sink: SinkKind, code: string];

const reaching: readonly Case[] = [
  ['a piece between dashes', 'path', `sink('/srv/' + source().split('-').pop());`],
  ['a piece without dots that begins a path', 'path', `sink(source().split('.').pop());`],
  ['what is compared', 'query-filter', 'sink({ name: source() });'],
  ['all of it', 'query-filter', 'sink(source());'],
  ['a part of an alternative', 'query-filter', 'sink({ $or: [{ name: source() }, { name: 1 }] });'],
  ['a key that may be the one', 'query-filter', 'const o = {}; o[`$${k}`] = source(); sink(o.$where);'],
  ['first argument after the subcommand', 'process-arguments', `sink(['clone', source()]);`],
  ['after an option without value', 'process-arguments', `sink(['push', '--force', source()]);`],
  ['the whole list', 'process-arguments', `sink(source());`],
  ['a spread list', 'process-arguments', `sink(['add', ...source()]);`],
  ['pushed later', 'process-arguments', `const a = ['checkout']; a.push(source()); sink(a);`],
  ['dashes in front', 'process-arguments', 'sink([`--${source()}`]);'],
  [
    'end of options on another branch',
    'process-arguments',
    `const a = []; if (c) a.push('--'); a.push(source()); sink(a);`,
  ],
  ['through a wrapper', 'process-arguments', `function git(args) { sink(args); } git(['clone', source()]);`],
  ['quotes that are not escaped', 'shell', "sink(`echo '${source()}'`);"],
  ['double quotes', 'shell', 'sink(`echo "${source().replace(/"/g, \'\\\\"\')}"`);'],
  ['only the first quote', 'shell', `sink("echo '" + source().replace("'", "'\\\\''") + "'");`],
  ['escaped and not quoted', 'shell', `sink('echo ' + source().replace(/'/g, "'\\\\''"));`],
  ['identifier in quotes', 'sql', 'sink(`SELECT * FROM "${source()}"`);'],
];

const silent: readonly Case[] = [
  ['compared with', 'query-filter', 'sink({ name: { $eq: source() } });'],
  ['in a text', 'query-filter', 'sink({ name: `^${source()}` });'],
  ['made a text', 'query-filter', 'sink({ name: String(source()), other: source().trim() });'],
  ['given to a function that nobody knows', 'query-filter', `import { made } from 'm'; sink({ id: made(source()) });`],
  ['a key that begins otherwise', 'query-filter', 'const o = {}; o[`metadata.${k}`] = source(); sink(o.$where);'],
  ['behind the end of options', 'process-arguments', `sink(['clone', '--', source()]);`],
  ['list behind the end of options', 'process-arguments', `sink(['add', '--', ...source()]);`],
  ['pushed behind the end of options', 'process-arguments', `const a = ['x', '--']; a.push(source()); sink(a);`],
  ['value of an option', 'process-arguments', `sink(['commit', '-m', source()]);`],
  [
    'value of an option that is pushed',
    'process-arguments',
    `const a = ['log']; if (c) a.push('--author', source()); sink(a);`,
  ],
  ['value in the option', 'process-arguments', 'sink([`--author=${source()}`]);'],
  ['absolute path', 'process-arguments', `import path from 'node:path'; sink(['add', path.resolve('/r', source())]);`],
  ['through a wrapper', 'process-arguments', `function git(args) { sink(args); } git(['commit', '-m', source()]);`],
  ['single quotes, escaped', 'shell', `sink("echo '" + source().replace(/'/g, "'\\\\''") + "'");`],
  ['single quotes, escaped with double ones', 'shell', `sink("echo '" + source().replaceAll("'", "'\\"'\\"'") + "'");`],
  [
    'a quoting function of the project',
    'shell',
    `const q = (s) => "'" + s.replace(/'/g, "'\\\\''") + "'"; sink('id ' + q(source()));`,
  ],
  [
    'an escaping function, quoted at the use',
    'shell',
    `const e = (s) => s.replace(/'/g, "'\\\\''"); sink("id '" + e(source()) + "'");`,
  ],
  ['escaped identifier', 'sql', 'sink(`SELECT * FROM "${source().replace(/"/g, \'""\')}"`);'],
];

describe('parts that can do no harm where they stand', () => {
  it.each(silent)('%s (%s)', (_, sink, code) => {
    expect(solveAll({ 'main.ts': code }, sink).answers).toEqual([]);
  });

  it.each(reaching)('are not: %s (%s)', (_, sink, code) => {
    expect(solveAll({ 'main.ts': code }, sink).answers).toHaveLength(1);
  });
});
