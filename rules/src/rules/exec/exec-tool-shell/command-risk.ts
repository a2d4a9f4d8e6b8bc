import { programsWithOptions } from '../../../fix/option-programs.js';
import type { Flow } from '../../../model/flow.js';
import type { Severity } from '../../../model/finding.js';
import type { Advice } from '../../in-language.js';

/** One stray option does not get far here; whoever writes the whole list of arguments does. */
const listRuns = new Set(['docker', 'podman', 'kubectl', 'helm', 'ffmpeg']);

export interface Risk {
  readonly place: string;
  readonly help: Advice;
  readonly severity: Severity;
}

export const inShell: Risk = {
  place: 'the shell command of',
  help: {
    typescript:
      'Run a fixed program with an argument array (execFile, spawn without a shell) and check each value against an anchored pattern or a list.',
    python:
      'Run a fixed program with a list of arguments and without a shell, and check each value with re.fullmatch or against a list.',
  },
  severity: 'error',
};

/** What a value can do: anything in a shell, nothing in an argument array unless it may be an option that runs something. */
export function riskOf({ sink, partial }: Flow): Risk | undefined {
  const { argument, call, kind } = sink;
  const program = sink.program ?? call?.arguments[0]?.literal ?? call?.arguments[0]?.first;
  if (kind === 'shell') {
    const named = argument?.index === 0 && /\b(?:execFile|spawn|fork)\w*$/.test(call?.callee ?? '');
    if (!named && sink.program !== 'chosen') return inShell;
    return { ...inShell, place: 'the program name of', help: 'Run a fixed program, or choose it from a list.' };
  }
  if (argument === undefined || typeof program !== 'string') return undefined;
  const name = program.replace(/^.*[\\/]/, '');
  if (!programsWithOptions.has(name) && (partial || !listRuns.has(name))) return undefined;
  const help = 'Refuse values that start with a dash, or put `--` (git: `--end-of-options`) before them.';
  return { place: `the options of \`${name}\` in`, help, severity: 'warning' };
}
