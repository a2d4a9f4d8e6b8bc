import type { Finding, Fix, TextEdit } from '@leashlint/rules';

/** Repairs that every one of some findings offers, each made at all of them; none whose edits would meet. */
export function jointRepairs([first, ...others]: readonly [Finding, ...Finding[]]): readonly Fix[] {
  return first.fixes.flatMap((fix) => {
    const same = others.flatMap(
      ({ fixes }) => fixes.find(({ kind, title }) => kind === fix.kind && title === fix.title) ?? [],
    );
    if (same.length < others.length) return [];
    const all = [fix, ...same];
    const edits = distinct(all.flatMap((one) => one.edits));
    if (doMeet(edits)) return [];
    const appends = new Map(all.flatMap((one) => one.appends ?? []).map((one) => [`${one.file}\0${one.line}`, one]));
    return [{ ...fix, edits, ...(appends.size > 0 && { appends: [...appends.values()] }) }];
  });
}

/** The same import is added once. */
function distinct(edits: readonly TextEdit[]): readonly TextEdit[] {
  const byKey = new Map(
    edits.map((edit) => [`${edit.span.file}\0${edit.span.start}\0${edit.span.end}\0${edit.text}`, edit]),
  );
  return [...byKey.values()];
}

function doMeet(edits: readonly TextEdit[]): boolean {
  const inOrder = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return inOrder.some(({ span }, at) =>
    inOrder
      .slice(0, at)
      .some(
        (before) =>
          before.span.file === span.file && (before.span.end > span.start || before.span.start === span.start),
      ),
  );
}
