import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction } from 'vscode-languageserver/node';
import { endSessions, start, uri } from './session.js';

afterEach(endSessions);

const files = { '/w/key.ts': 'key("sk-1");\nkey("sk-2");\n' };
const titles = (actions: readonly CodeAction[]) => actions.map((one) => one.title);

describe('quick fixes', () => {
  it('come first, then what ignores, then what explains', async () => {
    const session = await start({ files });
    await session.open('/w/key.ts');
    const [first] = await session.diagnostics('/w/key.ts');
    const actions = await session.actions('/w/key.ts', { diagnostics: first ? [first] : [], only: ['quickfix'] });
    expect(titles(actions)).toEqual([
      'Read the key from process.env.KEY',
      'Ask for the key (suggestion)',
      'Ignore secret-hardcoded on this line',
      'Ignore secret-hardcoded in this file',
      'Show documentation for secret-hardcoded',
    ]);
    expect(actions.map((one) => one.isPreferred ?? false)).toEqual([true, false, false, false, false]);
  });

  it('are versioned edits that create the file they add a line to', async () => {
    const session = await start({ files });
    await session.open('/w/key.ts');
    await session.change('/w/key.ts', `${files['/w/key.ts']}// more\n`);
    const found = await session.diagnostics('/w/key.ts');
    const [fix] = await session.actions('/w/key.ts', { diagnostics: found.slice(0, 1) });
    expect(fix?.edit).toEqual({
      documentChanges: [
        { kind: 'create', uri: uri('/w/.env.example'), options: { ignoreIfExists: true } },
        {
          textDocument: { uri: uri('/w/key.ts'), version: 2 },
          edits: [
            {
              range: { start: { line: 0, character: 4 }, end: { line: 0, character: 10 } },
              newText: 'process.env.KEY',
            },
          ],
        },
        {
          textDocument: { uri: uri('/w/.env.example'), version: null },
          edits: [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: 'KEY=\n' }],
        },
      ],
    });
  });

  it('append to a file that exists, below its last line', async () => {
    const session = await start({ files: { ...files, '/w/.env.example': 'PORT=80' } });
    await session.open('/w/key.ts');
    const found = await session.diagnostics('/w/key.ts');
    const [fix] = await session.actions('/w/key.ts', { diagnostics: found.slice(0, 1) });
    const end = { line: 0, character: 7 };
    expect(fix?.edit?.documentChanges).toHaveLength(2);
    expect(fix?.edit?.documentChanges?.[1]).toMatchObject({
      textDocument: { uri: uri('/w/.env.example') },
      edits: [{ range: { start: end, end }, newText: '\nKEY=\n' }],
    });
  });

  it('are plain changes for a client without versions', async () => {
    const session = await start({ client: 'minimal', files });
    await session.open('/w/key.ts');
    const found = await session.diagnostics('/w/key.ts');
    const [fix] = await session.actions('/w/key.ts', { diagnostics: found.slice(0, 1) });
    expect(fix?.edit).not.toHaveProperty('documentChanges');
    expect(Object.keys(fix?.edit?.changes ?? {})).toEqual([uri('/w/key.ts')]);
  });

  it('are not offered for a text that has moved on', async () => {
    const session = await start({ files });
    await session.open('/w/key.ts');
    const found = await session.diagnostics('/w/key.ts');
    await session.change('/w/key.ts', `\n${files['/w/key.ts']}`);
    const actions = await session.actions('/w/key.ts', { diagnostics: found.slice(0, 1), only: ['quickfix'] });
    expect(titles(actions)).not.toContain('Read the key from process.env.KEY');
    expect(titles(actions)).toContain('Ignore secret-hardcoded on this line');
  });

  it('need no analysis', async () => {
    const session = await start({ files });
    await session.open('/w/key.ts');
    const found = await session.diagnostics('/w/key.ts');
    const before = session.engine.analyses.length;
    await session.actions('/w/key.ts', { diagnostics: [...found] });
    expect(session.engine.analyses).toHaveLength(before);
  });

  it('are found by place when the client sends no diagnostics', async () => {
    const session = await start({ files });
    await session.open('/w/key.ts');
    await session.diagnostics('/w/key.ts');
    const at = { line: 1, character: 5 };
    const actions = await session.actions('/w/key.ts', { only: ['quickfix'] }, { start: at, end: at });
    expect(actions.filter((one) => one.isPreferred)).toHaveLength(1);
    expect(actions[0]?.diagnostics?.[0]?.range.start.line).toBe(1);
  });
});

describe('fix all', () => {
  it.each([
    [undefined, true],
    [['source.fixAll.leashlint'], true],
    [['source.fixAll'], true],
    [['source'], true],
    [['source.fixAll.eslint'], false],
    [['source.organizeImports'], false],
    [['quickfix'], false],
    [['refactor'], false],
  ])('honours only: %j', async (only, offered) => {
    const session = await start({ files });
    await session.open('/w/key.ts');
    await session.diagnostics('/w/key.ts');
    const actions = await session.actions('/w/key.ts', only === undefined ? {} : { only });
    expect(actions.some((one) => one.kind === 'source.fixAll.leashlint')).toBe(offered);
  });

  it('applies each safe fix once and no other', async () => {
    const session = await start({ files });
    await session.open('/w/key.ts');
    await session.diagnostics('/w/key.ts');
    const actions = await session.actions('/w/key.ts', { only: ['source.fixAll'] });
    expect(actions).toHaveLength(1);
    const changes = actions[0]?.edit?.documentChanges ?? [];
    const texts = changes
      .flatMap((change) => ('edits' in change ? change.edits : []))
      .map((edit) => 'newText' in edit && edit.newText);
    expect(texts.toSorted()).toEqual(['KEY=\n', 'process.env.KEY', 'process.env.KEY']);
  });

  it('waits for the analysis of what was just typed', async () => {
    const session = await start({ files, quiet: 40 });
    await session.open('/w/key.ts', 'nothing;\n');
    await session.diagnostics('/w/key.ts');
    await session.change('/w/key.ts', 'key("sk-9");\n');
    expect(await session.actions('/w/key.ts', { only: ['source.fixAll'] })).toHaveLength(1);
  });

  it('is not offered where nothing is safe to fix', async () => {
    const session = await start({ files: { '/w/a.ts': 'const a = input();\nshell(a);\n' } });
    await session.open('/w/a.ts');
    expect(await session.diagnostics('/w/a.ts')).toHaveLength(1);
    expect(await session.actions('/w/a.ts', { only: ['source.fixAll'] })).toEqual([]);
  });
});

describe('ignoring', () => {
  const reasonOf = async (client: 'Visual Studio Code' | 'Neovim', text: string, title: RegExp) => {
    const session = await start({ client, files: { '/w/a.ts': text } });
    await session.open('/w/a.ts');
    const found = await session.diagnostics('/w/a.ts');
    const actions = await session.actions('/w/a.ts', { diagnostics: [...found] });
    return actions.find((one) => title.test(one.title))?.edit?.documentChanges?.[0];
  };

  it('asks for the reason where snippets work', async () => {
    expect(await reasonOf('Visual Studio Code', 'if (a) {\n  key("sk-1");\n}\n', /line$/)).toMatchObject({
      textDocument: { version: 1 },
      edits: [
        {
          range: { start: { line: 1, character: 0 } },
          snippet: { kind: 'snippet', value: '  // leashlint: ignore[secret-hardcoded] ${1:reason}\n' },
        },
      ],
    });
  });

  it('leaves a reason to fill in elsewhere', async () => {
    expect(await reasonOf('Neovim', '#!/usr/bin/env node\nkey("sk-1");\n', /file$/)).toMatchObject({
      edits: [
        {
          range: { start: { line: 1, character: 0 } },
          newText: '// leashlint: ignore-file[secret-hardcoded] TODO: say why this is safe\n',
        },
      ],
    });
  });

  it('can be switched off', async () => {
    const initializationOptions = {
      codeAction: { disableRuleComment: { enable: false }, showDocumentation: { enable: false } },
    };
    const session = await start({ files, initializationOptions });
    await session.open('/w/key.ts');
    const found = await session.diagnostics('/w/key.ts');
    const actions = await session.actions('/w/key.ts', { diagnostics: found.slice(0, 1), only: ['quickfix'] });
    expect(titles(actions)).toEqual(['Read the key from process.env.KEY', 'Ask for the key (suggestion)']);
  });
});
