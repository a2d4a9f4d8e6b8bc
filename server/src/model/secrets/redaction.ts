import type { Program, Ref } from '../../program/program.js';

/** What such a function gives is meant for others to see. */
const REDACTS =
  /redact|mask|anonymi[sz]e|pseudonymi[sz]e|scrub|obfuscate|censor|(?:^|[a-z_])hash|encrypt|^hash|toPublic|^pick$|^omit$|^sign$|digest|fingerprint/i;
/** Methods with which code shows the first letters of a key, or puts something in its place. */
const SHORTENS: ReadonlySet<string> = new Set([
  'slice',
  'substring',
  'substr',
  'replace',
  'replaceAll',
  'charAt',
  'at',
]);

/** Whether a value is masked, hashed or cut short on its way. `values` lead from the value to its use. */
export function isRedacted(program: Program, values: readonly Ref[]): boolean {
  return values.some((ref, index) => {
    const call = program.value(ref);
    if (call.kind !== 'call') return false;
    const file = program.fileOf(ref);
    const callee = program.value(program.ref(file, call.callee));
    const name =
      callee.kind === 'member'
        ? callee.key
        : callee.kind === 'import' || callee.kind === 'global'
          ? callee.name
          : undefined;
    const names = [name, ...program.callees(ref).map((fn) => program.function(fn).name)];
    if (names.some((each) => each !== undefined && REDACTS.test(each))) return true;
    // The receiver is cut, not a text that the value is put into.
    return (
      callee.kind === 'member' && SHORTENS.has(callee.key) && program.ref(file, callee.object) === values[index - 1]
    );
  });
}
