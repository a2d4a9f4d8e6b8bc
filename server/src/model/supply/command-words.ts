import type { ConfiguredText } from '@leashlint/rules';
import type { Program, Ref } from '../../program/program.js';

/** Stands for a word that only the running program knows. */
export const UNKNOWN_WORD = '${}';

/** Words of a list of texts, in order and each where it is written; undefined if it is no list that the code shows. */
export function listedWords(program: Program, list: Ref): readonly ConfiguredText[] | undefined {
  const [origin, ...others] = program.origins(list);
  if (origin?.kind !== 'value' || others.length > 0) return undefined;
  const value = program.value(origin.at);
  if (value.kind !== 'array') return undefined;
  const file = program.fileOf(origin.at);
  return value.items.flatMap((item): readonly ConfiguredText[] => {
    const range = item.range;
    if ('spread' in item) {
      const inner = listedWords(program, program.ref(file, item.spread));
      return inner ?? [{ value: UNKNOWN_WORD, span: program.span(program.ref(file, item.spread)) }];
    }
    const ref = program.ref(file, item.value);
    const text = onlyText(program, ref) ?? UNKNOWN_WORD;
    return [{ value: text, span: range === undefined ? program.span(ref) : program.spanOfRange(file, range) }];
  });
}

/** Words of a command line that is written as one text; all of them stand where the text does. */
export function splitWords(text: ConfiguredText): readonly ConfiguredText[] {
  return text.value
    .trim()
    .split(/\s+/)
    .map((value) => ({ value, span: text.span }));
}

/** The one text that a value is. */
export function onlyText(program: Program, ref: Ref): string | undefined {
  const literals = program.literals(ref);
  return literals?.length === 1 && typeof literals[0] === 'string' ? literals[0] : undefined;
}
