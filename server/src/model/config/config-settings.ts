import type {
  ConfigFileKind,
  ConfigKeyRow,
  FrameworkRef,
  KeyPath,
  PropertySite,
  Repair,
  Setting,
  Span,
} from '@leashlint/rules';
import type { Program, Ref } from '../../program/program.js';
import { optionsSite } from '../catalogue/sites.js';
import { wordRemoval } from './removals.js';
import { seenCommands } from './seen-commands.js';
import { documentRoot, select, type Selected } from './select.js';

/** Keys of a configuration file with a security meaning. */
export function configSettings(program: Program, path: string, kind: ConfigFileKind): readonly Setting[] {
  const root = documentRoot(program, path);
  if (root === undefined) return [];
  const found = (kind.keys ?? []).flatMap((row) =>
    select(program, root, row.at)
      .filter((selected) => isMeant(program, root, row, selected))
      .map((selected) => setting(program, row, kind, selected)),
  );
  // The first row that fits a value says most about it.
  return [...new Map(found.toReversed().map((each) => [each.span.start, each])).values()];
}

export function kindRef(kind: ConfigFileKind): FrameworkRef {
  return { id: kind.id, title: kind.title, package: kind.title, version: undefined };
}

function isMeant(program: Program, root: Ref, row: ConfigKeyRow, { value: ref, keys, way }: Selected): boolean {
  const value = scalarOf(program, row, ref);
  if (value === undefined) return false;
  if (row.key !== undefined && !whole(row.key).test(keys.at(-1) ?? '')) return false;
  if (row.values?.includes(value) === false) return false;
  if (row.pattern !== undefined && !(typeof value === 'string' && whole(row.pattern).test(value))) return false;
  if (row.unless?.some((at) => standsBeside(program, root, row, at, way).length > 0) === true) return false;
  return row.when === undefined || beside(program, root, row, row.when, way);
}

/** The literal; of a command line that is written as a list, its words. */
function scalarOf(program: Program, { pattern }: ConfigKeyRow, ref: Ref): string | number | boolean | null | undefined {
  const value = program.value(ref);
  if (value.kind === 'literal') return value.value;
  if (value.kind !== 'array' || pattern?.includes(PART) !== true) return undefined;
  const file = program.fileOf(ref);
  const words = value.items.map((item) => ('value' in item ? program.value(program.ref(file, item.value)) : undefined));
  return words.map((word) => (word?.kind === 'literal' ? String(word.value) : '')).join(' ');
}

const PART = '(?<part>';

/** Whether the other key has one of the values, in the same entries of the lists and maps that both paths go through. */
function beside(
  program: Program,
  root: Ref,
  row: ConfigKeyRow,
  { at, values }: NonNullable<ConfigKeyRow['when']>,
  way: readonly Ref[],
): boolean {
  return standsBeside(program, root, row, at, way).some(({ value }) => {
    const other = program.value(value);
    return other.kind === 'literal' && other.value !== undefined && values.includes(other.value);
  });
}

function standsBeside(
  program: Program,
  root: Ref,
  row: ConfigKeyRow,
  at: KeyPath,
  way: readonly Ref[],
): readonly Selected[] {
  let shared = 0;
  while (shared < row.at.length - 1 && row.at[shared] === at[shared]) shared++;
  return select(program, way[shared] ?? root, at.slice(shared));
}

function whole(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`, 'is');
}

function setting(program: Program, row: ConfigKeyRow, kind: ConfigFileKind, selected: Selected): Setting {
  const { holder, keys, value } = selected;
  const part = partOf(program, row, value);
  const span = part ?? program.span(value);
  const list = holder !== undefined && 'list' in holder ? holder.list : undefined;
  const name = keys.filter((key) => key !== '[]').join('.');
  const property = siteOf(program, selected, name);
  const written = program.fileOf(value).text.slice(span.start, span.end);
  return {
    meaning: row.meaning,
    framework: kindRef(kind),
    subject: kind.title,
    label: part === undefined ? `${name}: ${written}` : written,
    span: part === undefined && list === undefined && property !== undefined ? property.span : span,
    property: part === undefined ? property : undefined,
    options: holder !== undefined && 'object' in holder ? optionsSite(program, holder.object) : undefined,
    alike: [],
    replacement: row.replacement,
    removable: row.removable === true && property !== undefined ? removable(program, selected, property) : undefined,
    repairs: part === undefined ? narrowed(program, row, selected) : withoutPart(program, part),
    note: row.note,
    severity: row.severity,
    client: false,
    evidence: 'proven',
  };
}

/** Where the part of a command line is written that the row is about. */
function partOf(program: Program, row: ConfigKeyRow, ref: Ref): Span | undefined {
  if (row.pattern?.includes(PART) !== true) return undefined;
  const text = scalarOf(program, row, ref);
  const part = typeof text === 'string' ? whole(row.pattern).exec(text)?.groups?.['part'] : undefined;
  if (part === undefined) return undefined;
  const span = program.span(ref);
  const written = program.fileOf(ref).text.slice(span.start, span.end);
  // In a list, a flag and its value are two texts.
  const [flag = part] = part.split(' ');
  const at = written.includes(part) ? written.indexOf(part) : written.indexOf(flag);
  if (at < 0) return undefined;
  const length = written.includes(part) ? part.length : flag.length;
  return { file: span.file, start: span.start + at, end: span.start + at + length };
}

/** The commands that the project shows, instead of an entry that fits all of them. */
function narrowed(program: Program, { instead }: ConfigKeyRow, { holder, value }: Selected): readonly Repair[] {
  if (instead === undefined || holder === undefined || !('list' in holder)) return [];
  const file = program.fileOf(value);
  const span = program.span(value);
  const listed = new Set(select(program, holder.list, ['[]']).map((each) => literalText(program, each.value)));
  const commands = seenCommands(program, file.path).filter(
    (each) => !listed.has(instead.replace('$command', () => each)),
  );
  if (commands.length === 0 || file.text.charAt(span.start) !== '"') return [];
  const lead = /\r?\n[^\S\r\n]*$/.exec(file.text.slice(0, span.start))?.[0] ?? ' ';
  const text = commands.map((each) => JSON.stringify(instead.replace('$command', () => each))).join(`,${lead}`);
  return [{ title: `Allow ${commands.join(', ')} instead`, edits: [{ span, text }] }];
}

function literalText(program: Program, ref: Ref): string | undefined {
  const value = program.value(ref);
  return value.kind === 'literal' ? String(value.value) : undefined;
}

function withoutPart(program: Program, { end, file, start }: Span): readonly Repair[] {
  const text = program.file(file)?.text ?? '';
  const range = wordRemoval(text, [start, end]);
  if (range === undefined) return [];
  const title = `Remove ${text.slice(start, end)}`;
  return [{ title, edits: [{ span: { file, start: range[0], end: range[1] }, text: '' }] }];
}

function siteOf(program: Program, { holder, value }: Selected, name: string): PropertySite | undefined {
  const literal = program.value(value);
  if (holder === undefined || literal.kind !== 'literal') return undefined;
  const valueSpan = program.span(value);
  const span = 'list' in holder ? valueSpan : program.spanOfRange(program.fileOf(value), holder.entry.range);
  return { name, span, valueSpan, literal: literal.value };
}

/** Only lists and objects with brackets: taking lines out of a block is another edit. */
function removable(program: Program, { holder }: Selected, property: PropertySite): Setting['removable'] {
  if (holder === undefined) return undefined;
  const inList = 'list' in holder;
  const outer = inList ? holder.list : holder.object;
  const from = program.span(outer);
  const open = program.fileOf(outer).text.charAt(from.start);
  return open === (inList ? '[' : '{') ? { from, item: property.span } : undefined;
}
