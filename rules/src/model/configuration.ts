import type { FrameworkRef } from './framework-ref.js';
import type { Repair } from './setting.js';
import type { Span } from './span.js';

/** An MCP server that a configuration file tells a client to start or to connect to. */
export interface ConfiguredServer {
  readonly name: string;
  /** The kind of file. */
  readonly framework: FrameworkRef;
  /** The entry, and the key or value that names it. */
  readonly span: Span;
  readonly nameSpan: Span;
  readonly disabled: boolean;
  readonly command: ConfiguredText | undefined;
  readonly args: readonly ConfiguredText[];
  readonly url: ConfiguredText | undefined;
  /** Literal credentials anywhere in the entry. */
  readonly secrets: readonly ConfiguredSecret[];
  /** The package or image that the command fetches and runs. */
  readonly artifact: ConfiguredArtifact | undefined;
  /** How the client writes a variable of the environment: `${env:$name}`; undefined if it cannot. */
  readonly reference: string | undefined;
  /** Where the file says what the client asks for; undefined if it cannot. */
  readonly inputs: ConfiguredInputs | undefined;
  /** Folders and sockets of the host that its container gets, as the source of a mount, and settings that open the host to it. */
  readonly mounts: readonly ConfiguredText[];
  readonly hostAccess: readonly { readonly kind: 'privileged' | 'network'; readonly span: Span }[];
}

/** A text that an agent takes for orders: `AGENTS.md`, a rules file, a skill. */
export interface InstructionFile {
  readonly framework: FrameworkRef;
  readonly span: Span;
  /** Without the front matter. */
  readonly body: Span;
  /** Tools that it may use without a question, as its front matter lists them. */
  readonly allowedTools: readonly ConfiguredText[];
}

/** A text in a configuration file; the span includes its quotes. */
export interface ConfiguredText {
  readonly value: string;
  readonly span: Span;
}

/** The list of what a client asks people for. */
export interface ConfiguredInputs {
  /** With its brackets; undefined if the file has none yet. */
  readonly list: Span | undefined;
  /** The entry with the servers, before which a list can be made, with its key. */
  readonly servers: Span;
  readonly ids: readonly string[];
}

export interface ConfiguredSecret {
  /** The variable, header, option or key that has it. */
  readonly name: string;
  /** "GitHub personal access token", "password". */
  readonly title: string;
  readonly text: ConfiguredText;
  /** The text is the credential and nothing else, but for the scheme of a header. */
  readonly whole: boolean;
  /** The variable in which people would have it. */
  readonly variable: string;
  /** Names the variable where the client takes names. */
  readonly repair: Repair | undefined;
}

export interface ConfiguredArtifact {
  /** `npx`, `uvx`, `docker`. */
  readonly runner: string;
  readonly name: string;
  /** What it is pinned to: a version, a digest, a commit. */
  readonly pin: string | undefined;
  /** The argument that names it. */
  readonly text: ConfiguredText;
  /** The argument with the version that a lock file or the installed package of the project shows: `name@1.2.3`, `name==1.2.3`. */
  readonly known: string | undefined;
}
