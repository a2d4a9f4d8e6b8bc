import type { Download, DownloadRow } from '@leashlint/rules';
import type { Ref } from '../../program/program.js';
import type { ModelContext } from '../entries.js';
import { follow } from '../catalogue/relative.js';
import type { Sighting } from '../catalogue/sightings.js';
import { leavesOf } from './bytes-origins.js';
import type { Leaf } from './bytes-origins.js';
import type { DeserializationEntry } from './deserializations.js';
import { addresses, downloadLabel, insecureOption, isClear } from './download-channel.js';
import { isVerified } from './integrity-checks.js';
import type { WrittenFiles } from './written-files.js';

type Fetch = Leaf & { readonly kind: 'download' };

/** Endings of programs, packages and weights. */
const PROGRAM = /\.(?:exe|msi|sh|ps1|bin|run|appimage|deb|rpm|dmg|pkg|whl|jar|so|dll|dylib|wasm)$/i;
const WEIGHTS = /\.(?:pkl|pickle|joblib|pt|pth|ckpt|gguf|ggml|safetensors|onnx|h5|hdf5|keras|npz|bin|model|tflite)$/i;

/** What code fetches and then loads or runs, as far as the code shows both. */
export function downloadsOf(
  context: ModelContext,
  calls: readonly Sighting[],
  written: WrittenFiles,
  deserializations: readonly DeserializationEntry[],
): readonly Download[] {
  const found = [
    ...deserializations.flatMap(({ download, deserialization, call }) =>
      download === undefined ? [] : [downloadAt(context, download, 'loads', call, deserialization.verified)],
    ),
    ...calls.flatMap((sighting) => [...runAt(context, sighting, written), ...savedAt(context, sighting)]),
  ];
  const key = ({ span }: Download): string => `${span.file}:${String(span.start)}`;
  // The first use of a fetch is the worst.
  return [...new Map(found.toReversed().map((download) => [key(download), download])).values()];
}

function downloadAt(
  { program }: ModelContext,
  { call, match }: Fetch,
  use: Download['use'],
  useCall: Ref,
  verified: boolean,
): Download {
  const insecure = insecureOption(program, call, match.row);
  return {
    span: program.span(call),
    label: downloadLabel(program, call, match.row),
    channel: isClear(program, call, match.row) ? 'clear' : insecure === undefined ? 'trusted' : 'unverified',
    insecure: insecure?.property,
    use,
    useSpan: program.span(useCall),
    verified,
  };
}

/** Code that is run as it came, and programs that are started. */
function runAt(context: ModelContext, { ref, file, callee }: Sighting, written: WrittenFiles): readonly Download[] {
  const { program, catalogue } = context;
  return catalogue.match('sinks', file, callee).flatMap(({ row }) => {
    if (row.at === undefined || !['code', 'shell', 'process-arguments', 'module'].includes(row.kind)) return [];
    const values = follow(program, ref, row.at).values.flatMap(({ ref: value }) => [
      value,
      ...(row.kind === 'code' ? [] : itemsOf(context, value)),
    ]);
    const fetches = values.flatMap((value) => fetchesBehind(context, value, written));
    return fetches.map((fetch) => downloadAt(context, fetch, 'runs', ref, isVerified(program, ref)));
  });
}

/** Elements of a list that is written out. */
function itemsOf({ program }: ModelContext, list: Ref): readonly Ref[] {
  return program.origins(list).flatMap((origin) => {
    const value = program.value(origin.at);
    if (origin.kind !== 'value' || value.kind !== 'array') return [];
    const file = program.fileOf(origin.at);
    return value.items.flatMap((item) => ('value' in item ? [program.ref(file, item.value)] : []));
  });
}

/** Fetches whose bytes a value is, or is the file of. */
function fetchesBehind(context: ModelContext, value: Ref, written: WrittenFiles): readonly Fetch[] {
  const direct = leavesOf(context, value).filter((leaf): leaf is Fetch => leaf.kind === 'download');
  if (direct.length > 0) return direct;
  return written.to(value).flatMap((write) => {
    if (write.content !== undefined)
      return leavesOf(context, write.content).filter((leaf): leaf is Fetch => leaf.kind === 'download');
    if (!write.download) return [];
    const file = context.program.fileOf(write.call);
    const call = context.program.value(write.call);
    const callee = call.kind === 'call' ? context.program.origins(context.program.ref(file, call.callee)) : [];
    return context.catalogue
      .match('downloads', file, callee)
      .slice(0, 1)
      .map((match): Fetch => ({ kind: 'download', call: write.call, match }));
  });
}

/** A program or weights that come over an open channel and are kept in a file. */
function savedAt(context: ModelContext, { ref, file, callee }: Sighting): readonly Download[] {
  const { program, catalogue } = context;
  const fetched = catalogue.match('downloads', file, callee).flatMap((match): readonly Fetch[] => {
    const to = match.row.to === undefined ? [] : follow(program, ref, match.row.to).values;
    return to.length > 0 || match.row.content?.length === 0 ? [{ kind: 'download', call: ref, match }] : [];
  });
  const writes = catalogue.match('fileWriters', file, callee).flatMap(({ row }) => {
    const contents = row.content === undefined ? [] : follow(program, ref, row.content).values;
    return contents.flatMap(({ ref: content }) =>
      leavesOf(context, content).filter((leaf): leaf is Fetch => leaf.kind === 'download'),
    );
  });
  return [...fetched, ...writes].flatMap((fetch) => {
    const names = nameOf(context, fetch.call, fetch.match.row);
    const use = names.some((name) => PROGRAM.test(name))
      ? 'runs'
      : names.some((name) => WEIGHTS.test(name))
        ? 'loads'
        : undefined;
    if (use === undefined) return [];
    const download = downloadAt(context, fetch, use, ref, isVerified(program, ref));
    return download.channel === 'trusted' ? [] : [download];
  });
}

/** The path of the address, and of the file that it goes to. */
function nameOf({ program }: ModelContext, call: Ref, row: DownloadRow): readonly string[] {
  return addresses(program, call, row).map((address) => address.replace(/[?#].*$/, ''));
}

/** What is fetched from an address to train a model on it. */
export function trainingDownloads(
  context: ModelContext,
  calls: readonly Sighting[],
  trained: ReadonlyMap<Ref, Download['useSpan']>,
): readonly Download[] {
  return calls.flatMap(({ ref, file, callee }) => {
    const useSpan = trained.get(ref);
    const [match] = useSpan === undefined ? [] : context.catalogue.match('downloads', file, callee);
    if (match === undefined || useSpan === undefined) return [];
    const verified = isVerified(context.program, ref);
    return [{ ...downloadAt(context, { kind: 'download', call: ref, match }, 'trains', ref, verified), useSpan }];
  });
}
