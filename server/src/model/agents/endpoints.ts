import type { Endpoint, EndpointAddress, EndpointRow } from '@leashlint/rules';
import type { Program, Ref } from '../../program/program.js';
import type { Solver } from '../../taint/solver.js';
import { isTest } from '../source-file.js';
import { optionName } from './slots.js';
import type { ModelContext } from '../entries.js';
import { follow, isOpen } from '../catalogue/relative.js';
import { siteSpan } from '../catalogue/row-values.js';
import type { Sighting } from '../catalogue/sightings.js';
import type { Sink } from '../flow/sinks.js';
import { calleeName } from '../catalogue/sites.js';

export interface EndpointEntry {
  readonly endpoint: Endpoint;
  /** For flows into the address; undefined where another rule looks at all addresses. */
  readonly sink: Sink | undefined;
}

/** Addresses that clients are given. What a plain request goes to is only listed when its address is known. */
export function endpointsOf(
  { program, catalogue }: ModelContext,
  calls: readonly Sighting[],
  solver: Solver,
): readonly EndpointEntry[] {
  return calls.flatMap(({ ref, file, callee }) =>
    catalogue.match('endpoints', file, callee).flatMap(({ framework, row }) =>
      follow(program, ref, row.at).values.flatMap((value): readonly EndpointEntry[] => {
        const addresses = inEarnest(addressesOf(program, value.ref), file.path);
        if (addresses.length === 0 && !framework.ai) return [];
        const span = siteSpan(program, value);
        const name = optionName(row.at);
        const client = calleeName(program, ref);
        let known: { readonly label: string | undefined } | undefined;
        const endpoint: Endpoint = {
          span,
          client,
          name,
          addresses,
          // Few addresses are suspicious, so that few credentials are followed.
          get secret() {
            return (known ??= { label: secretOf(program, ref, row, solver) }).label;
          },
        };
        const call = program.value(ref);
        const sink: Sink = {
          kind: 'endpoint',
          value: value.ref,
          condition: call.kind === 'call' && program.fileOf(value.ref) === file ? call.condition : -1,
          span,
          label: name.startsWith('argument') ? client : name,
          call: ref,
          argument: undefined,
          effect: undefined,
        };
        return [{ endpoint, sink: framework.ai ? sink : undefined }];
      }),
    ),
  );
}

/** Without those that only tests give to code that is not one. */
function inEarnest(addresses: readonly EndpointAddress[], file: string): readonly EndpointAddress[] {
  return isTest(file) ? addresses : addresses.filter(({ span }) => !isTest(span.file));
}

/** Text that an address can start with: literals whole, templates up to their first expression, which NUL stands for. */
function addressesOf(program: Program, ref: Ref): readonly EndpointAddress[] {
  return program.origins(ref).flatMap((origin) => {
    const value = program.value(origin.at);
    const span = program.span(origin.at);
    if (value.kind === 'literal') return typeof value.value === 'string' ? [{ text: value.value, span }] : [];
    if (value.kind === 'template') {
      const [head, ...rest] = value.parts;
      return typeof head === 'string' && head !== '' ? [{ text: rest.length === 0 ? head : `${head}\0`, span }] : [];
    }
    if (value.kind !== 'call' || !value.construct) return [];
    const file = program.fileOf(origin.at);
    const callee = program.value(program.ref(file, value.callee));
    const [first] = value.arguments;
    return callee.kind === 'global' && callee.name === 'URL' && value.arguments.length === 1 && first !== undefined
      ? addressesOf(program, program.ref(file, first.value))
      : [];
  });
}

/** The secret that goes with the requests, by its source; the variable that the client reads by itself counts. */
function secretOf(program: Program, call: Ref, row: EndpointRow, solver: Solver): string | undefined {
  let given = false;
  for (const path of row.credentials) {
    const { values, open } = follow(program, call, path);
    given ||= open || values.length > 0;
    for (const { ref } of values) {
      const value = program.value(call);
      const sameFile = program.fileOf(ref) === program.fileOf(call);
      const condition = value.kind === 'call' && sameFile ? value.condition : -1;
      const secret = solver
        .answers({ value: ref, sink: 'endpoint', condition })
        .find(({ source, evidence }) => source.kind === 'secret' && evidence === 'proven');
      if (secret !== undefined) return secret.source.label;
    }
  }
  if (given || row.envVariable === undefined || isOpenCall(program, call)) return undefined;
  return `\`${row.envVariable}\``;
}

function isOpenCall(program: Program, call: Ref): boolean {
  const value = program.value(call);
  if (value.kind !== 'call') return true;
  const file = program.fileOf(call);
  return value.arguments.some((argument) => {
    if (argument.spread === true) return true;
    const object = program.object(program.ref(file, argument.value));
    return object !== undefined && isOpen(program, object);
  });
}
