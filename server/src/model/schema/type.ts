import type { SchemaField, SinkKind, Span } from '@leashlint/rules';

/** What a schema says about one value, whatever language it is written in. */
export interface ReadType {
  /** `open`: accepts values that the schema does not describe. */
  readonly state: 'known' | 'open' | 'unknown';
  readonly type: SchemaField['type'];
  readonly constrained: boolean;
  readonly optional: boolean;
  /** Fields of an object, or of the objects in an array. */
  readonly fields?: readonly SchemaField[];
  readonly harmlessFor?: readonly SinkKind[];
  readonly harmfulFor?: readonly SinkKind[];
  /** Why it is open, as written: `z.any()`. */
  readonly reason?: string;
}

/** Not resolved: nothing may be concluded, so it does not count as free text either. */
export const UNKNOWN_TYPE: ReadType = { state: 'unknown', type: 'unknown', constrained: false, optional: false };

export const FREE_TEXT: ReadType = { state: 'known', type: 'string', constrained: false, optional: false };

export function constrained(type: SchemaField['type']): ReadType {
  return { state: 'known', type, constrained: true, optional: false };
}

export function open(type: SchemaField['type'], reason: string): ReadType {
  return { state: 'open', type, constrained: false, optional: false, reason };
}

export function object(fields: readonly SchemaField[]): ReadType {
  return {
    state: 'known',
    type: 'object',
    constrained: fields.every((field) => field.constrained),
    optional: false,
    fields,
  };
}

export function array(element: ReadType): ReadType {
  return {
    state: element.state === 'unknown' ? 'unknown' : 'known',
    type: 'array',
    constrained: element.constrained,
    optional: false,
    ...(element.fields ? { fields: element.fields } : {}),
    ...exceptions(element),
  };
}

/** One of several: constrained only if each is. */
export function union(members: readonly ReadType[]): ReadType {
  const first = members[0];
  if (!first || members.some((member) => member.state === 'unknown')) return UNKNOWN_TYPE;
  const opened = members.find((member) => member.state === 'open');
  if (opened) return opened;
  const fields = members.flatMap((member) => member.fields ?? []);
  return {
    state: 'known',
    type: members.every((member) => member.type === first.type) ? first.type : 'unknown',
    constrained: members.every((member) => member.constrained),
    optional: members.some((member) => member.optional),
    ...(fields.length > 0 ? { fields } : {}),
    ...exceptions({ ...first, ...harmOf(members) }),
  };
}

/** What all of them are harmless for, and what any of them is harmful for. */
function harmOf(members: readonly ReadType[]): Pick<ReadType, 'harmlessFor' | 'harmfulFor'> {
  const texts = members.filter(({ constrained: closed }) => !closed);
  const harmlessFor = (texts[0]?.harmlessFor ?? []).filter((sink) =>
    texts.every((member) => member.harmlessFor?.includes(sink) === true),
  );
  return { harmlessFor, harmfulFor: members.flatMap((member) => member.harmfulFor ?? []) };
}

export function schemaField(name: string, span: Span, type: ReadType): SchemaField {
  return {
    name,
    span,
    type: type.state === 'open' && type.type === 'unknown' ? 'any' : type.type,
    constrained: type.constrained,
    optional: type.optional,
    ...(type.fields ? { fields: type.fields } : {}),
    ...exceptions(type),
  };
}

function exceptions({ harmlessFor, harmfulFor }: ReadType): Pick<ReadType, 'harmlessFor' | 'harmfulFor'> {
  return { ...(harmlessFor ? { harmlessFor } : {}), ...(harmfulFor ? { harmfulFor } : {}) };
}
