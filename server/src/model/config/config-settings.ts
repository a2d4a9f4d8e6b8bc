import type { ConfigFileKind, ConfigKeyRow, FrameworkRef, PropertySite, Setting } from '@leashlint/rules';
import type { Program, Ref } from '../../program/program.js';
import { optionsSite } from '../catalogue/sites.js';
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
  const value = program.value(ref);
  if (value.kind !== 'literal' || value.value === undefined) return false;
  if (row.key !== undefined && !whole(row.key).test(keys.at(-1) ?? '')) return false;
  if (row.values?.includes(value.value) === false) return false;
  if (row.pattern !== undefined && !(typeof value.value === 'string' && whole(row.pattern).test(value.value)))
    return false;
  return row.when === undefined || beside(program, root, row, row.when, way);
}

/** Whether the other key has one of the values, in the same entries of the lists and maps that both paths go through. */
function beside(
  program: Program,
  root: Ref,
  row: ConfigKeyRow,
  { at, values }: NonNullable<ConfigKeyRow['when']>,
  way: readonly Ref[],
): boolean {
  let shared = 0;
  while (shared < row.at.length - 1 && row.at[shared] === at[shared]) shared++;
  const start = way[shared] ?? root;
  return select(program, start, at.slice(shared)).some(({ value }) => {
    const other = program.value(value);
    return other.kind === 'literal' && other.value !== undefined && values.includes(other.value);
  });
}

function whole(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`, 'is');
}

function setting(program: Program, row: ConfigKeyRow, kind: ConfigFileKind, selected: Selected): Setting {
  const { holder, keys, value } = selected;
  const span = program.span(value);
  const list = holder !== undefined && 'list' in holder ? holder.list : undefined;
  const name = keys.filter((key) => key !== '[]').join('.');
  const property = siteOf(program, selected, name);
  const written = program.fileOf(value).text.slice(span.start, span.end);
  return {
    meaning: row.meaning,
    framework: kindRef(kind),
    subject: kind.title,
    label: `${name}: ${written}`,
    span: list === undefined && property !== undefined ? property.span : span,
    property,
    options: holder !== undefined && 'object' in holder ? optionsSite(program, holder.object) : undefined,
    alike: [],
    replacement: row.replacement,
    removable: row.removable === true && property !== undefined ? removable(program, selected, property) : undefined,
    note: row.note,
    severity: row.severity,
    client: false,
    evidence: 'proven',
  };
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
