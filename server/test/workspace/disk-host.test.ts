import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { wantedFiles } from '../../src/engine/wanted-files.js';
import { typescriptFrontEnd } from '../../src/frontends/typescript/front-end.js';
import { createConfigKinds } from '../../src/workspace/config-kinds.js';
import { decode, encode, type Encoding } from '../../src/workspace/decode.js';
import { createDiskHost } from '../../src/workspace/disk-host.js';
import { temporaryFolder } from './temporary-folder.js';

const TEXT = 'const grüße = "😀";\r\n';

describe('decode', () => {
  test.each<Encoding>(['utf8', 'utf8-bom', 'utf16le', 'utf16be'])('%s comes back as it was', (encoding) => {
    expect(decode(encode(TEXT, encoding))).toEqual({ text: TEXT, encoding });
  });

  test.each(['# coding: latin-1\n', '#!/usr/bin/python\n# -*- coding: iso-8859-1 -*-\r\n'])(
    'the encoding that a Python file says it has: %j',
    (head) => {
      const bytes = Buffer.from(`${head}s = "grüße"\n`, 'latin1');
      const decoded = decode(bytes);
      expect(decoded).toEqual({ text: `${head}s = "grüße"\n`, encoding: 'latin1' });
      expect(encode(decoded?.text ?? '', 'latin1')).toEqual(bytes);
    },
  );

  test('bytes with a NUL are no text', () => {
    expect(decode(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]))).toBeUndefined();
  });

  test('invalid UTF-8 is replaced, not refused', () => {
    expect(decode(Buffer.from([0x61, 0xff, 0x62]))?.text).toBe('a\uFFFDb');
  });

  test('an empty file is empty text', () => {
    expect(decode(Buffer.alloc(0))).toEqual({ text: '', encoding: 'utf8' });
  });
});

describe('disk host', () => {
  const wanted = wantedFiles({ frontEnds: [typescriptFrontEnd], configKinds: createConfigKinds([], () => false) });
  const hostOf = (root: string, overlay?: ReadonlyMap<string, string>): ReturnType<typeof createDiskHost> =>
    createDiskHost({ root, wanted, ...(overlay === undefined ? {} : { overlay }) });

  test('reads text without its byte order mark', () => {
    const host = hostOf(temporaryFolder({ 'a.ts': Buffer.from('\uFEFFlet a;', 'utf16le') }));
    expect(host.read('a.ts')).toEqual({ text: 'let a;' });
  });

  test('says why there is no text', () => {
    const host = hostOf(
      temporaryFolder({ 'big.ts': 'x'.repeat(1024 * 1024 + 1), 'picture.ts': Buffer.from([1, 0, 2]) }),
    );
    expect(host.read('big.ts')).toEqual({ error: 'too large' });
    expect(host.read('picture.ts')).toEqual({ error: 'binary' });
    expect(host.read('none.ts')).toBeUndefined();
    expect(host.read('')).toBeUndefined();
  });

  test('never leaves the root', () => {
    const root = temporaryFolder({ 'a.ts': '' });
    const host = hostOf(path.join(root, 'inside'));
    expect(host.read('../a.ts')).toBeUndefined();
    expect(host.exists('../a.ts')).toBe(false);
  });

  test('knows files by their exact case, folders too, below folders that are listed nowhere', () => {
    const host = hostOf(temporaryFolder({ 'src/Tool.ts': '', 'node_modules/ai/package.json': '{}' }));
    expect(host.exists('src/Tool.ts')).toBe(true);
    expect(host.exists('src/tool.ts')).toBe(false);
    expect(host.exists('Src/Tool.ts')).toBe(false);
    expect(host.exists('src')).toBe(true);
    expect(host.exists('src/../src/./Tool.ts')).toBe(true);
    expect(host.exists('node_modules/ai/package.json')).toBe(true);
    expect(host.exists('node_modules/openai/package.json')).toBe(false);
  });

  test('sees new files after the next listing', () => {
    const root = temporaryFolder({ 'a.ts': '' });
    const host = hostOf(root);
    expect(host.list()).toEqual(['a.ts']);
    expect(host.exists('b.ts')).toBe(false);
    fs.writeFileSync(path.join(root, 'b.ts'), '');
    expect(host.list()).toEqual(['a.ts', 'b.ts']);
    expect(host.exists('b.ts')).toBe(true);
  });

  test('unsaved text wins, and an unsaved file is listed', () => {
    const overlay = new Map([
      ['a.ts', 'unsaved'],
      ['new.ts', 'fresh'],
    ]);
    const host = hostOf(temporaryFolder({ 'a.ts': 'saved' }), overlay);
    expect(host.read('a.ts')).toEqual({ text: 'unsaved' });
    expect(host.list()).toEqual(['a.ts', 'new.ts']);
    expect(host.exists('new.ts')).toBe(true);
    overlay.delete('a.ts');
    expect(host.read('a.ts')).toEqual({ text: 'saved' });
  });

  test('writes a file in the encoding that it has', () => {
    const root = temporaryFolder({ 'a.ts': encode('let a;\r\n', 'utf16le'), 'b.ts': encode('x', 'utf8-bom') });
    const host = hostOf(root);
    host.write('a.ts', 'let b;\r\n');
    host.write('b.ts', 'y');
    host.write('new/.env.example', 'KEY=\n');
    expect(fs.readFileSync(path.join(root, 'a.ts'))).toEqual(encode('let b;\r\n', 'utf16le'));
    expect(fs.readFileSync(path.join(root, 'b.ts'))).toEqual(encode('y', 'utf8-bom'));
    expect(fs.readFileSync(path.join(root, 'new/.env.example'), 'utf8')).toBe('KEY=\n');
  });
});
