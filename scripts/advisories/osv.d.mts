export interface AdvisoryRow {
  readonly id: string;
  readonly ecosystem: string;
  readonly package: string;
  readonly affected: readonly string[];
  readonly fixed: readonly string[];
  readonly what: string;
  readonly source: string;
  /** Why the row says something else than the record; it is not changed then. */
  readonly note?: string;
}

interface AdvisoryFile {
  readonly checked: string;
  readonly advisories: readonly AdvisoryRow[];
}

export function rowsOf(
  record: object,
  packages: readonly { readonly ecosystem: string; readonly package: string }[],
): readonly AdvisoryRow[];

export function merged(
  table: AdvisoryFile,
  rows: readonly AdvisoryRow[],
  today: string,
): { readonly table: AdvisoryFile; readonly told: readonly string[] };
