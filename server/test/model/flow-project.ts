import type { Effect, Flow, Framework, ModelCall, PromptSlot, Tool } from '@leashlint/rules';
import { typescriptFrontEnd } from '../../src/frontends/typescript/front-end.js';
import type { CatalogueIndex } from '../../src/model/catalogue/catalogue-index.js';
import { createCatalogueIndex } from '../../src/model/catalogue/catalogue-index.js';
import type { OutputDraft, SlotDraft, ToolDraft } from '../../src/model/drafts.js';
import { effectsOf } from '../../src/model/effects/effects.js';
import { assumeEntryPoints } from '../../src/model/flow/entry-points.js';
import { buildFlows } from '../../src/model/flow/flows.js';
import { createMarks } from '../../src/model/flow/marks.js';
import { outputDrafts } from '../../src/model/agents/outputs.js';
import { follow } from '../../src/model/catalogue/relative.js';
import { sharersOf } from '../../src/model/effects/reach.js';
import { functionsOf } from '../../src/model/catalogue/row-values.js';
import { createSemantics } from '../../src/model/flow/semantics.js';
import { readSchema } from '../../src/model/schema/schema.js';
import { slotDrafts } from '../../src/model/agents/slots.js';
import { createProgram } from '../../src/program/create-program.js';
import type { Program, Ref } from '../../src/program/program.js';
import { createSolver } from '../../src/taint/create-solver.js';

export type Files = Readonly<Record<string, string>>;

/** Files and the lines that `flowLines` gives for them. */
export interface FlowCase {
  readonly name: string;
  readonly files: Files;
  readonly flows: readonly string[];
}

/** A project of one file. */
export const one = (text: string): Files => ({ 'a.ts': text });

/** A program over files that are given as text; imports between them resolve as usual. */
export function projectOf(files: Files): Program {
  const program = createProgram({
    lower: (path) => {
      const text = files[path];
      return text === undefined || path.endsWith('.json')
        ? undefined
        : { text, facts: typescriptFrontEnd.lower(path, text) };
    },
    exists: (path) => files[path] !== undefined,
    read: (path) => files[path],
    manifests: () => Object.keys(files).filter((path) => path.endsWith('package.json')),
    importersOf: (path) => Object.keys(files).filter((other) => other !== path && !other.endsWith('.json')),
  });
  for (const path of Object.keys(files)) program.load(path);
  return program;
}

export interface FlowProject {
  readonly program: Program;
  readonly index: CatalogueIndex;
  readonly flows: readonly Flow[];
  readonly effects: ReadonlyMap<string, readonly Effect[]>;
  text(span: { readonly file: string; readonly start: number; readonly end: number }): string;
}

/**
 * Runs the flow half on files with a hand-made agent half: `tool({ name, schema, execute })` of package `sdk` declares a
 * tool, `ask({ system, prompt, messages })` calls a model.
 */
export function flowProject(files: Files, frameworks: readonly Framework[]): FlowProject {
  const program = projectOf(files);
  const index = createCatalogueIndex(frameworks, (file, module) => program.version(file, module));
  assumeEntryPoints(program, index);
  const tools = [...callsOf(program, 'tool').map((call) => toolDraft(program, call)), ...lowLevelDrafts(program)];
  const slots: SlotDraft[] = [];
  const outputs: OutputDraft[] = [];
  for (const call of callsOf(program, 'ask')) {
    const modelCall = { name: 'ask', span: program.span(call) } as unknown as ModelCall;
    const rows = (['system', 'user', 'messages'] as const).map((role): { role: PromptSlot['role']; at: string } => ({
      role,
      at: `Argument[0].Member[${role === 'user' ? 'prompt' : role}]`,
    }));
    slots.push(...slotDrafts(program, call, rows, modelCall));
    const written = ['ReturnValue.Member[text]', 'Argument[0].Member[onFinish].Parameter[0].Member[text]'];
    outputs.push(...outputDrafts(program, call, written, modelCall));
  }
  const solver = createSolver(program, createSemantics(program, index, createMarks(tools, outputs)));
  const flows = buildFlows(program, index, solver, { tools, slots });
  const sharers = sharersOf(tools);
  const effects = new Map(
    tools.map((draft) => [
      draft.tool.name ?? '',
      effectsOf(program, index, draft, sharers.get(draft.handlers[0] ?? -1)),
    ]),
  );
  return { program, index, flows, effects, text: (span) => (files[span.file] ?? '').slice(span.start, span.end) };
}

/** `shell: argument `command` of tool `run` → execSync`, sorted as the flows are. */
export function flowLines({ flows, text }: FlowProject): readonly string[] {
  return flows.map(({ source, sink }) => `${sink.kind}: ${source.label} → ${text(sink.span)}`);
}

function callsOf(program: Program, name: string): readonly Ref[] {
  return program.files().flatMap((file) =>
    file.facts.values.flatMap((value, id) => {
      if (value.kind !== 'call') return [];
      const callee = program.origins(program.ref(file, value.callee));
      const called = callee.some((origin) => origin.kind === 'api' && origin.path.join('.') === `Member[${name}]`);
      return called ? [program.ref(file, id)] : [];
    }),
  );
}

function toolDraft(program: Program, call: Ref): ToolDraft {
  const first = (path: string): Ref | undefined => follow(program, call, path).values[0]?.ref;
  const name = first('Argument[0].Member[name]');
  const handler = first('Argument[0].Member[execute]');
  const handlers = handler === undefined ? [] : functionsOf(program, handler);
  const tool = {
    name: name === undefined ? undefined : String(program.literals(name)?.[0]),
    span: program.span(call),
    schema: readSchema(program, first('Argument[0].Member[schema]')),
  } as unknown as Tool;
  return { tool, ref: call, handlers, inputs: inputs(program, handlers, []), dispatch: false };
}

/** `serve({ tools: [{ name }], handler })`: one handler for many tools, as on a low-level server. */
function lowLevelDrafts(program: Program): readonly ToolDraft[] {
  return callsOf(program, 'serve').flatMap((call) => {
    const [handler] = follow(program, call, 'Argument[0].Member[handler]').values;
    const handlers = handler === undefined ? [] : functionsOf(program, handler.ref);
    return follow(program, call, 'Argument[0].Member[tools].ArrayElement.Member[name]').values.map(({ ref }) => {
      const tool = {
        name: String(program.literals(ref)?.[0]),
        span: program.span(ref),
        schema: readSchema(program, undefined),
      } as unknown as Tool;
      return { tool, ref, handlers, inputs: inputs(program, handlers, ['params', 'arguments']), dispatch: true };
    });
  });
}

function inputs(program: Program, handlers: ToolDraft['handlers'], keys: readonly string[]): ToolDraft['inputs'] {
  return handlers.flatMap((fn) => {
    const parameter = program.function(fn).parameters[0];
    return parameter === undefined
      ? []
      : [{ parameter: program.ref(program.fileOfFunction(fn), parameter.value), keys }];
  });
}
