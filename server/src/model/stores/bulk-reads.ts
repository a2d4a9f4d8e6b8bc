import type { BulkRead, RecordsRow } from '@leashlint/rules';
import type { Program, Ref } from '../../program/program.js';
import type { ModelContext, ToolEntry } from '../entries.js';
import { isNarrowed } from './narrowed-results.js';
import { isAboutPeople } from '../secrets/named-values.js';
import { follow } from '../catalogue/relative.js';
import { textOf } from '../catalogue/row-values.js';
import { calledOrigins, sinksOfCall } from '../flow/sinks.js';
import { calleeName } from '../catalogue/sites.js';
import { wayBack } from '../flow/way-back.js';
import { wholeTable } from './whole-table.js';

/** Reads of tools that give every record there is: neither the query nor what becomes of its result chooses or bounds any. */
export function bulkReads(context: ModelContext, tools: readonly ToolEntry[]): readonly BulkRead[] {
  const { program } = context;
  const found = new Map<Ref, BulkRead>();
  for (const { tool, reach } of tools) {
    for (const { calls, by } of reach?.visits ?? []) {
      for (const call of calls) {
        const records = everyRecordOf(context, call, by);
        if (records === undefined || found.has(records.at)) continue;
        if ([call, ...by].some((one) => isNarrowed(program, one))) continue;
        const { name } = records;
        const personal = name !== undefined && isAboutPeople(name);
        const span = program.span(records.at);
        found.set(records.at, { tool: tool.span, span, label: calleeName(program, call), records: name, personal });
      }
    }
  }
  return [...found.values()];
}

interface Records {
  readonly name: string | undefined;
  /** The call that says what is read. */
  readonly at: Ref;
}

/** What a call reads without choosing or bounding; undefined if it does, or may. */
function everyRecordOf(context: ModelContext, call: Ref, by: readonly Ref[]): Records | undefined {
  const { program, catalogue } = context;
  const file = program.fileOf(call);
  const [match] = catalogue.match('records', file, calledOrigins(program, call));
  if (match !== undefined) {
    return isBounded(context, call, match.row) ? undefined : { name: recordsName(context, call, match.row), at: call };
  }
  for (const { kind, value } of sinksOfCall(program, catalogue, call).sinks) {
    if (kind !== 'sql') continue;
    const own = textOf(program, value);
    const name = wholeTable(own ?? passedText(program, value, by) ?? '');
    if (name !== undefined) return { name, at: own === undefined ? (by.at(-1) ?? call) : call };
  }
  return undefined;
}

/** The literal statement that the call which led to a function passes to it. */
function passedText(program: Program, value: Ref, by: readonly Ref[]): string | undefined {
  if (program.value(value).kind !== 'parameter') return undefined;
  const texts = wayBack(program, value, by).flatMap(({ ref, same }) => (same ? (textOf(program, ref) ?? []) : []));
  return texts.length === 1 ? texts[0] : undefined;
}

function isBounded({ program }: ModelContext, call: Ref, { bounds = [] }: RecordsRow): boolean {
  return bounds.some((path) => {
    const { values, open } = follow(program, call, path);
    return open || values.some(({ ref }) => !isEmpty(program, ref));
  });
}

function isEmpty(program: ModelContext['program'], ref: Ref): boolean {
  const object = program.object(ref);
  const facts = object === undefined ? undefined : program.value(object);
  if (facts?.kind === 'object') return facts.entries.length === 0;
  return program.literals(ref)?.every((literal) => literal === undefined || literal === null) === true;
}

function recordsName({ program }: ModelContext, call: Ref, { name }: RecordsRow): string | undefined {
  const value = program.value(call);
  if (value.kind !== 'call') return undefined;
  const file = program.fileOf(call);
  if (name === undefined) {
    const parts = file.text
      .slice(...value.calleeRange)
      .replaceAll(/\[['"](\w+)['"]\]/g, '.$1')
      .split('.');
    return parts.length < 2
      ? undefined
      : parts
          .filter((part) => part !== 'objects' && part !== 'query')
          .at(-2)
          ?.trim();
  }
  const [found] = follow(program, call, name).values;
  if (found === undefined) return undefined;
  return textOf(program, found.ref) ?? /^[\w.]+$/.exec(file.text.slice(...program.value(found.ref).range))?.[0];
}
