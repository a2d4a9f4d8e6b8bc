import type { ArrayItem, FileFacts, ObjectEntry, ProblemFacts, Range, Value, ValueId } from '../../facts.js';

/** Of a file that is broken all over, the first places are enough. */
const MAX_PROBLEMS = 20;

type Scalar = string | number | boolean | null;

/** The value graph of a data file while it is made: objects, arrays and literals, whose root is the default export. */
export interface DocumentDraft {
  literal(value: Scalar, range: Range): ValueId;
  /** Later entries win. */
  object(entries: readonly ObjectEntry[], range: Range): ValueId;
  array(items: readonly ArrayItem[], range: Range): ValueId;
  /** Something that the format allows and that carries no data of its own. */
  unknown(range: Range): ValueId;
  problem(message: string, range: Range): void;
  /** `root` is undefined for an empty file. */
  finish(root: ValueId | undefined): FileFacts;
}

/** `length` is that of the text: parsers count on after the end of what is not closed, and nothing may stand there. */
export function createDocument(length: number): DocumentDraft {
  const values: Value[] = [];
  const problems: ProblemFacts[] = [];
  const within = ([start, end]: Range): Range => [Math.min(start, length), Math.min(end, length)];
  const add = (value: Value): ValueId => values.push({ ...value, range: within(value.range) }) - 1;
  return {
    literal: (value, range) => add({ kind: 'literal', value, range, fn: 0 }),
    object: (entries, range) =>
      add({ kind: 'object', entries: entries.map((each) => ({ ...each, range: within(each.range) })), range, fn: 0 }),
    array: (items, range) => add({ kind: 'array', items, range, fn: 0 }),
    unknown: (range) => add({ kind: 'unknown', inputs: [], range, fn: 0 }),
    problem(message, range) {
      if (problems.length < MAX_PROBLEMS) problems.push({ message, range: within(range) });
    },
    finish: (root) => ({
      language: 'config',
      values,
      functions: [
        {
          name: undefined,
          range: [0, length],
          bodyRange: [0, length],
          nameRange: undefined,
          parent: undefined,
          class: undefined,
          kind: 'module',
          async: false,
          generator: false,
          parameters: [],
          returns: [],
          yields: [],
          throws: [],
          calls: [],
          condition: -1,
          directives: [],
          decorators: [],
        },
      ],
      classes: [],
      conditions: [],
      loops: [],
      stores: [],
      imports: [],
      exports: root === undefined ? [] : [{ name: 'default', value: root }],
      directives: [],
      declaredNames: [],
      moduleStyle: 'esm',
      importOffset: 0,
      problems,
    }),
  };
}
