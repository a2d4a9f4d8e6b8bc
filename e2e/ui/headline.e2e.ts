import { mkdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixAll, fixAllKind, quickFixes } from 'e2e-expectations';
import { clearScreenshots, startSession, type Session } from './session.ts';
import {
  becomes,
  goToLine,
  hoverOver,
  openProblems,
  openQuickFixes,
  problems,
  save,
  squiggle,
  waitForCodeActions,
  waitForEditor,
} from './workbench.ts';

const saved = (path: string) => () => readFileSync(path, 'utf8');

function lineOf(text: string, at: string): number {
  const parts = text.split(at);
  expect(parts, `"${at}" stands exactly once in the sample`).toHaveLength(2);
  return parts[0]!.split('\n').length;
}

function fixOnSave(folder: string): void {
  const path = join(folder, '.vscode', 'settings.json');
  mkdirSync(join(folder, '.vscode'), { recursive: true });
  const settings = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as object) : {};
  writeFileSync(path, JSON.stringify({ ...settings, 'editor.codeActionsOnSave': { [fixAllKind]: 'explicit' } }));
}

beforeAll(clearScreenshots);

describe('a person sees and repairs', () => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession();
  });
  afterAll(async () => {
    await session.stop();
  });

  it('has a row to prove it', () => {
    expect(quickFixes).not.toHaveLength(0);
  });

  it.each(quickFixes.map((row) => [`${row.rule} in ${row.file}: ${row.title.source}`, row] as const))(
    '%s',
    async (name, row) => {
      await session.withSample(name, row.file, async ({ page, path, picture }) => {
        const before = readFileSync(path, 'utf8');
        expect(before).not.toContain(row.after);
        await waitForEditor(page);
        await openProblems(page);
        const line = lineOf(before, row.at);
        await goToLine(page, line);
        const point = await squiggle(page, row.severity, row.at);
        const listed = problems(page, row.rule);
        const here = listed.filter({ hasText: `[Ln ${line},` });
        await becomes(
          () => here.count(),
          (count) => {
            expect(count).toBeGreaterThan(0);
          },
        );
        const counted = await listed.count();
        await hoverOver(page, point, row.rule);
        await picture('1-finding');

        const fix = await openQuickFixes(page, point, row.title);
        await picture('2-menu');
        await fix.click();
        await becomes(
          () => listed.count(),
          (count) => {
            expect(count).toBe(counted - 1);
          },
        );
        await save(page);
        await becomes(saved(path), (text) => {
          expect(text).toContain(row.after);
        });
        await picture('3-fixed');
      });
    },
  );
});

describe('fix all on save', () => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession({ prepare: fixOnSave });
  });
  afterAll(async () => {
    await session.stop();
  });

  it('has a row to prove it', () => {
    expect(fixAll).not.toHaveLength(0);
  });

  it.each(fixAll.map((row) => [row.file, row] as const))('%s', async (name, row) => {
    await session.withSample(`fix-all ${name}`, row.file, async ({ page, path, picture }) => {
      const before = readFileSync(path, 'utf8');
      for (const text of row.after) expect(before).not.toContain(text);
      for (const text of row.kept) expect(before).toContain(text);
      await waitForEditor(page);
      await openProblems(page);
      await becomes(
        () => problems(page).count(),
        (count) => {
          expect(count).toBeGreaterThan(0);
        },
      );
      await goToLine(page, 1);
      await waitForCodeActions(page);
      const counted = await problems(page).count();
      await picture('1-before');
      await page.keyboard.press('Control+End');
      await page.keyboard.press('Enter');
      await save(page);
      await becomes(saved(path), (text) => {
        for (const wanted of [...row.after, ...row.kept]) expect(text).toContain(wanted);
      });
      await becomes(
        () => problems(page).count(),
        (count) => {
          expect(count).toBeLessThan(counted);
        },
      );
      await picture('2-saved');
    });
  });
});
