import type { ModelCall, SchemaField, SinkKind, Tool, ToolSchema } from '@leashlint/rules';
import type { Ref } from '../../program/program.js';
import { knownKeys } from '../../taint/keys.js';
import type { SourceMark } from '../../taint/semantics.js';
import type { OutputDraft, ToolDraft } from '../drafts.js';
import { isMadeByProvider } from './provider-ids.js';

/** What stands behind a source: the tool whose input it is, or the model call whose output. */
export type MarkOwner =
  | { readonly kind: 'tool'; readonly tools: readonly Tool[]; readonly keys: readonly string[] }
  | { readonly kind: 'model-call'; readonly modelCall: ModelCall | undefined };

/** Values that are sources because of what the application declares, not because of a catalogue row by itself. */
export interface Marks {
  /** `keys` are read from the value afterwards, outermost first, `*` for an unknown one. */
  at(ref: Ref, keys: readonly string[], sink?: SinkKind): SourceMark | undefined;
  /** The model call made by a call value. */
  modelCallAt(call: Ref): ModelCall | undefined;
}

type Marker = (keys: readonly string[], sink: SinkKind | undefined) => SourceMark | undefined;

/** Marks the parameters of tool handlers that the model fills, and the results of model calls. */
export function createMarks(tools: readonly ToolDraft[], outputs: readonly OutputDraft[]): Marks {
  const markers = new Map<Ref, Marker[]>();
  const modelCalls = new Map<Ref, ModelCall>();
  const mark = (ref: Ref, keys: readonly string[], marker: Marker): void => {
    const guarded: Marker = (asked, sink) => (leads(keys, asked) ? marker(asked.slice(keys.length), sink) : undefined);
    markers.set(ref, [...(markers.get(ref) ?? []), guarded]);
  };

  for (const [parameter, drafts] of byParameter(tools)) {
    for (const shared of drafts) {
      mark(parameter, shared.keys, (rest, sink) => toolInput(shared, [...shared.field, ...rest], sink));
    }
  }
  for (const { ref, keys, modelCall } of outputs) {
    modelCalls.set(ref, modelCall);
    mark(ref, keys, (rest) =>
      isMadeByProvider(modelCall.framework.package, [...keys, ...rest])
        ? undefined
        : modelOutput(modelCall, modelCall.name),
    );
  }

  return {
    at(ref, keys, sink) {
      for (const marker of markers.get(ref) ?? []) {
        const found = marker(keys, sink);
        if (found !== undefined) return found;
      }
      return undefined;
    },
    modelCallAt: (call) => modelCalls.get(call),
  };
}

export function modelOutput(modelCall: ModelCall | undefined, name: string): SourceMark {
  const owner: MarkOwner = { kind: 'model-call', modelCall };
  return { kind: 'model-output', label: `output of ${name}`, span: undefined, owner };
}

interface SharedInput {
  readonly keys: readonly string[];
  /** The argument that the parameter is by itself; empty if it holds them all. */
  readonly field: readonly string[];
  readonly tools: readonly Tool[];
  /** Whether the framework has checked the input against the tool's schema. */
  readonly checked: boolean;
}

/** A low-level server has one handler for many tools: their drafts share the parameter. */
function byParameter(drafts: readonly ToolDraft[]): ReadonlyMap<Ref, readonly SharedInput[]> {
  const inputs = new Map<Ref, Map<string, SharedInput & { readonly tools: Tool[] }>>();
  for (const { tool, inputs: filled, dispatch } of drafts) {
    for (const { parameter, keys, field } of filled) {
      const byKeys = inputs.get(parameter) ?? new Map<string, SharedInput & { readonly tools: Tool[] }>();
      inputs.set(parameter, byKeys);
      const shared = byKeys.get(keys.join('.')) ?? {
        keys,
        field: field === undefined ? [] : [field],
        tools: [],
        checked: !dispatch,
      };
      byKeys.set(keys.join('.'), shared);
      shared.tools.push(tool);
    }
  }
  return new Map([...inputs].map(([parameter, byKeys]) => [parameter, [...byKeys.values()]]));
}

function toolInput(
  { tools, checked }: SharedInput,
  keys: readonly string[],
  sink: SinkKind | undefined,
): SourceMark | undefined {
  const [tool] = tools;
  // What many tools share, no schema has checked.
  if (tool !== undefined && checked && tools.length === 1 && isClean(tool.schema, keys, sink)) return undefined;
  const owner: MarkOwner = { kind: 'tool', tools, keys };
  return {
    kind: 'tool-input',
    label: toolInputLabel(tools.length === 1 ? tool : undefined, keys),
    span: undefined,
    owner,
  };
}

export function toolInputLabel(tool: Tool | undefined, keys: readonly string[]): string {
  const known = knownKeys(keys);
  const of = tool?.name === undefined ? 'a tool' : `tool \`${tool.name}\``;
  return known.length === 0 ? `input of ${of}` : `argument \`${known.join('.')}\` of ${of}`;
}

/** Whether the schema lets no free text pass at the place that the keys lead to, or none that does harm at a sink. */
export function isClean(schema: ToolSchema, keys: readonly string[], sink?: SinkKind): boolean {
  return schema.state === 'fields' && fieldsAreClean(schema.fields, keys, sink);
}

function fieldsAreClean(fields: readonly SchemaField[], keys: readonly string[], sink: SinkKind | undefined): boolean {
  const [key, ...rest] = keys;
  // A schema of one value instead of an object has one field without a name.
  const single = fields.length === 1 && fields[0]?.name === '' ? fields[0] : undefined;
  if (single !== undefined) return isCleanField(single, keys, sink);
  if (key === undefined || key === '*') return fields.every((field) => isCleanField(field, [], sink));
  // The variants of a union may have fields of the same name; a schema of known fields drops the others.
  return fields.filter(({ name }) => name === key).every((field) => isCleanField(field, rest, sink));
}

function isCleanField(field: SchemaField, keys: readonly string[], sink: SinkKind | undefined): boolean {
  // What holds for each part holds for the whole, but a part may have exceptions.
  if (field.constrained && keys.length > 0 && field.type === 'object' && field.fields !== undefined)
    return fieldsAreClean(field.fields, keys, sink);
  const listed =
    sink !== undefined && (field.constrained ? field.harmfulFor : field.harmlessFor)?.includes(sink) === true;
  if (field.constrained !== listed) return true;
  if (field.constrained || field.fields === undefined) return false;
  const isElement = field.type === 'array' && keys.length > 0;
  return field.fields.length > 0 && fieldsAreClean(field.fields, isElement ? keys.slice(1) : keys, sink);
}

/** Whether reading `asked` from a value reads the part that `keys` lead to, or something that holds or belongs to it. */
export function leads(keys: readonly string[], asked: readonly string[]): boolean {
  return keys.every((key, index) => {
    const read = asked[index];
    return read === undefined || read === '*' || read === key || (key === '*' && /^[*\d]/.test(read));
  });
}
