import { afterEach, describe, expect, it } from 'vitest';
import type { Hover } from 'vscode-languageserver/node';
import { type ClientName } from './clients.js';
import { endSessions, start, uri } from './session.js';

afterEach(endSessions);

const files = {
  '/w/run.ts': "import { command } from './request.js';\nshell(command);\n",
  '/w/request.ts': 'export const command = input();\n',
};

async function hoverAt(client: ClientName, line: number, character: number) {
  const session = await start({ client, files });
  await session.open('/w/run.ts');
  await session.diagnostics('/w/run.ts');
  return session.connection.sendRequest<Hover | null>('textDocument/hover', {
    textDocument: { uri: uri('/w/run.ts') },
    position: { line, character },
  });
}

describe('hover', () => {
  it('says why, how to fix it and how the value gets there', async () => {
    const hover = await hoverAt('Visual Studio Code', 1, 8);
    expect(hover?.range).toEqual({ start: { line: 1, character: 6 }, end: { line: 1, character: 13 } });
    expect(hover?.contents).toEqual({
      kind: 'markdown',
      value: [
        '**Title of exec-tool-shell** · [exec-tool-shell](https://leashlint.dev/rules/exec-tool-shell)',
        'exec-tool-shell here.',
        '**How to fix:** Do not.',
        '**Path**',
        `1. Comes from outside. — [request.ts:1](${uri('/w/request.ts')}#L1)\n2. Reaches a shell. — [run.ts:2](${uri('/w/run.ts')}#L2)`,
      ].join('\n\n'),
    });
  });

  it('is plain text for clients without Markdown', async () => {
    const hover = await hoverAt('minimal', 1, 8);
    expect(hover?.contents).toMatchObject({
      kind: 'plaintext',
      value: expect.stringContaining('1. Comes from outside. (request.ts:1)') as string,
    });
  });

  it('is nothing elsewhere', async () => {
    expect(await hoverAt('Visual Studio Code', 0, 3)).toBeNull();
  });
});
