import type { FrameworkRef, Setting, SettingRow, SourceFile } from '@leashlint/rules';
import type { Program, Ref } from '../program/program.js';
import { parsePath } from './access-path.js';
import type { ModelContext, ToolEntry } from './entries.js';
import { follow, followTokens } from './relative.js';
import type { FollowedValue } from './relative.js';
import { siteSpan } from './row-values.js';
import type { Sighting } from './sightings.js';
import { optionsSite, propertySite } from './sites.js';
import { optionName } from './slots.js';

type Row = Omit<SettingRow, 'call' | 'module' | 'versions'>;

/** Options and constructs to which the catalogue gives a meaning, of calls and of tools written as objects. */
export function settingsOf(
  context: ModelContext,
  calls: readonly Sighting[],
  tools: readonly ToolEntry[],
  runtimeOf: (file: string) => SourceFile['runtime'],
): readonly Setting[] {
  const { program, catalogue } = context;
  const found = [
    ...calls.flatMap(({ ref, file, callee }) =>
      catalogue.match('settings', file, callee).flatMap((match) => read(program, ref, match.row, match.ref, runtimeOf)),
    ),
    ...tools.flatMap((tool) =>
      tool.settingRows.flatMap((row) => read(program, tool.ref, row, tool.tool.framework, runtimeOf)),
    ),
  ];
  const key = ({ meaning, span }: Setting): string => `${meaning} ${span.file}:${String(span.start)}`;
  return [...new Map(found.map((setting) => [key(setting), setting])).values()];
}

function read(
  program: Program,
  start: Ref,
  row: Row,
  framework: FrameworkRef,
  runtimeOf: (file: string) => SourceFile['runtime'],
): readonly Setting[] {
  if (row.unless?.some((path) => isPresent(program, start, path))) return [];
  const base = {
    meaning: row.meaning,
    framework,
    subject: row.subject,
    note: row.note,
    severity: row.severity ?? 'warning',
    client: runtimeOf(program.fileOf(start).path) === 'client',
  } as const;
  const itself = headSpan(program, start);
  if (row.at === undefined) {
    const label = program.fileOf(start).text.slice(itself.start, itself.end);
    const options = optionsAt(program, start, 'Argument[0]');
    return [
      { ...base, label, span: itself, property: undefined, options, replacement: row.replacement, evidence: 'proven' },
    ];
  }
  const { values, open } = follow(program, start, row.at);
  if (values.length === 0) {
    if (row.absent !== true || open) return [];
    const name = optionName(row.at);
    const options = optionsAt(program, start, row.at);
    return [
      {
        ...base,
        label: `${name} is absent`,
        span: itself,
        property: undefined,
        options,
        replacement: row.replacement,
        evidence: 'proven',
      },
    ];
  }
  return values.flatMap((value) => {
    const evidence = matches(program, value.ref, row);
    if (evidence === undefined) return [];
    const property =
      value.holder === undefined
        ? elementSite(program, start, value.ref, row)
        : propertySite(program, value.holder.object, value.holder.key);
    const options = value.holder && optionsSite(program, value.holder.object);
    const span = value.holder === undefined ? siteSpan(program, value) : (property?.span ?? siteSpan(program, value));
    return [
      { ...base, label: writtenAs(program, value), span, property, options, replacement: row.replacement, evidence },
    ];
  });
}

/** A literal in a list is edited like the value of a property; its `span` is the list. */
function elementSite(program: Program, start: Ref, ref: Ref, row: Row): Setting['property'] {
  const tokens = parsePath(row.at ?? '');
  const [origin, ...others] = program.origins(ref);
  if (tokens.at(-1)?.kind !== 'ArrayElement' || origin?.kind !== 'value' || others.length > 0) return undefined;
  const value = program.value(origin.at);
  const list = followTokens(program, start, tokens.slice(0, -1)).values[0];
  if (value.kind !== 'literal' || list === undefined) return undefined;
  const name = optionName((row.at ?? '').replace(/\.ArrayElement$/, ''));
  return { name, span: program.span(list.ref), valueSpan: program.span(origin.at), literal: value.value };
}

function isPresent(program: Program, start: Ref, path: string): boolean {
  const { values, open } = follow(program, start, path);
  return open || values.some((value) => !program.literals(value.ref)?.every((literal) => literal === undefined));
}

/** `proven` if every value has the meaning, `likely` if one of several has. */
function matches(program: Program, ref: Ref, row: Row): Setting['evidence'] | undefined {
  if (row.values === undefined) return row.absent === true ? undefined : 'proven';
  const origins = program.origins(ref);
  const hits = origins.filter((origin) => {
    const value = origin.kind === 'value' ? program.value(origin.at) : undefined;
    return (
      value?.kind === 'literal' && row.values?.some((wanted) => coversAny(wanted, value.value, row.separated)) === true
    );
  });
  if (hits.length === 0) return undefined;
  return hits.length === origins.length ? 'proven' : 'likely';
}

function coversAny(
  wanted: string | number | boolean | null,
  literal: unknown,
  separated: boolean | undefined,
): boolean {
  if (separated !== true || typeof literal !== 'string') return covers(wanted, literal);
  return literal.split(/[\s,]+/).some((word) => covers(wanted, word));
}

function covers(wanted: string | number | boolean | null, literal: unknown): boolean {
  if (typeof wanted === 'string' && wanted.length > 1 && wanted.endsWith('*')) {
    return typeof literal === 'string' && literal.startsWith(wanted.slice(0, -1));
  }
  return wanted === literal;
}

/** The callee of a call, the whole of an object. */
function headSpan(program: Program, start: Ref): Setting['span'] {
  const value = program.value(start);
  return value.kind === 'call' ? program.spanOfRange(program.fileOf(start), value.calleeRange) : program.span(start);
}

/** The object that has, or would have, the option. */
function optionsAt(program: Program, start: Ref, path: string): Setting['options'] {
  const tokens = parsePath(path);
  const holder = tokens.at(-1)?.kind === 'Member' ? tokens.slice(0, -1) : tokens;
  const [value] = followTokens(program, start, holder).values;
  const object = value && program.object(value.ref);
  return object === undefined ? undefined : optionsSite(program, object);
}

const LONGEST_LABEL = 80;

function writtenAs(program: Program, value: FollowedValue): string {
  const property = value.holder && propertySite(program, value.holder.object, value.holder.key);
  const span = property?.span ?? program.span(value.ref);
  const text = program.file(span.file)?.text.slice(span.start, span.end).replaceAll(/\s+/g, ' ') ?? '';
  return text.length <= LONGEST_LABEL ? text : (property?.name ?? `${text.slice(0, LONGEST_LABEL)}…`);
}
