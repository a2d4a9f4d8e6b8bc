import { describe, expect, it } from 'vitest';
import { analyseFiles } from '../rules/analyse-files.js';

/** Lines of the guardrail findings when the body stands in a function that asks a model in the end. */
function messages(body: string, others = ''): readonly string[] {
  const report = analyseFiles({
    'main.ts': `
      import OpenAI from 'openai';
      const client = new OpenAI();
      ${others}
      export async function ask(question: string) {
        ${body}
        return client.responses.create({ model: 'gpt-5.5', input: question, max_output_tokens: 100 });
      }
    `,
  });
  expect(report.problems).toEqual([]);
  return report.findings.filter(({ rule }) => rule === 'prompt-guardrail-fail-open').map(({ message }) => message);
}

const check = 'const { results } = await client.moderations.create({ input: question });';

describe('guardrails that fail open', () => {
  it.each([
    ['the error is logged', `try { ${check} if (results[0].flagged) return; } catch (error) { console.warn(error); }`],
    [
      'the flag starts as harmless',
      `let bad = false; try { ${check} bad = results[0].flagged; } catch {} if (bad) return;`,
    ],
    ['nobody reads the verdict', 'await client.moderations.create({ input: question });'],
  ])('%s', (_, body) => {
    expect(messages(body)).toHaveLength(1);
  });

  it('in a function that says yes', () => {
    const others = `
      async function fine(question: string) {
        try { ${check} return !results[0].flagged; } catch { return true; }
      }`;
    expect(messages('if (!(await fine(question))) return;', others)).toHaveLength(1);
  });
});

describe('guardrails that fail closed', () => {
  it.each([
    ['a refusal', `try { ${check} if (results[0].flagged) return; } catch { return; }`],
    ['the error goes on', `try { ${check} if (results[0].flagged) return; } catch (error) { throw error; }`],
    ['nothing is caught', `${check} if (results[0].flagged) return;`],
    [
      'the flag starts as harmful',
      `let bad = true; try { ${check} bad = results[0].flagged; } catch {} if (bad) return;`,
    ],
    [
      'the handler sets the flag',
      `let bad = false; try { ${check} bad = results[0].flagged; } catch { bad = true; } if (bad) return;`,
    ],
  ])('%s', (_, body) => {
    expect(messages(body)).toEqual([]);
  });

  it('in a function that says no', () => {
    const others = `
      async function fine(question: string) {
        try { ${check} return !results[0].flagged; } catch { return false; }
      }`;
    expect(messages('if (!(await fine(question))) return;', others)).toEqual([]);
  });
});
