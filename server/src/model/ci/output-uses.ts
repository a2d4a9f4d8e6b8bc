import type { CiOutputUse } from '@leashlint/rules';
import type { Program } from '../../program/program.js';
import { expressionsIn } from './expression.js';
import type { JobPlace } from './job-places.js';
import type { TextOrigins } from './text-origins.js';
import { variableOffer } from './variable-offer.js';
import type { WorkflowStep } from './workflow.js';

/** Scripts that contain what an agent wrote, which becomes code there, by the step in which the agent ran. */
export function outputUses(
  program: Program,
  places: readonly JobPlace[],
  origins: TextOrigins,
): ReadonlyMap<WorkflowStep, readonly CiOutputUse[]> {
  const uses = new Map<WorkflowStep, CiOutputUse[]>();
  for (const place of places) {
    for (const step of place.steps) {
      for (const { span } of scripts(step)) {
        const source = program.file(span.file)?.text.slice(span.start, span.end) ?? '';
        for (const { end, expression, start } of expressionsIn(source)) {
          for (const { context, way, writer } of origins.of(expression, place, step)) {
            if (writer === 'stranger') continue;
            const at = { file: span.file, start: span.start + start, end: span.start + end };
            const offer = span === step.run?.span ? variableOffer(program, step, context, at) : undefined;
            uses.set(writer, [...(uses.get(writer) ?? []), { context, span: at, way, offer }]);
            break;
          }
        }
      }
    }
  }
  return uses;
}

function scripts({ inputs, run, uses }: WorkflowStep): readonly Pick<CiOutputUse, 'span'>[] {
  const code = /^actions\/github-script(?:@|$)/i.test(uses?.value ?? '')
    ? inputs.filter(({ name }) => name === 'script')
    : [];
  return [...(run === undefined ? [] : [run]), ...code];
}
