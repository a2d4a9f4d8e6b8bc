import type { SettingMeaning } from '../model/setting.js';

/** Keys from the root of a document to a value. `*` is any key of an object, `[]` any entry of a list. */
export type KeyPath = readonly string[];

/**
 * A kind of configuration file as data: where it stands, who reads it and what its keys mean. Literals only. JSON, YAML, TOML
 * and the front matter of Markdown are all objects here.
 */
export interface ConfigFileKind {
  /** `claude-settings`. */
  readonly id: string;
  /** For people: "Claude Code settings". */
  readonly title: string;
  /** Globs over the workspace path, matched without regard to case. */
  readonly files: readonly string[];
  /**
   * Where most files of the name have nothing to say about agents: only those whose text matches this regular expression, without
   * regard to case, are read.
   */
  readonly mark?: string;
  /** MCP servers that the file starts. A file with another name is of this kind too if it has such servers there. */
  readonly servers?: ServersRow;
  /** Services of containers; those count that run an MCP server. `managers` are images that start others with the socket of Docker. */
  readonly services?: { readonly at: KeyPath; readonly managers: readonly string[] };
  readonly keys?: readonly ConfigKeyRow[];
  /** Text that an agent obeys. */
  readonly instructions?: true;
}

export interface ServersRow {
  readonly at: KeyPath;
  /** `map`: the key is the server's name; `list`: entries with a `name`. */
  readonly shape: 'map' | 'list';
  /** Also found in files of any name. */
  readonly anywhere?: true;
  /** How the reader writes a variable of the environment: `${env:$name}`. Absent if it has no way to. */
  readonly reference?: string;
  /** Where the reader is told what to ask for: a list whose entries are used as `${input:id}`. */
  readonly inputs?: KeyPath;
  /** The reader is given names of variables: `env_vars`, `bearer_token_env_var`, `env_http_headers`. */
  readonly variables?: 'by-name';
}

/** A key with a security meaning. */
export interface ConfigKeyRow {
  readonly at: KeyPath;
  /** Literals with the meaning. */
  readonly values?: readonly (string | number | boolean | null)[];
  /**
   * A regular expression that the whole of a text must match, without regard to case. A group `part` is what the finding stands at;
   * a list of texts at the path is one command line, too.
   */
  readonly pattern?: string;
  /** The same for the last key of `at`, where that is `*`. */
  readonly key?: string;
  /** Only beside this. */
  /** Not beside one of these, whatever their values. */
  readonly unless?: readonly KeyPath[];
  /** Only beside this. */
  readonly when?: { readonly at: KeyPath; readonly values: readonly (string | number | boolean | null)[] };
  readonly meaning: SettingMeaning;
  readonly severity: 'error' | 'warning' | 'info';
  /** What it leads to, as the end of a sentence. */
  readonly note: string;
  /** The value to have instead, as JSON. */
  readonly replacement?: string;
  /** What a command of the project is as an entry of the list, which may stand there instead: `Bash($command)`. */
  readonly instead?: string;
  /** The entry of the list, or the key, can simply go. */
  readonly removable?: true;
}
