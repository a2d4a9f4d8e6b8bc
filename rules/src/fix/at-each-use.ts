import type { Fix, TextEdit } from '../model/finding.js';
import type { Flow } from '../model/flow.js';

/** One fix for all uses of a value; undefined if one of them has none, or if two of them change the same place. */
export function atEachUse(flows: readonly Flow[], fixAt: (flow: Flow) => Fix | undefined): Fix | undefined {
  const uses = new Map(flows.map((flow) => [`${flow.sink.span.file}:${String(flow.sink.span.start)}`, flow]));
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
