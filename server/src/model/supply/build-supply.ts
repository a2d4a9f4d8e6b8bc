import type { AppModel } from '@leashlint/rules';
import type { ModelContext } from '../entries.js';
import type { Sighting } from '../catalogue/sightings.js';
import type { Sink } from '../flow/sinks.js';
import { byPlace } from '../places.js';
import { artifactsOf } from './artifacts.js';
import { commandDownloads, commandLines, remoteCodeFlags } from './command-lines.js';
import { deserializationsOf } from './deserializations.js';
import { downloadsOf, trainingDownloads } from './downloads.js';
import { modelNames } from './model-names.js';
import { startedPackages } from './started-packages.js';
import { trainingData } from './training-data.js';
import { writtenFiles } from './written-files.js';

export type SupplyModel = Pick<
  AppModel,
  'artifacts' | 'deserializations' | 'downloads' | 'startedPackages' | 'modelNames' | 'remoteCodeFlags'
>;

/** What the application takes from others, and how; with the places where bytes become objects, for flows into them. */
export function buildSupply(
  context: ModelContext,
  calls: readonly Sighting[],
): { readonly supply: SupplyModel; readonly sinks: readonly Sink[] } {
  const written = writtenFiles(context, calls);
  const deserializations = deserializationsOf(context, calls, written);
  const lines = commandLines(context, calls);
  const trained = trainingData(context, calls);
  const isWritten = (path: number): boolean => written.to(path).some(({ download }) => !download);
  return {
    sinks: deserializations.map(({ sink }) => sink),
    supply: {
      artifacts: sorted(
        artifactsOf(context, calls, isWritten, (call) => trained.get(call)).map(({ artifact }) => artifact),
      ),
      deserializations: sorted(deserializations.map(({ deserialization }) => deserialization)),
      downloads: sorted([
        ...downloadsOf(context, calls, written, deserializations),
        ...trainingDownloads(context, calls, trained),
        ...commandDownloads(lines),
      ]),
      startedPackages: sorted(startedPackages(context, calls)),
      modelNames: sorted(modelNames(context, calls)),
      remoteCodeFlags: sorted(remoteCodeFlags(lines)),
    },
  };
}

function sorted<T extends { readonly span: AppModel['artifacts'][number]['span'] }>(
  entries: readonly T[],
): readonly T[] {
  return entries.toSorted((left, right) => byPlace(left.span, right.span));
}
