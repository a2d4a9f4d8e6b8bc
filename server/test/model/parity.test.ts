import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue } from '@leashlint/rules';
import { type Block, readSections } from '../rules/page.js';
import { agentProject } from './agent-project.js';
import { parityLines } from './parity-facts.js';

const folder = join(import.meta.dirname, 'parity');

const LANGUAGES = [
  { title: 'TypeScript', fences: ['ts', 'tsx', 'js'] },
  { title: 'Python', fences: ['py'] },
];

/** Each heading of a page has the same application in both languages, and a block `text`: what the model says about either. */
const pages = readdirSync(folder)
  .sort()
  .map((name) => ({
    name,
    applications: readSections(readFileSync(join(folder, name), 'utf8')).filter(({ blocks }) => blocks.length > 0),
  }));

function filesOf(blocks: readonly Block[]): Readonly<Record<string, string>> {
  return Object.fromEntries(blocks.map(({ title, language, text }) => [title ?? `main.${language}`, text]));
}

describe.each(pages)('$name', ({ applications }) => {
  describe.each(applications)('$heading', ({ blocks }) => {
    const said = blocks.filter(({ language }) => language === 'text').map(({ text }) => text.trimEnd());

    it('has one block that says something', () => {
      expect(said.filter((text) => text !== '')).toHaveLength(1);
    });

    it.each(LANGUAGES)('is understood in $title', ({ fences }) => {
      const files = filesOf(blocks.filter(({ language }) => fences.includes(language)));
      expect(parityLines(agentProject(files, {}, catalogue).app).join('\n')).toBe(said[0]);
    });
  });
});
