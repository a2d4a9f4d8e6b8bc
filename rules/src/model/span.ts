/** A place in a file: `file` is relative to the workspace with `/`, offsets count UTF-16 code units, `end` is exclusive. */
export interface Span {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}
