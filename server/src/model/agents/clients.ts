import type { Client } from '@leashlint/rules';
import type { Ref } from '../../program/program.js';
import type { ModelContext } from '../entries.js';
import { find } from '../catalogue/row-values.js';
import type { Sighting } from '../catalogue/sightings.js';
import { optionsSite, propertySite } from '../catalogue/sites.js';

export interface ClientEntry {
  readonly client: Client;
  readonly ref: Ref;
  /** The value of the credential option. */
  readonly credential: Ref | undefined;
}

/** Constructions of provider clients. */
export function clientsOf({ program, catalogue }: ModelContext, calls: readonly Sighting[]): readonly ClientEntry[] {
  return calls.flatMap(({ ref, file, callee }): readonly ClientEntry[] => {
    const [match] = catalogue.match('clients', file, callee);
    if (match === undefined) return [];
    const credential = find(program, ref, match.row.credential).value;
    const options = find(program, ref, 'Argument[0..]', 'object').value;
    const object = options && program.object(options.ref);
    const client: Client = {
      framework: match.ref,
      span: program.span(ref),
      options: optionsSite(program, ref) ?? (object === undefined ? undefined : optionsSite(program, object)),
      credential: credential?.holder && propertySite(program, credential.holder.object, credential.holder.key),
      envVariable: match.row.envVariable,
    };
    return [{ client, ref, credential: credential?.ref }];
  });
}
