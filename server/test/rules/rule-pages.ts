import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rules, type Rule } from '@leashlint/rules';
import { type PageCase, readCases, readSections, type Section } from './page.js';

export interface RulePage {
  readonly rule: Rule;
  /** Relative to the repository. */
  readonly path: string;
  readonly text: string;
  readonly sections: readonly Section[];
  readonly cases: readonly PageCase[];
}

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../..');

export const rulePages: readonly RulePage[] = rules.map((rule) => {
  const { family, id } = rule.meta;
  const file = `rules/src/rules/${family}/${id}/rule.md`;
  const text = readFileSync(path.join(root, file), 'utf8');
  return { rule, path: file, text, sections: readSections(text), cases: readCases(text) };
});

export function textsOf(page: PageCase): Readonly<Record<string, string>> {
  return Object.fromEntries([...page.files].map(([file, block]) => [file, block.text]));
}
