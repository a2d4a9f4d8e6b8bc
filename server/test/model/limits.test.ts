import { describe, expect, test } from 'vitest';
import { agentProject, only } from './agent-project.js';

const HEAD = "import { after, ask, loop, never, tool } from 'sdk'; const tools = { t: tool({}) };\n";

describe('limits of steps', () => {
  test.each<[string, string, string]>([
    ['default of one step', 'ask({ tools });', 'bounded 1'],
    ['default without a bound', 'loop({ tools });', 'unbounded'],
    ['no tools, no loop', 'loop({});', ''],
    ['set', 'loop({ tools, stopWhen: after(5) });', 'bounded 5'],
    ['set to a constant', 'const MAX = 7; loop({ tools, stopWhen: after(MAX) });', 'bounded 7'],
    ['set to a number', 'loop({ tools, stopWhen: 9 });', 'bounded 9'],
    ['removed', 'ask({ tools, stopWhen: never() });', 'unbounded'],
    ['removed by null', 'ask({ tools, stopWhen: null });', 'unbounded'],
    ['undefined is absent', 'ask({ tools, stopWhen: undefined });', 'bounded 1'],
    ['infinite', 'ask({ tools, stopWhen: after(Infinity) });', 'unbounded'],
    ['absurd', 'ask({ tools, stopWhen: after(100_000) });', 'unbounded 100000'],
    ['high but sane', 'ask({ tools, stopWhen: after(200) });', 'bounded 200'],
    ['one of several conditions', 'ask({ tools, stopWhen: [never(), after(5)] });', 'bounded 5'],
    ['only conditions that never hold', 'ask({ tools, stopWhen: [never()] });', 'unbounded'],
    ['own condition', 'ask({ tools, stopWhen: ({ steps }) => steps.length > 3 });', 'unknown'],
    ['parameter', 'export const f = (stopWhen) => loop({ tools, stopWhen });', 'unknown'],
    ['spread from elsewhere', 'export const f = (o) => loop({ tools, ...o });', 'unknown'],
    [
      'one that a loop wraps again and again',
      'let n = 3; while (q()) n = after(n); ask({ tools, stopWhen: n });',
      'unknown',
    ],
    ['either bound', 'loop({ tools, stopWhen: after(q ? 20 : 50) });', 'bounded 50'],
  ])('%s', (_, code, expected) => {
    const { app } = agentProject(HEAD + code);
    const steps = only(app.modelCalls).limits.filter((limit) => limit.kind === 'steps');
    expect(steps.map((limit) => [limit.state, limit.value].filter((part) => part !== undefined).join(' ')).join()).toBe(
      expected,
    );
  });

  test('what a test hands over is not what the application runs with', () => {
    const app = agentProject({
      'work.ts': `${HEAD}export const work = (stopWhen) => loop({ tools, stopWhen });`,
      'main.ts': "import { work } from './work'; work(10);",
      'work.test.ts': "import { work } from './work'; work(100_000);",
    }).app;
    expect(only(only(app.modelCalls).limits)).toMatchObject({ state: 'bounded', value: 10 });
  });

  test('of several callers, the one without a bound decides', () => {
    const { app } = agentProject({
      'work.ts': `${HEAD}export const work = (stopWhen) => loop({ tools, stopWhen });`,
      'main.ts': "import { work } from './work'; work(10);",
      'night.ts': "import { work } from './work'; work(100_000);",
    });
    expect(only(only(app.modelCalls).limits)).toMatchObject({ state: 'unbounded', value: 100_000 });
  });

  test('an offer names the option, its object and what to import', () => {
    const { app, text } = agentProject(`${HEAD}loop({ tools });`);
    const limit = only(only(app.modelCalls).limits);
    expect(limit).toMatchObject({
      name: 'stopWhen',
      span: undefined,
      offer: { property: 'stopWhen: after(20)', import: { module: 'sdk', name: 'after' } },
    });
    expect(text(limit.offer?.options.span)).toBe('{ tools }');
  });

  test('an unbounded literal has its property and an offer', () => {
    const { app, text } = agentProject(`${HEAD}ask({ tools, stopWhen: never() });`);
    const [limit] = only(app.modelCalls).limits;
    expect(text(limit?.property?.span)).toBe('stopWhen: never()');
    expect(limit?.offer?.property).toBe('stopWhen: after(20)');
  });
});

describe('loops around model calls', () => {
  test.each<[string, string, boolean]>([
    [
      'while (true) that only the answer ends',
      'while (true) { const r = await ask({}); if (r.text === "done") break; }',
      true,
    ],
    [
      'the failure of the call',
      'while (true) { let r; try { r = await ask({}); } catch (e) { return; } if (r.text === "done") break; }',
      true,
    ],
    [
      'a test that says the same on every turn',
      'while (true) { if (act === undefined) return; const r = await ask({}); if (r.text) break; }',
      true,
    ],
    [
      'a list that answers fill',
      'while (true) { const r = await ask({}); const results = []; for (const s of r.steps) results.push(await act(s)); if (!results.length) break; }',
      true,
    ],
    [
      'the failure of something else',
      'while (true) { try { await turn(); } catch (e) { return; } const r = await ask({}); if (r.text) break; }',
      false,
    ],
    ['for (;;)', 'for (;;) { const r = await ask({}); if (!r.steps.length) return; }', true],
    ['do … while (true)', 'do { const r = await ask({}); if (!r.steps) return r; } while (true);', true],
    ['no exit at all', 'while (true) { await ask({}); }', true],
    [
      'exit on what the answer led to',
      'while (true) { const r = await ask({}); const out = await act(r.steps); if (out.done) break; }',
      true,
    ],
    [
      'counter',
      'let n = 0; while (true) { const r = await ask({}); if (r.text === "done" || ++n > 10) break; }',
      false,
    ],
    [
      'counter of its own',
      'let n = 0; while (true) { if (n++ >= 5) throw new Error("too many"); const r = await ask({}); if (r.text) break; }',
      false,
    ],
    [
      'deadline',
      'const end = Date.now() + 1000; while (true) { if (Date.now() > end) break; const r = await ask({}); if (r.text) break; }',
      false,
    ],
    ['abort signal', 'while (true) { if (signal.aborted) return; const r = await ask({}); if (r.text) break; }', false],
    [
      'deadline of the call',
      'while (true) { const r = await ask({ signal: AbortSignal.timeout(1000) }); if (r.text) break; }',
      false,
    ],
    ['bounded loop', 'for (let i = 0; i < 10; i++) { const r = await ask({}); if (r.text) break; }', false],
    ['list', 'for (const x of xs) await ask({ system: x });', false],
    ['no loop', 'await ask({});', false],
    [
      'chat in the terminal',
      'while (true) { const q = await rl.question("> "); const r = await ask({ messages: q }); console.log(r.text); }',
      false,
    ],
    [
      'consumer of a queue',
      'while (true) { const job = await queue.take(); await ask({ messages: job.text }); }',
      false,
    ],
    [
      'the loop of a caller',
      'async function step() { return ask({}); } while (true) { const r = await step(); if (r.text) break; }',
      true,
    ],
    [
      'a bounded loop of a caller',
      'async function step() { return ask({}); } for (let i = 0; i < 3; i++) { await step(); }',
      false,
    ],
  ])('%s', (_, body, unbounded) => {
    const { app } = agentProject(`
      import { ask } from 'sdk'; import * as readline from 'node:readline/promises';
      export async function f(signal, xs, queue, act) { const rl = readline.createInterface(process.stdin); ${body} }
    `);
    expect(only(app.modelCalls).unboundedLoop !== undefined).toBe(unbounded);
  });
});
