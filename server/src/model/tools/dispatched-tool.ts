import type { Span, Tool } from '@leashlint/rules';
import type { Program } from '../../program/program.js';
import { dispatchedNames } from './dispatch.js';
import type { ToolDraft } from '../drafts.js';

/**
 * Which of the tools that share a handler a flow belongs to: the one whose name the handler has tested at the calls that
 * the flow passes. Undefined if that leaves several or none.
 */
export function dispatchedTool(
  program: Program,
  drafts: readonly ToolDraft[],
  passed: readonly Span[],
): Tool | undefined {
  const names = new Set<string>();
  for (const fn of new Set(drafts.flatMap((draft) => draft.handlers))) {
    const file = program.fileOfFunction(fn);
    for (const call of program.function(fn).calls) {
      const value = file.facts.values[call];
      if (value?.kind !== 'call') continue;
      const [start, end] = value.range;
      const isPassed = passed.some((span) => span.file === file.path && start <= span.start && span.end <= end);
      if (!isPassed) continue;
      for (const name of dispatchedNames(program, file, value.condition) ?? []) names.add(name);
    }
  }
  const tools = drafts.filter((draft) => draft.tool.name !== undefined && names.has(draft.tool.name));
  return tools.length === 1 ? tools[0]?.tool : undefined;
}
