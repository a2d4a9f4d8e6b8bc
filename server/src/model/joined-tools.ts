import type { Ref } from '../program/program.js';
import type { ModelContext, ToolEntry } from './entries.js';
import { follow } from './relative.js';

/** Tools by the agent or bundle on which they are declared: `@agent.tool`, `@toolset.tool`. */
export function joinedTools(
  { program, catalogue }: ModelContext,
  tools: readonly ToolEntry[],
): ReadonlyMap<Ref, readonly ToolEntry[]> {
  const joined = new Map<Ref, ToolEntry[]>();
  for (const tool of tools) {
    for (const holder of new Set(holdersOf(tool))) {
      const known = joined.get(holder);
      if (known === undefined) joined.set(holder, [tool]);
      else known.push(tool);
    }
  }
  return joined;

  /** The calls that made what the tool is declared on. */
  function holdersOf(tool: ToolEntry): readonly Ref[] {
    const call = program.value(tool.ref);
    const file = program.fileOf(tool.ref);
    const callee = call.kind === 'call' ? program.origins(program.ref(file, call.callee)) : [];
    return catalogue.match('tools', file, callee).flatMap(({ row }) => {
      if (row.joins === undefined) return [];
      const { values } = follow(program, tool.optionsAt ?? tool.ref, row.joins);
      return values.flatMap(({ ref }) => program.origins(ref).map(({ at }) => at));
    });
  }
}
