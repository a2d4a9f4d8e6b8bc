import type { KeyPath, Span } from '@leashlint/rules';
import type { Program, Ref } from '../../program/program.js';
import { documentRoot, entriesOf, select } from '../config/select.js';

/** A scalar of a workflow as text; the span includes quotes and the marker of a block. */
export interface WorkflowText {
  readonly name: string;
  readonly value: string;
  readonly span: Span;
  /** Key and value. */
  readonly pairSpan: Span;
}

export interface WorkflowStep {
  readonly span: Span;
  readonly id: string | undefined;
  readonly uses: WorkflowText | undefined;
  readonly run: WorkflowText | undefined;
  /** The one of the step; the runner's own if undefined. */
  readonly shell: string | undefined;
  readonly condition: string | undefined;
  readonly inputs: readonly WorkflowText[];
  readonly env: readonly WorkflowText[];
}

export interface WorkflowJob {
  readonly id: string;
  readonly condition: string | undefined;
  /** Undefined if the job leaves them to the workflow. */
  readonly permissions: readonly WorkflowText[] | undefined;
  readonly env: readonly WorkflowText[];
  /** Names an environment, which may ask reviewers. */
  readonly environment: boolean;
  readonly needs: readonly string[];
  /** The workflow that runs as this job, and what it is given. */
  readonly uses: WorkflowText | undefined;
  readonly inputs: readonly WorkflowText[];
  readonly outputs: readonly WorkflowText[];
  readonly steps: readonly WorkflowStep[];
}

/** A composite action. */
export interface Action {
  /** Values of inputs that a step does not give. */
  readonly defaults: readonly WorkflowText[];
  readonly outputs: readonly WorkflowText[];
  readonly steps: readonly WorkflowStep[];
}

export interface WorkflowTrigger {
  readonly event: string;
  /** Activity types; empty for the defaults. */
  readonly types: readonly string[];
  readonly span: Span;
}

export interface Workflow {
  readonly triggers: readonly WorkflowTrigger[];
  readonly permissions: readonly WorkflowText[] | undefined;
  readonly env: readonly WorkflowText[];
  /** What it gives a workflow that calls it. */
  readonly outputs: readonly WorkflowText[];
  readonly jobs: readonly WorkflowJob[];
}

/** A workflow of GitHub Actions; undefined if the file is none. */
export function readWorkflow(program: Program, path: string): Workflow | undefined {
  const root = documentRoot(program, path);
  if (root === undefined) return undefined;
  const jobs = select(program, root, ['jobs', '*']).map(({ keys, value }) =>
    readJob(program, keys.at(-1) ?? '', value),
  );
  const triggers = readTriggers(program, root);
  if (jobs.length === 0 || triggers.length === 0) return undefined;
  return {
    triggers,
    permissions: permissionsAt(program, root),
    env: textsAt(program, root, 'env'),
    outputs: ['on', 'true'].flatMap((on) => partsAt(program, root, [on, 'workflow_call', 'outputs'], 'value')),
    jobs,
  };
}

/** The composite action in a folder; undefined if the folder has none. */
export function readAction(program: Program, folder: string): Action | undefined {
  const inside = folder === '' ? '' : `${folder}/`;
  const root = documentRoot(program, `${inside}action.yml`) ?? documentRoot(program, `${inside}action.yaml`);
  if (root === undefined) return undefined;
  const steps = select(program, root, ['runs', 'steps', '[]']).map(({ value }) => readStep(program, value));
  if (steps.length === 0) return undefined;
  return {
    defaults: partsAt(program, root, ['inputs'], 'default'),
    outputs: partsAt(program, root, ['outputs'], 'value'),
    steps,
  };
}

function readJob(program: Program, id: string, job: Ref): WorkflowJob {
  return {
    id,
    condition: textAt(program, job, 'if')?.value,
    permissions: permissionsAt(program, job),
    env: textsAt(program, job, 'env'),
    environment: select(program, job, ['environment']).length > 0,
    needs: [...select(program, job, ['needs']), ...select(program, job, ['needs', '[]'])].flatMap(
      ({ value }) => scalar(program, value) ?? [],
    ),
    uses: textAt(program, job, 'uses'),
    inputs: textsAt(program, job, 'with'),
    outputs: textsAt(program, job, 'outputs'),
    steps: select(program, job, ['steps', '[]']).map(({ value }) => readStep(program, value)),
  };
}

function readStep(program: Program, step: Ref): WorkflowStep {
  return {
    span: program.span(step),
    id: textAt(program, step, 'id')?.value,
    uses: textAt(program, step, 'uses'),
    run: textAt(program, step, 'run'),
    shell: textAt(program, step, 'shell')?.value,
    condition: textAt(program, step, 'if')?.value,
    inputs: textsAt(program, step, 'with'),
    env: textsAt(program, step, 'env'),
  };
}

/** `on: push`, `on: [push]` and `on: { push: { types: […] } }`; YAML 1.1 readers make the key `true`. */
function readTriggers(program: Program, root: Ref): readonly WorkflowTrigger[] {
  return ['on', 'true'].flatMap((key) =>
    select(program, root, [key]).flatMap(({ value: on }) => {
      const listed = [on, ...select(program, on, ['[]']).map(({ value }) => value)].flatMap((value) => {
        const event = scalar(program, value);
        return event === undefined ? [] : [{ event, types: [], span: program.span(value) }];
      });
      const mapped = entriesOf(program, on).map(({ at, entry }) => {
        const file = program.fileOf(at);
        const types = select(program, program.ref(file, entry.value), ['types']).flatMap(({ value }) => [
          value,
          ...select(program, value, ['[]']).map((item) => item.value),
        ]);
        return {
          event: entry.key,
          types: types.flatMap((type) => scalar(program, type) ?? []),
          span: program.spanOfRange(file, entry.keyRange),
        };
      });
      return [...listed, ...mapped];
    }),
  );
}

/** `permissions: write-all` is one text of that name. */
function permissionsAt(program: Program, holder: Ref): readonly WorkflowText[] | undefined {
  const whole = textAt(program, holder, 'permissions');
  if (whole !== undefined) return [{ ...whole, name: whole.value }];
  return select(program, holder, ['permissions']).length === 0 ? undefined : textsAt(program, holder, 'permissions');
}

function textsAt(program: Program, holder: Ref, key: string): readonly WorkflowText[] {
  return select(program, holder, [key]).flatMap(({ value }) =>
    entriesOf(program, value).flatMap(({ entry }) => textAt(program, value, entry.key) ?? []),
  );
}

/** One text of each entry, by the entry's name: `value` of every output. */
function partsAt(program: Program, root: Ref, path: KeyPath, part: string): readonly WorkflowText[] {
  return select(program, root, [...path, '*']).flatMap(({ keys, value }) => {
    const text = textAt(program, value, part);
    return text === undefined ? [] : [{ ...text, name: keys.at(-1) ?? '' }];
  });
}

function textAt(program: Program, holder: Ref, key: string): WorkflowText | undefined {
  const found = entriesOf(program, holder).find(({ entry }) => entry.key === key);
  if (found === undefined) return undefined;
  const file = program.fileOf(found.at);
  const ref = program.ref(file, found.entry.value);
  const value = scalar(program, ref);
  if (value === undefined) return undefined;
  return { name: key, value, span: program.span(ref), pairSpan: program.spanOfRange(file, found.entry.range) };
}

function scalar(program: Program, ref: Ref): string | undefined {
  const value = program.value(ref);
  return value.kind === 'literal' && value.value !== null && value.value !== undefined
    ? String(value.value)
    : undefined;
}
