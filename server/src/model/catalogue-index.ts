import type { Framework, FrameworkRef } from '@leashlint/rules';
import type { Origin, ProgramFile } from '../program/program.js';

/** Row lists of a framework that are found by the access path of a call or value. */
export type RowKind =
  | 'clients'
  | 'calls'
  | 'agents'
  | 'tools'
  | 'hosted'
  | 'gates'
  | 'approvals'
  | 'settings'
  | 'servers'
  | 'sources'
  | 'sinks'
  | 'effects'
  | 'passThroughs'
  | 'sanitizers'
  | 'guards';

export type RowOf<K extends RowKind> = NonNullable<Framework[K]>[number];

export interface Match<K extends RowKind> {
  readonly framework: Framework;
  readonly row: RowOf<K>;
  readonly ref: FrameworkRef;
}

/** The catalogue compiled for look-up by module and access path. Rows of other versions than the installed one are left out. */
export interface CatalogueIndex {
  match<K extends RowKind>(kind: K, file: ProgramFile, origins: readonly Origin[]): readonly Match<K>[];
}
