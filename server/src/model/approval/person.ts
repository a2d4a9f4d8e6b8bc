import type { FunctionRef, Origin, Program, Ref } from '../../program/program.js';
import type { ModelContext } from '../entries.js';
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

/** Python: calls that wait for an answer in the terminal. */
const PYTHON_PROMPTS: Readonly<Record<string, RegExp>> = {
  'python:builtins': /^Member\[input\]$/,
  'python:getpass': /^Member\[getpass\]$/,
  'python:click': /^Member\[(?:confirm|prompt)\]$/,
  'python:typer': /^Member\[(?:confirm|prompt)\]$/,
  'python:rich': /^Member\[prompt\]\.Member\[\w+\]\.Member\[ask\]$/,
  'python:questionary': /^Member\[/,
  'python:inquirer': /^Member\[/,
  'python:InquirerPy': /^Member\[/,
  'python:prompt_toolkit': /^Member\[/,
};

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

/** The same where the catalogue does not matter: a call that waits in the terminal, or of a function of the project that does. */
export function waitsForPerson(program: Program, call: Ref): boolean {
  if (isPromptCall(program, call)) return true;
  return program.callees(call).some((fn) => {
    const file = program.fileOfFunction(fn);
    return program.function(fn).calls.some((inner) => isPromptCall(program, program.ref(file, inner)));
  });
}

function isPromptCall(program: Program, call: Ref): boolean {
  const value = program.value(call);
  return value.kind === 'call' && program.origins(program.ref(program.fileOf(call), value.callee)).some(isPrompt);
}

function isPrompt(origin: Origin): boolean {
  if (origin.kind !== 'api') return false;
  const module = origin.module.replace(/^node:/, '');
  const last = origin.path.at(-1);
  if (PYTHON_PROMPTS[module]?.test(origin.path.join('.')) === true) return true;
  if (module === 'readline' || module === 'readline/promises') {
    return last === 'Member[question]' || last === 'Member[on]' || last === 'Member[once]';
  }
  if (module === 'global') {
    const path = origin.path.join('.');
    return /^Member\[(?:prompt|confirm)\]$/.test(path) || path.startsWith('Member[process].Member[stdin].Member[');
  }
  return PROMPT_MODULES.has(module) || module.startsWith('@inquirer/');
}
