import type { Ref } from '../../program/program.js';
import type { ModelContext, ToolEntry } from '../entries.js';
import { follow } from '../catalogue/relative.js';
import type { ToolTable } from './tools.js';

/** Tools by the agent or bundle on which they are declared: `@agent.tool`, `@toolset.tool`. */
export function joinedTools(
  { program, catalogue }: ModelContext,
  declarations: ReturnType<ToolTable['declarations']>,
): ReadonlyMap<Ref, readonly ToolEntry[]> {
  const joined = new Map<Ref, ToolEntry[]>();
  for (const { call, tool } of declarations) {
    for (const holder of new Set(holdersOf(call))) {
      const known = joined.get(holder);
      if (known === undefined) joined.set(holder, [tool]);
      else known.push(tool);
    }
  }
  return joined;

  /** The calls that made what the tool is declared on. */
  function holdersOf(ref: Ref): readonly Ref[] {
    const call = program.value(ref);
    if (call.kind !== 'call') return [];
    const file = program.fileOf(ref);
    const callee = program.ref(file, call.callee);
    // `@agent.tool(retries=2)` is a call of what `agent.tool(retries=2)` gives.
    const start = program.value(callee).kind === 'call' ? callee : ref;
    return catalogue.match('tools', file, program.origins(callee)).flatMap(({ row }) => {
      if (row.joins === undefined) return [];
      const { values } = follow(program, start, row.joins);
      return values.flatMap((value) => program.origins(value.ref).map(({ at }) => at));
    });
  }
}
