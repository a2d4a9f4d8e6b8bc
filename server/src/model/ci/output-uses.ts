import type { CiOutputUse } from '@leashlint/rules';
import type { Program } from '../../program/program.js';
import { contextsIn, expressionsIn } from './expression.js';
import type { WorkflowJob, WorkflowText } from './workflow.js';

/** Outputs that say how a step went, not what the agent wrote. */
const STATUS = /\.outputs\.(?:[\w-]*(?:file|path|branch_name|session_id|conclusion|exit[_-]code|github_token))$/;

/** Scripts of later steps that contain what the agent wrote: it becomes code there. */
export function outputUses(program: Program, job: WorkflowJob, id: string): readonly CiOutputUse[] {
  const prefix = `steps.${id.toLowerCase()}.outputs.`;
  return job.steps.flatMap((step) => {
    const script = /^actions\/github-script(?:@|$)/i.test(step.uses?.value ?? '')
      ? step.inputs.filter(({ name }) => name === 'script')
      : [];
    return [...(step.run === undefined ? [] : [step.run]), ...script].flatMap((text) => uses(program, text, prefix));
  });
}

function uses(program: Program, { span }: WorkflowText, prefix: string): readonly CiOutputUse[] {
  const source = program.file(span.file)?.text.slice(span.start, span.end) ?? '';
  return expressionsIn(source).flatMap(({ end, expression, start }) => {
    if (expression.kind === 'compare' || expression.kind === 'not') return [];
    const context = contextsIn(expression).find((name) => name.startsWith(prefix) && !STATUS.test(name));
    if (context === undefined) return [];
    return [{ context, span: { file: span.file, start: span.start + start, end: span.start + end } }];
  });
}
