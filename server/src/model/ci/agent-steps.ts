import type { AgentStep, CiAgent, CiInputRow, CiSecret, CiSetting, CiTrigger } from '@leashlint/rules';
import type { Program } from '../../program/program.js';
import { agentTools } from './agent-tools.js';
import { contextsIn, expressionsIn, parseExpression } from './expression.js';
import { outputUses } from './output-uses.js';
import { strangerPasses } from './stranger-passes.js';
import { isOpenToStrangers } from './untrusted-contexts.js';
import { untrustedTexts } from './untrusted-texts.js';
import { readWorkflow, type Workflow, type WorkflowJob, type WorkflowStep, type WorkflowText } from './workflow.js';

/** Steps of the loaded workflows that run an agent. */
export function agentSteps(program: Program, agents: readonly CiAgent[]): readonly AgentStep[] {
  return program.files().flatMap(({ facts, path }) => {
    if (facts.language !== 'config' || !/(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$/i.test(path)) return [];
    const workflow = readWorkflow(program, path);
    if (workflow === undefined) return [];
    return workflow.jobs.flatMap((job) =>
      job.steps.flatMap((step) => {
        const agent = agents.find((each) => runs(each, step));
        return agent === undefined ? [] : [agentStep(program, agent, workflow, job, step)];
      }),
    );
  });
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
  workflow: Workflow,
  job: WorkflowJob,
  step: WorkflowStep,
): AgentStep {
  const lines = [...step.inputs.filter(({ name }) => agent.arguments.includes(name)), ...(step.run ? [step.run] : [])];
  const openTo = settings(agent.open, step, lines);
  const tools = agentTools(agent, step, lines.map(({ value }) => value).join('\n'));
  const lists = [...lines, ...step.inputs.filter(({ name }) => name === agent.tools.settings?.input)];
  const guarded = agent.checksActor && !openTo.some(({ severity }) => severity === 'error');
  const checkouts = job.steps.slice(0, job.steps.indexOf(step)).filter(checksOutHead);
  return {
    framework: { id: agent.id, title: agent.title, package: agent.uses[0] ?? agent.title, version: undefined },
    span: step.span,
    nameSpan: (step.uses ?? step.run)?.span ?? step.span,
    strangers: guarded ? [] : strangers(workflow, job, step),
    tools,
    anyTool: tools === 'any' && agent.tools.default !== 'any' ? lists[0]?.span : undefined,
    openTo,
    unsafe: settings(agent.unsafe, step, lines),
    writes: (job.permissions ?? workflow.permissions ?? []).flatMap(({ name, pairSpan, value }) =>
      name === 'write-all' || (value === 'write' && POWERFUL.has(name)) ? [{ name, span: pairSpan }] : [],
    ),
    secrets: secrets(agent, workflow, job),
    untrusted: untrustedTexts(program, agent, workflow, job, step),
    proposedCode: checkouts.flatMap(({ inputs }) => inputs.filter(({ name }) => name === 'ref'))[0]?.pairSpan,
    outputs: step.id === undefined ? [] : outputUses(program, job, step.id),
  };
}

/** Permissions with which somebody takes over the repository or its releases; comments and labels are what triage is for. */
const POWERFUL = new Set(['contents', 'actions', 'packages', 'deployments', 'workflows', 'pages', 'security-events']);

function strangers(workflow: Workflow, job: WorkflowJob, step: WorkflowStep): readonly CiTrigger[] {
  if (job.environment) return [];
  const conditions = conditionsOf(workflow, job, step);
  return workflow.triggers
    .filter(({ event, types }) => isOpenToStrangers(event, types))
    .filter(({ event }) => conditions.every((condition) => strangerPasses(parseExpression(condition), event) === 'yes'))
    .map(({ event, span }) => ({ event, span }));
}

/** Those of the step, of its job and of the jobs that it waits for. */
function conditionsOf(workflow: Workflow, job: WorkflowJob, step: WorkflowStep): readonly string[] {
  const own = [job.condition, step.condition].filter((condition) => condition !== undefined);
  const waited = new Set<WorkflowJob>();
  const visit = (from: WorkflowJob): void => {
    for (const id of from.needs) {
      const needed = workflow.jobs.find((each) => each.id === id);
      if (needed === undefined || waited.has(needed)) continue;
      waited.add(needed);
      visit(needed);
    }
  };
  visit(job);
  return [...own, ...[...waited].flatMap(({ condition }) => condition ?? [])];
}

function settings(
  rows: readonly CiInputRow[],
  step: WorkflowStep,
  lines: readonly WorkflowText[],
): readonly CiSetting[] {
  return rows.flatMap(({ input, note, pattern, severity }) => {
    if (input === undefined) {
      const found = lines.find(({ value }) => new RegExp(pattern, 'i').test(withoutComments(value)));
      const flag = found && new RegExp(pattern, 'i').exec(found.value)?.[0];
      return found === undefined ? [] : [{ label: flag ?? found.name, span: found.span, note, severity }];
    }
    const whole = new RegExp(`^(?:${pattern})$`, 'i');
    return step.inputs
      .filter(({ name, value }) => name === input && whole.test(value.trim()))
      .map(({ name, pairSpan, value }) => ({ label: `${name}: ${value.trim()}`, span: pairSpan, note, severity }));
  });
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

function secrets(agent: CiAgent, workflow: Workflow, job: WorkflowJob): readonly CiSecret[] {
  const texts = [...workflow.env, ...job.env, ...job.steps.flatMap((step) => [...step.env, ...step.inputs])];
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
