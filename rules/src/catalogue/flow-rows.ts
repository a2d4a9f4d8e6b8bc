import type { SinkKind, SourceKind } from '../model/flow.js';
import type { Effect, EffectKind, Exposure } from '../model/tool.js';
import type { AccessPath, RelativePath, Row, VersionRange } from './access-path.js';

export interface SourceRow extends Row {
  readonly kind: SourceKind;
  /** The value itself. */
  readonly path: AccessPath;
  readonly label?: string;
  /** Only if the name of the property that `Member[*]` stands for is secret-like or sensitive (`isSecretName`, `sensitivity`). */
  readonly named?: 'secret' | 'sensitive';
  /** Only where all of it is used: no property is read from it. */
  readonly whole?: boolean;
  /** Its sender also chooses whether parts of it are objects: nothing has made texts or numbers of them. */
  readonly objects?: boolean;
  /** `likely`: whether what is passed comes from outside is up to a part of the application that the code does not show. */
  readonly evidence?: 'likely';
  /**
   * A parameter that the framework fills by name from what was sent, after a look at what it declares: texts and the project's
   * own models come from outside, objects of packages do not, save those of these types.
   */
  readonly declared?: readonly AccessPath[];
  /** `Instance` is an object that code is handed, as its type says, not one that it makes itself. */
  readonly received?: true;
  /**
   * The list of what fills the parameters, at the call that takes the function; those that are `kept` stay on the server. With
   * `only`, just those that are filled by one of these count.
   */
  readonly filledBy?: {
    readonly list: RelativePath;
    readonly kept: readonly AccessPath[];
    readonly only?: readonly AccessPath[];
  };
  /** An option of the call that reads, which makes a number of the text: `type=int`. */
  readonly converted?: RelativePath;
}

/** A call in place of a default, or in an annotation, that has a parameter filled with what a function gives. */
export interface ProviderRow extends Row {
  readonly call: AccessPath;
  readonly function: RelativePath;
}

/**
 * Where code keeps values under names while one request lasts: what a middleware writes to `request.state`, a handler
 * reads. Places with the same name are the same one, whoever provides the way to it.
 */
export interface RequestStateRow extends Row {
  /** The value itself. */
  readonly path: AccessPath;
  readonly place: string;
}

/** Entry points that a framework finds by file and export name rather than by a call. */
export interface ConventionRow {
  readonly kind: SourceKind;
  /** Glob over the workspace path; absent = any file. */
  readonly file?: string;
  /** Names of exports; `default.fetch` is a method of the exported object. */
  readonly exports?: readonly string[];
  /** A decorator of the function, by access path from one of the framework's modules: `Member[Post]`. */
  readonly decorator?: AccessPath;
  /** The function (or its file) carries this directive and is exported. */
  readonly directive?: string;
  /** The function is this method of a class of the project that extends a class of the framework: `Member[Agent]`. */
  readonly base?: AccessPath;
  readonly method?: string | readonly string[];
  /** The function is one of a module and gives what one of these calls makes: a view, whoever calls it. */
  readonly gives?: readonly AccessPath[];
  readonly parameter: number | 'all';
  /** Only parameters with this decorator: `Member[Body]`. */
  readonly parameterDecorator?: AccessPath;
  /** From the parameter to the tainted value: `Member[json].ReturnValue`; several alternatives. Empty = all of it. */
  readonly at?: readonly RelativePath[];
  readonly versions?: VersionRange;
  readonly label: string;
  /** As in a source's row. */
  readonly objects?: boolean;
  readonly evidence?: 'likely';
}

export interface SinkRow extends Row {
  readonly kind: SinkKind;
  /** The callee; or with `store` the object written to. */
  readonly call: AccessPath;
  /** The dangerous argument. */
  readonly at?: RelativePath;
  /** Property write: `element.innerHTML = value`. */
  readonly store?: readonly string[];
  readonly effect?: EffectKind;
  /** The program whose arguments these are: `git` of `repo.git.log()`; `chosen`: the value names the program itself. */
  readonly program?: string;
  /** Only when this option has one of these values: `shell: true` of spawn. */
  readonly when?: { readonly at: RelativePath; readonly values: readonly (string | number | boolean)[] };
  /** A second condition that must hold too: the shell's `-c` beside its name. `ArrayElement` is met by any element. */
  readonly also?: { readonly at: RelativePath; readonly values: readonly (string | number | boolean)[] };
  /** Not when this option has a value (or any value, for an empty list). */
  readonly unless?: { readonly at: RelativePath; readonly values: readonly (string | number | boolean)[] };
  /** Not when one of these options has one of the values (or any, for an empty list), or comes from one of the modules. */
  readonly unlessAny?: readonly (
    | { readonly at: RelativePath; readonly values: readonly (string | number | boolean)[] }
    | { readonly at: RelativePath; readonly modules: readonly string[] }
  )[];
}

/** A call with consequences that is not a sink of data by itself. */
export interface EffectRow extends Row {
  readonly call: AccessPath;
  readonly effect: EffectKind;
  readonly highImpact: boolean;
  /** Parts of the lethal trifecta that the call is by itself, whatever it is given: a mailbox is private and others write into it. */
  readonly exposes?: readonly Exposure['part'][];
  /** What it does to what was there; by the kind of effect if absent. */
  readonly change?: Effect['change'];
}

/** A call whose result carries what comes in. Unknown functions of packages do too, with lower confidence. */
export interface PassThroughRow extends Row {
  readonly call: AccessPath;
  /**
   * Relative paths of inputs; `Receiver` is the object of a method call. `ReturnValue.Member[1].Argument[0]` is what later
   * calls of that member of the result pass: the setter of `useState`.
   */
  readonly from: readonly RelativePath[];
  /** The only part of the result that carries the inputs: `ReturnValue.Member[0]`. */
  readonly to?: RelativePath;
}

/** A call whose result is clean for the given sinks (`all`: a number, boolean, hash or enum). */
export interface SanitizerRow extends Row {
  readonly call: AccessPath;
  readonly cleans: readonly SinkKind[] | 'all';
}

/** A call that returns truthy, or does not throw, only for values that are fine for the given sinks. */
export interface GuardRow extends Row {
  readonly call: AccessPath;
  readonly argument: RelativePath;
  /** `host`: the argument must be the host of a URL; a test of the whole URL says nothing. */
  readonly part?: 'host';
  readonly how: 'truthy' | 'falsy' | 'completes';
  readonly cleans: readonly SinkKind[] | 'all';
}
