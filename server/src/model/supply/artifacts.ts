import type { Artifact, ArtifactRow, Span } from '@leashlint/rules';
import type { Program, Ref } from '../../program/program.js';
import type { Match } from '../catalogue/catalogue-index.js';
import type { ModelContext } from '../entries.js';
import { follow } from '../catalogue/relative.js';
import type { FollowedValue } from '../catalogue/relative.js';
import { siteSpan, textOf } from '../catalogue/row-values.js';
import { meant } from '../catalogue/setting-values.js';
import type { Sighting } from '../catalogue/sightings.js';
import { calleeName, propertySite } from '../catalogue/sites.js';
import { leavesOf } from './bytes-origins.js';

export interface ArtifactEntry {
  readonly artifact: Artifact;
  readonly ref: Ref;
}

const COMMIT = /^[0-9a-f]{40}$/i;

/** Loads of things that others keep. `isWritten` says whether the program writes what a name stands for by itself. */
export function artifactsOf(
  context: ModelContext,
  calls: readonly Sighting[],
  isWritten: (path: Ref) => boolean,
  trainerOf: (call: Ref) => Artifact['trains'],
): readonly ArtifactEntry[] {
  const { catalogue } = context;
  return calls.flatMap(({ ref, file, callee }) => {
    const [match] = catalogue.match('artifacts', file, callee);
    return match === undefined ? [] : [{ artifact: artifactAt(context, ref, match, isWritten, trainerOf(ref)), ref }];
  });
}

function artifactAt(
  context: ModelContext,
  ref: Ref,
  { row, ref: framework }: Match<'artifacts'>,
  isWritten: (path: Ref) => boolean,
  trains: Artifact['trains'],
): Artifact {
  const { program } = context;
  const { named, inFile } = namedAt(program, ref, row);
  const text = named && textOf(program, named.ref);
  const isAddress = text !== undefined && /^https?:/i.test(text);
  const found = named === undefined ? 'unknown' : placeOf(context, named.ref, text, isWritten);
  const place = isAddress ? 'hub' : inFile && found === 'hub' ? 'local' : found;
  const { permission, surely, runs, elsewhere } = permissionOf(program, ref, row);
  const value = program.value(ref);
  const head = value.kind === 'call' ? program.spanOfRange(program.fileOf(ref), value.calleeRange) : program.span(ref);
  return {
    kind: row.kind,
    framework,
    loader: loaderName(program, ref),
    span: head,
    registry: isAddress ? 'the web' : row.registry,
    name: text,
    nameSpan: named === undefined ? head : siteSpan(program, named),
    place,
    pin: pinOf(program, ref, row, text),
    runsCode: row.alwaysRunsCode === true ? 'always' : runs,
    permission,
    surelyAllowed: surely,
    ...(elsewhere !== undefined && { allowedAt: elsewhere }),
    ofLibrary: text !== undefined && row.ofLibrary?.some((owner) => text.startsWith(`${owner}/`)) === true,
    trains,
  };
}

/** What loads it, not what has put arguments to it before: `partial(AutoModel.from_pretrained, …)`. */
function loaderName(program: Program, call: Ref): string {
  const value = program.value(call);
  const callee = value.kind === 'call' ? program.origins(program.ref(program.fileOf(call), value.callee)) : [];
  const loader = callee.find((origin) => origin.kind === 'api' && origin.module !== 'python:functools');
  return loader?.kind === 'api' ? program.displayName(loader) : calleeName(program, call);
}

/** The value that names it; `inFile`: a file or address, because the name is that of a format. */
function namedAt(
  program: Program,
  ref: Ref,
  { name, formats }: ArtifactRow,
): { readonly named: FollowedValue | undefined; readonly inFile: boolean } {
  const [named] = follow(program, ref, name).values;
  const format = named && textOf(program, named.ref);
  if (formats === undefined || format === undefined || !formats.names.includes(format)) return { named, inFile: false };
  return { named: follow(program, ref, formats.at).values[0], inFile: true };
}

function placeOf(
  context: ModelContext,
  name: Ref,
  text: string | undefined,
  isWritten: (path: Ref) => boolean,
): Artifact['place'] {
  if (isWritten(name)) return 'local';
  if (text !== undefined) return isLocalPath(text) ? 'local' : 'hub';
  const leaves = leavesOf(context, name);
  const isPath = leaves.length > 1 && leaves.every((leaf) => leaf.kind === 'literal');
  return isPath || leaves.some((leaf) => leaf.kind === 'artifact') ? 'local' : 'unknown';
}

/** `./model`, `/opt/model`, `~/model`, `C:\\model`; a name of a registry has at most one `/`. */
export function isLocalPath(text: string): boolean {
  return (
    text === '' ||
    /^(?:\.{1,2}(?:[\\/]|$)|[\\/~]|[A-Za-z]:[\\/])|[\\/]$|\.(?:bin|pt|pth|ckpt|gguf|safetensors|json|csv|parquet)$/.test(
      text,
    ) ||
    text.split('/').length > 2
  );
}

function pinOf(program: Program, ref: Ref, row: ArtifactRow, text: string | undefined): Artifact['pin'] {
  if (row.pinAfter !== undefined && text !== undefined) {
    const pin = text.split(row.pinAfter)[1];
    if (pin !== undefined) return /^[0-9a-f]{7,64}$/i.test(pin) ? 'fixed' : 'moving';
  }
  if (row.bareNamesPinned === true && text?.includes('/') === false) return 'fixed';
  if (row.pin === undefined) return text === undefined ? 'unknown' : 'absent';
  const { values, open } = follow(program, ref, row.pin);
  if (values.length === 0) return open ? 'unknown' : 'absent';
  const texts = values.flatMap(({ ref: value }) => program.literals(value) ?? [UNKNOWN]);
  if (texts.every((each) => each === undefined || each === null)) return 'absent';
  if (texts.every((each) => typeof each === 'string' && COMMIT.test(each))) return 'fixed';
  return texts.includes(UNKNOWN) ? 'unknown' : 'moving';
}

const UNKNOWN = '\0';

function permissionOf(
  program: Program,
  ref: Ref,
  { runsCode }: ArtifactRow,
): {
  readonly permission: Artifact['permission'];
  readonly surely: boolean;
  readonly runs: 'no' | 'allowed';
  readonly elsewhere?: Span | undefined;
} {
  if (runsCode !== undefined) {
    for (const value of follow(program, ref, runsCode.at).values) {
      const meaning = meant(program, value.ref, { values: runsCode.values });
      if (meaning === undefined) continue;
      const elsewhere = saidElsewhere(program, ref, value.ref);
      return { permission: siteOf(program, value), surely: meaning.evidence === 'proven', runs: 'allowed', elsewhere };
    }
  }
  return { permission: undefined, surely: false, runs: 'no' };
}

/** The literal that switches an option on, if a call gets it from other code. */
function saidElsewhere(program: Program, call: Ref, option: Ref): Span | undefined {
  const { file, start, end } = program.span(call);
  return program
    .origins(option)
    .flatMap(({ kind, at }) => {
      const value = program.value(at);
      return kind === 'value' && value.kind === 'literal' && Boolean(value.value) ? [program.span(at)] : [];
    })
    .find((said) => said.file !== file || said.start < start || said.end > end);
}

function siteOf(program: Program, { holder }: FollowedValue): Artifact['permission'] {
  return holder && propertySite(program, holder.object, holder.key);
}
