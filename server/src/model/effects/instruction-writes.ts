import type { Ref } from '../../program/program.js';
import type { ModelContext } from '../entries.js';
import { follow } from '../catalogue/relative.js';
import type { Sighting } from '../catalogue/sightings.js';
import type { Sink } from '../flow/sinks.js';
import { isTemporary } from './effect-change.js';

/** Files that agents take for instructions wherever they find them. */
const INSTRUCTIONS =
  /^(?:CLAUDE(?:\.local)?\.md|AGENTS\.md|AGENT\.md|GEMINI\.md|QWEN\.md|MEMORY\.md|SKILL\.md|\.cursorrules|\.windsurfrules|\.clinerules|copilot-instructions\.md|[\w-]+\.mdc)$/i;
const MAX_DEPTH = 5;

/** What is written into files of instructions. */
export function instructionWrites(context: ModelContext, calls: readonly Sighting[]): readonly Sink[] {
  const { program, catalogue } = context;
  return calls.flatMap(({ ref: call, file, callee }): readonly Sink[] => {
    const value = program.value(call);
    const [match] = catalogue.match('fileWriters', file, callee).filter(({ row }) => row.content !== undefined);
    if (match === undefined || value.kind !== 'call') return [];
    const { to, content } = match.row;
    const name = follow(program, call, to)
      .values.filter(({ ref }) => !isTemporary(program, ref, []))
      .map(({ ref }) => fileName(context, ref))
      .find((one) => one !== undefined && INSTRUCTIONS.test(one));
    if (name === undefined || content === undefined) return [];
    return follow(program, call, content).values.map(({ ref }) => {
      const index = value.arguments.findIndex((argument) => program.ref(file, argument.value) === ref);
      const argument = value.arguments[index];
      return {
        kind: 'memory',
        value: ref,
        condition: value.condition,
        span: argument === undefined ? program.span(call) : program.spanOfRange(file, argument.range),
        label: name,
        call,
        argument: index < 0 ? undefined : index,
        effect: 'fs-write',
      };
    });
  });
}

/** The literal name of a file at the end of a path, whatever stands before it; of an open file, that of its path. */
function fileName(context: ModelContext, ref: Ref, depth = 0): string | undefined {
  const { program } = context;
  if (depth > MAX_DEPTH) return undefined;
  const literal = program.literals(ref)?.[0];
  if (typeof literal === 'string') return literal.split(/[\\/]/).at(-1);
  for (const origin of program.origins(ref)) {
    const value = program.value(origin.at);
    const file = program.fileOf(origin.at);
    if (value.kind === 'template') {
      const last = value.parts.at(-1);
      if (typeof last === 'string') return last.split(/[\\/]/).at(-1);
      return last === undefined ? undefined : fileName(context, program.ref(file, last), depth + 1);
    }
    if (value.kind === 'operation') {
      const last = value.inputs.at(-1);
      return value.operator !== '/' || last === undefined
        ? undefined
        : fileName(context, program.ref(file, last), depth + 1);
    }
    if (value.kind !== 'call') continue;
    // `join(folder, 'CLAUDE.md')`, `Path(folder, 'CLAUDE.md')`; the mode of an opened file comes after its path.
    for (const argument of value.arguments.filter((one) => one.name === undefined).toReversed()) {
      const name = fileName(context, program.ref(file, argument.value), depth + 1);
      if (name !== undefined && name.includes('.')) return name;
    }
  }
  return undefined;
}
