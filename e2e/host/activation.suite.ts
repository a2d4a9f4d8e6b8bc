import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { quickFixes } from 'e2e-expectations';
import { closeAll, eventually, manifest, openSample } from './editor.ts';

describe('activation', () => {
  const { publisher, name, contributes } = manifest();
  after(closeAll);

  it('follows from opening a sample', async () => {
    const first = quickFixes[0];
    assert.ok(first, 'e2e/expectations.ts names at least one quick fix');
    const extension = vscode.extensions.getExtension(`${publisher}.${name}`);
    assert.ok(extension, `${publisher}.${name} is installed`);
    await openSample(first.file);
    await eventually('activation', () => (extension.isActive ? true : undefined));
  });

  it('registers every command of the manifest', async () => {
    const declared = (contributes?.commands ?? []).map((one) => one.command);
    assert.notEqual(declared.length, 0, 'the manifest declares commands');
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      declared.filter((command) => !registered.has(command)),
      [],
    );
  });
});
