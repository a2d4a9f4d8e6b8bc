import type { TraceStep } from '@leashlint/rules';
import { contextsIn, expressionsIn, type Expression } from './expression.js';
import { calledBy, type JobPlace } from './job-places.js';
import { PRINTED_BY_GH, scriptValues, variablesIn } from './script-values.js';
import { isUntrusted } from './untrusted-contexts.js';
import type { WorkflowStep, WorkflowText } from './workflow.js';

/** Where a text of a workflow comes from. */
export interface TextOrigin {
  /** `stranger`: whoever starts the event writes it; otherwise the step whose agent does. */
  readonly writer: 'stranger' | WorkflowStep;
  /** `github.event.issue.body`, `steps.agent.outputs.response`. */
  readonly context: string;
  /** Variables, outputs and inputs on the way, from the event on. */
  readonly way: readonly TraceStep[];
}

export interface TextOrigins {
  /** Origins of the value of an expression in a step, or at the end of a place's steps. */
  of(expression: Expression, place: JobPlace, step?: WorkflowStep): readonly TextOrigin[];
  /** Origins of variables of the environment that a step's script sees. */
  variables(place: JobPlace, step: WorkflowStep): ReadonlyMap<string, readonly TextOrigin[]>;
}

/** Outputs that say how a step went, not what the agent wrote. */
const STATUS = /(?:^|[-_])(?:file|path|branch_name|session_id|conclusion|exit[_-]code|github_token)$/i;
/** What a script of `actions/github-script` reads of the event's texts. */
const PAYLOAD = /context\.payload\.(?:issue|pull_request|comment|review|discussion)\??\.(?:body|title)\b/;
const SETS_OUTPUT = /core\.setOutput\(\s*['"]([\w-]+)['"]\s*,([^;]*)\)/g;
const RETURNS = /\breturn\b([^;]*)/g;

/** Follows texts back through variables, outputs of steps, jobs, actions and called workflows, and inputs. */
export function textOrigins(places: readonly JobPlace[], isAgent: (step: WorkflowStep) => boolean): TextOrigins {
  const active = new Set<string>();

  /** Cycles end in nothing: a text has to come from somewhere. */
  const once = (key: string, find: () => readonly TextOrigin[]): readonly TextOrigin[] => {
    if (active.has(key)) return [];
    active.add(key);
    const found = find();
    active.delete(key);
    return found;
  };

  const ofContext = (name: string, place: JobPlace, step: WorkflowStep | undefined): readonly TextOrigin[] => {
    if (isUntrusted(name)) return [{ writer: 'stranger', context: name, way: [] }];
    const [kind = '', first = '', second = '', third = ''] = name.split('.');
    const at = step === undefined ? '' : String(place.steps.indexOf(step));
    return once(`${name}@${String(places.indexOf(place))}.${at}`, () => {
      if (kind === 'env') return ofVariable(first, place, step);
      if (kind === 'inputs') return ofInput(first, place);
      if (kind === 'steps' && second === 'outputs') return ofStepOutput(first, third, place);
      if (kind === 'needs' && second === 'outputs') return ofJobOutput(first, third, place);
      return [];
    });
  };

  /** The innermost definition counts; an action sees the variables of the step that uses it. */
  const ofVariable = (name: string, place: JobPlace, step: WorkflowStep | undefined): readonly TextOrigin[] => {
    const same = (text: WorkflowText): boolean => text.name.toLowerCase() === name;
    const own = step?.env.findLast(same);
    if (own !== undefined) return through(own, place, undefined, `enters the variable \`${own.name}\``);
    const { caller, job, workflow } = place;
    if (caller?.step !== undefined) return ofVariable(name, caller.place, caller.step);
    const outer = job.env.findLast(same) ?? workflow.env.findLast(same);
    return outer === undefined ? [] : through(outer, place, undefined, `enters the variable \`${outer.name}\``);
  };

  const ofInput = (name: string, place: JobPlace): readonly TextOrigin[] => {
    const input = place.inputs.find((text) => text.name.toLowerCase() === name);
    if (input === undefined || place.caller === undefined) return [];
    return through(input, place.caller.place, place.caller.step, `is passed as \`${input.name}\``);
  };

  const ofStepOutput = (id: string, output: string, place: JobPlace): readonly TextOrigin[] => {
    const step = place.steps.find((each) => each.id?.toLowerCase() === id);
    if (step === undefined) return [];
    if (isAgent(step)) {
      return STATUS.test(output) ? [] : [{ writer: step, context: `steps.${id}.outputs.${output}`, way: [] }];
    }
    const inner = calledBy(places, place, step).filter(({ job }) => job === place.job);
    const [action] = inner;
    if (action !== undefined) return ofPlaceOutput(action, output);
    if (/^actions\/github-script(?:@|$)/i.test(step.uses?.value ?? '')) return ofGithubScript(step, output);
    return step.run === undefined ? [] : ofScriptOutput(step.run, output, place, step);
  };

  const ofPlaceOutput = (place: JobPlace, name: string): readonly TextOrigin[] => {
    const output = place.outputs.find((text) => text.name.toLowerCase() === name);
    return output === undefined ? [] : through(output, place, undefined, `is the output \`${output.name}\``);
  };

  const ofJobOutput = (id: string, name: string, place: JobPlace): readonly TextOrigin[] => {
    const siblings = places.filter(
      ({ caller, workflow }) => workflow === place.workflow && caller?.step === undefined && caller === place.caller,
    );
    const needed = siblings.find(({ job }) => job.id.toLowerCase() === id);
    if (needed === undefined) return [];
    const output = needed.job.outputs.find((text) => text.name.toLowerCase() === name);
    if (output !== undefined)
      return through(output, needed, undefined, `is the output \`${output.name}\` of job ${needed.job.id}`);
    // Outputs of a called workflow are those of its jobs.
    const [called] = calledBy(places, needed);
    const outer = called?.outputs.find((text) => text.name.toLowerCase() === name);
    if (called === undefined || outer === undefined) return [];
    return expressionsIn(outer.value).flatMap(({ expression }) =>
      contextsIn(expression).flatMap((context) => {
        const [, job = '', outputs, inner = ''] = context.split('.');
        return context.startsWith('jobs.') && outputs === 'outputs'
          ? extended(ofJobOutput(job, inner, called), outer, `is the output \`${outer.name}\``)
          : [];
      }),
    );
  };

  const ofGithubScript = (step: WorkflowStep, output: string): readonly TextOrigin[] => {
    const script = step.inputs.find(({ name }) => name === 'script');
    if (script === undefined) return [];
    const texts =
      output === 'result'
        ? [...script.value.matchAll(RETURNS)].map((match) => match[1] ?? '')
        : [...script.value.matchAll(SETS_OUTPUT)].flatMap((match) =>
            match[1]?.toLowerCase() === output ? [match[2] ?? ''] : [],
          );
    const read = texts.map((text) => PAYLOAD.exec(text)?.[0]).find((found) => found !== undefined);
    if (read === undefined) return [];
    const way = [{ span: script.span, message: `is the output \`${output}\`` }];
    return [{ writer: 'stranger', context: read.replaceAll('?', ''), way }];
  };

  const ofScriptOutput = (
    run: WorkflowText,
    output: string,
    place: JobPlace,
    step: WorkflowStep,
  ): readonly TextOrigin[] => {
    const { assigned, outputs } = scriptValues(run.value);
    const texts = [...outputs].flatMap(([name, written]) => (name.toLowerCase() === output ? written : []));
    const env = variablesOf(place, step);
    const found = texts.flatMap((text) => ofShellText(text, assigned, env, place, step, 0));
    return extended(found, run, `is the output \`${output}\``);
  };

  /** A text of a script, with its variables. */
  const ofShellText = (
    text: string,
    assigned: ReadonlyMap<string, readonly string[]>,
    env: ReadonlyMap<string, readonly TextOrigin[]>,
    place: JobPlace,
    step: WorkflowStep,
    depth: number,
  ): readonly TextOrigin[] => {
    if (text === PRINTED_BY_GH) return [{ writer: 'stranger', context: text, way: [] }];
    return [
      ...expressionsIn(text).flatMap(({ expression }) => of(expression, place, step)),
      ...variablesIn(text).flatMap(({ name }) => {
        const again = depth < 5 ? assigned.get(name) : undefined;
        return again === undefined
          ? (env.get(name) ?? [])
          : again.flatMap((each) => ofShellText(each, assigned, env, place, step, depth + 1));
      }),
    ];
  };

  const through = (
    text: WorkflowText,
    place: JobPlace,
    step: WorkflowStep | undefined,
    message: string,
  ): readonly TextOrigin[] =>
    extended(
      expressionsIn(text.value).flatMap(({ expression }) => of(expression, place, step)),
      text,
      message,
    );

  const of = (expression: Expression, place: JobPlace, step?: WorkflowStep): readonly TextOrigin[] => {
    // A comparison gives true or false, whatever it compares.
    if (expression.kind === 'compare' || expression.kind === 'not') return [];
    if (expression.kind === 'call' && /^(?:contains|startswith|endswith|hashfiles)$/.test(expression.name)) return [];
    if (expression.kind === 'and' || expression.kind === 'or') {
      return expression.items.flatMap((item) => of(item, place, step));
    }
    return contextsIn(expression).flatMap((name) => ofContext(name, place, step));
  };

  const variablesOf = (place: JobPlace, step: WorkflowStep): ReadonlyMap<string, readonly TextOrigin[]> => {
    const names = new Set<string>();
    for (let at: JobPlace | undefined = place, by: WorkflowStep | undefined = step; at !== undefined;) {
      for (const { name } of [...(by?.env ?? []), ...at.job.env, ...at.workflow.env]) names.add(name);
      by = at.caller?.step;
      at = by === undefined ? undefined : at.caller?.place;
    }
    const found = [...names].map((name) => [name, ofContext(`env.${name.toLowerCase()}`, place, step)] as const);
    const { assigned } = scriptValues(step.run?.value ?? '');
    const env = new Map(found.filter(([, origins]) => origins.length > 0));
    const own = [...assigned].map(
      ([name, texts]) => [name, texts.flatMap((text) => ofShellText(text, assigned, env, place, step, 0))] as const,
    );
    return new Map([...env, ...own.filter(([, origins]) => origins.length > 0)]);
  };

  return { of, variables: variablesOf };
}

function extended(origins: readonly TextOrigin[], { pairSpan }: WorkflowText, message: string): readonly TextOrigin[] {
  return origins.map((origin) => ({ ...origin, way: [...origin.way, { span: pairSpan, message }] }));
}
