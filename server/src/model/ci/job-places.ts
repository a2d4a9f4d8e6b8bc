import type { Program } from '../../program/program.js';
import {
  readAction,
  readWorkflow,
  type Workflow,
  type WorkflowJob,
  type WorkflowStep,
  type WorkflowText,
} from './workflow.js';

/** Where steps run: a job, possibly of a workflow that another one calls, or a composite action that a step uses. */
export interface JobPlace {
  readonly workflow: Workflow;
  readonly job: WorkflowJob;
  readonly steps: readonly WorkflowStep[];
  /** Texts that it is given, by name; what is not given has its default. */
  readonly inputs: readonly WorkflowText[];
  readonly outputs: readonly WorkflowText[];
  /** Who calls the workflow or uses the action; undefined for a workflow that an event starts. */
  readonly caller: { readonly place: JobPlace; readonly step: WorkflowStep | undefined } | undefined;
}

const WORKFLOW = /(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$/i;
/** GitHub's own bounds are four workflows and ten actions. */
const DEEPEST = 10;

/** Every place that the workflows of the project reach, through workflows and actions of the project. */
export function jobPlaces(program: Program): readonly JobPlace[] {
  return program.files().flatMap(({ facts, path }) => {
    if (facts.language !== 'config' || !WORKFLOW.test(path)) return [];
    const workflow = readWorkflow(program, path);
    return workflow === undefined ? [] : placesOf(program, path, workflow, [], undefined, 0);
  });
}

/** The places that a place calls by a step of its own, or that run as its job. */
export function calledBy(places: readonly JobPlace[], caller: JobPlace, step?: WorkflowStep): readonly JobPlace[] {
  return places.filter((place) => place.caller?.place === caller && place.caller.step === step);
}

/** From the place out to the workflow that an event starts. */
export function waysOut(place: JobPlace): readonly JobPlace[] {
  return place.caller === undefined ? [place] : [place, ...waysOut(place.caller.place)];
}

function placesOf(
  program: Program,
  path: string,
  workflow: Workflow,
  inputs: readonly WorkflowText[],
  caller: JobPlace['caller'],
  depth: number,
): readonly JobPlace[] {
  if (depth > DEEPEST) return [];
  return workflow.jobs.flatMap((job) => {
    const place: JobPlace = { workflow, job, steps: job.steps, inputs, outputs: workflow.outputs, caller };
    const called = localPath(path, job.uses?.value);
    const inner = called === undefined ? undefined : readWorkflow(program, called);
    return [
      place,
      ...(called === undefined || inner === undefined
        ? []
        : placesOf(program, called, inner, job.inputs, { place, step: undefined }, depth + 1)),
      ...actionPlaces(program, path, place, depth),
    ];
  });
}

function actionPlaces(program: Program, path: string, place: JobPlace, depth: number): readonly JobPlace[] {
  if (depth > DEEPEST) return [];
  return place.steps.flatMap((step) => {
    const folder = localPath(path, step.uses?.value);
    const action = folder === undefined ? undefined : readAction(program, folder);
    if (action === undefined) return [];
    const { workflow, job } = place;
    const given = new Set(step.inputs.map(({ name }) => name));
    const inputs = [...step.inputs, ...action.defaults.filter(({ name }) => !given.has(name))];
    const { outputs, steps } = action;
    const inner: JobPlace = { workflow, job, steps, inputs, outputs, caller: { place, step } };
    return [inner, ...actionPlaces(program, path, inner, depth + 1)];
  });
}

/** `./.github/actions/triage` starts at the root of the repository that has the workflow. */
function localPath(workflowPath: string, uses: string | undefined): string | undefined {
  if (uses?.startsWith('./') !== true) return undefined;
  const root = workflowPath.slice(0, workflowPath.toLowerCase().lastIndexOf('.github/'));
  return `${root}${uses.slice(2)}`.replace(/\/+$/, '');
}
