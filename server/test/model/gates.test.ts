import { describe, expect, test } from 'vitest';
import { agentProject, only } from './agent-project.js';

const HEAD =
  "import { Agent, ask, interrupt, loop, oldTool, reviewMiddleware, run, searchTool, tool, Server } from 'sdk'; import { rmSync } from 'fs';\n";
const V2 = { 'package.json': '{"dependencies":{"sdk":"^2.0.0"}}' };
const V1 = { 'package.json': '{"dependencies":{"sdk":"^1.0.0"}}' };

function gatesOf(code: string, manifest: Readonly<Record<string, string>> = V2) {
  const project = agentProject({ 'a.ts': HEAD + code, ...manifest });
  return { ...project, tool: only(project.app.tools) };
}

describe('gates', () => {
  test.each<[string, string, 'yes' | 'no' | 'unknown', readonly string[]]>([
    ['none', 'loop({ tools: { t: tool({ execute: (i) => rmSync(i.p) }) } });', 'no', []],
    ['option', 'loop({ tools: { t: tool({ needsApproval: true }) } });', 'yes', ['tool needsApproval asks']],
    [
      'constant',
      'const yes = true; loop({ tools: { t: tool({ needsApproval: yes }) } });',
      'yes',
      ['tool needsApproval asks'],
    ],
    ['switched off', 'loop({ tools: { t: tool({ needsApproval: false }) } });', 'no', ['tool needsApproval never']],
    ['undefined is absent', 'loop({ tools: { t: tool({ needsApproval: undefined }) } });', 'no', []],
    [
      'predicate',
      'loop({ tools: { t: tool({ needsApproval: (i) => i.amount > 10 }) } });',
      'yes',
      ['tool needsApproval conditional'],
    ],
    [
      'predicate that never asks',
      'loop({ tools: { t: tool({ needsApproval: () => false }) } });',
      'no',
      ['tool needsApproval never'],
    ],
    [
      'predicate that always asks',
      'loop({ tools: { t: tool({ needsApproval: async () => true }) } });',
      'yes',
      ['tool needsApproval asks'],
    ],
    [
      'unresolved value',
      'export const f = (o) => loop({ tools: { t: tool({ needsApproval: o.gate }) } });',
      'unknown',
      ['tool needsApproval unknown'],
    ],
    [
      'unresolved spread',
      'export const f = (o) => loop({ tools: { t: tool({ ...o, execute: (i) => i }) } });',
      'unknown',
      [],
    ],
    [
      'known spread without a gate',
      'const o = { description: "x" }; loop({ tools: { t: tool({ ...o }) } });',
      'no',
      [],
    ],
    [
      'known spread with a gate',
      'const o = { needsApproval: true }; loop({ tools: { t: tool({ ...o }) } });',
      'yes',
      ['tool needsApproval asks'],
    ],
    ['call map', 'ask({ tools: { t: tool({}) }, approval: { t: "ask" } });', 'yes', ['call approval asks']],
    ['call map for another tool', 'ask({ tools: { t: tool({}) }, approval: { u: "ask" } });', 'no', []],
    [
      'call map that grants',
      'ask({ tools: { t: tool({}) }, approval: { t: "approved" } });',
      'no',
      ['call approval never'],
    ],
    [
      'call map from elsewhere',
      'export const f = (o) => ask({ tools: { t: tool({}) }, approval: { ...o } });',
      'unknown',
      ['call approval unknown'],
    ],
    [
      'one function for all tools',
      'ask({ tools: { t: tool({}) }, approval: ({ name }) => (name === "t" ? "ask" : undefined) });',
      'yes',
      ['call approval conditional'],
    ],
    [
      'options of the call from elsewhere',
      'export const f = (o) => ask({ ...o, tools: { t: tool({}) } });',
      'unknown',
      [],
    ],
    [
      'middleware',
      'new Agent({ tools: [tool({ name: "t" })], middleware: [reviewMiddleware({ on: { x: true } })] });',
      'unknown',
      ['middleware reviewMiddleware unknown'],
    ],
    [
      'named middleware',
      'const t = tool({}); new Agent({ tools: { t }, middleware: [reviewMiddleware({ on: { t: true } })] });',
      'yes',
      ['middleware reviewMiddleware asks'],
    ],
    [
      'middleware for another tool',
      'const t = tool({}); new Agent({ tools: { t }, middleware: [reviewMiddleware({ on: { u: true } })] });',
      'no',
      [],
    ],
    [
      'middleware that is off',
      'const t = tool({}); new Agent({ tools: { t }, middleware: [reviewMiddleware({ on: { t: false } })] });',
      'no',
      ['middleware reviewMiddleware never'],
    ],
    [
      'unresolved middleware',
      'const t = tool({}); export const f = (more) => new Agent({ tools: { t }, middleware: [...more] });',
      'unknown',
      [],
    ],
    [
      'agent that a call runs',
      'const t = tool({}); const agent = new Agent({ tools: { t }, middleware: [reviewMiddleware({ on: { t: true } })] }); run(agent, "x");',
      'yes',
      ['middleware reviewMiddleware asks'],
    ],
    [
      'interrupt in the handler',
      'loop({ tools: { t: tool({ execute: async (i) => { const ok = interrupt("sure?"); if (ok) rmSync(i.p); } }) } });',
      'yes',
      ['interrupt sdk.interrupt asks'],
    ],
    [
      'interrupt in a function that the handler reaches',
      'function sure() { return interrupt("?"); } loop({ tools: { t: tool({ execute: async (i) => { if (sure()) rmSync(i.p); } }) } });',
      'yes',
      ['interrupt sdk.interrupt asks'],
    ],
    [
      'interrupt elsewhere in the flow',
      'export function node() { interrupt("?"); } loop({ tools: { t: tool({ execute: (i) => rmSync(i.p) }) } });',
      'unknown',
      [],
    ],
    [
      'unseen question decides',
      'import { confirm } from "./ui"; loop({ tools: { t: tool({ execute: async (i) => { if (await confirm(i)) rmSync(i.p); } }) } });',
      'unknown',
      [],
    ],
    [
      'unseen call that decides nothing',
      'import { log } from "./log"; loop({ tools: { t: tool({ execute: async (i) => { await log(i); rmSync(i.p); } }) } });',
      'no',
      [],
    ],
    ['no user seen, but a call could gate', 'export const t = tool({});', 'unknown', []],
    [
      'one user gates, another does not',
      'const t = tool({}); ask({ tools: { t }, approval: { t: "ask" } }); ask({ tools: { t } });',
      'no',
      ['call approval asks'],
    ],
  ])('%s', (_, code, gated, gates) => {
    const { tool } = gatesOf(code);
    expect(tool.gates.map((gate) => `${gate.level} ${gate.name} ${gate.state}`)).toEqual(gates);
    expect(tool.gated).toBe(gated);
  });

  test('of a version that does not know the option do not count', () => {
    expect(gatesOf('ask({ tools: { t: tool({}) }, approval: { t: "ask" } });', V1).tool.gated).toBe('no');
  });

  test('of a server tool are unknown, because the client decides', () => {
    expect(gatesOf('const s = new Server({ name: "x" }); s.register("t", "d", {}, async () => 1);').tool.gated).toBe(
      'unknown',
    );
  });

  test('elicitation in a handler gates', () => {
    const { tool } = gatesOf(
      'const s = new Server({}); s.register("t", "d", {}, async () => { await s.elicit({}); });',
    );
    expect(tool).toMatchObject({ gated: 'yes', gates: [{ level: 'elicitation' }] });
  });
});

describe('offers', () => {
  test.each<[string, string, readonly string[]]>([
    ['on the tool', 'loop({ tools: { t: tool({ execute: (i) => i }) } });', ['needsApproval: true']],
    ['on tool and call', 'ask({ tools: { t: tool({}) } });', ['needsApproval: true', "approval: { t: 'ask' }"]],
    [
      'into an existing map',
      'ask({ tools: { t: tool({}) }, approval: { u: "ask" } });',
      ['needsApproval: true', "t: 'ask'"],
    ],
    [
      'into middleware that is there',
      'const t = tool({}); new Agent({ tools: { t }, middleware: [reviewMiddleware({ on: { u: true } })] });',
      ['needsApproval: true', 't: true'],
    ],
    [
      'once for users that share options',
      'const o = { tools: { t: tool({}) } }; ask(o); ask(o);',
      ['needsApproval: true', "approval: { t: 'ask' }"],
    ],
    ['not around what the provider runs', 'ask({ tools: { t: searchTool({}) } });', []],
    ['quoted name', 'ask({ tools: { "a-b": tool({}) } });', ['needsApproval: true', "approval: { 'a-b': 'ask' }"]],
    ['a deprecated option last', 'ask({ tools: { t: oldTool({}) } });', ["approval: { t: 'ask' }", 'confirm: true']],
    [
      'a deprecated option where it is the only one for all users',
      'const t = oldTool({}); ask({ tools: { t } }); ask({ tools: { t } });',
      ['confirm: true', "approval: { t: 'ask' }", "approval: { t: 'ask' }"],
    ],
    ['not where the option stands already', 'loop({ tools: { t: tool({ needsApproval: false }) } });', []],
    ['not without an object to write to', 'const o = make(); loop({ tools: { t: tool(o) } });', []],
  ])('%s', (_, code, properties) => {
    const { tool, text } = gatesOf(code);
    expect(tool.gateOffers.map((offer) => offer.property)).toEqual(properties);
    for (const offer of tool.gateOffers) expect(text(offer.options.span)).toMatch(/^\{[^]*\}$/);
  });
});
