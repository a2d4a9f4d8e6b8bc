import { describe, expect, it } from 'vitest';
import { analyseFiles, lineAt } from './analyse-files.js';
import type { PageCase } from './page.js';
import { type RulePage, rulePages, textsOf } from './rule-pages.js';

const HEADINGS = ['Flagged', 'Not flagged', 'Fix', 'When to ignore it', 'References'];

describe.each(rulePages.map((page) => [page.rule.meta.id, page] as const))('%s', (id, page) => {
  it('has its title and every section', () => {
    const headings = page.sections.map(({ heading }) => heading);
    expect(headings[0]).toBe(id);
    expect(headings.filter((heading) => HEADINGS.includes(heading))).toEqual(HEADINGS);
  });

  it.each(shownLanguages(page))('shows a finding and a near miss in %s', (language) => {
    for (const kind of ['flagged', 'clean']) {
      const languages = page.cases.filter((shown) => shown.kind === kind).flatMap((shown) => languagesOf(shown));
      expect(languages, `${page.path}: no ${kind} example`).toContain(language);
    }
  });

  it.each(page.cases.map((shown) => [`${page.path}:${String(shown.line)}`, shown] as const))('%s', (_, shown) => {
    expect(actual(page, shown)).toEqual(expected(page, shown));
  });
});

/** The languages that a page has to show: those that its rule says it serves. */
function shownLanguages({ rule }: RulePage): readonly string[] {
  const { languages } = rule.meta;
  return [
    ...(languages.includes('typescript') ? ['TypeScript', 'JavaScript'] : []),
    ...(languages.includes('python') ? ['Python'] : []),
    ...(languages.includes('config') || languages.includes('workflow') ? ['configuration'] : []),
  ];
}

function languagesOf(shown: PageCase): readonly string[] {
  return [...shown.files.values()].map(({ language }) => {
    if (/^[mc]?tsx?$/.test(language)) return 'TypeScript';
    if (language === 'py') return 'Python';
    return /^[mc]?jsx?$/.test(language) ? 'JavaScript' : 'configuration';
  });
}

/** Expected findings as `page:line rule`, so that a failure points into the page. */
function expected(page: RulePage, shown: PageCase): readonly string[] {
  return [...shown.files.values()]
    .flatMap((block) => block.expected.map(({ rule, line }) => place(page, block.line + line - 1, rule)))
    .sort();
}

/**
 * Findings of the page's rule and of the rules that the example names; where nothing may be found, those of every rule
 * that are more than a note.
 */
function actual(page: RulePage, shown: PageCase): readonly string[] {
  const texts = textsOf(shown);
  const report = analyseFiles(texts);
  expect(report.problems.map(({ message }) => message)).toEqual([]);
  const blocks = [...shown.files.values()];
  const named = new Set([page.rule.meta.id, ...blocks.flatMap((block) => block.expected.map(({ rule }) => rule))]);
  return report.findings
    .filter(({ rule, severity }) => (shown.kind === 'clean' && severity !== 'info') || named.has(rule))
    .map(({ message, primary, rule }) => {
      const block = shown.files.get(primary.file);
      const line = lineAt(texts[primary.file] ?? '', primary.start);
      const wanted = block?.expected.find((expectation) => expectation.line === line && expectation.rule === rule);
      if (wanted !== undefined) expect(message).toContain(wanted.message);
      return place(page, (block?.line ?? 0) + line - 1, rule);
    })
    .sort();
}

function place(page: RulePage, line: number, rule: string): string {
  return `${page.path}:${String(line)} ${rule}`;
}
