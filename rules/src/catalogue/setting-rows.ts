import type { SettingMeaning } from '../model/setting.js';
import type { AccessPath, RelativePath, Row } from './access-path.js';

export interface SettingRow extends Row {
  readonly meaning: SettingMeaning;
  /** The call that takes the option. */
  readonly call: AccessPath;
  /** The option; absent = the call by itself has the meaning. */
  readonly at?: RelativePath;
  /** Not an option of a call but a property write: `call` is the object, these are the properties. */
  readonly store?: readonly string[];
  /**
   * Values with the meaning: literals (a prefix ends in `*`) and access paths of the framework's own constants
   * (`Member[HarmBlockThreshold].Member[OFF]`); `absent` when the missing option has it.
   */
  readonly values?: readonly (string | number | boolean | null)[];
  readonly absent?: boolean;
  /** The value has the meaning when it is the whole environment of the process, or copies it. */
  readonly holds?: 'environment';
  /** A text is a list of words separated by spaces or commas, of which one is enough. */
  readonly separated?: boolean;
  /** All of these options must be absent too (alternatives that would make it fine). */
  readonly unless?: readonly RelativePath[];
  /** What the option makes dangerous: fine where all of its texts are written in the code. */
  readonly unlessWritten?: RelativePath;
  /** With one of these values at another option the row is a note for reviewers: what is started is the application's own. */
  readonly noteIf?: { readonly at: RelativePath; readonly values: readonly string[] };
  /** A call of one of these anywhere in the application takes the meaning back: what locks a sandbox after its set-up. */
  readonly unlessCalled?: readonly AccessPath[];
  /**
   * Replacement of the value, or property text to insert when absent. A value that is written as a constant of the
   * framework is replaced by the constant beside it.
   */
  readonly replacement?: string;
  /** The framework does something fine without the option, so that a fix may leave it out. */
  readonly removable?: true;
  readonly severity?: 'error' | 'warning' | 'info';
  readonly subject: string;
  readonly note?: string;
}

/** A client that may do what no user may: it goes past row-level security. */
export interface PrivilegeRow extends Row {
  readonly call: AccessPath;
  /** The key, which is privileged when it is read from a variable of one of these names. */
  readonly key?: RelativePath;
  readonly variables?: readonly string[];
  /** Members through which it is used. */
  readonly uses: readonly string[];
  readonly label: string;
}
