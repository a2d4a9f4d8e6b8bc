import assert from 'node:assert/strict';
import { extname } from 'node:path';
import * as vscode from 'vscode';
import { clean, quickFixes, type Severity } from 'e2e-expectations';
import { closeAll, eventually, finding, findings, lineOf, openAtFinding, openSample, sampleUri } from './editor.ts';

const severities: Record<Severity, vscode.DiagnosticSeverity> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

const distinct = [...new Map(quickFixes.map((row) => [`${row.rule} in ${row.file} at ${row.at}`, row])).entries()];

describe('findings', () => {
  afterEach(closeAll);

  for (const [name, row] of distinct) {
    it(`shows ${name}`, async () => {
      const { diagnostic } = await openAtFinding(row);
      assert.equal(diagnostic.severity, severities[row.severity]);
      assert.ok(!diagnostic.range.isEmpty, 'the finding covers some text');
      assert.ok(diagnostic.message.length > 0, 'the finding says what is wrong');
    });
  }

  for (const [name, row] of distinct) {
    const { trace } = row;
    if (trace === undefined) continue;
    it(`leads from ${name} to where the value comes from`, async () => {
      const { diagnostic } = await openAtFinding(row);
      const uri = sampleUri(trace.file);
      const source = await vscode.workspace.openTextDocument(uri);
      const line = lineOf(source, trace.at);
      const places = (diagnostic.relatedInformation ?? []).map(({ location }) => location);
      assert.ok(
        places.some((place) => place.uri.fsPath === uri.fsPath && place.range.start.line === line),
        `expected line ${String(line + 1)} of ${trace.file} among: ${places.map(({ uri: at, range }) => `${at.fsPath}:${String(range.start.line + 1)}`).join(', ')}`,
      );
    });
  }

  it('follows what is typed', async () => {
    const [row] = quickFixes;
    assert.ok(row, 'e2e/expectations.ts names at least one quick fix');
    const { document } = await openAtFinding(row);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '\n\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await finding(document, row.rule, lineOf(document, row.at));
  });

  it('has a clean sample to prove', () => {
    assert.notEqual(clean.length, 0);
  });

  for (const file of clean) {
    // Silence proves nothing by itself: the same document is made to have a finding, then given its own text back.
    it(`finds nothing in ${file}, which it does read`, async () => {
      const row = quickFixes.find((one) => extname(one.file) === extname(file));
      assert.ok(row, `a quick fix row in the language of ${file}`);
      const document = await openSample(file);
      const own = document.getText();
      const flagged = await vscode.workspace.fs.readFile(sampleUri(row.file));
      await replaceText(document, new TextDecoder().decode(flagged));
      await finding(document, row.rule, lineOf(document, row.at));
      await replaceText(document, own);
      await eventually('no finding', () => (findings(document).length === 0 ? true : undefined));
    });
  }
});

async function replaceText(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}
