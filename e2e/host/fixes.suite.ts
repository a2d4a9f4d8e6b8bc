import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { fixAll, fixAllKind, quickFixes } from 'e2e-expectations';
import { apply, closeAll, codeActions, eventually, findings, openAtFinding, openSample, ruleOf } from './editor.ts';

describe('quick fixes', () => {
  afterEach(closeAll);

  for (const row of quickFixes) {
    it(`${row.title.source} repairs ${row.rule} in ${row.file}`, async () => {
      const { document, diagnostic } = await openAtFinding(row);
      const before = document.getText();
      assert.ok(!before.includes(row.after), 'the text to come must not be there yet');
      const count = () => findings(document).filter((one) => ruleOf(one) === row.rule).length;
      const counted = count();

      const actions = await codeActions(document, diagnostic.range, vscode.CodeActionKind.QuickFix);
      const matching = actions.filter((one) => row.title.test(one.title));
      assert.equal(
        matching.length,
        1,
        `expected exactly one match among: ${actions.map((one) => one.title).join(' | ')}`,
      );
      const [action] = matching;
      assert.ok(action);
      await apply(action);

      const after = await eventually('the edit', () =>
        document.getText() === before ? undefined : document.getText(),
      );
      assert.ok(after.includes(row.after), `expected "${row.after}" in:\n${after}`);
      await eventually('the finding to go', () => (count() < counted ? true : undefined));
    });
  }
});

describe('fix all', () => {
  afterEach(closeAll);

  it('has a row to prove it', () => {
    assert.notEqual(fixAll.length, 0);
  });

  for (const row of fixAll) {
    it(`applies the safe fixes of ${row.file} and no other`, async () => {
      const document = await openSample(row.file);
      await eventually('a finding', () => (findings(document).length > 0 ? true : undefined));
      const before = document.getText();
      for (const text of row.after) assert.ok(!before.includes(text), `"${text}" must not be there yet`);
      for (const text of row.kept) assert.ok(before.includes(text), `"${text}" must be there`);

      const kind = vscode.CodeActionKind.Empty.append(fixAllKind);
      const whole = new vscode.Range(0, 0, document.lineCount, 0);
      const actions = await codeActions(document, whole, kind);
      assert.equal(
        actions.length,
        1,
        `expected exactly one match among: ${actions.map((one) => one.title).join(' | ')}`,
      );
      const [action] = actions;
      assert.ok(action);
      await apply(action);

      const after = document.getText();
      for (const text of [...row.after, ...row.kept])
        assert.ok(after.includes(text), `expected "${text}" in:\n${after}`);
    });
  }
});
