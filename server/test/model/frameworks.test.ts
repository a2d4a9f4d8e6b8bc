import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue } from '@leashlint/rules';
import { agentProject } from './agent-project.js';
import { factLines } from './framework-facts.js';

const folder = join(import.meta.dirname, 'frameworks');

/** A page holds a small application and, in a second block, what the model has to say about it. */
const pages = readdirSync(folder).map((name) => {
  const text = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
  const [, language = '', code = '', facts = ''] = /^```(\w+)\n(.*?)```\n\n```text\n(.*?)```\n$/s.exec(text) ?? [];
  return { name, file: `a.${language}`, code, facts };
});

/** The same application with packages of other people that look alike. */
function elsewhere(code: string): string {
  return code.replace(
    / from '(?!node:|zod')([^']+)'/g,
    (_, module: string) => ` from '@acme/${module.replace('@', '')}'`,
  );
}

function factsOf(file: string, code: string): readonly string[] {
  return factLines(agentProject({ [file]: code }, {}, catalogue).app);
}

describe.each(pages)('$name', ({ name, file, code, facts }) => {
  it('is understood', () => {
    const found = factsOf(file, code)
      .map((line) => `${line}\n`)
      .join('');
    if (process.env.WRITE === '1')
      writeFileSync(join(folder, name), `\`\`\`${file.slice(2)}\n${code}\`\`\`\n\n\`\`\`text\n${found}\`\`\`\n`);
    expect(found).toBe(facts);
  });

  it('means nothing with packages that only look alike', () => {
    expect(factsOf(file, elsewhere(code))).toEqual([]);
  });
});
