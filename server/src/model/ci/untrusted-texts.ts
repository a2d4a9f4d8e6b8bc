import type { CiAgent, CiUntrustedText } from '@leashlint/rules';
import type { Program } from '../../program/program.js';
import { expressionsIn } from './expression.js';
import type { JobPlace } from './job-places.js';
import { variablesIn } from './script-values.js';
import type { TextOrigin, TextOrigins } from './text-origins.js';
import { variableOffer } from './variable-offer.js';
import type { WorkflowStep, WorkflowText } from './workflow.js';

/** Texts that whoever starts the event writes, where they reach the agent of a step. */
export function untrustedTexts(
  program: Program,
  agent: CiAgent,
  origins: TextOrigins,
  place: JobPlace,
  step: WorkflowStep,
): readonly CiUntrustedText[] {
  const inputs = (names: readonly string[]): readonly WorkflowText[] =>
    step.inputs.filter(({ name }) => names.includes(name));
  const variables = origins.variables(place, step);
  const written = (text: WorkflowText, where: CiUntrustedText['place']): readonly CiUntrustedText[] =>
    expressionsIn(sourceOf(program, text)).flatMap(({ end, expression, start }) => {
      const quoted = expression.kind === 'call' && expression.name === 'tojson';
      const origin = origins.of(expression, place, step).find(isStrangers);
      return origin === undefined ? [] : [textAt(text, start, end, where, origin, quoted)];
    });
  /** The agent is told to look at the variable, or the action or shell puts its value in place of its name. */
  const mentioned = (text: WorkflowText, from: number, to: number): readonly CiUntrustedText[] => {
    const seen = new Set<string>();
    return variablesIn(sourceOf(program, text).slice(from, to)).flatMap(({ end, name, start }) => {
      const origin = variables.get(name)?.find(isStrangers);
      if (origin === undefined || seen.has(name)) return [];
      seen.add(name);
      return [textAt(text, from + start, from + end, 'prompt', origin, false)];
    });
  };
  const inScript = (run: WorkflowText): readonly CiUntrustedText[] => {
    const lines = commandLines(sourceOf(program, run), agent);
    const texts = written(run, 'script').map((text) => {
      const at = text.span.start - run.span.start;
      // As a variable on the agent's own command line it would be in the prompt still.
      const reachesAgent = lines.some(([from, to]) => at >= from && at < to);
      return reachesAgent ? text : { ...text, offer: variableOffer(program, step, text.context, text.span) };
    });
    return [...texts, ...lines.flatMap(([from, to]) => mentioned(run, from, to))];
  };
  const { run } = step;
  return [
    ...inputs(agent.prompts).flatMap((text) => [...written(text, 'prompt'), ...mentioned(text, 0, Infinity)]),
    ...inputs(agent.arguments).flatMap((text) => written(text, 'arguments')),
    ...(run === undefined ? [] : inScript(run)),
  ];
}

function isStrangers({ writer }: TextOrigin): boolean {
  return writer === 'stranger';
}

function textAt(
  { span: { file, start: base } }: WorkflowText,
  start: number,
  end: number,
  place: CiUntrustedText['place'],
  { context, way }: TextOrigin,
  quoted: boolean,
): CiUntrustedText {
  return { context, span: { file, start: base + start, end: base + end }, place, way, quoted, offer: undefined };
}

/** Lines of a script that start the agent, with those that they go on in. */
function commandLines(script: string, { command }: CiAgent): readonly (readonly [number, number])[] {
  if (command === undefined) return [];
  const starts = new RegExp(command, 'i');
  return [...script.matchAll(/(?:[^\\\r\n]|\\\r?\n|\\.)+/g)].flatMap(({ 0: line, index }) =>
    starts.test(line) ? [[index, index + line.length] as const] : [],
  );
}

function sourceOf(program: Program, { span }: WorkflowText): string {
  return program.file(span.file)?.text.slice(span.start, span.end) ?? '';
}
