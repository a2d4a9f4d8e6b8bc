import { SANDBOX_MODULES, shellCommandFlags, shellPrograms, type Span } from '@leashlint/rules';
import type { ArrayItem } from '../../facts.js';
import type { Program, ProgramFile, Ref } from '../../program/program.js';
import { calledOrigins, type Sink } from '../flow/sinks.js';
import { calleeName } from '../catalogue/sites.js';

const programs: ReadonlySet<unknown> = new Set(shellPrograms);
const flags: ReadonlySet<unknown> = new Set(shellCommandFlags);

/**
 * An argument array that starts a shell with a command line: `exec(pod, ['/bin/sh', '-c', command])`. Whatever function
 * takes it, the third item is read by a shell. Sandboxes are where such commands belong.
 */
export function shellArraySinks(program: Program, file: ProgramFile): readonly Sink[] {
  const commands = commandLines(program, file);
  if (commands.size === 0) return [];
  return file.facts.values.flatMap((value, id) => {
    if (value.kind !== 'call') return [];
    return value.arguments.flatMap((argument, index): Sink[] => {
      const command = program
        .origins(program.ref(file, argument.value))
        .map((origin) => commands.get(origin.at))
        .find((found) => found !== undefined);
      const call = program.ref(file, id);
      if (command === undefined || isSandboxed(program, call) || isAddition(program, call)) return [];
      return [
        {
          kind: 'shell',
          value: command.item,
          condition: value.condition,
          // The item that the shell reads; the call may stand far from it.
          span: command.span,
          label: calleeName(program, call),
          call,
          argument: index,
          effect: 'exec',
        },
      ];
    });
  });
}

interface Command {
  readonly item: Ref;
  readonly span: Span;
}

/** Array literals that start a shell: the array → the item that the shell reads. */
function commandLines(program: Program, file: ProgramFile): ReadonlyMap<Ref, Command> {
  const found = new Map<Ref, Command>();
  for (const [id, value] of file.facts.values.entries()) {
    if (value.kind !== 'array' || value.items.length < 3) continue;
    const [first, second, third] = value.items.map((item) =>
      'value' in item ? program.ref(file, item.value) : undefined,
    );
    if (first === undefined || second === undefined || third === undefined) continue;
    if (literal(program, second, flags) && literal(program, first, programs))
      found.set(program.ref(file, id), {
        item: third,
        span: itemSpan(program, file, value.items[2]) ?? program.span(third),
      });
  }
  return found;
}

/** Whether one of the values that something may be is a literal of the set. */
function literal(program: Program, ref: Ref, wanted: ReadonlySet<unknown>): boolean {
  return program.origins(ref).some((origin) => {
    const value = origin.kind === 'value' ? program.value(origin.at) : undefined;
    return value?.kind === 'literal' && wanted.has(value.value);
  });
}

function isSandboxed(program: Program, call: Ref): boolean {
  return calledOrigins(program, call).some((origin) => origin.kind === 'api' && SANDBOX_MODULES.has(origin.module));
}

/** Calls of a variable's own methods and of logs take the array without running it. */
function isAddition(program: Program, call: Ref): boolean {
  return calledOrigins(program, call).some((origin) => origin.kind === 'api' && origin.module === 'global');
}

function itemSpan(program: Program, file: ProgramFile, item: ArrayItem | undefined): Span | undefined {
  return item?.range === undefined ? undefined : program.spanOfRange(file, item.range);
}
