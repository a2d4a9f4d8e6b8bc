import type { SinkKind } from '@leashlint/rules';
import { commandTags, shellCommandFlags, shellPrograms } from '@leashlint/rules';
import type { Program, ProgramFile, Ref } from '../../program/program.js';
import { argumentAt } from '../../program/origins.js';
import type { Sink } from '../flow/sinks.js';

const tags: ReadonlySet<string> = new Set(commandTags);
const programs: ReadonlySet<string> = new Set(shellPrograms);
const flags: ReadonlySet<string> = new Set(shellCommandFlags);

/**
 * Commands in tagged templates: $`grep ${text} file`. The tag makes one argument of each value, so that only what is
 * started matters: a shell that runs an argument as a command, the program itself, or a tag that was told to use a shell.
 */
export function taggedCommandSinks(program: Program, file: ProgramFile): readonly Sink[] {
  return file.facts.values.flatMap((value, id) => {
    if (value.kind !== 'template' || value.tag === undefined) return [];
    const tag = program.ref(file, value.tag);
    const shell = tagOf(program, tag);
    if (shell === undefined) return [];
    return value.parts.flatMap((part, at): Sink[] => {
      if (typeof part === 'string') return [];
      const before = value.parts[at - 1];
      const [range] = value.ranges?.slice(at, at + 1) ?? [];
      if (!shell && !runsAsCommand(typeof before === 'string' ? before : '', at)) return [];
      const ref = program.ref(file, part);
      return [
        {
          kind: 'shell' satisfies SinkKind,
          value: ref,
          condition: conditionOf(program, program.ref(file, id)),
          span: range === undefined ? program.span(ref) : program.spanOfRange(file, range),
          label: '$',
          call: undefined,
          argument: undefined,
          effect: 'exec',
        },
      ];
    });
  });
}

/** Whether a tag is one that runs commands, and whether it hands them to a shell as text. */
function tagOf(program: Program, tag: Ref): boolean | undefined {
  const [origin, ...others] = program.origins(tag);
  if (origin?.kind !== 'api' || others.length > 0 || !tags.has(origin.module)) return undefined;
  const [first, made, ...rest] = origin.path;
  if (!/^Member\[(?:\$|execa|execaSync|default)\]$/.test(first ?? '') || rest.length > 0) return undefined;
  if (made === undefined) return false;
  if (made !== 'ReturnValue') return undefined;
  const options = argumentAt(program, origin.at, 0);
  const literal = options === undefined ? undefined : program.object(options);
  if (origin.module !== 'execa' || literal === undefined) return false;
  return program.property(literal, 'shell').values.some((ref) => program.literals(ref)?.some(Boolean) === true);
}

/** `bash -c ${command}`; the first word is a program that is chosen from outside. */
function runsAsCommand(before: string, at: number): boolean {
  if (at <= 1 && before.trim() === '') return true;
  const [program = '', flag = ''] = before.trim().split(/\s+/).slice(-2);
  return /\s["']?$/.test(before) && programs.has(program) && flags.has(flag);
}

function conditionOf(program: Program, template: Ref): number {
  const { calls } = program.function(program.functionOf(template));
  const file = program.fileOf(template);
  const { start } = program.span(template);
  // A template has no condition of its own; the calls before it know what holds there.
  const before = calls.filter((id) => program.span(program.ref(file, id)).start < start).at(-1);
  const call = before === undefined ? undefined : file.facts.values[before];
  return call?.kind === 'call' ? call.condition : -1;
}
