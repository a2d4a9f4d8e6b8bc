import type { ArtifactKind } from '../model/artifact.js';
import type { AccessPath, RelativePath, Row, VersionRange } from './access-path.js';

type Literal = string | number | boolean | null;

/** A call that loads something which others keep: weights, a data set, a prompt, code. */
export interface ArtifactRow extends Row {
  readonly call: AccessPath;
  readonly kind: ArtifactKind;
  readonly name: RelativePath;
  /** Who keeps it, for messages: "the Hugging Face Hub". */
  readonly registry: string;
  /** For these names, which are formats, the artifact is what the option names. */
  readonly formats?: { readonly names: readonly string[]; readonly at: RelativePath };
  /** The option that names a version. */
  readonly pin?: RelativePath;
  /** Names without an owner are loaded at the tag of the library's own version. */
  readonly bareNamesPinned?: true;
  /** The version stands in the name behind this: `owner/prompt:commit`. */
  readonly pinAfter?: string;
  /** The option that lets code of the artifact run. */
  readonly runsCode?: { readonly at: RelativePath; readonly values: readonly Literal[] };
  /** Loading runs code of the artifact. */
  readonly alwaysRunsCode?: true;
  /** Owners whose artifacts belong to the library that the row is about. */
  readonly ofLibrary?: readonly string[];
  /** The result is the path of the file or folder that was fetched. */
  readonly gives?: 'path';
}

/** A call that makes objects of bytes, which choose what code runs. */
export interface DeserializerRow extends Row {
  readonly call: AccessPath;
  /** Bytes, an open file, or the path of a file. */
  readonly from: RelativePath;
  /** Only with one of these values at the option, or, if `absent`, without it. */
  readonly when?: { readonly at: RelativePath; readonly values: readonly Literal[]; readonly absent?: boolean };
  /** Only in these versions of the package: an unknown version is none of them. */
  readonly before?: VersionRange;
  /** What the option should be. */
  readonly replacement?: string;
  /** The function beside it that makes only data. */
  readonly safe?: string;
  /** Keyword argument that makes it safe. */
  readonly insert?: string;
  /** A repository of others is loaded where the path is a name. */
  readonly registry?: string;
}

/** A call that writes a file. */
export interface FileWriterRow extends Row {
  readonly call: AccessPath;
  /** An open file, its path or the folder. */
  readonly to: RelativePath;
  /** What is written; absent: objects of the program. */
  readonly content?: RelativePath;
}

/** A call that opens or reads a file, joins paths or unwraps bytes: what goes in is where the result comes from. */
export interface FileReaderRow extends Row {
  readonly call: AccessPath;
  readonly of: readonly RelativePath[];
}

/** A call that fetches what an address has. */
export interface DownloadRow extends Row {
  readonly call: AccessPath;
  readonly url: RelativePath;
  /** Where the bytes are, relative to the call: `ReturnValue.Member[content]`. */
  readonly content?: readonly RelativePath[];
  /** The path of the file that it writes. */
  readonly to?: RelativePath;
  /** The option that compares a checksum. */
  readonly checked?: RelativePath;
  /** Values of an option that switch off the check of certificates. */
  readonly insecure?: { readonly at: RelativePath; readonly values: readonly Literal[]; readonly replacement?: string };
}

/** A call that starts MCP servers by command lines. */
export interface LaunchRow extends Row {
  readonly call: AccessPath;
  /** Objects with a command line each: `Argument[0].Member[mcpServers].Member[*]`; the call by itself if absent. */
  readonly servers?: RelativePath;
  /** Relative to the call or to a server's object. A command without `args` may be a whole line. */
  readonly command: RelativePath;
  readonly args?: RelativePath;
}

/** A call that trains a model. */
export interface TrainingRow extends Row {
  readonly call: AccessPath;
  readonly data: readonly RelativePath[];
  /** Only with one of these values at the option. */
  readonly when?: { readonly at: RelativePath; readonly values: readonly Literal[] };
}
