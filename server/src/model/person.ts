import type { FunctionRef, Origin, Ref } from '../program/program.js';
import type { ModelContext } from './entries.js';
import { askingCall, reachableFunctions } from './handler-gates.js';

const PROMPT_MODULES = new Set([
  'inquirer',
  'prompts',
  'enquirer',
  'readline-sync',
  '@clack/prompts',
  '@topcli/prompts',
  'prompt',
  'prompt-sync',
  'cli-interact',
  'terminal-kit',
]);

/** Whether the function, or one that it calls, waits for what a person types or answers. */
export function reachesPerson(context: ModelContext, fn: FunctionRef): boolean {
  const { program } = context;
  return reachableFunctions(program, [fn]).some((reached) => {
    const file = program.fileOfFunction(reached);
    return program.function(reached).calls.some((call) => asksPerson(context, program.ref(file, call)));
  });
}

/** `readline.question(…)`, `inquirer.prompt(…)`, `window.confirm(…)`, and what the catalogue knows. */
export function asksPerson(context: ModelContext, call: Ref): boolean {
  const { program } = context;
  const value = program.value(call);
  if (value.kind !== 'call') return false;
  const origins = program.origins(program.ref(program.fileOf(call), value.callee));
  return origins.some(isPrompt) || askingCall(context, call) !== undefined;
}

function isPrompt(origin: Origin): boolean {
  if (origin.kind !== 'api') return false;
  const module = origin.module.replace(/^node:/, '');
  const last = origin.path.at(-1);
  if (module === 'readline' || module === 'readline/promises') {
    return last === 'Member[question]' || last === 'Member[on]' || last === 'Member[once]';
  }
  if (module === 'global') {
    const path = origin.path.join('.');
    return /^Member\[(?:prompt|confirm)\]$/.test(path) || path.startsWith('Member[process].Member[stdin].Member[');
  }
  return PROMPT_MODULES.has(module) || module.startsWith('@inquirer/');
}
