import type {
  AgentStep,
  CiAgent,
  CiInputRow,
  CiOutputUse,
  CiSecret,
  CiSetting,
  CiTrigger,
  CiUntrustedText,
  Repair,
} from '@leashlint/rules';
import type { Range } from '../../facts.js';
import type { Program } from '../../program/program.js';
import { lineRemoval, wordRemoval } from '../config/removals.js';
import { agentTools } from './agent-tools.js';
import { contextsIn, expressionsIn, parseExpression } from './expression.js';
import { jobPlaces, waysOut, type JobPlace } from './job-places.js';
import { outputUses } from './output-uses.js';
import { strangerPasses } from './stranger-passes.js';
import { isOpenToStrangers } from './untrusted-contexts.js';
import { textOrigins } from './text-origins.js';
import { untrustedTexts } from './untrusted-texts.js';
import type { WorkflowJob, WorkflowStep, WorkflowText } from './workflow.js';

/** Steps of the loaded workflows, and of the actions and workflows that they use, that run an agent. */
export function agentSteps(program: Program, agents: readonly CiAgent[]): readonly AgentStep[] {
  const places = jobPlaces(program);
  const agentOf = (step: WorkflowStep): CiAgent | undefined => agents.find((each) => runs(each, step));
  const origins = textOrigins(places, (step) => agentOf(step) !== undefined);
  const outputs = outputUses(program, places, origins);
  const found = places.flatMap((place) =>
    place.steps.flatMap((step) => {
      const agent = agentOf(step);
      return agent === undefined
        ? []
        : [
            agentStep(
              program,
              agent,
              place,
              step,
              outputs.get(step) ?? [],
              untrustedTexts(program, agent, origins, place, step),
            ),
          ];
    }),
  );
  return mostOpen(found);
}

/** A step that several workflows share is seen once: as the one sees it that lets most in. */
function mostOpen(steps: readonly AgentStep[]): readonly AgentStep[] {
  const best = new Map<string, AgentStep>();
  for (const step of steps) {
    const key = `${step.span.file}:${String(step.span.start)}`;
    const other = best.get(key);
    if (other === undefined || weight(step) > weight(other)) best.set(key, step);
  }
  return [...best.values()];
}

function weight({ strangers, untrusted, writes }: AgentStep): number {
  return strangers.length * 100 + untrusted.length * 10 + writes.length;
}

function runs({ command, uses }: CiAgent, step: WorkflowStep): boolean {
  const action = step.uses?.value.replace(/@.*$/, '').toLowerCase();
  if (action !== undefined) return uses.includes(action);
  return (
    command !== undefined && step.run !== undefined && new RegExp(command, 'i').test(withoutComments(step.run.value))
  );
}

function withoutComments(script: string): string {
  return script.replaceAll(/^\s*#.*$/gm, '');
}

function agentStep(
  program: Program,
  agent: CiAgent,
  place: JobPlace,
  step: WorkflowStep,
  outputs: readonly CiOutputUse[],
  untrusted: readonly CiUntrustedText[],
): AgentStep {
  const lines = [...step.inputs.filter(({ name }) => agent.arguments.includes(name)), ...(step.run ? [step.run] : [])];
  const openTo = settings(program, agent.open, step, lines);
  const tools = agentTools(agent, step, lines.map(({ value }) => value).join('\n'));
  const lists = [...lines, ...step.inputs.filter(({ name }) => name === agent.tools.settings?.input)];
  const guarded = agent.checksActor && !openTo.some(({ severity }) => severity === 'error');
  const out = waysOut(place);
  const permissions = out.flatMap(({ job, workflow }) => [job.permissions, workflow.permissions]);
  return {
    framework: { id: agent.id, title: agent.title, package: agent.uses[0] ?? agent.title, version: undefined },
    span: step.span,
    nameSpan: (step.uses ?? step.run)?.span ?? step.span,
    strangers: guarded ? [] : strangers(out, step),
    tools,
    anyTool: tools === 'any' && agent.tools.default !== 'any' ? lists[0]?.span : undefined,
    openTo,
    unsafe: settings(program, agent.unsafe, step, lines),
    writes: (permissions.find((each) => each !== undefined) ?? []).flatMap(({ name, pairSpan, span, value }) =>
      name === 'write-all' || (value === 'write' && POWERFUL.has(name))
        ? [{ name, span: pairSpan, valueSpan: span }]
        : [],
    ),
    secrets: secrets(agent, out),
    untrusted,
    proposedCode: earlierSteps(place, step)
      .filter(checksOutHead)
      .flatMap(({ inputs }) => inputs.filter(({ name }) => name === 'ref'))[0]?.pairSpan,
    outputs,
  };
}

/** Those of the place and of the jobs that lead to it: all of them work in one folder, unless a job begins anew. */
function earlierSteps(place: JobPlace, step: WorkflowStep): readonly WorkflowStep[] {
  const own = place.steps.slice(0, place.steps.indexOf(step));
  const { caller } = place;
  return caller?.step === undefined ? own : [...earlierSteps(caller.place, caller.step), ...own];
}

/** Permissions with which somebody takes over the repository or its releases; comments and labels are what triage is for. */
const POWERFUL = new Set(['contents', 'actions', 'packages', 'deployments', 'workflows', 'pages', 'security-events']);

function strangers(out: readonly JobPlace[], step: WorkflowStep): readonly CiTrigger[] {
  if (out.some(({ job }) => job.environment)) return [];
  const steps = [step, ...out.flatMap(({ caller }) => caller?.step ?? [])];
  const conditions = [...out.flatMap(conditionsOf), ...steps.flatMap(({ condition }) => condition ?? [])];
  return (out.at(-1)?.workflow.triggers ?? [])
    .filter(({ event, types }) => isOpenToStrangers(event, types))
    .filter(({ event }) => conditions.every((condition) => strangerPasses(parseExpression(condition), event) === 'yes'))
    .map(({ event, span }) => ({ event, span }));
}

/** Those of the place's job and of the jobs that it waits for. */
function conditionsOf({ job, workflow }: JobPlace): readonly string[] {
  const waited = new Set([job]);
  const visit = (from: WorkflowJob): void => {
    for (const id of from.needs) {
      const needed = workflow.jobs.find((each) => each.id === id);
      if (needed === undefined || waited.has(needed)) continue;
      waited.add(needed);
      visit(needed);
    }
  };
  visit(job);
  return [...waited].flatMap(({ condition }) => condition ?? []);
}

function settings(
  program: Program,
  rows: readonly CiInputRow[],
  step: WorkflowStep,
  lines: readonly WorkflowText[],
): readonly CiSetting[] {
  return rows.flatMap(({ input, note, pattern, replacement, severity }) => {
    if (input === undefined) {
      const found = lines.find(({ value }) => new RegExp(pattern, 'i').test(withoutComments(value)));
      const flag = found && new RegExp(pattern, 'i').exec(found.value)?.[0];
      if (found === undefined) return [];
      const repair = flag === undefined ? undefined : withoutFlag(program, found, flag);
      return [{ label: flag ?? found.name, span: found.span, note, severity, repair }];
    }
    const whole = new RegExp(`^(?:${pattern})$`, 'i');
    return step.inputs
      .filter(({ name, value }) => name === input && whole.test(value.trim()))
      .map((text) => ({
        label: `${text.name}: ${text.value.trim()}`,
        span: text.pairSpan,
        note,
        severity,
        repair: replacement === undefined ? withoutInput(program, text) : withValue(program, text, replacement),
      }));
  });
}

function withoutFlag(program: Program, { span }: WorkflowText, flag: string): Repair | undefined {
  const text = program.file(span.file)?.text ?? '';
  const lines = text.slice(span.start, span.end).split('\n');
  let offset = span.start;
  for (const line of lines) {
    const at = /^\s*#/.test(line) ? -1 : line.indexOf(flag);
    const range = at < 0 ? undefined : wordRemoval(text, [offset + at, offset + at + flag.length]);
    if (range !== undefined) return removal(span.file, flag, range);
    offset += line.length + 1;
  }
  return undefined;
}

function withoutInput(program: Program, { name, pairSpan, span }: WorkflowText): Repair | undefined {
  const range = lineRemoval(program.file(span.file)?.text ?? '', [pairSpan.start, pairSpan.end]);
  return range && removal(span.file, name, range);
}

function removal(file: string, what: string, [start, end]: Range): Repair {
  return { title: `Remove ${what}`, edits: [{ span: { file, start, end }, text: '' }] };
}

/** In the quotes that it has. */
function withValue(program: Program, { name, span }: WorkflowText, value: string): Repair {
  const quote = /^["']/.exec(program.file(span.file)?.text.charAt(span.start) ?? '')?.[0] ?? '';
  return { title: `Set ${name} to ${value}`, edits: [{ span, text: `${quote}${value}${quote}` }] };
}

/** `${{ github.event.pull_request.head.sha }}` at the root of the workspace, where agents look for instructions. */
function checksOutHead({ inputs, uses }: WorkflowStep): boolean {
  if (uses === undefined || !/^actions\/checkout(?:@|$)/i.test(uses.value)) return false;
  if (inputs.some(({ name, value }) => name === 'path' && !/^\.?\/?$/.test(value))) return false;
  return inputs.some(
    ({ name, value }) =>
      name === 'ref' &&
      expressionsIn(value).some(({ expression }) =>
        contextsIn(expression).some((context) =>
          /^github\.(?:event\.(?:pull_request|workflow_run)\.head|head_ref)/.test(context),
        ),
      ),
  );
}

function secrets(agent: CiAgent, out: readonly JobPlace[]): readonly CiSecret[] {
  const texts = out.flatMap(({ job, steps, workflow }) => [
    ...workflow.env,
    ...job.env,
    ...[...job.steps, ...steps].flatMap((step) => [...step.env, ...step.inputs]),
  ]);
  const found = new Map<string, CiSecret>();
  for (const { name, pairSpan, value } of texts) {
    if (agent.keys.some((key) => key.toLowerCase() === name.toLowerCase())) continue;
    for (const { expression } of expressionsIn(value)) {
      for (const context of contextsIn(expression)) {
        const secret = /^secrets\.(.+)$/.exec(context)?.[1]?.toUpperCase();
        if (secret === undefined || secret === 'GITHUB_TOKEN' || MODEL_KEY.test(secret)) continue;
        if (!found.has(secret)) found.set(secret, { name: secret, span: pairSpan });
      }
    }
  }
  return [...found.values()];
}

const MODEL_KEY = /^(?:ANTHROPIC|OPENAI|GEMINI|GOOGLE|CLAUDE|CODEX|CURSOR|COPILOT|MISTRAL|GROQ)\w*(?:KEY|TOKEN)$/;
