import type { OptionsSite, PropertySite, Span } from '@leashlint/rules';
import type { ArgumentFacts, CallValue, Range } from '../../facts.js';
import type { Program, ProgramFile, Ref } from '../../program/program.js';
import { literalOf } from './literal-of.js';

/** The keyword arguments of a call as options; undefined for other values and in languages without them. */
export function keywordSite(program: Program, call: Ref): OptionsSite | undefined {
  const value = program.value(call);
  const file = program.fileOf(call);
  if (value.kind !== 'call' || file.facts.language !== 'python') return undefined;
  const brackets = bracketRange(file, value);
  if (brackets === undefined) return undefined;
  return {
    form: 'arguments',
    span: program.spanOfRange(file, brackets),
    properties: value.arguments.flatMap((argument) => keywordProperty(program, file, argument) ?? []),
    open: value.arguments.some(({ spread, name }) => spread === true && name === '**'),
  };
}

function keywordProperty(program: Program, file: ProgramFile, argument: ArgumentFacts): PropertySite | undefined {
  const { name, range, spread, value } = argument;
  if (name === undefined || spread === true) return undefined;
  const valueSpan = program.spanOfRange(file, range);
  return {
    name,
    span: spanWithName(file, name, valueSpan),
    valueSpan,
    literal: literalOf(program, program.ref(file, value)),
  };
}

function spanWithName(file: ProgramFile, name: string, value: Span): Span {
  // The value may begin with the name: `env=environ`.
  const start = file.text.lastIndexOf(name, value.start - name.length - 1);
  const between = file.text.slice(start + name.length, value.start);
  return start >= 0 && /^[^=,]*=[^=,]*$/.test(between) ? { ...value, start } : value;
}

/** The brackets around the arguments; nothing, at its end, for a decorator that is written without. */
function bracketRange(file: ProgramFile, call: CallValue & { readonly range: Range }): Range | undefined {
  const { text } = file;
  const [, end] = call.range;
  if (text[call.range[0]] === '@') return text[end - 1] === ')' ? undefined : [end, end];
  const between = /^(?:[^\S\n]|\\?\r?\n|#.*)*\(/.exec(text.slice(call.calleeRange[1], end));
  return between === null || text[end - 1] !== ')' ? undefined : [call.calleeRange[1] + between[0].length - 1, end];
}
