import type { Span } from '@leashlint/rules';
import type { Origin, Ref } from '../../program/program.js';
import { createSolver } from '../../taint/create-solver.js';
import type { SourceMark } from '../../taint/semantics.js';
import type { ModelContext } from '../entries.js';
import { follow } from '../catalogue/relative.js';
import { isOneOf } from '../catalogue/setting-values.js';
import type { Sighting } from '../catalogue/sightings.js';
import { calleeOf } from './bytes-origins.js';

/** The call that trains a model on what a call loads: by the loading call. */
export function trainingData(context: ModelContext, calls: readonly Sighting[]): ReadonlyMap<Ref, Span> {
  const { program, catalogue } = context;
  const trainings = calls.flatMap((call) =>
    catalogue.match('trainings', call.file, call.callee).flatMap(({ row }) => {
      const { when } = row;
      const holds =
        when === undefined ||
        follow(program, call.ref, when.at).values.some((value) => isOneOf(program, value.ref, when.values));
      return holds ? [{ call, row }] : [];
    }),
  );
  const trained = new Map<Ref, Span>();
  if (trainings.length === 0) return trained;
  const isData = (origins: readonly Origin[], ref: Ref): boolean => {
    const file = program.fileOf(ref);
    return (
      catalogue.match('artifacts', file, origins).some(({ row }) => row.kind === 'dataset') ||
      catalogue.match('downloads', file, origins).length > 0
    );
  };
  const solver = createSolver(program, {
    source(ref): SourceMark | undefined {
      if (program.value(ref).kind !== 'call' || !isData(calleeOf(program, ref), ref)) return undefined;
      return { kind: 'retrieved', label: 'data', span: undefined, owner: ref };
    },
    call(ref) {
      // Methods of a data set give (a part of) it.
      const value = program.value(ref);
      const file = program.fileOf(ref);
      if (value.kind !== 'call' || program.callees(ref).length > 0) return undefined;
      const callee = program.value(program.ref(file, value.callee));
      const given = value.arguments.map((argument) => program.ref(file, argument.value));
      if (callee.kind !== 'member') return { kind: 'pass-through', from: given };
      return { kind: 'pass-through', from: [program.ref(file, callee.object), ...given] };
    },
    guard: () => undefined,
  });
  for (const { call, row } of trainings) {
    const { ref, file } = call;
    const at = program.value(ref);
    for (const { ref: value } of row.data.flatMap((path) => follow(program, ref, path).values)) {
      const condition = at.kind === 'call' && program.fileOf(value) === file ? at.condition : -1;
      for (const { source } of solver.answers({ value, sink: 'record', condition })) {
        // Only the marks above have owners.
        trained.set(source.owner as Ref, program.span(ref));
      }
    }
  }
  return trained;
}
