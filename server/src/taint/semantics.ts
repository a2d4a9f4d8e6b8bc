import type { SinkKind, SourceKind, Span } from '@leashlint/rules';
import type { Ref } from '../program/program.js';

/** What the solver asks about values and calls. The model answers from the catalogue; the solver knows no framework. */
export interface Semantics {
  /**
   * Whether a value is a source by itself. `keys` are the properties that are read from it afterwards, outermost first;
   * a computed or unknown key is `*`. A schema may have made it fine for some sinks. Asked for calls, members, elements, globals, imports and parameters.
   */
  source(ref: Ref, keys: readonly string[], sink?: SinkKind): SourceMark | undefined;
  /** Told each value that a walk reaches before it is asked about it: what frameworks pass to its function may have to be found out. */
  reached?(ref: Ref): void;
  /**
   * What a call does to the data that goes through it; undefined for calls that the catalogue does not know. `keys` are
   * the properties read from the result, so that a schema's `parse` can be clean field by field.
   */
  call(ref: Ref, keys?: readonly string[], sink?: SinkKind): CallSemantics | undefined;
  /** Calls beside a parameter's declaration whose results a framework fills it with: `Annotated[str, Depends(tenant)]`. */
  provided?(parameter: Ref): readonly Ref[];
  /** What the value is of the places where code keeps values while a request lasts; undefined for all others. */
  requestState?(ref: Ref): RequestState | undefined;
  /** Whether a call in a test tells something about its argument; undefined for calls that the catalogue does not know. */
  guard(call: Ref): GuardSemantics | undefined;
}

export interface SourceMark {
  readonly kind: SourceKind;
  readonly label: string;
  /** Where the label points; the value's own span if undefined. */
  readonly span: Span | undefined;
  /** Identity of the tool or model call behind it, for the model builder. */
  readonly owner: unknown;
  /** A framework for agents hands it over. */
  readonly ai?: boolean;
  /** Whoever sends it may send objects where texts are expected. */
  readonly objects?: boolean;
  /** It may also come from inside. */
  readonly evidence?: 'likely';
  /** What the value is made of may be a source too: the walk goes on. */
  readonly goesOn?: boolean;
}

/** `request.state`, or a value that is kept there. */
export interface RequestState {
  /** Equal for all ways to the same kind of place. */
  readonly place: string;
  /** Names that lead from the place to the value; none for the place itself. */
  readonly keys: readonly string[];
  /** A framework for agents hands it over. */
  readonly ai?: boolean;
}

export type CallSemantics =
  /** The result is clean for these sinks. */
  | { readonly kind: 'sanitizer'; readonly cleans: readonly SinkKind[] | 'all' }
  /** The result carries these inputs; `keys` are the properties that are then read from them, none if not given. */
  | { readonly kind: 'pass-through'; readonly from: readonly Ref[]; readonly keys?: readonly string[] };

export interface GuardSemantics {
  readonly argument: Ref;
  /** Of a schema's check: whether the part of the argument that the keys lead to is fine for a sink. Absent: all of it. */
  readonly accepts?: (keys: readonly string[], sink: SinkKind) => boolean;
  /** `host`: the argument must be the host of the URL; a test of the whole URL says nothing. */
  readonly part?: 'host';
  readonly how: 'truthy' | 'falsy' | 'completes';
  readonly cleans: readonly SinkKind[] | 'all';
}
