import { describe, expect, test } from 'vitest';
import { agentProject, only } from './agent-project.js';

const HEAD = "import { ask, Resume } from 'sdk'; import * as readline from 'node:readline/promises';\n";

describe('approval callbacks', () => {
  test.each<[string, string, 'grants' | 'decides' | 'unknown']>([
    ['always allows', 'async () => ({ behavior: "allow" })', 'grants'],
    ['allows with the input', 'async (name, input) => ({ behavior: "allow", updatedInput: input })', 'grants'],
    [
      'allows on every path',
      'async (name) => { if (name === "x") return { behavior: "allow", note: 1 }; return { behavior: "allow" }; }',
      'grants',
    ],
    [
      'denies on a path',
      'async (name) => { if (name === "x") return { behavior: "deny" }; return { behavior: "allow" }; }',
      'decides',
    ],
    [
      'throws on a path',
      'async (name) => { if (name === "x") throw new Error("no"); return { behavior: "allow" }; }',
      'decides',
    ],
    ['computed answer', 'async (name) => ({ behavior: decide(name) })', 'unknown'],
    ['either', 'async (name) => ({ behavior: name === "x" ? "allow" : "deny" })', 'unknown'],
    [
      'asks a person',
      'async () => { const rl = readline.createInterface(process.stdin); const a = await rl.question("?"); return { behavior: a === "y" ? "allow" : "deny" }; }',
      'decides',
    ],
    ['from elsewhere', 'decide', 'unknown'],
  ])('%s', (_, callback, outcome) => {
    const { app } = agentProject(`${HEAD}export const f = (decide) => ask({ onApproval: ${callback} });`);
    expect(only(app.approvals)).toMatchObject({ mechanism: 'onApproval', outcome });
  });

  test('by name, from another file', () => {
    const { app, text } = agentProject({
      'a.ts': `${HEAD}import { allowAll } from './allow'; ask({ onApproval: allowAll });`,
      'allow.ts': 'export async function allowAll() { return { behavior: "allow" }; }',
    });
    const approval = only(app.approvals);
    expect(approval.outcome).toBe('grants');
    expect(text(approval.denial?.replace)).toBe('{ behavior: "allow" }');
    expect(approval.denial?.text).toBe("{ behavior: 'deny' }");
  });
});

describe('calls that approve', () => {
  test.each<[string, string, 'grants' | 'decides']>([
    ['every interruption', 'for (const i of r.interruptions) r.state.approve(i);', 'grants'],
    [
      'if there are any',
      'if (r.interruptions?.length > 0) { for (const i of r.interruptions) r.state.approve(i); }',
      'grants',
    ],
    [
      'while there are any',
      'while (r.interruptions.length) { for (const i of r.interruptions) { r.state.approve(i); } r = await ask({}); }',
      'grants',
    ],
    ['with logging', 'for (const i of r.interruptions) { console.log(i); r.state.approve(i); }', 'grants'],
    ['by a policy', 'for (const i of r.interruptions) { if (i.name === "read") r.state.approve(i); }', 'decides'],
    [
      'or rejects',
      'for (const i of r.interruptions) { if (ok) r.state.approve(i); else r.state.reject(i); }',
      'decides',
    ],
    [
      'after a question',
      'const rl = readline.createInterface(process.stdin); await rl.question("?"); for (const i of r.interruptions) r.state.approve(i);',
      'decides',
    ],
    [
      'after a question in a function',
      'for (const i of r.interruptions) { if (await sure()) r.state.approve(i); }',
      'decides',
    ],
  ])('%s', (_, body, outcome) => {
    const { app, text } = agentProject(`${HEAD}
      async function sure() { return (await readline.createInterface(process.stdin).question('?')) === 'y'; }
      export async function f(ok) { let r = await ask({}); ${body} }`);
    const approval = only(app.approvals);
    expect(approval).toMatchObject({ mechanism: 'state.approve', outcome });
    expect(text(approval.denial?.replace)).toBe('approve');
  });

  test.each<[string, string, number]>([
    ['constant', 'new Resume({ resume: { decisions: [{ type: "approve" }] } });', 1],
    ['from a variable', 'const d = { type: "approve" }; new Resume({ resume: { decisions: [d] } });', 1],
    ['rejecting', 'new Resume({ resume: { decisions: [{ type: "reject" }] } });', 0],
    ['decided elsewhere', 'export const f = (decisions) => new Resume({ resume: { decisions } });', 0],
  ])('resuming with a decision: %s', (_, code, count) => {
    expect(agentProject(HEAD + code).app.approvals).toHaveLength(count);
  });
});
