import type { FunctionRef, Program } from '../../program/program.js';
import type { ToolDraft } from '../drafts.js';
import type { Sink } from '../flow/sinks.js';

/** What the handlers of tools return: the model reads it. Handlers that tools share count once. */
export function toolResultSinks(program: Program, tools: readonly ToolDraft[]): readonly Sink[] {
  const owners = new Map<FunctionRef, ToolDraft>();
  for (const draft of tools) for (const fn of draft.handlers) if (!owners.has(fn)) owners.set(fn, draft);
  return [...owners].flatMap(([fn, { tool, dispatch }]) => {
    const file = program.fileOfFunction(fn);
    const label = tool.name === undefined || dispatch ? "a tool's result" : `the result of tool \`${tool.name}\``;
    const { returns, yields } = program.function(fn);
    const given = [...returns, ...yields.map((value) => ({ value, condition: -1 }))];
    return given.flatMap(({ value, condition }): readonly Sink[] => {
      if (value < 0) return [];
      const ref = program.ref(file, value);
      const span = program.span(ref);
      const shared = { call: undefined, argument: undefined, effect: undefined };
      return [{ kind: 'tool-result', value: ref, condition, span, label, ...shared }];
    });
  });
}
