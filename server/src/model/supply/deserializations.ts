import type { BytesOrigin, Deserialization } from '@leashlint/rules';
import type { Ref } from '../../program/program.js';
import type { Match } from '../catalogue/catalogue-index.js';
import type { ModelContext } from '../entries.js';
import { follow } from '../catalogue/relative.js';
import type { FollowedValue } from '../catalogue/relative.js';
import { siteSpan } from '../catalogue/row-values.js';
import { meant } from '../catalogue/setting-values.js';
import type { Sighting } from '../catalogue/sightings.js';
import type { Sink } from '../flow/sinks.js';
import { callSite, calleeName, propertySite } from '../catalogue/sites.js';
import { versionInRange } from '../catalogue/version-range.js';
import type { Leaf } from './bytes-origins.js';
import { leavesOf } from './bytes-origins.js';
import { downloadLabel, isClear } from './download-channel.js';
import { isVerified } from './integrity-checks.js';
import type { WrittenFiles } from './written-files.js';

export interface DeserializationEntry {
  readonly deserialization: Deserialization;
  readonly call: Ref;
  readonly value: Ref;
  /** For flows into the bytes. */
  readonly sink: Sink;
  /** The fetch behind the bytes. */
  readonly download: (Leaf & { readonly kind: 'download' }) | undefined;
}

/** Calls that make objects of bytes in a way in which the bytes choose what code runs. */
export function deserializationsOf(
  context: ModelContext,
  calls: readonly Sighting[],
  written: WrittenFiles,
): readonly DeserializationEntry[] {
  const { catalogue } = context;
  return calls.flatMap(({ ref, file, callee }) => {
    for (const match of catalogue.match('deserializers', file, callee)) {
      const entry = deserializationAt(context, ref, match, written);
      if (entry !== undefined) return [entry];
    }
    return [];
  });
}

function deserializationAt(
  context: ModelContext,
  ref: Ref,
  { row, ref: framework }: Match<'deserializers'>,
  written: WrittenFiles,
): DeserializationEntry | undefined {
  const { program } = context;
  const call = callSite(program, ref);
  const [from] = follow(program, ref, row.from).values;
  if (row.before !== undefined && (framework.version === undefined || !versionInRange(row.before, framework.version))) {
    return undefined;
  }
  const condition = optIn(context, ref, row.when);
  if (call === undefined || from === undefined || condition === undefined) return undefined;
  const { origin, download } = originOf(context, from.ref, row.registry, written);
  const span = argumentSpan(context, ref, from);
  const file = program.fileOf(ref);
  const value = program.value(ref);
  const loader = calleeName(program, ref);
  return {
    call: ref,
    value: from.ref,
    download,
    deserialization: {
      framework,
      loader,
      span,
      call,
      optIn: condition.property,
      replacement: row.replacement,
      insert: row.insert,
      safe: row.safe,
      origin,
      verified: isVerified(program, ref),
      hasWriter: written.writesElsewhere(file.path),
    },
    sink: {
      kind: 'deserialize',
      value: from.ref,
      condition: value.kind === 'call' && program.fileOf(from.ref) === file ? value.condition : -1,
      span,
      label: loader,
      call: ref,
      argument: undefined,
      effect: undefined,
    },
  };
}

/** The option that makes the call unsafe; `property` is undefined where it is unsafe by itself, or for lack of the option. */
function optIn(
  { program }: ModelContext,
  ref: Ref,
  when: Match<'deserializers'>['row']['when'],
): { readonly property: Deserialization['optIn'] } | undefined {
  if (when === undefined) return { property: undefined };
  const { values, open } = follow(program, ref, when.at);
  if (values.length === 0) return when.absent === true && !open ? { property: undefined } : undefined;
  const bad = values.find((value) => meant(program, value.ref, { values: when.values })?.evidence === 'proven');
  return bad && { property: bad.holder && propertySite(program, bad.holder.object, bad.holder.key) };
}

/** Where it is written in the call, not where its value was made. */
function argumentSpan({ program }: ModelContext, call: Ref, value: FollowedValue): Deserialization['span'] {
  const facts = program.value(call);
  const file = program.fileOf(call);
  const passed =
    facts.kind === 'call' ? facts.arguments.find((each) => program.ref(file, each.value) === value.ref) : undefined;
  return passed === undefined ? siteSpan(program, value) : program.spanOfRange(file, passed.range);
}

interface Found {
  readonly origin: BytesOrigin;
  readonly download: DeserializationEntry['download'];
}

function originOf(context: ModelContext, from: Ref, registry: string | undefined, written: WrittenFiles): Found {
  const leaves = leavesOf(context, from);
  const fetched = fetchedFrom(context, leaves) ?? writtenFrom(context, from, written);
  if (fetched !== undefined) return fetched;
  const [first] = leaves;
  const only = (kind: Leaf['kind']): boolean => leaves.length > 0 && leaves.every((leaf) => leaf.kind === kind);
  if (only('literal')) {
    const isName = registry !== undefined && first?.kind === 'literal' && leaves.length === 1;
    const origin: BytesOrigin =
      isName && /^[\w.-]+\/[\w.-]+$/.test(first.text)
        ? { kind: 'hub', span: context.program.span(from), label: `${registry} (${first.text})`, pinned: false }
        : { kind: 'constant' };
    return { origin, download: undefined };
  }
  const parameter = leaves.find((leaf) => leaf.kind === 'parameter');
  const known = leaves.every((leaf) => leaf.kind === 'parameter' || leaf.kind === 'literal');
  if (parameter?.kind === 'parameter' && known) {
    return { origin: { kind: 'parameter', name: nameOf(context, parameter.ref) }, download: undefined };
  }
  return { origin: { kind: 'unknown' }, download: undefined };
}

/** A parameter by its name; `self` and the like are no ways in. */
function nameOf({ program }: ModelContext, ref: Ref): string | undefined {
  const value = program.value(ref);
  if (value.kind !== 'parameter') return undefined;
  const fn = program.functionRef(program.fileOf(ref), value.function);
  return program.function(fn).parameters[value.index]?.name;
}

function fetchedFrom(context: ModelContext, leaves: readonly Leaf[]): Found | undefined {
  const { program } = context;
  for (const leaf of leaves) {
    if (leaf.kind === 'download' && !isChecked(context, leaf)) {
      const label = downloadLabel(program, leaf.call, leaf.match.row);
      const origin: BytesOrigin = {
        kind: 'download',
        span: program.span(leaf.call),
        label,
        clear: isClear(program, leaf.call, leaf.match.row),
      };
      return { origin, download: leaf };
    }
    if (leaf.kind === 'artifact') {
      const { row } = leaf.match;
      const pins = row.pin === undefined ? [] : follow(program, leaf.call, row.pin).values;
      const texts = pins.flatMap(({ ref }) => program.literals(ref) ?? []);
      const pinned = texts.length > 0 && texts.every((text) => /^[0-9a-f]{40}$/i.test(String(text)));
      return {
        origin: { kind: 'hub', span: program.span(leaf.call), label: row.registry, pinned },
        download: undefined,
      };
    }
  }
  return undefined;
}

/** The file was written by code that can be seen: with what was fetched, or with objects of the program's own. */
function writtenFrom(context: ModelContext, from: Ref, written: WrittenFiles): Found | undefined {
  const writes = written.to(from);
  for (const write of writes) {
    if (write.download) {
      const { program, catalogue } = context;
      const value = program.value(write.call);
      const file = program.fileOf(write.call);
      const callee = value.kind === 'call' ? program.origins(program.ref(file, value.callee)) : [];
      const [match] = catalogue.match('downloads', file, callee);
      const found = match && fetchedFrom(context, [{ kind: 'download', call: write.call, match }]);
      if (found !== undefined) return found;
    }
    const found = write.content === undefined ? undefined : fetchedFrom(context, leavesOf(context, write.content));
    if (found !== undefined) return found;
  }
  return writes.some((write) => write.content === undefined && !write.download)
    ? { origin: { kind: 'own' }, download: undefined }
    : undefined;
}

/** The fetch itself compares a checksum. */
function isChecked({ program }: ModelContext, { call, match }: Leaf & { readonly kind: 'download' }): boolean {
  const { checked } = match.row;
  if (checked === undefined) return false;
  const { values, open } = follow(program, call, checked);
  return (
    open ||
    values.some(({ ref }) => !(program.literals(ref)?.every((text) => text === null || text === false) ?? false))
  );
}
