import type { CiAgent, CiUntrustedText, Span } from '@leashlint/rules';
import type { Program } from '../../program/program.js';
import { contextsIn, expressionsIn, type Expression } from './expression.js';
import { isUntrusted } from './untrusted-contexts.js';
import type { Workflow, WorkflowJob, WorkflowStep, WorkflowText } from './workflow.js';

/** A variable of the environment with text of the event in it. */
interface Tainted {
  readonly context: string;
  readonly through: Span;
}

/** Texts that whoever starts the event writes, where they reach the agent of a step. */
export function untrustedTexts(
  program: Program,
  agent: CiAgent,
  workflow: Workflow,
  job: WorkflowJob,
  step: WorkflowStep,
): readonly CiUntrustedText[] {
  const env = new Map<string, Tainted>();
  for (const variable of [...workflow.env, ...job.env, ...step.env]) {
    env.delete(variable.name);
    const context = untrustedContext(variable.value, env);
    if (context !== undefined) env.set(variable.name, { context, through: variable.pairSpan });
  }
  const inputs = (names: readonly string[]): readonly WorkflowText[] =>
    step.inputs.filter(({ name }) => names.includes(name));
  return [
    ...inputs(agent.prompts).flatMap((text) => [
      ...written(program, text, 'prompt', env),
      // The agent is told to look at the variable, or the action puts its value in place of its name.
      ...mentioned(program, text, env),
    ]),
    ...inputs(agent.arguments).flatMap((text) => written(program, text, 'arguments', env)),
    ...(step.run === undefined ? [] : written(program, step.run, 'script', env)),
  ];
}

/** Values that expressions write into a text. */
function written(
  program: Program,
  text: WorkflowText,
  place: CiUntrustedText['place'],
  env: ReadonlyMap<string, Tainted>,
): readonly CiUntrustedText[] {
  const source = program.file(text.span.file)?.text.slice(text.span.start, text.span.end) ?? '';
  return expressionsIn(source).flatMap(({ start, end, expression }) => {
    const found = contextOf(expression, env);
    if (found === undefined) return [];
    const span = { file: text.span.file, start: text.span.start + start, end: text.span.start + end };
    const quoted = expression.kind === 'call' && expression.name === 'tojson';
    return [{ context: found.context, span, place, through: found.through, quoted }];
  });
}

function mentioned(
  program: Program,
  text: WorkflowText,
  env: ReadonlyMap<string, Tainted>,
): readonly CiUntrustedText[] {
  const source = program.file(text.span.file)?.text.slice(text.span.start, text.span.end) ?? '';
  return [...env].flatMap(([name, { context, through }]) => {
    const at = new RegExp(`\\$(?:\\{${name}\\}|${name}\\b)`).exec(source);
    if (at === null) return [];
    const start = text.span.start + at.index;
    const span = { file: text.span.file, start, end: start + at[0].length };
    return [{ context, span, place: 'prompt', through, quoted: false } as const];
  });
}

function untrustedContext(value: string, env: ReadonlyMap<string, Tainted>): string | undefined {
  return expressionsIn(value)
    .map(({ expression }) => contextOf(expression, env)?.context)
    .find((context) => context !== undefined);
}

function contextOf(
  expression: Expression,
  env: ReadonlyMap<string, Tainted>,
): { readonly context: string; readonly through: Span | undefined } | undefined {
  // A comparison gives true or false, whatever it compares.
  if (expression.kind === 'compare' || expression.kind === 'not') return undefined;
  if (expression.kind === 'call' && /^(?:contains|startswith|endswith|hashfiles)$/.test(expression.name))
    return undefined;
  if (expression.kind === 'and' || expression.kind === 'or') {
    return expression.items.map((item) => contextOf(item, env)).find((found) => found !== undefined);
  }
  for (const name of contextsIn(expression)) {
    if (isUntrusted(name)) return { context: name, through: undefined };
    const variable = [...env].find(([key]) => `env.${key.toLowerCase()}` === name)?.[1];
    if (variable !== undefined) return variable;
  }
  return undefined;
}
