import type { AgentStep, CiAgent } from '@leashlint/rules';
import { parseTree, findNodeAtLocation, type Node } from 'jsonc-parser';
import { toolNames } from '../tools/tool-names.js';
import type { WorkflowStep } from './workflow.js';

/** What the agent of a step may do without a question, as far as inputs and flags say. */
export function agentTools({ tools }: CiAgent, { inputs }: WorkflowStep, commandLine: string): AgentStep['tools'] {
  const any = new RegExp(`^(?:${tools.any})$`, 'i');
  const named: string[] = [];
  let said = false;
  for (const option of tools.options) {
    // Without quotes the list goes on to the next option: `Bash(git log:*),Read`, `Read Write`.
    for (const match of commandLine.matchAll(
      new RegExp(`${option}(?:=|\\s+)("[^"]*"|'[^']*'|(?:(?!\\s--?[a-z])[^\\n\\\\;&|"'])+)`, 'g'),
    )) {
      said = true;
      named.push(...toolNames((match[1] ?? '').replaceAll(/^["']|["']$/g, '')));
    }
  }
  const { settings } = tools;
  const text = settings && inputs.find(({ name }) => name === settings.input)?.value;
  if (settings !== undefined && text !== undefined) {
    const root = parseTree(text);
    if (root === undefined) return 'unknown';
    const lists = settings.allow.flatMap((path) => strings(findNodeAtLocation(root, [...path])) ?? []);
    const allowed = settings.allow.some((path) => findNodeAtLocation(root, [...path]) !== undefined);
    if (allowed) {
      said = true;
      named.push(...lists);
    }
    const denied = settings.deny && strings(findNodeAtLocation(root, [...settings.deny]));
    if (named.length === 0 && denied?.some((tool) => any.test(tool)) === true) return 'none';
  }
  if (named.some((tool) => any.test(tool))) return 'any';
  if (!said) return tools.default;
  return named.length === 0 ? 'none' : 'some';
}

function strings(node: Node | undefined): string[] | undefined {
  return node?.children?.flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
}
