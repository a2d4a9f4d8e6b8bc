import type { Fix, TextEdit } from '../model/finding.js';
import type { Flow } from '../model/flow.js';

/** The flows that end at one place. */
export type FlowsOfUse = readonly [Flow, ...Flow[]];

/** One fix for all uses of a value; undefined if one of them has none, or if two of them change the same place. */
export function atEachUse(flows: readonly Flow[], fixAt: (flows: FlowsOfUse) => Fix | undefined): Fix | undefined {
  const uses = new Map<string, FlowsOfUse>();
  for (const flow of flows) {
    const { file, start } = flow.sink.span;
    const use = `${file}:${String(start)}`;
    uses.set(use, [...(uses.get(use) ?? []), flow]);
  }
  const fixes = [...uses.values()].map(fixAt);
  const [first] = fixes;
  if (first === undefined || fixes.length === 1) return first;
  const edits = new Map<string, TextEdit>();
  for (const fix of fixes) {
    if (fix === undefined || fix.appends !== undefined) return undefined;
    for (const edit of fix.edits) edits.set(JSON.stringify(edit), edit);
  }
  return overlap([...edits.values()]) ? undefined : { ...first, edits: [...edits.values()] };
}

function overlap(edits: readonly TextEdit[]): boolean {
  return edits.some(({ span: a }, index) =>
    edits.slice(index + 1).some(({ span: b }) => a.file === b.file && a.start < b.end && b.start < a.end),
  );
}
