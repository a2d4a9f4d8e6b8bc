import type { SinkKind } from '@leashlint/rules';
import { argumentAt } from '../program/origins.js';
import type { Program, Ref } from '../program/program.js';

interface Quoting {
  readonly quote: string;
  /** What may stand for the quote inside; a shell ends the quotes, writes one, and goes on. */
  readonly written: readonly string[];
  /** What is written begins with a backslash, so those of the text must have been doubled before. */
  readonly escapes?: true;
}

const DOUBLED: Quoting = { quote: '\\', written: ['\\\\'] };

const QUOTINGS: Partial<Readonly<Record<SinkKind, readonly Quoting[]>>> = {
  shell: [{ quote: "'", written: ["'\\''", `'"'"'`] }],
  code: [
    { quote: '"', written: ['\\"'], escapes: true },
    { quote: "'", written: ["\\'"], escapes: true },
  ],
  sql: [
    { quote: '"', written: ['""'] },
    { quote: '`', written: ['``'] },
    { quote: "'", written: ["''"] },
  ],
};
const MAX_DEPTH = 12;
/** Methods of Python that leave quotes as they are. */
const KEEPS_TEXT = /^(?:[lr]?strip|lower|upper|title|capitalize|encode|decode)$/;

/** Parts of a text that stand between quotes and in which each such quote has been replaced: `'${x.replace(/'/g, "'\\''")}'`. */
export function quotedParts(
  program: Program,
  text: Ref,
  parts: readonly (string | number)[],
  sink: SinkKind,
): ReadonlySet<Ref> {
  const quoted = new Set<Ref>();
  const quotings = QUOTINGS[sink];
  if (quotings === undefined) return quoted;
  const file = program.fileOf(text);
  parts.forEach((part, at) => {
    const [before, after] = [parts[at - 1], parts[at + 1]];
    if (typeof part === 'string' || typeof before !== 'string' || typeof after !== 'string') return;
    const ref = program.ref(file, part);
    const between = quotings.find(({ quote }) => before.endsWith(quote) && after.startsWith(quote));
    if (between !== undefined && replacesQuotes(program, ref, between, 0)) quoted.add(ref);
  });
  return quoted;
}

/** Whether a value is text in which every quote has been replaced, here or in a function of the project. */
function replacesQuotes(program: Program, ref: Ref, quoting: Quoting, depth: number): boolean {
  const value = program.value(ref);
  if (depth > MAX_DEPTH || value.kind !== 'call') return false;
  const callees = program.callees(ref);
  if (callees.length > 0) {
    return callees.every((callee) => {
      const file = program.fileOfFunction(callee);
      const { returns } = program.function(callee);
      return (
        returns.length > 0 &&
        returns.every(
          (result) => result.value >= 0 && replacesQuotes(program, program.ref(file, result.value), quoting, depth + 1),
        )
      );
    });
  }
  const file = program.fileOf(ref);
  const callee = program.value(program.ref(file, value.callee));
  if (callee.kind !== 'member') return false;
  const python = file.facts.language === 'python';
  if (python && KEEPS_TEXT.test(callee.key))
    return replacesQuotes(program, program.ref(file, callee.object), quoting, depth + 1);
  if (!/^replace(?:All)?$/.test(callee.key)) return false;
  const [searched, replacement] = [argumentAt(program, ref, 0), argumentAt(program, ref, 1)];
  if (searched === undefined || replacement === undefined) return false;
  const written = program.literals(replacement);
  const replaced =
    written?.length === 1 && quoting.written.some((text) => text === written[0] || text === unescaped(written[0]));
  const removed = written?.every((text) => typeof text === 'string' && !text.includes(quoting.quote)) === true;
  if (python && removed && isEvery(program, searched, quoting.quote, true)) return true;
  if (!replaced || !isEvery(program, searched, quoting.quote, python || callee.key === 'replaceAll')) {
    // Another replacement on the way, which brings no quotes in.
    const harmless = written?.every((text) => typeof text === 'string' && !/["'`\\]/.test(text)) === true;
    return python && harmless && replacesQuotes(program, program.ref(file, callee.object), quoting, depth + 1);
  }
  return quoting.escapes !== true || replacesQuotes(program, program.ref(file, callee.object), DOUBLED, depth + 1);
}

/** `$$` and `$&` are special in replacements; quotes are written without them. */
function unescaped(text: unknown): string | undefined {
  return typeof text === 'string' ? text.replaceAll('$$', '$') : undefined;
}

/** `/'/g`, or the quote itself for `replaceAll`. */
function isEvery(program: Program, searched: Ref, quote: string, all: boolean): boolean {
  return program.origins(searched).every((origin) => {
    const value = origin.kind === 'value' ? program.value(origin.at) : undefined;
    if (value?.kind === 'literal') return all && value.value === quote;
    return (
      value?.kind === 'regex' &&
      value.flags.includes('g') &&
      [quote, `\\${quote}`, `[${quote}]`].includes(value.pattern)
    );
  });
}
