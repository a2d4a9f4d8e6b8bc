import type { FrameworkRef, Setting, SettingRow, SourceFile } from '@leashlint/rules';
import type { Program, Ref } from '../../program/program.js';
import { parsePath } from './access-path.js';
import type { Match } from './catalogue-index.js';
import type { ModelContext, ToolEntry } from '../entries.js';
import { optionHolder } from './option-holder.js';
import { isWritten } from './written-texts.js';
import { follow, followTokens } from './relative.js';
import type { FollowedValue } from './relative.js';
import { siteSpan } from './row-values.js';
import { isAt, isOneOf, meant } from './setting-values.js';
import type { Meant } from './setting-values.js';
import type { Sighting } from './sightings.js';
import { optionsSite, propertySite } from './sites.js';
import { optionName } from '../agents/slots.js';

type Row = Omit<SettingRow, 'call' | 'module' | 'versions' | 'unlessCalled' | 'store'>;

/** Options and constructs to which the catalogue gives a meaning, of calls and of tools written as objects. */
export function settingsOf(
  context: ModelContext,
  calls: readonly Sighting[],
  tools: readonly ToolEntry[],
  runtimeOf: (file: string) => SourceFile['runtime'],
): readonly Setting[] {
  const { program, catalogue } = context;
  const takenBack = ({ framework, row }: Match<'settings'>): boolean =>
    row.unlessCalled?.some((path) =>
      calls.some(({ callee }) => callee.some((origin) => origin.kind === 'api' && isAt(origin, framework, path))),
    ) === true;
  const found = [
    ...calls.flatMap(({ ref, file, callee }) =>
      catalogue
        .match('settings', file, callee)
        .filter((match) => match.row.store === undefined && !takenBack(match))
        .flatMap((match) => read(program, ref, match.row, match.ref, runtimeOf)),
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
  if (row.unless?.some((path) => isPresent(program, start, path)) || isHarmless(program, start, row)) return [];
  const itself = headSpan(program, start);
  const base = {
    meaning: row.meaning,
    framework,
    subject: row.subject,
    note: row.note,
    severity: isNote(program, start, row) ? 'info' : (row.severity ?? 'warning'),
    client: runtimeOf(program.fileOf(start).path) === 'client',
    span: itself,
    property: undefined,
    alike: [],
    removable: undefined,
    replacement: row.replacement,
    evidence: 'proven',
  } as const;
  if (row.at === undefined) {
    const label = program.fileOf(start).text.slice(itself.start, itself.end);
    return [{ ...base, label, options: optionsSite(program, start) ?? optionsAt(program, start, 'Argument[0]') }];
  }
  const { values, open } = follow(program, start, row.at);
  if (values.length === 0) {
    if (row.absent !== true || open) return [];
    const name = optionName(row.at);
    // A row that also knows bad values has a good value, which needs the option's name.
    const replacement =
      row.values === undefined || row.replacement === undefined ? row.replacement : `${name}: ${row.replacement}`;
    return [{ ...base, label: `${name} is absent`, replacement, options: optionsAt(program, start, row.at) }];
  }
  const settings = values.flatMap((value): readonly Setting[] => {
    const meaning = meant(program, value.ref, row);
    if (meaning === undefined) return [];
    const property =
      value.holder === undefined
        ? elementSite(program, start, value.ref, row)
        : propertySite(program, value.holder.object, value.holder.key);
    return [
      {
        ...base,
        label: writtenAs(program, value),
        span: spanOf(program, value, itself),
        property,
        options: value.holder && optionsSite(program, value.holder.object),
        removable: row.removable === true && property !== undefined ? removable(program, value, meaning) : undefined,
        replacement: meaning.constant ? besides(program, property, row.replacement) : row.replacement,
        evidence: meaning.evidence,
      },
    ];
  });
  // The branches of one environment are handed over at one place.
  return isOfEntries(row.at) || row.holds === 'environment' ? together(settings) : settings;
}

/** An option, an element of a list; the call where the value is a parameter, which says nothing where it stands. */
function spanOf(program: Program, value: FollowedValue, call: Setting['span']): Setting['span'] {
  if (value.holder === undefined) {
    const isPassedOn = ['parameter', 'phi', 'cell'].includes(program.value(value.ref).kind);
    return isPassedOn ? call : siteSpan(program, value);
  }
  return propertySite(program, value.holder.object, value.holder.key)?.span ?? siteSpan(program, value);
}

/** Whether what the option would make dangerous is given, and is the code's own text. */
function isHarmless(program: Program, start: Ref, { unlessWritten }: Row): boolean {
  if (unlessWritten === undefined) return false;
  const { values, open } = follow(program, start, unlessWritten);
  return !open && values.length > 0 && values.every(({ ref }) => isWritten(program, ref));
}

function isNote(program: Program, start: Ref, { noteIf }: Row): boolean {
  if (noteIf === undefined) return false;
  return follow(program, start, noteIf.at).values.some(({ ref }) => isOneOf(program, ref, noteIf.values));
}

/** Whether the option is one of objects in a list: `safetySettings.ArrayElement.Member[threshold]`. */
function isOfEntries(path: string): boolean {
  const kinds = parsePath(path).map(({ kind }) => kind);
  return kinds.includes('ArrayElement') && kinds.at(-1) === 'Member';
}

/** The entries of one list, or the values of one option, have one root cause. */
function together(settings: readonly Setting[]): readonly Setting[] {
  const first = settings.find(({ property }) => property !== undefined) ?? settings[0];
  if (first === undefined) return [];
  const others = settings.filter((setting) => setting !== first);
  return [{ ...first, alike: others.flatMap(({ property }) => property ?? []) }];
}

/** What can go when the option need not be there: the entry that has the meaning, else the option. */
function removable(program: Program, { holder }: FollowedValue, { entry }: Meant): Setting['removable'] {
  if (holder === undefined) return undefined;
  const property = propertySite(program, holder.object, holder.key);
  if (property === undefined) return undefined;
  const options = optionsSite(program, holder.object);
  if (entry === undefined) return options && { from: options.span, item: property.span };
  const from = program.span(entry.object);
  const { file, start, end } = property.valueSpan;
  // An object that is written elsewhere may have other uses.
  return from.file === file && start <= from.start && from.end <= end ? { from, item: entry.range } : undefined;
}

/** `HarmBlockThreshold.BLOCK_NONE` and the replacement `'BLOCK_ONLY_HIGH'` → `HarmBlockThreshold.BLOCK_ONLY_HIGH`. */
function besides(program: Program, property: Setting['property'], replacement: string | undefined): string | undefined {
  const name = /^['"](\w+)['"]$/.exec(replacement ?? '')?.[1];
  if (name === undefined || property === undefined) return undefined;
  const { file, start, end } = property.valueSpan;
  const constants = /^(.*\.)\w+$/s.exec(program.file(file)?.text.slice(start, end) ?? '')?.[1];
  return constants === undefined ? undefined : constants + name;
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

/** The callee of a call, the whole of an object. */
function headSpan(program: Program, start: Ref): Setting['span'] {
  const value = program.value(start);
  return value.kind === 'call' ? program.spanOfRange(program.fileOf(start), value.calleeRange) : program.span(start);
}

/** The object that has, or would have, the option. */
function optionsAt(program: Program, start: Ref, path: string): Setting['options'] {
  const holder = optionHolder(program, start, path);
  return holder === undefined ? undefined : optionsSite(program, holder);
}

const LONGEST_LABEL = 80;

function writtenAs(program: Program, value: FollowedValue): string {
  const property = value.holder && propertySite(program, value.holder.object, value.holder.key);
  const span = property?.span ?? program.span(value.ref);
  const text = program.file(span.file)?.text.slice(span.start, span.end).replaceAll(/\s+/g, ' ') ?? '';
  return text.length <= LONGEST_LABEL ? text : (property?.name ?? `${text.slice(0, LONGEST_LABEL)}…`);
}
